import type { Approval } from './approvals/approval.ts';
import type { Assessed } from './concluded.ts';
import type { Danger } from './danger/danger.ts';
import type { CaseDeadline } from './deadlines.ts';
import type { MainOutcome } from './lifecycle.ts';
import type { FactsOfOutcomes, OutcomeCorrection } from './outcomes/outcome-fact.ts';
import type { CaseStatus } from './status.ts';
import type { CodeConcern, ReceiptKnower, Reissue, SpokenWay } from './receipts/receipt.ts';
import type { Referral } from './referral.ts';
import type { Team } from './team.ts';
import type { TimerId } from './timer-id.ts';
import type { Channel, ReportedFacts } from '../report/report.ts';
import type { ReasonCode, Severity, WordCode } from '../report/severity.ts';
import type { Instant } from '../time/instant.ts';

/** Why a case's text is given out as a file. The list is closed, so that no word slips into clear text. */
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

/**
 * A request about a case that waits, or waited, for a second person. `takenAt`: when the approved act was done, once.
 */
export type CaseApproval = Approval & {
  takenAt?: Instant;
  /** Number of the event that asked for it. Absent in requests that release 0.1.0 wrote. */
  askedAtEvent?: number;
} & (
    | { kind: 'lowering'; to: Severity; because: SeverityChange['because'] }
    | { kind: 'export'; reason: ExportReason }
    | { kind: 'erasure'; because: ErasureReason; safetyDecision: Handling['safetyDecision'] }
    | {
        kind: 'exclusion';
        /** Who is to be excluded besides those that the case excluded then. */
        adds: Exclusions;
        /** Who is to be let in again. */
        lifts: Exclusions;
        /** Whether the people of `adds` cannot open the case while the request waits. */
        keepsOut: boolean;
      }
  );

/** The promise told to the reporter. It never moves; reopening makes a new one. Source: docs/practice.md, Clocks. */
export interface CasePromise {
  readBy: Instant;
  handleBy: Instant;
  resolveBy: Instant;
}

/** Handling needs a safety decision, the next step, and a message or why there is none (docs/practice.md, Handled). */
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
 * Whether a crime against a child must be reported. `basis` is a code of the country pack's legal bases.
 * Source: docs/practice.md, Duty to report.
 */
export interface DutyToReport {
  decision: 'required' | 'not_required';
  basis: string;
  decidedBy: string;
  /** A code of the country pack's institutions; required when the decision is `required`. */
  sentTo?: string;
}

/** Why a person changed a severity. The list is closed, so that no word of a report slips into clear text. */
export const severityChangeReasons = [
  'greater_danger',
  'lesser_danger',
  'already_safe',
  'new_information',
  'other_category_fits',
  'prank_or_test',
] as const;

/** One change of severity by a person. All changes stay with the case. */
export interface SeverityChange {
  from: Severity;
  to: Severity;
  because: (typeof severityChangeReasons)[number];
  /** Directory id. */
  by: string;
  at: Instant;
}

/** Institutions and people that must not work on a case: the accused works there, or the person knows the child. */
export interface Exclusions {
  /** Codes of the country pack's institutions. */
  institutions: readonly string[];
  /** Directory ids of staff. */
  people: readonly string[];
}

/** The result of a clock that ended when the case was reopened. The first clock counts from `receivedAt`. */
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

