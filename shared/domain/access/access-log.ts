import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

/** Why somebody opens a critical or high case: one tap, and never words, for the log is not sealed. Source: docs/practice.md, People. */
export const readReasons = ['on_duty', 'assigned_to_me', 'other'] as const;

export type ReadReason = (typeof readReasons)[number];

/** Stands where no reason was asked for, and none given. */
export const noReason = 'not_asked';

/** `receipt`: somebody was given a code that opens the thread. `refused`: somebody whom the case excludes tried to open it. */
export const accessActions = ['read', 'export', 'receipt', 'refused'] as const;

/** One opening of a case's text, written before it: who, when, why, and what of that can be judged at once. */
export interface AccessEntry {
  caseId: string;
  caseNumber?: string;
  at: Instant;
  /** Directory id. */
  actor: string;
  action: (typeof accessActions)[number];
  /** A reason of the list, or which referral or export it was for. */
  reason: string;
  /** Whose the case was, seen from the actor. */
  holder?: 'self' | 'another' | 'nobody';
  /** Whether the actor was on the roster then; absent for who is on none. */
  onShift?: boolean;
}

/** From when on reading is unusual; a country pack says it. */
export interface AccessWatch {
  /** More different cases than this within the window. */
  cases: number;
  windowMinutes: number;
}

/**
 * What an auditor should look at. It accuses nobody: a busy night looks like this, too.
 * `off_shift`: not on the roster then. `without_reason`: a colleague's case, and no reason given. `not_theirs`: "assigned to
 * me" of a case that was not. Whose family a case is about is never guessed: excluding people is a decision.
 */
export const unusualSigns = ['many_cases', 'off_shift', 'without_reason', 'not_theirs', 'excluded'] as const;

export type UnusualSign = (typeof unusualSigns)[number];

/**
 * What is unusual about an entry. `before`: what the same actor opened up to then, as far back as the window reaches.
 */
export function unusualAbout(entry: AccessEntry, before: readonly AccessEntry[], watch: AccessWatch): UnusualSign[] {
  const since = plusMinutes(entry.at, -watch.windowMinutes);
  const opened = before.filter(({ at, action }) => since < at && at <= entry.at && action !== 'refused');
  const signs: Readonly<Record<UnusualSign, boolean>> = {
    many_cases:
      entry.action !== 'refused' && new Set([...opened, entry].map(({ caseId }) => caseId)).size > watch.cases,
    off_shift: entry.onShift === false,
    without_reason: entry.reason === noReason && entry.holder === 'another',
    not_theirs: entry.reason === 'assigned_to_me' && entry.holder !== undefined && entry.holder !== 'self',
    excluded: entry.action === 'refused',
  };
  return unusualSigns.filter((sign) => signs[sign]);
}
