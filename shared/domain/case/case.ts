import type { Approval } from './approvals/approval.ts';
import type { Assessed } from './concluded.ts';
import type { MainOutcome } from './lifecycle.ts';
import type { CaseStatus } from './status.ts';
import type { Referral } from './referral.ts';
import type { Team } from './team.ts';
import type { TimerId } from './timer-id.ts';
import type { Channel, ReportedFacts } from '../report/report.ts';
import type { ReasonCode, Severity, WordCode } from '../report/severity.ts';
import type { Instant } from '../time/instant.ts';

/** For what a case's text is given out as a file: a closed list, so that no word slips into clear text. */
export const exportReasons = [
  'court_or_prosecutor',
  'police_request',
  'reporter_request',
  'complaint',
  'audit',
  'other_centre',
] as const;

export type ExportReason = (typeof exportReasons)[number];

/** Why somebody wants a case erased before its time. */
export const erasureReasons = ['reporter_withdrew', 'person_concerned_asked', 'taken_in_error'] as const;

export type ErasureReason = (typeof erasureReasons)[number];

/** What of a case waits, or waited, for a second person. `takenAt`: when what was approved was done, once. */
export type CaseApproval = Approval & { takenAt?: Instant } & (
    | { kind: 'lowering'; to: Severity; because: SeverityChange['because'] }
    | { kind: 'export'; reason: ExportReason }
    | { kind: 'erasure'; because: ErasureReason; safetyDecision: Handling['safetyDecision'] }
  );

/** The promise told to the reporter. It never moves; reopening makes another one. Source: docs/practice.md, Clocks. */
export interface CasePromise {
  readBy: Instant;
  handleBy: Instant;
  resolveBy: Instant;
}

/** What `handled` needs (docs/practice.md, Cases): a safety decision, the next step, and a message or why there is none. */
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
 * Whether a crime against a child must be reported (docs/practice.md, Resolved). `basis` is a code of the country pack's legal
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
   * does not judge that again; what the reporter says afterwards may still raise it (commands/reporter/add-information.ts).
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
  notices?: readonly TakedownNotice[];
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
  raises?: readonly UnseenEscalation[];
  /** When a mail about it last came back. Whether somebody else has been told since, its mails say. */
  mailBackAt?: Instant;
  /** How long it is kept, as last decided after its end. */
  keeping?: Keeping;
  /** +1 on every write that depends on or changes the case or its timers; the ETag. */
  revision: number;
  /** Number of the last event appended; no gaps. */
  lastEvent: number;
}

/** Why a person closes a case before what depends on others has ended, or before it was quiet long enough. */
export const closeReasons = ['institution_silent', 'platform_silent', 'reporter_asked', 'nothing_left_to_do'] as const;

export type CloseReason = (typeof closeReasons)[number];

/** A case that a person linked under a lead case: each keeps its own thread, promise and keys. */
export interface LinkedCase {
  caseId: string;
  caseNumber: string;
}

/** By which way a platform was asked to take something down. */
export const takedownNoticeWays = ['trusted_flagger', 'reporting_form', 'email', 'hotline_network'] as const;

/** What a platform answered to a notice; `no_answer` is recorded when nobody waits any more. */
export const takedownNoticeAnswers = ['removed', 'restricted', 'account_closed', 'kept_up', 'no_answer'] as const;

export type TakedownNoticeAnswer = (typeof takedownNoticeAnswers)[number];

/** One notice to a platform, in clear: codes, ids and times. Which address it was about stands in the case's own text. */
export interface TakedownNotice {
  /** `<platform>-<n>`, unique in its case. */
  id: string;
  /** A code of the country pack's platforms. */
  platform: string;
  way: (typeof takedownNoticeWays)[number];
  sentAt: Instant;
  /** Directory id. */
  sentBy: string;
  answer?: TakedownNoticeAnswer;
  answeredAt?: Instant;
}

/** What was raised of a timer, and nobody has said yet that they have seen. */
export interface UnseenEscalation {
  timer: TimerId;
  /** The rung that was raised last: the one to acknowledge. */
  rung: string;
  /** Since the first raise that came after somebody last said that they had seen one. */
  since: Instant;
}

/** Whether what the centre did helped, as the reporter says. */
export const helpedAnswers = ['yes', 'partly', 'no'] as const;

export type Helped = (typeof helpedAnswers)[number];

/**
 * The reporter asked to take the report back. It is a request: whoever holds the code may not be the child, so nothing
 * ends before the wait is over and a person has looked whether the child is safe (docs/practice.md, Reporter's side).
 */
export interface Withdrawal {
  askedAt: Instant;
  /** Before this instant the case does not end as withdrawn. */
  waitUntil: Instant;
  /** When somebody recorded a safety decision after it was asked for. */
  lookedAt?: Instant;
}

/** Why a case must not be erased though its time is over: a closed list, so that no word slips into clear text. */
export const holdReasons = [
  'court_proceedings',
  'police_request',
  'complaint',
  'audit',
  'child_still_at_risk',
] as const;

/** A legal hold: nothing is erased before a person lifts it. */
export interface Hold {
  because: (typeof holdReasons)[number];
  /** Directory id. */
  by: string;
  since: Instant;
}

/**
 * What was last decided on how long a case is kept. It is good for the revision it was decided at: whatever changes the
 * case afterwards has it looked at anew.
 */
export interface Keeping {
  revision: number;
  eraseAt: Instant;
  /** When there is something to do next: telling the owner, or erasing. */
  lookAt: Instant;
  /** When the owner was told, and which date. */
  told?: { at: Instant; eraseAt: Instant };
}

/** Why a person moves an internal deadline: a closed list, shown with the case. */
export const targetMoveReasons = [
  'reporter_needs_time',
  'institution_needs_time',
  'waiting_for_evidence',
  'sooner_is_better',
  'set_wrongly',
] as const;

/** One move of an internal deadline by a person. It holds while the severity is the one it was made at. */
export interface TargetMove {
  timer: TimerId;
  deadline: Instant;
  because: (typeof targetMoveReasons)[number];
  severity: Severity;
  /** Directory id. */
  by: string;
  at: Instant;
}
