import { consumersOf, unconsumed } from '#shared/contracts/events/consumers.ts';
import type { EventData, EventType } from '../../domain/case/events.ts';
import { envelopeType, eventTypes, eventVersions } from './envelope.ts';

/** What each event says, for people. An event or a member of its data without a meaning does not compile. */
const meanings: { readonly [T in EventType]: { says: string; data: { readonly [M in keyof EventData[T]]: string } } } =
  {
    'case.received': {
      says: 'A report was stored, with its promise and its first clocks.',
      data: { receivedAt: 'when it was told, only where staff entered it later than that' },
    },
    'case.triaged': { says: 'Its severity was judged with what is known of other cases.', data: {} },
    'case.severity_changed': {
      says: 'A person set another severity, or triage raised it. The new one stands on the case.',
      data: {},
    },
    'case.assigned': {
      says: 'Somebody took the case, or was given it.',
      data: { assignee: 'directory id of who works on it' },
    },
    'case.read': { says: 'A trained person opened what the reporter wrote.', data: {} },
    'case.handled': {
      says: 'A safety decision and the next step were recorded, and the reporter written to or why not.',
      data: {},
    },
    'case.message_posted': {
      says: 'A message was added to the thread.',
      data: { message: 'its number in the thread' },
    },
    'case.linked': {
      says: 'A person found that it is about the same event as another case.',
      data: { leadCaseId: 'the case that leads' },
    },
    'case.unlinked': {
      says: 'A person took it apart from the case that led.',
      data: { leadCaseId: 'the case that led' },
    },
    'case.handed_over': {
      says: 'A person handed it over between hotline and helpline; nobody has it until somebody there takes it.',
      data: { team: 'the team that has it now' },
    },
    'case.assessed': { says: 'A person recorded what they conclude, beside what was reported.', data: {} },
    'case.noted': { says: 'A person wrote a note for colleagues.', data: { note: 'its number in the case' } },
    'case.waiting_set': {
      says: 'A person recorded for whom the case waits, or that it waits no more. No clock stops.',
      data: { waitingFor: 'for whom' },
    },
    'case.target_moved': {
      says: 'A person moved an internal deadline. What was promised to the reporter never moves.',
      data: { timer: 'the deadline' },
    },
    'case.held': { says: 'A person set a legal hold: the case is not erased before it is lifted.', data: {} },
    'case.released': { says: 'A person lifted the legal hold; the notice before erasing begins anew.', data: {} },
    'case.erasure_due': {
      says: 'The time a case is kept is nearly over. Its owner is told, and may hold it.',
      data: {},
    },
    'case.closed': { says: 'A person closed the case: what depends on others has ended, and it was quiet.', data: {} },
    'case.resolved': { says: 'The case was resolved, with its outcomes.', data: {} },
    'case.outcome_corrected': {
      says: 'A person corrected the outcomes of an ended case. The case says what they were. No clock starts.',
      data: {},
    },
    'case.information_added': {
      says: 'The reporter wrote: a message, with flags and addresses if they added any. It must be read.',
      data: { message: 'its number in the thread' },
    },
    'case.withdrawal_requested': {
      says: 'The reporter asked to take the report back. Nothing ends before a wait and a look at their safety.',
      data: {},
    },
    'case.locked': {
      says: 'The reporter said that somebody else has the code: it opens the thread no more.',
      data: {},
    },
    'case.receipt_reissued': {
      says: 'A person gave the reporter another receipt, after talking to them; the earlier one opens nothing.',
      data: {},
    },
    'case.receipt_voided': {
      says: 'Somebody who knew the code was excluded, or is distrusted: it opens nothing, and the reporter has none.',
      data: {},
    },
    'case.dead_code_used': {
      says: 'Somebody used a code that opens nothing any more. Nobody was told whether it was ever a code.',
      data: { how: 'why that code is dead: `locked`, `replaced` or `voided`' },
    },
    'case.reporter_spoken_to': {
      says: 'A person spoke to the reporter about the code.',
      data: { how: 'how they made sure who it was' },
    },
    'case.helped': { says: 'The reporter said whether it helped, or changed what they said.', data: {} },
    'case.danger_called': {
      says: 'A person recorded a call for somebody in danger.',
      data: { institution: 'code of who was called' },
    },
    'case.danger_not_called': {
      says: 'A person recorded why nobody was called for somebody in danger.',
      data: { because: 'why' },
    },
    'case.reopened': {
      says: 'An ended case goes on: a new clock number, a new promise. The reporter said so (`reporter`), or a person, or its parent case was reopened (`besa:sla-timer`).',
      data: {},
    },
    'referral.proposed': {
      says: 'The matrix, or a person, named an institution that should be told; also when a proposal was made right.',
      data: { referral: 'which of the case' },
    },
    'referral.changed': {
      says: 'A person changed a proposal: its basis, or whether it leads.',
      data: { referral: 'which of the case' },
    },
    'referral.dropped': {
      says: 'A person decided not to send a proposal.',
      data: { referral: 'which of the case' },
    },
    'referral.approved': {
      says: 'A person decided to send it, with what and on which ground; or called, and the call is the referral.',
      data: { referral: 'which of the case' },
    },
    'referral.sent': {
      says: 'The mail that something waits was handed over; after a call, it followed the call.',
      data: { referral: 'which of the case' },
    },
    'referral.acknowledged': {
      says: 'A named person of the institution said that they have it.',
      data: { referral: 'which of the case' },
    },
    'referral.accepted': {
      says: 'The institution takes it on.',
      data: { referral: 'which of the case' },
    },
    'referral.declined': {
      says: 'The institution does not take it on; an officer decides anew.',
      data: { referral: 'which of the case' },
    },
    'referral.completed': {
      says: 'The institution said what came of it.',
      data: { referral: 'which of the case' },
    },
    'referral.reminded': {
      says: 'A person asked the institution once more; its contacts get a mail.',
      data: { referral: 'which of the case' },
    },
    'referral.withdrawn': {
      says: 'The centre took it back; an institution that has heard of it gets a mail.',
      data: { referral: 'which of the case' },
    },
    'referral.looked': {
      says: 'An officer or above looked at the call by which a counsellor, alone, had passed the case on.',
      data: { referral: 'which of the case' },
    },
    'referral.code_asked': {
      says: 'Somebody with an access code of the institution asked for the one-time code.',
      data: {
        referral: 'which of the case',
        contact: 'directory id of whose access code it is',
        n: 'which one-time code of this access code',
        by: 'how it gets there: `mail` or `spoken`',
      },
    },
    'referral.code_spoken': {
      says: 'A person of the centre took a one-time code, to read it out to the contact.',
      data: { referral: 'which of the case', contact: 'directory id of who is called' },
    },
    'referral.code_failed': {
      says: 'Five wrong one-time codes were typed with an access code: the one-time code has ended.',
      data: { referral: 'which of the case', contact: 'directory id of whose access code it is' },
    },
    'referral.opened': {
      says: 'A contact of the institution typed both codes, and may look at the copy.',
      data: { referral: 'which of the case' },
    },
    'referral.misdirected': {
      says: 'Whoever has an access code says that it is not for them. They saw nothing.',
      data: { referral: 'which of the case' },
    },
    'referral.access_ended': {
      says: 'A person of the centre ended an access code before its time.',
      data: { referral: 'which of the case', contact: 'directory id of whose access code it was' },
    },
    'referral.asked': {
      says: 'The institution asked the centre something. The words are sealed.',
      data: { referral: 'which of the case' },
    },
    'referral.replied': {
      says: 'A person of the centre replied to what the institution asked; its contacts get a mail, unless it was by phone.',
      data: { referral: 'which of the case', how: '`desk`, or `phone`: it was said by phone' },
    },
    'referral.overdue': {
      says: 'The institution did not acknowledge, or answer, in time.',
      data: { referral: 'which of the case', timer: 'the deadline that was missed' },
    },
    'referral.silent': {
      says: 'The institution is still silent: the next step of its slow ladder, in working days.',
      data: {
        referral: 'which of the case',
        timer: 'the deadline that was missed',
        step: '`owner`, then `supervisor`, then `authority` (a person decides who else is told), then `reminder` again and again',
      },
    },
    'notice.sent': {
      says: 'A person recorded that a platform was asked to take something down.',
      data: { notice: 'which of the case' },
    },
    'notice.answered': { says: 'A person recorded what the platform answered.', data: { notice: 'which of the case' } },
    'approval.asked': {
      says: 'A person asked for a second one: for an export, or for a look at a severity lowered from critical.',
      data: { approval: 'which of the case' },
    },
    'approval.given': { says: 'The second person agreed.', data: { approval: 'which of the case' } },
    'approval.refused': {
      says: 'The second person refused, or who asked took it back.',
      data: { approval: 'which of the case' },
    },
    'case.exported': {
      says: 'What was reported was given out as a file, once, to who had asked for it.',
      data: { approval: 'which of the case' },
    },
    'case.exclusions_asked': {
      says: 'A person asked for an exclusion that leaves too few with the case. It waits for a second person.',
      data: {},
    },
    'case.exclusions_set': {
      says: 'A person set which institutions and colleagues must not get to do with the case.',
      data: {},
    },
    'sla.warned': { says: 'Three quarters of the time of a clock are over.', data: { timer: 'the clock it is about' } },
    'sla.missed': { says: 'A deadline passed before what it watches had happened.', data: { timer: 'the deadline' } },
    'case.escalated': {
      says: 'The ladder of a deadline was climbed by one rung, or everybody was reminded of the case after the last one.',
      data: {
        timer: 'the deadline',
        rung: 'the rung that is told',
        reminder: '0 for the rung itself, then the number of the reminder',
      },
    },
    'escalation.acknowledged': {
      says: 'A person answered a rung; the climb is held for a while.',
      data: { timer: 'the deadline', rung: 'the rung that was answered' },
    },
    'mail.bounced': {
      says: 'A mail told nobody. Somebody else is told instead; of one to an institution, staff are.',
      data: {
        mail: 'number of the event the mail was about',
        to: 'directory id of who was not told',
        because:
          'why: it bounced, was complained of, the mail service rejected or refused it; or its reader had become unreachable, had left or was excluded before it went',
      },
    },
  };

