import * as z from 'zod/mini';
import type { UndeliveredBecause } from '../domain/case/unseen/undelivered.ts';
import { mailTagsAmong } from './message-tags.ts';

/** What the mail service says about a letter that it took. */
export interface MailFeedback {
  /** The tags of all mails that the letter carried. */
  tags: readonly [string, ...string[]];
  /** `delayed` means that the service is still trying. */
  what: Extract<UndeliveredBecause, 'bounced' | 'complained' | 'rejected'> | 'delayed';
  /** The address, when it will not take later mails either. */
  deadAddress?: string;
}

/** Why feedback could not be read. It names the wrong member, never its value. */
export class FeedbackUnreadable extends Error {
  constructor(because: string) {
    super(because);
    this.name = 'FeedbackUnreadable';
  }
}

const mail = z.object({
  destination: z.tuple([z.string().check(z.minLength(3))]),
  tags: z.record(z.string(), z.array(z.string())),
});

/**
 * SES events as EventBridge delivers them. Members that are not named here are accepted and ignored, because SES adds
 * members as it likes. Source: Amazon SES developer guide, "Examples of event data".
 */
const schema = z.object({
  source: z.literal('aws.ses'),
  detail: z.discriminatedUnion('eventType', [
    z.object({
      eventType: z.literal('Bounce'),
      mail,
      bounce: z.object({ bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']) }),
    }),
    z.object({ eventType: z.literal('Complaint'), mail }),
    z.object({ eventType: z.literal('Reject'), mail }),
    z.object({ eventType: z.literal('DeliveryDelay'), mail }),
  ]),
});

/**
 * Reads a message of the feedback queue. A full mailbox bounces too, but only for today. Only a permanent bounce or a
 * complaint says that the address is of no more use. Throws `FeedbackUnreadable`.
 */
export function parseFeedback(text: string): MailFeedback {
  const parsed = schema.safeParse(json(text));
  if (!parsed.success) {
    throw new FeedbackUnreadable(
      parsed.error.issues.map((issue) => `/${issue.path.map(String).join('/')} ${issue.code}`).join(', '),
    );
  }
  const { detail } = parsed.data;
  const [tag, ...others] = mailTagsAmong(detail.mail.tags).map(tagOf);
  if (tag === undefined) throw new FeedbackUnreadable('/detail/mail/tags lacks ours');
  const tags = [tag, ...others] as const;
  const [deadAddress] = detail.mail.destination;
  switch (detail.eventType) {
    case 'Bounce':
      return { tags, what: 'bounced', ...(detail.bounce.bounceType === 'Permanent' ? { deadAddress } : {}) };
    case 'Complaint':
      return { tags, what: 'complained', deadAddress };
    case 'Reject':
      return { tags, what: 'rejected' };
    case 'DeliveryDelay':
      return { tags, what: 'delayed' };
    default:
      return detail satisfies never;
  }
}

function tagOf(text: string): string {
  if (!/^[0-9A-Za-z-]{1,64}$/.test(text)) throw new FeedbackUnreadable('/detail/mail/tags invalid_format');
  return text;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FeedbackUnreadable('not JSON');
  }
}
