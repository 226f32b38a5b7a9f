import type { WaitingFor } from './lifecycle.ts';
import type { NotCalledReason } from './danger/danger.ts';
import type { CodeWay } from './receipts/code-way.ts';
import type { Team } from './team.ts';
import type { DeadCode, SpokenWay } from './receipts/receipt.ts';
import type { SilenceStep, TimerId } from './timer-id.ts';
import type { UndeliveredBecause } from './unseen/undelivered.ts';
import type { Instant } from '../time/instant.ts';

/** Data of an event whose type says everything. */
type NoData = Readonly<Record<string, never>>;

/** What can happen to a case. Data holds ids, codes, numbers and instants only: text never travels. */
export interface EventData {
  'case.received': { /** When it was told, if staff entered the report later. */ receivedAt?: Instant };
  'case.triaged': NoData;
  'case.severity_changed': NoData;
  'case.assigned': { assignee: string };
  'case.read': NoData;
  'case.handled': NoData;
  'case.message_posted': { message: number };
  'case.linked': { leadCaseId: string };
  'case.unlinked': { leadCaseId: string };
  'case.handed_over': { team: Team };
  'case.assessed': NoData;
  'case.noted': { note: number };
  'case.waiting_set': { waitingFor: WaitingFor };
  'case.target_moved': { timer: TimerId };
  'case.resolved': NoData;
  'case.outcome_corrected': NoData;
  'case.closed': NoData;
  'case.held': NoData;
  'case.released': NoData;
  'case.erasure_due': NoData;
  'case.reopened': NoData;
  'case.information_added': { message: number };
  'case.withdrawal_requested': NoData;
  'case.locked': NoData;
  'case.receipt_reissued': NoData;
  'case.receipt_voided': NoData;
  'case.dead_code_used': { how: DeadCode };
  'case.reporter_spoken_to': { how: SpokenWay };
  'case.helped': NoData;
  'case.danger_called': { /** Code of the institution. */ institution: string };
  'case.danger_not_called': { because: NotCalledReason };
  'referral.proposed': { referral: string };
  'referral.changed': { referral: string };
  'referral.dropped': { referral: string };
  'referral.approved': { referral: string };
  'referral.sent': { referral: string };
  'referral.acknowledged': { referral: string };
  'referral.accepted': { referral: string };
  'referral.declined': { referral: string };
  'referral.completed': { referral: string };
  'referral.reminded': { referral: string };
  'referral.withdrawn': { referral: string };
  'referral.looked': { referral: string };
  /** `by`: how the one-time code gets to the contact; `n`: its number under this access code. */
  'referral.code_asked': { referral: string; contact: string; n: number; by: CodeWay };
  'referral.code_spoken': { referral: string; contact: string };
  'referral.code_failed': { referral: string; contact: string };
  'referral.opened': { referral: string };
  'referral.misdirected': { referral: string };
  'referral.access_ended': { referral: string; contact: string };
  'referral.asked': { referral: string };
  'referral.replied': { referral: string; how: 'desk' | 'phone' };
  'referral.overdue': { referral: string; timer: TimerId };
  'referral.silent': { referral: string; timer: TimerId; step: SilenceStep };
  'notice.sent': { notice: string };
  'notice.answered': { notice: string };
  'case.exclusions_asked': NoData;
  'case.exclusions_set': NoData;
  'approval.asked': { approval: string };
  'approval.given': { approval: string };
  'approval.refused': { approval: string };
  'case.exported': { approval: string };
  'sla.warned': { timer: TimerId };
  'sla.missed': { timer: TimerId };
  'case.escalated': { timer: TimerId; rung: string; /** 0 for the rung itself, then 1, 2, … */ reminder: number };
  'escalation.acknowledged': { timer: TimerId; rung: string };
  /** `mail`: number of the event it was about; `to`: directory id of the person who was not told. */
  'mail.bounced': { mail: number; to: string; because: UndeliveredBecause };
}

export type EventType = keyof EventData;

/** Who did it: a directory id of a person or of an institution's contact, or a function of Besa. */
export type Actor = `staff:${string}` | `institution:${string}` | `besa:${string}` | 'reporter';

export type NewEvent = { [T in EventType]: { type: T; actor: Actor; data: EventData[T] } }[EventType];

/** An event as appended to the case's history. `number` has no gaps within a case. */
export type CaseEvent = NewEvent & { caseId: string; number: number; time: Instant; traceparent?: string };

/** An event as the history shows it. `unknown`: a newer release wrote it, and nobody here knows what it tells. */
export type HistoryEvent = CaseEvent | (Omit<CaseEvent, 'type' | 'data'> & { type: 'unknown'; data: NoData });

/** `<case id>#<number>`: the CloudEvents id, and the key of every reactor's DONE row. */
export function eventId(event: { caseId: string; number: number }): string {
  return `${event.caseId}#${event.number}`;
}

/**
 * Whether the history of a case has not come to this event. After a restore, messages of what was taken back may still lie
 * in a queue. Their numbers are given out again, so nothing may be noted as done under them.
 */
export function isAhead(event: { number: number }, of: { lastEvent: number }): boolean {
  return event.number > of.lastEvent;
}

/** The number at the end of an event id. */
export function eventNumberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('#') + 1));
}
