import type { LastLetters } from '../../../domain/mail/mail-pace.ts';
import type { Letter, MailRef } from '../../../ports/mailbox.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { toRow, type Row } from '../dynamo/attribute-values.ts';
import { shardOf } from '../dynamo/shard.ts';
import { contentOf, type RowKey } from '../cases/rows.ts';

export const letterKey = (id: string): RowKey => ({ pk: `LETTER#${id}`, sk: 'LETTER' });
export const letterIdOf = (partition: string): string => partition.slice('LETTER#'.length);

export const letterRow = (letter: Letter): Row => toRow({ ...letterKey(letter.id), ...letter });
export const letterFrom = (row: Row): Letter => contentOf(row) as unknown as Letter;

/** The place in the `due` index of an acknowledged letter, until all is done that follows from it. */
export function dueLetter({ id }: Letter, at: Instant): { duePk: string; dueSk: string } {
  return { duePk: `DUE#${shardOf(id)}`, dueSk: `${at}#LETTER#${id}` };
}

/** The mails that a letter tells. */
export function mailsOf({ to, events }: Letter): MailRef[] {
  return events.map((eventId) => ({ caseId: eventId.slice(0, eventId.indexOf('#')), eventId, to }));
}

/** When a person got letters. */
export const paceKey = (person: string): RowKey => ({ pk: `PACE#${person}`, sk: 'PACE' });
export const lastLettersFrom = (row: Row): LastLetters => contentOf(row);

/** How many mails the service took on a day in UTC, by the hour: `h00` to `h23`. It holds counts and nothing else. */
export const sentKey = (day: string): RowKey => ({ pk: `SENT#${day}`, sk: 'SENT' });
export const hourOf = (at: Instant): string => `h${at.slice(11, 13)}`;
export const sentFrom = (row: Row): Readonly<Record<string, number>> =>
  contentOf(row) as Readonly<Record<string, number>>;
