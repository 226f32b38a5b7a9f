import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { eventNumberOf } from '../../../domain/case/events.ts';
import type { UndeliveredBecause } from '../../../domain/case/unseen/undelivered.ts';
import type { Mailbox, MailRef } from '../../../ports/mailbox.ts';
import { toRow, type Row } from '../dynamo/attribute-values.ts';
import { letterFrom, letterKey, mailsOf } from './letter-row.ts';
import { isWaiting, mailFrom, mailKey, taggedMailFrom, tagKey } from './mail-row.ts';
import { getRow, getRows, rowsOfCase } from '../dynamo/read-rows.ts';
import { dueAttributes } from '../cases/rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { updateEach, updateIf, type RowUpdate } from '../dynamo/update-each.ts';

/** The same rule as `isWaiting`, as a condition; `refused` is the value that it compares with. */
const waits =
  'attribute_not_exists(sentAt) AND attribute_not_exists(droppedBecause) AND (attribute_not_exists(undelivered) OR undelivered = :refused)';
const refused = { ':refused': 'refused' satisfies UndeliveredBecause };

export function mailbox(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): Mailbox {
  const updateOf = (mail: MailRef, expression: string, condition: string, values?: Row): RowUpdate => ({
    TableName: tables.cases,
    Key: toRow(mailKey(mail)),
    UpdateExpression: expression,
    ConditionExpression: condition,
    ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
  });
  const update = (...change: Parameters<typeof updateOf>): Promise<boolean> => updateIf(db, updateOf(...change));

  return {
    markTold: async (told, at, messageId) => {
      const marks = told.map(({ mail, again }) => {
        if (again === undefined) {
          return updateOf(
            mail,
            'SET sentAt = :at, messageId = :messageId REMOVE duePk, dueSk, code',
            'attribute_exists(pk) AND attribute_not_exists(sentAt)',
            toRow({ ':at': at, ':messageId': messageId }),
          );
        }
        const due = dueAttributes(mailKey(mail), again);
        return updateOf(
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
      });
      await updateEach(db, marks);
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
    claim: async (mails, until, letter) => {
      const claims = mails.map((mail) => {
        const taken = {
          ...mail,
          attempts: mail.attempts + 1,
          retryAt: until(mail),
          letters: [...(mail.letters ?? []), letter],
        };
        const due = dueAttributes(mailKey(mail), taken.retryAt);
        const claim = updateOf(
          mail,
          'SET attempts = :next, retryAt = :until, duePk = :duePk, dueSk = :dueSk, letters = list_append(if_not_exists(letters, :none), :letter)',
          `attempts = :attempts AND ${waits}`,
          toRow({
            ':attempts': mail.attempts,
            ':next': taken.attempts,
            ':until': taken.retryAt,
            ':none': [],
            ':letter': [letter],
            ...refused,
            ':duePk': due.duePk,
            ':dueSk': due.dueSk,
          }),
        );
        return { taken, claim };
      });
      const held = await updateEach(
        db,
        claims.map(({ claim }) => claim),
      );
      return claims.map(({ taken }, index) => (held[index] === true ? taken : undefined));
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
