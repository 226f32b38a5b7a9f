import { randomUUID } from 'node:crypto';
import type { DataFolder } from '../data-folder.ts';
import type { EventBus } from '../sources/event-bus.ts';
import { feedbackEvent, feedbackOf, type Feedback } from './mail-feedback.ts';
import { errorAnswer, xmlAnswer } from './service-answer.ts';
import type { ServiceAnswer } from './service-answer.ts';

export interface ReceivedMail {
  at: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  tags: Record<string, string>;
  /** What SES would report about it, for the addresses of its simulator. */
  feedback: Feedback;
}

export interface MailService {
  answer: (action: string, form: URLSearchParams) => Promise<ServiceAnswer>;
  /** Oldest first. */
  inbox: () => ReceivedMail[];
  /**
   * Lets every mail to a domain bounce from now on until an instant, as when a provider answers 550 to all. Without a
   * domain: every mail to anybody. It is forgotten when this machine stops.
   */
  bounceUntil: (until: string, domain?: string) => void;
}

/** Mails that bounce for a time. `domain` is absent when all do. */
interface Outage {
  until: string;
  domain?: string;
}

const members = (form: URLSearchParams, prefix: string): string[] => {
  const found: string[] = [];
  for (let index = 1; ; index += 1) {
    const value = form.get(`${prefix}.member.${index}`);
    if (value === null) return found;
    found.push(value);
  }
};

/**
 * SES as Besa uses it: `SendEmail` into an inbox in the data folder. It answers only after the mail is on disk and its
 * feedback is on the bus. When this machine dies before the answer, the sender sends again: mail and feedback then come
 * twice.
 */
export function mailService(
  known: { identities: readonly string[]; configurationSets: readonly string[] },
  folder: DataFolder,
  now: () => Date,
  bus: EventBus,
): MailService {
  folder.state.exec(
    'CREATE TABLE IF NOT EXISTS mails (id TEXT PRIMARY KEY, at TEXT, recipient TEXT, subject TEXT, text TEXT, html TEXT, tags TEXT, feedback TEXT) STRICT',
  );
  const insert = folder.state.prepare('INSERT INTO mails VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const select = folder.state.prepare('SELECT * FROM mails ORDER BY rowid');
  const outages: Outage[] = [];
  const isInOutage = (to: string, at: string): boolean =>
    outages.some(
      ({ until, domain }) => at < until && (domain === undefined || to.toLowerCase().endsWith(`@${domain}`)),
    );
  const failure = (code: string, message: string): ServiceAnswer => errorAnswer('ses', code, message);

  return {
    bounceUntil: (until, domain) =>
      void outages.push({ until, ...(domain === undefined ? {} : { domain: domain.toLowerCase() }) }),
    inbox: () =>
      select.all().map((row) => ({
        at: String(row['at']),
        to: String(row['recipient']),
        subject: String(row['subject']),
        text: String(row['text']),
        html: String(row['html']),
        tags: JSON.parse(String(row['tags'])) as Record<string, string>,
        feedback: row['feedback'] as ReceivedMail['feedback'],
      })),
    answer: async (action, form) => {
      if (action !== 'SendEmail') return failure('InvalidAction', `This machine has no ${action}.`);
      const source = form.get('Source') ?? '';
      const from = /<([^>]+)>\s*$/u.exec(source)?.[1] ?? source;
      const recipients = ['To', 'Cc', 'Bcc'].flatMap((kind) => members(form, `Destination.${kind}Addresses`));
      const set = form.get('ConfigurationSetName');
      if (!known.identities.some((identity) => from === identity || from.endsWith(`@${identity}`))) {
        return failure('MessageRejected', 'Email address is not verified.');
      }
      if (set !== null && !known.configurationSets.includes(set)) {
        return failure('ConfigurationSetDoesNotExist', 'There is no such configuration set.');
      }
      if (recipients.length === 0 || recipients.some((to) => !/^[^@\s]+@[^@\s]+$/u.test(to))) {
        return failure('InvalidParameterValue', 'Invalid email address.');
      }
      const tags: Record<string, string> = {};
      for (let index = 1; form.has(`Tags.member.${index}.Name`); index += 1) {
        tags[form.get(`Tags.member.${index}.Name`) ?? ''] = form.get(`Tags.member.${index}.Value`) ?? '';
      }
      const to = recipients.join(', ');
      const part = (name: string): string => form.get(`Message.${name}.Data`) ?? '';
      const id = randomUUID();
      const written = [part('Subject'), part('Body.Text'), part('Body.Html')] as const;
      const at = now().toISOString();
      const feedback = isInOutage(to, at) ? 'bounced' : feedbackOf(to);
      insert.run(id, at, to, ...written, JSON.stringify(tags), feedback);
      if (set !== null && feedback !== 'delivered') {
        const mail = { id, at, from, to, subject: part('Subject'), tags, configurationSet: set };
        const { type, event } = feedbackEvent(feedback, mail);
        if (bus.isPublished(set, type)) await bus.put(event);
      }
      return xmlAnswer(
        200,
        `<SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendEmailResult><MessageId>${id}</MessageId></SendEmailResult><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></SendEmailResponse>`,
      );
    },
  };
}
