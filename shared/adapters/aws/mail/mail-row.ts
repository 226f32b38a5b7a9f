import { eventId, eventNumberOf } from '../../../domain/case/events.ts';
import type { Mail, MailRef } from '../../../ports/mailbox.ts';
import { toRow, type Row } from '../dynamo/attribute-values.ts';
import { caseIdOf, casePartition, contentOf, dueAttributes, type RowKey } from '../cases/rows.ts';

export const mailKey = (mail: MailRef): RowKey => ({
  pk: casePartition(mail.caseId),
  sk: `MAIL#${eventNumberOf(mail.eventId)}#${mail.to}`,
});

/** The reference of the mail that stands under a key. */
export function mailRefOf({ pk, sk }: RowKey): MailRef {
  const [, number = '', ...to] = sk.split('#');
  const caseId = caseIdOf(pk);
  return { caseId, eventId: eventId({ caseId, number: Number(number) }), to: to.join('#') };
}

/** Release 0.1.0 wrote such a row with each mail. It leads from the tag in feedback to the mail. */
export const tagKey = (tag: string): RowKey => ({ pk: `TAG#${tag}`, sk: 'TAG' });

export const taggedMailFrom = (row: Row): MailRef => contentOf(row) as unknown as MailRef;

/** Whether a mail still waits to be handed over. A refused mail still waits, because the cause can be put right. */
export function isWaiting({ sentAt, droppedBecause, undelivered }: Mail): boolean {
  const hasComeBack = undelivered !== undefined && undelivered !== 'refused';
  return sentAt === undefined && droppedBecause === undefined && !hasComeBack;
}

/** A mail stands in the `due` index while it waits: until it is sent, dropped or come back. */
export function mailRow(mail: Mail): Row {
  const key = mailKey(mail);
  return toRow({ ...key, ...mail, ...(isWaiting(mail) ? dueAttributes(key, mail.retryAt) : {}) });
}

/** `messageId` is the mail service's own id. It stays on the row for people who ask the service about the mail. */
export function mailFrom(row: Row): Mail {
  const { messageId: _, ...mail } = contentOf(row);
  return mail as unknown as Mail;
}
