import * as z from 'zod/mini';
import { approvalKinds } from '../../domain/case/approvals/approval.ts';
import { notCalledReasons } from '../../domain/case/danger/danger.ts';
import { clockKinds, silenceSteps } from '../../domain/case/timer-id.ts';
import type { Actor, EventData, EventType } from '../../domain/case/events.ts';
import { replyWays } from '../../domain/case/referral.ts';
import { waitingFor } from '../../domain/case/lifecycle.ts';
import { deadCodes, spokenWays } from '../../domain/case/receipts/receipt.ts';
import { codeWays } from '../../domain/case/receipts/code-way.ts';
import { teams } from '../../domain/case/team.ts';
import type { TimerId } from '../../domain/case/timer-id.ts';
import { undeliveredReasons } from '../../domain/case/unseen/undelivered.ts';

/**
 * Every value is an id, a number or a code of a closed form without spaces. A text that a person wrote does not fit
 * these forms, so it cannot travel in an event by mistake.
 */
const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
const code = z.string().check(z.regex(/^[a-z][a-z0-9_-]{0,31}$/));
const count = z.int().check(z.nonnegative());

const timerForm = new RegExp(
  `^[1-9][0-9]{0,3}\\.(${clockKinds.join('|')})\\.(report|message-[1-9][0-9]{0,5}|referral-[a-z][a-z0-9_]{0,31}-[1-9][0-9]?)$`,
);
const timer = z.custom<TimerId>((value) => typeof value === 'string' && timerForm.test(value));

const referral = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,31}-[1-9][0-9]?$/));

const approval = z.string().check(z.regex(new RegExp(`^(${approvalKinds.join('|')})-[1-9][0-9]{0,3}$`)));

/** `<platform>-<n>`. */
const notice = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,31}-[1-9][0-9]?$/));

/** Directory id of an institution's contact. */
const contact = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/));

const actorForm =
  /^(reporter|besa:[a-z-]{1,32}|staff:[A-Za-z0-9_-]{1,64}|institution:[A-Za-z0-9][A-Za-z0-9._-]{0,63})$/;
const actor = z.custom<Actor>((value) => typeof value === 'string' && actorForm.test(value));

/** The versions of a type, the first at the beginning. Each is read as the data of the last one, which is written today. */
export type DataReaders = { readonly [T in EventType]: readonly z.ZodMiniType<EventData[T]>[] };

/**
 * The reader of an earlier version: what that version held, and how today's version says it. A type whose first version
 * is no longer written has `[upgraded(first, …), second]`.
 */
export function upgraded<Earlier, Data>(
  earlier: z.ZodMiniType<Earlier>,
  upgrade: (data: Earlier) => Data,
): z.ZodMiniType<Data> {
  return z.pipe(earlier, z.transform(upgrade));
}

/**
 * What each event says besides its type, version by version. Members that are not named are dropped: a newer release may
 * have written them.
 */
export const dataReaders: DataReaders = {
  'case.received': [z.object({ receivedAt: z.exactOptional(z.iso.datetime({ precision: 3 })) })],
  'case.triaged': [z.object({})],
  'case.severity_changed': [z.object({})],
  'case.assigned': [z.object({ assignee: id })],
  'case.read': [z.object({})],
  'case.handled': [z.object({})],
  'case.message_posted': [z.object({ message: count })],
  'case.linked': [z.object({ leadCaseId: id })],
  'case.unlinked': [z.object({ leadCaseId: id })],
  'case.handed_over': [z.object({ team: z.enum(teams) })],
  'case.assessed': [z.object({})],
  'case.noted': [z.object({ note: z.int().check(z.positive()) })],
  'case.waiting_set': [z.object({ waitingFor: z.enum(waitingFor) })],
  'case.target_moved': [z.object({ timer })],
  'case.resolved': [z.object({})],
  'case.outcome_corrected': [z.object({})],
  'case.closed': [z.object({})],
  'case.held': [z.object({})],
  'case.released': [z.object({})],
  'case.erasure_due': [z.object({})],
  'case.reopened': [z.object({})],
  'case.information_added': [z.object({ message: z.int().check(z.positive()) })],
  'case.withdrawal_requested': [z.object({})],
  'case.locked': [z.object({})],
  'case.receipt_reissued': [z.object({})],
  'case.receipt_voided': [z.object({})],
  'case.dead_code_used': [z.object({ how: z.enum(deadCodes) })],
  'case.reporter_spoken_to': [z.object({ how: z.enum(spokenWays) })],
  'case.helped': [z.object({})],
  'case.danger_called': [z.object({ institution: code })],
  'case.danger_not_called': [z.object({ because: z.enum(notCalledReasons) })],
  'referral.proposed': [z.object({ referral })],
  'referral.changed': [z.object({ referral })],
  'referral.dropped': [z.object({ referral })],
  'referral.approved': [z.object({ referral })],
  'referral.sent': [z.object({ referral })],
  'referral.acknowledged': [z.object({ referral })],
  'referral.accepted': [z.object({ referral })],
  'referral.declined': [z.object({ referral })],
  'referral.completed': [z.object({ referral })],
  'referral.reminded': [z.object({ referral })],
  'referral.withdrawn': [z.object({ referral })],
  'referral.looked': [z.object({ referral })],
  'referral.code_asked': [z.object({ referral, contact, n: z.int().check(z.positive()), by: z.enum(codeWays) })],
  'referral.code_spoken': [z.object({ referral, contact })],
  'referral.code_failed': [z.object({ referral, contact })],
  'referral.opened': [z.object({ referral })],
  'referral.misdirected': [z.object({ referral })],
  'referral.access_ended': [z.object({ referral, contact })],
  'referral.asked': [z.object({ referral })],
  'referral.replied': [z.object({ referral, how: z.enum(replyWays) })],
  'referral.overdue': [z.object({ referral, timer })],
  'referral.silent': [z.object({ referral, timer, step: z.enum(silenceSteps) })],
  'notice.sent': [z.object({ notice })],
  'notice.answered': [z.object({ notice })],
  'case.exclusions_asked': [z.object({})],
  'case.exclusions_set': [z.object({})],
  'approval.asked': [z.object({ approval })],
  'approval.given': [z.object({ approval })],
  'approval.refused': [z.object({ approval })],
  'case.exported': [z.object({ approval })],
  'sla.warned': [z.object({ timer })],
  'sla.missed': [z.object({ timer })],
  'case.escalated': [z.object({ timer, rung: code, reminder: count })],
  'escalation.acknowledged': [z.object({ timer, rung: code })],
  'mail.bounced': [z.object({ mail: z.int().check(z.positive()), to: id, because: z.enum(undeliveredReasons) })],
};

/** What reads the data of a type in a version; undefined where only a newer release knows it. */
export function readerOf(type: string, version: number, readers = dataReaders): z.ZodMiniType | undefined {
  return Object.hasOwn(readers, type) ? readers[type as EventType][version - 1] : undefined;
}

/** What every event has. `data` holds the actor and the number, beside the event's own members. Others are dropped. */
export const envelopeSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.string(),
  source: z.literal('besa'),
  type: z.string(),
  subject: id,
  time: z.iso.datetime({ precision: 3 }),
  datacontenttype: z.literal('application/json'),
  traceparent: z.optional(z.string().check(z.regex(/^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/))),
  data: z.looseObject({ actor, number: z.int().check(z.positive()) }),
});