/** A case's current state (the META row). `reported` stays as said; `assessed` holds what staff conclude. */
export interface Case {
  caseId: string;
  caseNumber: string;
  status: CaseStatus;
  /** 1 at intake, +1 at each reopening. Timers of an old clock number are void. */
  clockNumber: number;
  /** When the present clock began; absent while the first one runs. */
  reopenedAt?: Instant;
  /** The clocks before the present one, oldest first. */
  earlierClocks?: readonly EarlierClock[];
  /** When the reporter told it. The first promise counts from here. */
  receivedAt: Instant;
  /** When staff entered a report that they got earlier, on paper or by phone. Absent when it was entered at once. */
  enteredAt?: Instant;
  channel: Channel;
  language: string;
  /** The code of a poster or lesson. It stands here only once it is known to be one of the directory's campaigns. */
  campaign?: string;
  reported: ReportedFacts;
  /** What staff concluded. Absent until they do. */
  assessed?: Assessed;
  words: WordCode[];
  severity: Severity;
  severityReasons: ReasonCode[];
  /**
   * The person who last set or confirmed the severity. No machine ever lowers it. This person knew everything known by
   * then, so triage does not judge that again. What the reporter says later may still raise it
   * (commands/reporter/add-information.ts).
   */
  severityConfirmedBy?: string;
  severityChanges?: SeverityChange[];
  /**
   * When it last rose to critical from a lower severity. Absent where it never did. From then on it alerts staff anew.
   */
  criticalSince?: Instant;
  promise: CasePromise;
  triagedAt?: Instant;
  /** First opening by a trained person under the present clock number. */
  readAt?: Instant;
  /** Last opening by a trained person. What it has read is said by `readUpTo`, not by this time. */
  lastReadAt?: Instant;
  /** The number of the last event that a trained person has read up to. Absent where release 0.1.0 read last. */
  readUpTo?: number;
  /** The reporter's messages that nobody has read. Absent while there are none. */
  unreadFrom?: UnreadMessages;
  /** The reporter's last message. */
  lastWrittenAt?: Instant;
  /** Number of the event by which the reporter last wrote, or by which the case was last reopened. */
  lastNewsEvent?: number;
  /** A person in danger, of which somebody read. Absent where nobody read of any, and on cases read under release 0.1.0. */
  danger?: Danger;
  /** When a message of the reporter last said that somebody is in danger. */
  dangerSaidAt?: Instant;
  acknowledgedAt?: Instant;
  handledAt?: Instant;
  resolvedAt?: Instant;
  closedAt?: Instant;
  /** Why it was closed although something was open or the case was not yet quiet. */
  closedBecause?: CloseReason;
  assignee?: string;
  /** The team it was transferred to. Absent while it is with the team of its channel (`teamOf`). */
  team?: Team;
  /** When the last team transfer was. */
  handedOverAt?: Instant;
  handling?: Handling;
  dutyToReport?: DutyToReport;
  outcomes: MainOutcome[];
  /** What each of them stands on. Absent while the case is open, and on ends that release 0.1.0 recorded. */
  outcomeFacts?: FactsOfOutcomes;
  /** Number of the event that recorded the present outcomes. Absent where `outcomeFacts` is. */
  outcomesAtEvent?: number;
  /** What people corrected in the outcomes: the first correction and the newest. */
  outcomeCorrections?: readonly OutcomeCorrection[];
  /** Which institution helps instead, when the case is outside our work: a code of the country pack. */
  otherDoor?: string;
  /** Why nobody wrote to the reporter at the end. */
  endNotToldBecause?: (typeof noMessageReasons)[number];
  leadCaseId?: string;
  /** The cases that a person linked under this one, oldest link first. */
  linkedCases?: readonly LinkedCase[];
  exclusions?: Exclusions;
  /** Requests that wait, or waited, for a second person. */
  approvals?: readonly CaseApproval[];
  /** Institutions that the case was proposed for or passed on to. The parts given away are sealed elsewhere. */
  referrals?: readonly Referral[];
  /** Takedown notices to platforms, and the answers. */
  notices?: readonly TakedownNotice[];
  /** Internal deadlines that a person moved: the last move of each timer. */
  targetMoves?: readonly TargetMove[];
  /**
   * Possible duplicates: machine triage found the same address, account or phone. A suggestion to staff; it changes
   * nothing.
   */
  maybeSameAs: string[];
  /** How many messages the thread holds, of both sides. The next message takes the next number. */
  messageCount: number;
  /** Number of the centre's last message in the thread. Absent where release 0.1.0 wrote last, or nobody has. */
  lastMessageOfCentre?: number;
  /** How many addresses the reporter's messages added. Release 0.1.0 counted them with those of the report. */
  addedAddresses?: number;
  /** The reporter asked to take the report back. */
  withdrawal?: Withdrawal;
  /** Somebody else has the reporter's code. No receipt opens the thread until a person gives out another. */
  receiptLockedAt?: Instant;
  /** Somebody who must not know the code knew it. No receipt opens the thread until a person gives out another. */
  receiptVoidedAt?: Instant;
  /** Who of staff was shown the present code. Absent when nobody was, or the case is of release 0.1.0. */
  receiptKnownTo?: readonly ReceiptKnower[];
  /** The codes that people gave out: the first one and the newest. */
  reissues?: readonly Reissue[];
  /** What is wrong with the code, until a person spoke to the reporter. Empty once that is done. */
  codeConcerns?: readonly CodeConcern[];
  /** The last talk with the reporter that was recorded for it. */
  spoken?: { by: string; at: Instant; how: SpokenWay };
  /** Directory ids of those who opened the text, the newest last. */
  readers?: readonly string[];
  /** What the reporter says of the present end: whether it helped. */
  helped?: Helped;
  /** The reporter said that it did not help: since when, and after how many messages. What release 0.1.0 wrote has none. */
  notHelped?: { since: Instant; messages: number };
  /** How many notes staff wrote. The next note takes the next number. Absent before the first. */
  noteCount?: number;
  /** The case is kept beyond its date, because somebody still needs it. */
  hold?: Hold;
  /** Deadlines of the case's armed clocks, earliest first. Absent on a row of release 0.1.0 until a sweep writes it. */
  deadlines?: readonly CaseDeadline[];
  /** Escalations that nobody has acknowledged yet. Absent while there are none. */
  raises?: readonly UnseenEscalation[];
  /** When a mail about it last came back or was dropped. The case's mails say whether somebody else was told since. */
  mailBackAt?: Instant;
  /** How long the case is kept, as last decided after its end. */
  keeping?: Keeping;
  /** +1 on every write that depends on or changes the case or its timers. It is the ETag. */
  revision: number;
  /** Number of the last event appended. The numbers have no gaps. */
  lastEvent: number;
}

