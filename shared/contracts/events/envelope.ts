import type { Actor, CaseEvent, EventType } from '../../domain/case/events.ts';
import { eventId } from '../../domain/case/events.ts';

/**
 * The version in which each event type is written today. It is stored with each event. A second version of a type is read
 * beside the first and never replaces it (docs/decisions/194).
 */
export const eventVersions = {
  'case.received': 1,
  'case.triaged': 1,
  'case.severity_changed': 1,
  'case.assigned': 1,
  'case.read': 1,
  'case.handled': 1,
  'case.message_posted': 1,
  'case.linked': 1,
  'case.unlinked': 1,
  'case.handed_over': 1,
  'case.assessed': 1,
  'case.noted': 1,
  'case.waiting_set': 1,
  'case.target_moved': 1,
  'case.resolved': 1,
  'case.outcome_corrected': 1,
  'case.closed': 1,
  'case.held': 1,
  'case.released': 1,
  'case.erasure_due': 1,
  'case.reopened': 1,
  'case.information_added': 1,
  'case.withdrawal_requested': 1,
  'case.locked': 1,
  'case.receipt_reissued': 1,
  'case.receipt_voided': 1,
  'case.dead_code_used': 1,
  'case.reporter_spoken_to': 1,
  'case.helped': 1,
  'case.danger_called': 1,
  'case.danger_not_called': 1,
  'referral.proposed': 1,
  'referral.changed': 1,
  'referral.dropped': 1,
  'referral.approved': 1,
  'referral.sent': 1,
  'referral.acknowledged': 1,
  'referral.accepted': 1,
  'referral.declined': 1,
  'referral.completed': 1,
  'referral.reminded': 1,
  'referral.withdrawn': 1,
  'referral.looked': 1,
  'referral.code_asked': 1,
  'referral.code_spoken': 1,
  'referral.code_failed': 1,
  'referral.opened': 1,
  'referral.misdirected': 1,
  'referral.access_ended': 1,
  'referral.asked': 1,
  'referral.replied': 1,
  'referral.overdue': 1,
  'referral.silent': 1,
  'notice.sent': 1,
  'notice.answered': 1,
  'case.exclusions_asked': 1,
  'case.exclusions_set': 1,
  'approval.asked': 1,
  'approval.given': 1,
  'approval.refused': 1,
  'case.exported': 1,
  'sla.warned': 1,
  'sla.missed': 1,
  'case.escalated': 1,
  'escalation.acknowledged': 1,
  'mail.bounced': 1,
} as const satisfies Record<EventType, number>;

export const eventTypes = Object.keys(eventVersions) as EventType[];

/** An event as it stands in the history: with the version in which its data was written. */
export type WrittenEvent = CaseEvent & { version: number };

/** The CloudEvents `type` of an event: `besa.case.received.v1`. */
export function envelopeType({ type, version }: { type: string; version: number }): string {
  return `besa.${type}.v${version}`;
}

/**
 * Whether this release knows a type in a version. What it does not know, a newer release wrote before it was taken back.
 */
export function isKnown({ type, version }: { type: string; version: number }): boolean {
  return Object.hasOwn(eventVersions, type) && version <= eventVersions[type as EventType];
}

/**
 * An event as it travels: CloudEvents 1.0 in structured JSON. It carries ids and enumerations only. What a person wrote
 * never enters a queue.
 */
export interface Envelope {
  specversion: '1.0';
  /** `<case id>#<number>`: unique, and the key of every reactor's DONE row. */
  id: string;
  source: 'besa';
  type: string;
  /** The case id. */
  subject: string;
  time: string;
  datacontenttype: 'application/json';
  traceparent?: string;
  data: { actor: Actor; number: number } & Readonly<Record<string, string | number>>;
}

/** `data` goes as it was written: members that only a newer release knows are for that release's reactors. */
export function toEnvelope(event: WrittenEvent): Envelope {
  return {
    specversion: '1.0',
    id: eventId(event),
    source: 'besa',
    type: envelopeType(event),
    subject: event.caseId,
    time: event.time,
    datacontenttype: 'application/json',
    ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
    data: { actor: event.actor, number: event.number, ...event.data },
  };
}
