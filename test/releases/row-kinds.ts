import { eventTypes } from '#shared/contracts/events/envelope.ts';

/** The readings of an earlier release that meet a kind of row. */
export const readings = ['looked at', 'opened', 'asked again', 'goes on', 'comes to its end'] as const;
export type Reading = (typeof readings)[number];

/**
 * Every kind of row that any release has written, with the reading that fails when today's code no longer reads it. A kind
 * that a release adds is entered here before that release is kept; none is ever taken out while a kept release has it.
 */
export const readBy: Readonly<Record<string, Reading>> = {
  'AccessLog CASE#/…': 'looked at',
  'Cases CASE#/META': 'looked at',
  'Cases CASE#/REPORT': 'opened',
  'Cases CASE#/MESSAGE#': 'opened',
  'Cases CASE#/NOTE#': 'opened',
  'Cases CASE#/REFERRAL#COPY': 'opened',
  'Cases CASE#/REFERRAL#ANSWER': 'opened',
  'Cases CASE#/FOUND_BY': 'comes to its end',
  'Cases CASE#/FACT': 'comes to its end',
  'Cases CASE#/COMMANDED#': 'comes to its end',
  'Cases CASE#/MAIL#': 'goes on',
  'Cases CASE#/DONE#notification': 'goes on',
  'Cases CASE#/DONE#referral': 'goes on',
  'Cases CASE#/DONE#sla-timer': 'goes on',
  'Cases CASE#/DONE#statistics': 'goes on',
  'Cases CASE#/DONE#triage': 'goes on',
  'Cases CASE#/TIMER#must_be_triaged': 'goes on',
  'Cases CASE#/TIMER#must_be_acknowledged': 'goes on',
  'Cases CASE#/TIMER#must_be_read': 'goes on',
  'Cases CASE#/TIMER#handle': 'goes on',
  'Cases CASE#/TIMER#promise_handle': 'goes on',
  'Cases CASE#/TIMER#promise_resolve': 'goes on',
  'Cases CASE#/TIMER#resolve': 'goes on',
  'Cases CASE#/TIMER#referral_acknowledge': 'goes on',
  'Cases CASE#/TIMER#referral_answer': 'goes on',
  'Cases CASE#/TIMER#referral_hand_over': 'goes on',
  'Cases CASE#/TIMER#second_look': 'goes on',
  'Cases CASE#/TIMER#withdrawal_look': 'goes on',
  'Cases CASE#/TIMER#call_look': 'goes on',
  'Cases TAG#/TAG': 'goes on',
  'Cases COMMAND#/COMMAND': 'asked again',
  'Cases REQUEST#/REQUEST': 'asked again',
  'Cases NUMBER#/NUMBER': 'looked at',
  'Cases RECEIPT#/RECEIPT': 'opened',
  'Cases LIKE#/CASE#': 'goes on',
  'Cases URL#/CASE#': 'goes on',
  'Directory AUDIT#/…': 'looked at',
  'Directory CAMPAIGNS/…': 'looked at',
  'Directory COMMAND#/COMMAND': 'asked again',
  'Directory DIRECTORY/REVISION': 'goes on',
  'Directory DUTY#/STAFF#': 'goes on',
  'Directory INSTITUTIONS/…': 'looked at',
  'Directory NOTICES/…': 'goes on',
  'Directory PEOPLE/STAFF#': 'looked at',
  'Directory PLATFORMS/…': 'looked at',
  'Directory ROLE#/STAFF#': 'goes on',
  'Directory ROSTER/WEEK': 'looked at',
  'Directory STAFF#/MEMBER': 'looked at',
  'Erasures CASE#/ERASURE': 'comes to its end',
  'Facts MONTH#/…': 'comes to its end',
  'Facts PUBLISHED#/…': 'looked at',
  'Facts QUARTER#/…': 'comes to its end',
  'Keys CASE#/KEYS': 'opened',
  'Keys RECEIPT#/KEYS': 'opened',
  'Keys REFERRAL#/KEYS': 'opened',
  // What happened is shown with its case.
  ...Object.fromEntries(eventTypes.map((type) => [`CaseEvents CASE#/${type}`, 'looked at' as const])),
};