/**
 * The reporter's messages after the last reading. Their order is the order of events, because clocks of machines
 * differ. Source: docs/practice.md, Clocks.
 */
export interface UnreadMessages {
  /** Number of the first one in the thread. */
  message: number;
  /** Number of its event. */
  event: number;
  /** When it was written. */
  at: Instant;
  /** The earliest deadline of any of them, each by its own severity. */
  readBy: Instant;
  /** When one of them made a case critical that somebody had taken before. Absent when none did. */
  calledAt?: Instant;
}

/** Why a person closes a case while something depends on others, or before it was quiet long enough. */
export const closeReasons = ['institution_silent', 'platform_silent', 'reporter_asked', 'nothing_left_to_do'] as const;

export type CloseReason = (typeof closeReasons)[number];

/** A case that a person linked under a parent case. Each case keeps its own thread, promise and keys. */
export interface LinkedCase {
  caseId: string;
  caseNumber: string;
}

/** The way a platform was asked to take something down. */
export const takedownNoticeWays = ['trusted_flagger', 'reporting_form', 'email', 'hotline_network'] as const;

/** What a platform answered to a takedown notice. `no_answer` is recorded when nobody waits any more. */
export const takedownNoticeAnswers = ['removed', 'restricted', 'account_closed', 'kept_up', 'no_answer'] as const;

export type TakedownNoticeAnswer = (typeof takedownNoticeAnswers)[number];

/** One takedown notice, in clear: codes, ids and times. The case's own text says which address it was about. */
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
  /** Number of the event that recorded the answer. Absent in answers that release 0.1.0 recorded. */
  answeredAtEvent?: number;
}

/** An escalation of a timer that nobody has acknowledged yet. */
export interface UnseenEscalation {
  timer: TimerId;
  /** The rung that was escalated last. It is the one to acknowledge. */
  rung: string;
  /** The first escalation after the last acknowledgement. */
  since: Instant;
}

/** The reporter's answer to whether the centre helped. */
export const helpedAnswers = ['yes', 'partly', 'no'] as const;

export type Helped = (typeof helpedAnswers)[number];

/**
 * The reporter asked to take the report back. It is only a request, because the person who holds the code may not be
 * the child. Nothing ends before the wait is over and a person has looked whether the child is safe (docs/practice.md,
 * Reporter's side).
 */
export interface Withdrawal {
  askedAt: Instant;
  /** Before this instant the case does not end as withdrawn. */
  waitUntil: Instant;
  /** When somebody last recorded a safety decision after the request. */
  lookedAt?: Instant;
}

/**
 * Why a case must not be erased although its time is over. The list is closed, so that no word slips into clear text.
 */
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
 * The last decision on how long a case is kept. It holds only for the revision it was made at: after any later change
 * the case is looked at anew.
 */
export interface Keeping {
  revision: number;
  eraseAt: Instant;
  /** When the next step is due: telling the owner, or erasing. */
  lookAt: Instant;
  /**
   * When the owner was told, which date they were told, and the number of the event that told them. Release 0.1.0 wrote
   * no number.
   */
  told?: { at: Instant; eraseAt: Instant; event?: number };
}

/** Why a person moves an internal deadline: a closed list, shown with the case. */
export const targetMoveReasons = [
  'reporter_needs_time',
  'institution_needs_time',
  'waiting_for_evidence',
  'sooner_is_better',
  'set_wrongly',
] as const;

/** One move of an internal deadline by a person. It holds while the case has the severity it had at the move. */
export interface TargetMove {
  timer: TimerId;
  deadline: Instant;
  because: (typeof targetMoveReasons)[number];
  severity: Severity;
  /** Directory id. */
  by: string;
  at: Instant;
}