/**
 * The catalogue of events as a document, made from the contracts and the topology. A test compares it with the
 * committed file.
 */
export function eventCatalogue(): string {
  return `${[
    '# Events',
    '',
    '<!-- Generated by `npm run docs` from shared/contracts/events and shared/contracts/events/consumers.ts; do not edit. -->',
    '',
    'Events are CloudEvents 1.0 in structured JSON. `id` is `<case id>#<number>`, `source` is `besa`, `subject` is the case id, `time` is UTC with milliseconds, `traceparent` is carried on from what caused the event. `data` holds `actor` (`reporter`, `staff:<directory id>` or `besa:<function>`), `number` (1, 2, 3, … within the case, without gaps), and what is listed here: ids and codes only. Whoever needs more reads the case as it stands.',
    '',
    'An event may come twice, late, or before one that was written earlier. Each consumer writes a DONE row in the transaction of its effect.',
    ...eventTypes.flatMap(section),
  ].join('\n')}\n`;
}

function section(type: EventType): string[] {
  const { says, data } = meanings[type];
  const members = Object.entries(data).map(([name, meaning]) => `- \`${name}\`: ${meaning}`);
  return [
    '',
    `## ${type}`,
    '',
    says,
    '',
    `- Type: \`${envelopeType({ type, version: eventVersions[type] })}\``,
    ...members,
    `- Consumed by: ${consumers(type)}`,
  ];
}

function consumers(type: EventType): string {
  const reactors = consumersOf(type);
  if (reactors.length > 0) return reactors.join(', ');
  const why: Partial<Record<EventType, string>> = unconsumed;
  return `nobody. ${why[type] ?? ''}`;
}
