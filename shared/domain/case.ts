import type { Assessed } from './assessing.ts';
import type { CloseReason } from './closing.ts';
import type { CaseApproval } from './case-approval.ts';
import type { CaseStatus, MainOutcome } from './lifecycle.ts';
import type { LinkedCase } from './linking.ts';
import type { Notice } from './notice.ts';
import type { Raise } from './raises.ts';
import type { Referral } from './referral.ts';
import type { Hold, Keeping } from './retention.ts';
import type { Channel, ReportedFacts } from './report.ts';
import type { Helped, Withdrawal } from './reporter-side.ts';
import type { ReasonCode, Severity, WordCode } from './severity.ts';
import type { TargetMove } from './target.ts';
import type { Team } from './team.ts';

/** An instant in UTC, ISO 8601 with milliseconds and `Z`: `2026-11-22T21:40:00.000Z`. Sorts as text. */
export type Instant = string;

/** The promise told to the reporter. It never moves; reopening makes another one. Source: PRACTICE, clocks. */
export interface CasePromise {
  readBy: Instant;
  handleBy: Instant;
  resolveBy: Instant;
}

/** What `handled` needs (PRACTICE, cases): a safety decision, the next step, and a message or why there is none. */
export const safetyDecisions = ['safe_for_now', 'at_risk_acted', 'emergency_called', 'cannot_tell'] as const;
export const nextSteps = [
  'advise_reporter',
  'notify_platform',
  'refer_institution',
  'ask_reporter',
  'hand_over_addresses',
  'close',
] as const;
export const noMessageReasons = ['no_thread_wanted', 'unsafe', 'content_only'] as const;

export interface Handling {
  safetyDecision: (typeof safetyDecisions)[number];
  nextStep: (typeof nextSteps)[number];
  noMessageBecause?: (typeof noMessageReasons)[number];
}

/**
 * Whether a crime against a child must be reported (PRACTICE, "Resolved"). `basis` is a code of the country pack's legal
 * bases.
 */
export interface DutyToReport {
  decision: 'required' | 'not_required';
  basis: string;
  decidedBy: string;
  /** A code of the country pack's institutions; required when the decision is `required`. */
  sentTo?: string;
}

/** Why a person changed a severity: a closed list, so that no word of a report slips into clear text. */
export const severityChangeReasons = [
  'greater_danger',
  'lesser_danger',
  'already_safe',
  'new_information',
  'other_category_fits',
  'prank_or_test',
] as const;

/** One change of severity by a person; all of them stay with the case. */
export interface SeverityChange {
  from: Severity;
  to: Severity;
  because: (typeof severityChangeReasons)[number];
  /** Directory id. */
  by: string;
  at: Instant;
}

/** Who must not get to do with a case: the one accused works there, or knows the child. */
export interface Exclusions {
  /** Codes of the country pack's institutions. */
  institutions: readonly string[];
  /** Directory ids of staff. */
  people: readonly string[];
}

/** What the clock of a case came to before the case was reopened. The first one counts from `receivedAt`. */
export interface EarlierClock {
  promise: CasePromise;
  /** When this clock began; absent for the first one. */
  reopenedAt?: Instant;
  readAt?: Instant;
  handledAt?: Instant;
  resolvedAt?: Instant;
  closedAt?: Instant;
  outcomes: MainOutcome[];
  helped?: Helped;
}

/** A case's current state (the META row). `reported` stays as said; what staff conclude stands beside it. */
export interface Case {
  caseId: string;
  caseNumber: string;
  status: CaseStatus;
  /** 1 at intake, +1 at each reopening; timers of an old clock number are void. */
  clockNumber: number;
  /** When the present clock began; absent while the first one runs. */
  reopenedAt?: Instant;
  /** The clocks before the present one, oldest first. */
  earlierClocks?: readonly EarlierClock[];
  /** When the reporter told it; the promise counts from here. */
  receivedAt: Instant;
  /** When staff entered what had been told to them earlier, on paper or by phone. Absent when it was taken at once. */
  enteredAt?: Instant;
  channel: Channel;
  language: string;
  reported: ReportedFacts;
  /** What staff concluded; absent until they did. */
  assessed?: Assessed;
  words: WordCode[];
  severity: Severity;
  severityReasons: ReasonCode[];
  /**
   * Who last set or confirmed the severity. No machine ever lowers it. What was known by then they had before them, so triage
   * does not judge that again; what the reporter says afterwards may still raise it (informing.ts).
   */
  severityConfirmedBy?: string;
  severityChanges?: SeverityChange[];
  /** When it last became critical, having been less; absent where it never was less. From then on it calls anew. */
  criticalSince?: Instant;
  promise: CasePromise;
  triagedAt?: Instant;
  /** First opening by a trained person under the present clock number. */
  readAt?: Instant;
  /** Last opening by a trained person: ends must_be_read of everything that came before it. */
  lastReadAt?: Instant;
  /** The reporter's last message. */
  lastWrittenAt?: Instant;
  acknowledgedAt?: Instant;
  handledAt?: Instant;
  resolvedAt?: Instant;
  closedAt?: Instant;
  /** Why it was closed although something was still open or not yet quiet. */
  closedBecause?: CloseReason;
  assignee?: string;
  /** The team it was handed to; absent while it is with the one of its channel (`teamOf`). */
  team?: Team;
  /** When the team changed last. */
  handedOverAt?: Instant;
  handling?: Handling;
  dutyToReport?: DutyToReport;
  outcomes: MainOutcome[];
  /** A code of the country pack's institutions: who helps instead, when the case is outside our work. */
  otherDoor?: string;
  /** Why the reporter was not written to at the end, when nobody wrote. */
  endNotToldBecause?: (typeof noMessageReasons)[number];
  leadCaseId?: string;
  /** The cases that a person linked under this one, in the order they were. */
  linkedCases?: readonly LinkedCase[];
  exclusions?: Exclusions;
  /** What waits, or waited, for a second person. */
  approvals?: readonly CaseApproval[];
  /** To whom the case was proposed or passed on. What is given away is sealed elsewhere. */
  referrals?: readonly Referral[];
  /** What platforms were asked, and what they answered. */
  notices?: readonly Notice[];
  /** Internal deadlines that a person moved; all of them stay with the case. */
  targetMoves?: readonly TargetMove[];
  /** Cases that machine triage found to share an address, account or phone. A suggestion to staff; changes nothing. */
  maybeSameAs: string[];
  /** How many messages the thread holds (both sides); the next message's number. */
  messageCount: number;
  /** How much room the reporter's messages take; absent before the first. */
  threadBytes?: number;
  /** The reporter asked to take the report back. */
  withdrawal?: Withdrawal;
  /** Somebody else has the reporter's code: no receipt opens the thread, until a person gives out another. */
  receiptLockedAt?: Instant;
  /** Whether it helped, as the reporter says of the end that stands. */
  helped?: Helped;
  /** How many notes staff wrote; the next note's number. Absent before the first. */
  noteCount?: number;
  /** Kept beyond its date, because somebody still needs it. */
  hold?: Hold;
  /** What was raised of its deadlines, and nobody has said yet that they have seen. Absent while there is nothing. */
  raises?: readonly Raise[];
  /** When a mail about it last came back. Whether somebody else has been told since, its mails say. */
  mailBackAt?: Instant;
  /** How long it is kept, as last decided after its end. */
  keeping?: Keeping;
  /** +1 on every write that depends on or changes the case or its timers; the ETag. */
  revision: number;
  /** Number of the last event appended; no gaps. */
  lastEvent: number;
}
