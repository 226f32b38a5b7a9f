import { feedbackEvent } from '#infra/local/services/mail-feedback.ts';
import { mailTagsAmong } from '#shared/contracts/message-tags.ts';
import { awsError, noMoreMails } from './database/aws-errors.ts';
import { mailQuota, mailsTo } from './faults/outages.ts';
import type { System } from './system.ts';
import type { Service } from './virtual-process.ts';
import type { SentMail, World } from './world.ts';

type Input = Readonly<Record<string, unknown>>;
const minute = 60_000;

/** The last part of an ARN. */
export const nameIn = (arn: string): string => arn.split(':').at(-1) ?? '';

/** What AWS does with a call that gets there, each service with the faults of its own. Throws what the SDK throws. */
export function services(
  world: World,
  system: System,
): (call: { service: Service; action: string; input: Input }) => unknown {
  const sendBatch = (input: Input): unknown => {
    const { queue, entries } = world.queues.entriesOf(input);
    const refused = world.faults.strikes('partial_batch') ? world.chance.whole(1, entries.length) : 0;
    for (const { MessageBody } of entries.slice(refused)) {
      const delay = world.faults.strikes('delayed') ? world.chance.whole(1, 40) * minute : 0;
      if (!world.faults.strikes('lost_message')) world.queues.put(queue, MessageBody, world.now(), delay);
      if (world.faults.strikes('duplicate')) world.queues.put(queue, MessageBody, world.now(), delay);
    }
    return {
      Successful: entries.slice(refused).map(({ Id }) => ({ Id })),
      Failed: entries.slice(0, refused).map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })),
    };
  };

  const feedback = system.blueprint.queueSources.find(
    ({ functionArn }) => system.titleOf(functionArn) === 'mail-feedback',
  );
  /** What SES tells later of a mail that it took: at once, or days after; for good, for today, or as unwanted. */
  const comeBack = (id: string, mail: SentMail, input: Input, isRefused: boolean): void => {
    const { chance } = world;
    const later = world.now() + (isRefused || chance.happens(0.3) ? 0 : chance.whole(1, 48 * 60) * minute);
    const how = isRefused ? 'Permanent' : chance.pick(['Permanent', 'Permanent', 'Transient', 'Complaint'] as const);
    const asLists = Object.entries(mail.tags).map(([name, value]) => [name, [value]]);
    world.bounced.push({ at: later, tags: mailTagsAmong(Object.fromEntries(asLists)) });
    const { event } = feedbackEvent(how === 'Complaint' ? 'complained' : 'bounced', {
      id,
      at: new Date(later).toISOString(),
      from: String(input['Source']),
      to: mail.to,
      subject: mail.subject,
      tags: mail.tags,
      configurationSet: String(input['ConfigurationSetName']),
    });
    const told = JSON.stringify({ version: '0', ...event }).replace('"Permanent"', `"${how}"`);
    const arrive = (body: string) => () => world.queues.put(nameIn(feedback?.queueArn ?? ''), body, world.now());
    world.at(later, `the mail to ${mail.to} comes back (${how})`, arrive(told), 'services');
    if (!chance.happens(0.3)) return;
    const delay = told.replace(/"eventType":"\w+"/u, '"eventType":"DeliveryDelay"');
    world.at(chance.happens(0.5) ? world.now() : later, `the mail to ${mail.to} is late`, arrive(delay), 'services');
  };

  const isUsedUp = (): boolean => {
    const { mailsPerDay = Infinity, mails } = world;
    // They stand in the order of their times, so one look is enough.
    return (mails.at(-mailsPerDay)?.at ?? -Infinity) > world.now() - 24 * 60 * minute;
  };

  const sendMail = (input: Input): unknown => {
    if (world.isOut(mailQuota) || isUsedUp()) {
      world.refusedMails += 1;
      throw noMoreMails();
    }
    const { ToAddresses } = input['Destination'] as { ToAddresses: string[] };
    const { Subject, Body } = input['Message'] as {
      Subject: { Data: string };
      Body: { Text: { Data: string }; Html?: { Data: string } };
    };
    const tags = (input['Tags'] ?? []) as { Name: string; Value: string }[];
    const mail: SentMail = {
      at: world.now(),
      to: ToAddresses[0] ?? '',
      subject: Subject.Data,
      text: `${Body.Text.Data}\n${Body.Html?.Data ?? ''}`,
      tags: Object.fromEntries(tags.map(({ Name, Value }) => [Name, Value])),
    };
    world.mails.push(mail);
    world.tell(`mail to ${mail.to}: ${mail.subject}`);
    const id = `mail-${world.mails.length}`;
    const domain = mail.to.slice(mail.to.indexOf('@') + 1);
    const isRefused = world.isOut(mailsTo('*')) || world.isOut(mailsTo(domain));
    if (isRefused || world.faults.strikes('bounce')) comeBack(id, mail, input, isRefused);
    return { MessageId: id };
  };

  /** The key service speaks JSON, with bytes as text. */
  const useKey = (action: string, input: Input): unknown => {
    const asText = (value: unknown): unknown =>
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
    const body = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, asText(value)]));
    const answer = system.keys.answer(action, body);
    const given = JSON.parse(answer.body) as Record<string, string>;
    if (answer.status !== 200) throw awsError(given['__type']?.split('#').pop() ?? 'KMSInternalException');
    const bytes = ['Plaintext', 'CiphertextBlob', 'Mac'];
    return Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, bytes.includes(name) ? Buffer.from(value, 'base64') : value]),
    );
  };

  /** Reads may bring less than there is, and say so. */
  const useDatabase = (action: string, input: Input): unknown => {
    const { faults, chance, database } = world;
    if ((action === 'Query' || action === 'Scan') && faults.strikes('short_page'))
      return database.call(action, {
        ...input,
        Limit: Math.min(Number(input['Limit'] ?? Infinity), chance.whole(1, 3)),
      });
    if (action !== 'BatchGetItem' || !faults.strikes('unread_keys')) return database.call(action, input);
    const asked = Object.entries(input['RequestItems'] as Record<string, { Keys: unknown[] }>);
    const read: Record<string, { Keys: unknown[] }> = {};
    const left: Record<string, { Keys: unknown[] }> = {};
    for (const [table, { Keys, ...more }] of asked) {
      const count = chance.whole(1, Keys.length);
      read[table] = { ...more, Keys: Keys.slice(0, count) };
      if (count < Keys.length) left[table] = { ...more, Keys: Keys.slice(count) };
    }
    return { ...database.call(action, { RequestItems: read }), UnprocessedKeys: left };
  };

  return ({ service, action, input }) => {
    if (service === 'dynamodb') return useDatabase(action, input);
    if (service === 'sqs') return sendBatch(input);
    return service === 'ses' ? sendMail(input) : useKey(action, input);
  };
}
