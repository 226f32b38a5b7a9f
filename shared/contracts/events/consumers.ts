import type { EventType } from '#shared/domain/case/events.ts';

/**
 * Which function reacts to which event. It is plain data without an import at run time. The CDK app, the relay, the
 * sweeper, the local runtime, the generated event document and the tests all read it. A reactor's events are added here
 * together with its function. The reactor handles what is written from then on.
 */
export const topology = {
  triage: ['case.received', 'case.information_added'],
  'sla-timer': [
    'case.triaged',
    'case.severity_changed',
    'case.handled',
    'case.reopened',
    'case.information_added',
    'referral.approved',
    'referral.acknowledged',
    'referral.accepted',
    'referral.declined',
    'referral.completed',
    'referral.withdrawn',
    'referral.looked',
    'referral.asked',
    'referral.replied',
  ],
  referral: [
    'case.triaged',
    'case.information_added',
    'case.severity_changed',
    'case.assessed',
    'case.exclusions_set',
    'case.reopened',
    'referral.dropped',
    'referral.declined',
    'referral.withdrawn',
  ],
  statistics: [
    'case.triaged',
    'case.severity_changed',
    'case.assessed',
    'case.handled',
    'case.resolved',
    'case.outcome_corrected',
    'case.helped',
    'case.reopened',
    'sla.missed',
    'referral.sent',
    'referral.acknowledged',
    'notice.sent',
    'notice.answered',
  ],
  notification: [
    'case.triaged',
    'case.information_added',
    'case.reopened',
    'case.withdrawal_requested',
    'case.locked',
    'case.receipt_reissued',
    'case.dead_code_used',
    'sla.warned',
    'sla.missed',
    'case.escalated',
    'case.erasure_due',
    'case.exclusions_asked',
    'case.exclusions_set',
    'approval.asked',
    'referral.approved',
    'referral.reminded',
    'referral.declined',
    'referral.withdrawn',
    'referral.silent',
    'referral.code_asked',
    'referral.code_failed',
    'referral.misdirected',
    'referral.asked',
    'referral.replied',
    'mail.bounced',
  ],
} as const satisfies Record<string, readonly EventType[]>;

export type Reactor = keyof typeof topology;
export const reactors = Object.keys(topology) as Reactor[];
export const isReactor = (name: string): name is Reactor => Object.hasOwn(topology, name);

/** Every function that a queue feeds: the reactors, and the one that hears from the mail service. */
export const fedByQueues = [...reactors, 'mail-feedback'] as const;

/**
 * Why the dead letters of this function cannot be thrown away; undefined when they can. An event has a row, and the
 * sweeper sends it again. A mail that came back has none (decision 081).
 */
export function cannotDiscard(name: string): string | undefined {
  return name === ('mail-feedback' satisfies (typeof fedByQueues)[number])
    ? `The dead letters of ${name} are the only copy of mails that came back: redrive them (docs/runbook.md).`
    : undefined;
}

/** Events that no function reacts to, and why. They are history. */
export const unconsumed = {
  'case.assigned': 'Shown in the history; who works on a case changes no clock.',
  'case.read': 'Reading ends its timers in its own transaction.',
  'case.message_posted': 'The reporter finds the message with the receipt; Besa sends nothing to a reporter.',
  'case.receipt_voided': 'Shown on the case and in the attention list until a person spoke to the reporter.',
  'case.reporter_spoken_to': 'Shown in the history; it ends what is wrong with the code in its own transaction.',
  'case.linked': 'Shown in the history; a linked case ends by command, and is reopened with its parent case.',
  'case.unlinked': 'Shown in the history; severity is never lowered by it.',
  'case.handed_over': 'Shown in the queue of the other team; no clock changes.',
  'case.danger_called': 'Shown in the history; the call ends its clock in its own transaction.',
  'case.danger_not_called': 'Shown in the history; the reason ends the clock in its own transaction.',
  'case.noted': 'Shown in the history; opened by reading only.',
  'case.waiting_set': 'Shown to the reporter; waiting stops no clock.',
  'case.target_moved': 'Moving sets the deadline in its own transaction.',
  'case.held': 'Shown on the case; retention leaves it alone.',
  'case.released': 'Retention finds the case by its index.',
  'case.closed': 'Closing ends what is left of timers in its own transaction.',
  'referral.proposed': 'Shown on the case; a person decides, and handling has a clock of its own.',
  'referral.changed': 'Shown on the case; nothing has gone out yet.',
  'referral.code_spoken': 'Shown in the history, with who spoke it; the code is answered to that person alone.',
  'referral.opened': 'Shown in the history; the access log says it, too.',
  'referral.access_ended': 'The access code ends in its own transaction.',
  'referral.overdue': 'What is raised in the same transaction tells staff.',
  'approval.given': 'Shown on the case.',
  'approval.refused': 'Shown on the case; what it undoes is in the same transaction.',
  'case.exported': 'Shown in the history; the access log says it, too.',
  'escalation.acknowledged': 'Acknowledging holds the climb in its own transaction.',
} as const satisfies Partial<Record<EventType, string>>;

/** The reactors that consume an event, in the order of the topology. */
export function consumersOf(type: EventType): Reactor[] {
  return reactors.filter((reactor) => (topology[reactor] as readonly EventType[]).includes(type));
}
