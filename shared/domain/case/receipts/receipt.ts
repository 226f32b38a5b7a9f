import type { Instant } from '../../time/instant.ts';

/**
 * Why a code opens nothing any more. `locked`: its holder said that somebody else has it. `replaced`: a person gave out
 * another one. `voided`: somebody who knew it was excluded from the case, or is distrusted.
 * Source: docs/practice.md, Reporter's side.
 */
export const deadCodes = ['locked', 'replaced', 'voided'] as const;

export type DeadCode = (typeof deadCodes)[number];

/** How many dead codes of a case are known at most. The newest stay; the use of an older one raises nothing. */
export const mostDeadCodes = 10;

/** How many people may know the present code at most. Today it is one: who filed the report, or gave the code out. */
export const mostKnowers = 10;

/** Somebody of staff who was shown the present code. */
export interface ReceiptKnower {
  /** Directory id. */
  by: string;
  at: Instant;
  how: 'filed' | 'reissued';
}

/** A code that a person gave out. What the reporter writes after that may be that person's. */
export interface Reissue {
  /** Directory id. */
  by: string;
  at: Instant;
  /** How many messages the thread had. */
  afterMessage: number;
}

/** What is wrong with the reporter's code. It stands until a person has spoken to the reporter. */
export const codeConcernKinds = ['reporter_locked', 'reporter_without_code', 'dead_code_used'] as const;

export interface CodeConcern {
  what: (typeof codeConcernKinds)[number];
  since: Instant;
  /** Which code was used, for `dead_code_used`. Of a replaced or voided one it is likely the child. */
  how?: DeadCode;
}

/** How a person made sure that they spoke to the reporter. */
export const spokenWays = ['called_safe_contact', 'told_what_was_reported', 'met_in_person'] as const;

export type SpokenWay = (typeof spokenWays)[number];
