import { randomUUID } from 'node:crypto';
import type { BusEvent } from '../sources/event-bus.ts';

/** What SES would report about a mail. */
export type Feedback = 'delivered' | 'bounced' | 'complained';

/** Reads the addresses of the SES mailbox simulator, as SES documents them. */
export function feedbackOf(to: string): Feedback {
  if (/^(?:bounce|suppressionlist)(\+[^@]*)?@simulator\.amazonses\.com$/iu.test(to)) return 'bounced';
  if (/^complaint(\+[^@]*)?@simulator\.amazonses\.com$/iu.test(to)) return 'complained';
  return 'delivered';
}

export interface SentMail {
  id: string;
  at: string;
  from: string;
  to: string;
  subject: string;
  tags: Readonly<Record<string, string>>;
  configurationSet: string;
}

/**
 * The event that SES makes of it, in the form it has on the bus. Source: SES developer guide, "Examples of event data".
 */
export function feedbackEvent(
  feedback: Exclude<Feedback, 'delivered'>,
  mail: SentMail,
): { type: string; event: BusEvent } {
  const seen = {
    timestamp: mail.at,
    source: mail.from,
    messageId: mail.id,
    destination: [mail.to],
    headersTruncated: false,
    commonHeaders: { from: [mail.from], to: [mail.to], messageId: mail.id, subject: mail.subject },
    tags: {
      'ses:configuration-set': [mail.configurationSet],
      ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
    },
  };
  const common = { feedbackId: randomUUID(), timestamp: mail.at };
  if (feedback === 'complained') {
    const complaint = {
      ...common,
      complainedRecipients: [{ emailAddress: mail.to }],
      complaintFeedbackType: 'abuse',
      complaintSubType: null,
    };
    const detail = { eventType: 'Complaint', mail: seen, complaint };
    return { type: 'complaint', event: { source: 'aws.ses', 'detail-type': 'Email Complaint Received', detail } };
  }
  const isSuppressed = mail.to.toLowerCase().startsWith('suppressionlist');
  const bounce = {
    ...common,
    bounceType: 'Permanent',
    bounceSubType: isSuppressed ? 'OnAccountSuppressionList' : 'General',
    bouncedRecipients: [{ emailAddress: mail.to, action: 'failed', status: '5.1.1' }],
    reportingMTA: 'dsn; local',
  };
  const detail = { eventType: 'Bounce', mail: seen, bounce };
  return { type: 'bounce', event: { source: 'aws.ses', 'detail-type': 'Email Bounced', detail } };
}
