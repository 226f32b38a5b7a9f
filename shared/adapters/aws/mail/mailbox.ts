import { ConditionalCheckFailedException, UpdateItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { eventNumberOf } from '../../../domain/case/events.ts';
import type { UndeliveredBecause } from '../../../domain/case/unseen/undelivered.ts';
import type { Mailbox, MailRef } from '../../../ports/mailbox.ts';
import { toRow, type Row } from '../dynamo/attribute-values.ts';
import { letterFrom, letterKey, mailsOf } from './letter-row.ts';
import { isWaiting, mailFrom, mailKey, taggedMailFrom, tagKey } from './mail-row.ts';
import { getRow, getRows, rowsOfCase } from '../dynamo/read-rows.ts';
import { dueAttributes } from '../cases/rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/** The same rule as `isWaiting`, as a condition; `refused` is the value that it compares with. */
const waits =
  'attribute_not_exists(sentAt) AND attribute_not_exists(droppedBecause) AND (attribute_not_exists(undelivered) OR undelivered = :refused)';
const refused = { ':refused': 'refused' satisfies UndeliveredBecause };

export function mailbox(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): Mailbox {
  /** Changes the row if the condition holds. Answers whether it did. */
  const update = async (mail: MailRef, expression: string, condition: string, values?: Row): Promise<boolean> => {
    try {
      await db.send(
        new UpdateItemCommand({
          TableName: tables.cases,
          Key: toRow(mailKey(mail)),
          UpdateExpression: expression,
          ConditionExpression: condition,
          ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };

  return {
    markSent: async (mail, at, messageId) => {
      await update(
        mail,
        'SET sentAt = :at, messageId = :messageId REMOVE duePk, dueSk',
        'attribute_exists(pk) AND attribute_not_exists(sentAt)',
        toRow({ ':at': at, ':messageId': messageId }),
      );
    },
    markRepeating: async (mail, at, messageId, again) => {
      const due = dueAttributes(mailKey(mail), again);
      await update(
        mail,
        'SET toldAt = :at, messageId = :messageId, retryAt = :again, duePk = :duePk, dueSk = :dueSk',
        `attribute_exists(pk) AND ${waits}`,
        toRow({
          ...refused,
          ':at': at,
          ':messageId': messageId,
          ':again': again,
          ':duePk': due.duePk,
          ':dueSk': due.dueSk,
        }),
      );
    },
    endRepeats: async (mail) => {
      await update(
        mail,
        'SET sentAt = toldAt REMOVE duePk, dueSk',
        'attribute_exists(toldAt) AND attribute_not_exists(sentAt)',
      );
    },
    markDropped: async (mail, because) => {
      await update(
        mail,
        'SET droppedBecause = :because REMOVE duePk, dueSk',
        'attribute_exists(pk) AND attribute_not_exists(sentAt)',
        toRow({ ':because': because }),
      );
    },
    markDelayed: async (mail, at) => {
      await update(mail, 'SET delayedAt = :at', 'attribute_exists(pk)', toRow({ ':at': at }));
    },
    claim: async (mail, until, letter) => {
      const due = dueAttributes(mailKey(mail), until);
      const next = mail.attempts + 1;
      const taken = await update(
        mail,
        'SET attempts = :next, retryAt = :until, duePk = :duePk, dueSk = :dueSk, letters = list_append(if_not_exists(letters, :none), :letter)',
        `attempts = :attempts AND ${waits}`,
        toRow({
          ':attempts': mail.attempts,
          ':next': next,
          ':until': until,
          ':none': [],
          ':letter': [letter],
          ...refused,
          ':duePk': due.duePk,
          ':dueSk': due.dueSk,
        }),
      );
      const letters = [...(mail.letters ?? []), letter];
      return taken ? { ...mail, attempts: next, retryAt: until, letters } : undefined;
    },
    giveBack: async (taken, before) => {
      const due = dueAttributes(mailKey(taken), before.retryAt);
      await update(
        taken,
        'SET attempts = :before, retryAt = :retryAt, duePk = :duePk, dueSk = :dueSk',
        `attempts = :attempts AND ${waits}`,
        toRow({
          ':attempts': taken.attempts,
          ':before': before.attempts,
          ':retryAt': before.retryAt,
          ...refused,
          ':duePk': due.duePk,
          ':dueSk': due.dueSk,
        }),
      );
    },
    waiting: async (mails) => {
      const rows = await getRows(db, tables.cases, mails.map(mailKey));
      return rows.flatMap((row) => (row === undefined ? [] : [mailFrom(row)])).filter(isWaiting);
    },
    ofEvent: async (caseId, eventId) => {
      const rows = await rowsOfCase(db, tables.cases, caseId, `MAIL#${eventNumberOf(eventId)}#`);
      return rows.map(mailFrom).filter(isWaiting);
    },
    one: async (mail) => {
      const row = await getRow(db, tables.cases, mailKey(mail));
      return row && mailFrom(row);
    },
    byTag: async (tag) => {
      const letter = await getRow(db, tables.cases, letterKey(tag));
      if (letter !== undefined) return mailsOf(letterFrom(letter));
      const pointer = await getRow(db, tables.cases, tagKey(tag));
      return pointer === undefined ? [] : [taggedMailFrom(pointer)];
    },
    ofCase: async (caseId) => (await rowsOfCase(db, tables.cases, caseId, 'MAIL#')).map(mailFrom),
  };
}
