import * as z from 'zod/mini';
import { approvalKinds } from '../../domain/case/approvals/approval.ts';
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

/** What each event says besides its type, in the version written today. Unknown members are refused. */
export const dataSchemas: { readonly [T in EventType]: z.ZodMiniType<EventData[T]> } = {
  'case.received': z.strictObject({ receivedAt: z.exactOptional(z.iso.datetime({ precision: 3 })) }),
  'case.triaged': z.strictObject({}),
  'case.severity_changed': z.strictObject({}),
  'case.assigned': z.strictObject({ assignee: id }),
  'case.read': z.strictObject({}),
  'case.handled': z.strictObject({}),
  'case.message_posted': z.strictObject({ message: count }),
  'case.linked': z.strictObject({ leadCaseId: id }),
  'case.unlinked': z.strictObject({ leadCaseId: id }),
  'case.handed_over': z.strictObject({ team: z.enum(teams) }),
  'case.assessed': z.strictObject({}),
  'case.noted': z.strictObject({ note: z.int().check(z.positive()) }),
  'case.waiting_set': z.strictObject({ waitingFor: z.enum(waitingFor) }),
  'case.target_moved': z.strictObject({ timer }),
  'case.resolved': z.strictObject({}),
  'case.outcome_corrected': z.strictObject({}),
  'case.closed': z.strictObject({}),
  'case.held': z.strictObject({}),
  'case.released': z.strictObject({}),
  'case.erasure_due': z.strictObject({}),
  'case.reopened': z.strictObject({}),
  'case.information_added': z.strictObject({ message: z.int().check(z.positive()) }),
  'case.withdrawal_requested': z.strictObject({}),
  'case.locked': z.strictObject({}),
  'case.receipt_reissued': z.strictObject({}),
  'case.receipt_voided': z.strictObject({}),
  'case.dead_code_used': z.strictObject({ how: z.enum(deadCodes) }),
  'case.reporter_spoken_to': z.strictObject({ how: z.enum(spokenWays) }),
  'case.helped': z.strictObject({}),
  'referral.proposed': z.strictObject({ referral }),
  'referral.changed': z.strictObject({ referral }),
  'referral.dropped': z.strictObject({ referral }),
  'referral.approved': z.strictObject({ referral }),
  'referral.sent': z.strictObject({ referral }),
  'referral.acknowledged': z.strictObject({ referral }),
  'referral.accepted': z.strictObject({ referral }),
  'referral.declined': z.strictObject({ referral }),
  'referral.completed': z.strictObject({ referral }),
  'referral.reminded': z.strictObject({ referral }),
  'referral.withdrawn': z.strictObject({ referral }),
  'referral.looked': z.strictObject({ referral }),
  'referral.code_asked': z.strictObject({ referral, contact, n: z.int().check(z.positive()), by: z.enum(codeWays) }),
  'referral.code_spoken': z.strictObject({ referral, contact }),
  'referral.code_failed': z.strictObject({ referral, contact }),
  'referral.opened': z.strictObject({ referral }),
  'referral.misdirected': z.strictObject({ referral }),
  'referral.access_ended': z.strictObject({ referral, contact }),
  'referral.asked': z.strictObject({ referral }),
  'referral.replied': z.strictObject({ referral, how: z.enum(replyWays) }),
  'referral.overdue': z.strictObject({ referral, timer }),
  'referral.silent': z.strictObject({ referral, timer, step: z.enum(silenceSteps) }),
  'notice.sent': z.strictObject({ notice }),
  'notice.answered': z.strictObject({ notice }),
  'case.exclusions_asked': z.strictObject({}),
  'case.exclusions_set': z.strictObject({}),
  'approval.asked': z.strictObject({ approval }),
  'approval.given': z.strictObject({ approval }),
  'approval.refused': z.strictObject({ approval }),
  'case.exported': z.strictObject({ approval }),
  'sla.warned': z.strictObject({ timer }),
  'sla.missed': z.strictObject({ timer }),
  'case.escalated': z.strictObject({ timer, rung: code, reminder: count }),
  'escalation.acknowledged': z.strictObject({ timer, rung: code }),
  'mail.bounced': z.strictObject({ mail: z.int().check(z.positive()), to: id, because: z.enum(undeliveredReasons) }),
};

/** What every event has. `data` holds the actor and the number, beside the event's own members. */
export const envelopeSchema = z.strictObject({
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
