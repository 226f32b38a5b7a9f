import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Severity } from '../../../domain/report/severity.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { Due, DueIndex } from '../../../ports/due-index.ts';
import { textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { letterIdOf } from '../mail/letter-row.ts';
import { mailRefOf } from '../mail/mail-row.ts';
import { queryHead } from '../dynamo/read-rows.ts';
import { caseIdOf, timerIdOf } from '../cases/rows.ts';
import { shardOf, shards } from '../dynamo/shard.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/** How many entries of a shard are read when only mails are looked for: about twelve KiB. */
const entriesOfShard = 100;

/** An entry of the `due` index: the key of the row, and since when it is due. */
interface Entry {
  pk: string;
  sk: string;
  dueAt: string;
  row: Row;
}

export function dueIndex(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): DueIndex {
  const headOf = (shard: number, until: string): Promise<Row[]> =>
    queryHead(
      db,
      {
        TableName: tables.cases,
        IndexName: 'due',
        KeyConditionExpression: 'duePk = :shard',
        ExpressionAttributeValues: toRow({ ':shard': `DUE#${shard}` }),
      },
      (row) => instantOf(row) > until,
    );

  return {
    casesWithMail: async (until) => {
      const pages = await Promise.all(
        shards.map((shard) =>
          db.send(
            new QueryCommand({
              TableName: tables.cases,
              IndexName: 'due',
              KeyConditionExpression: 'duePk = :shard AND dueSk < :after',
              // The `$` sorts after the `#` that follows the instant, so keys of that same instant are included.
              ExpressionAttributeValues: toRow({ ':shard': `DUE#${shard}`, ':after': `${until}$` }),
              Limit: entriesOfShard,
            }),
          ),
        ),
      );
      const entries = pages.flatMap(({ Items = [] }) => Items).map(entryOf);
      const mails = entries.filter(({ sk }) => sk.startsWith('MAIL#'));
      // The oldest of a case comes last, so it is the one that stays.
      const owed = entries.filter(({ sk }) => sk.startsWith('OWED#')).toSorted((a, b) => (a.dueAt < b.dueAt ? 1 : -1));
      return {
        caseIds: new Set(mails.map(({ pk }) => caseIdOf(pk))),
        owedSince: new Map(owed.map(({ pk, dueAt }) => [caseIdOf(pk), dueAt])),
        isAll: pages.every(({ LastEvaluatedKey }) => LastEvaluatedKey === undefined),
      };
    },
    upTo: async (now, mailsUntil) => {
      const heads = await Promise.all(shards.map((shard) => headOf(shard, mailsUntil)));
      return {
        ...dueOf(heads, now, mailsUntil),
        after: async (cases) => {
          const changed = new Set([...cases].map(shardOf));
          const read = shards.map(async (shard) => (changed.has(shard) ? headOf(shard, now) : heads[shard]));
          return dueOf(await Promise.all(read), now, now);
        },
      };
    },
  };
}

function dueOf(heads: readonly (readonly Row[] | undefined)[], now: Instant, mailsUntil: Instant): Due {
  const entries = heads
    .flatMap((rows = []) => rows)
    .toSorted((a, b) => (textOf(a, 'dueSk') < textOf(b, 'dueSk') ? -1 : 1))
    .map(entryOf);
  const nextAt = entries.find(({ dueAt }) => dueAt > now)?.dueAt;
  return {
    timers: entries
      .filter(({ sk, dueAt }) => sk.startsWith('TIMER#') && dueAt <= now)
      .map(({ pk, sk, dueAt, row }) => ({
        caseId: caseIdOf(pk),
        timer: timerIdOf(sk),
        dueAt,
        severity: severityIn(row),
      })),
    mails: entries
      .filter(({ sk, dueAt }) => sk.startsWith('MAIL#') && dueAt <= mailsUntil)
      .map(({ pk, sk, dueAt }) => ({ ...mailRefOf({ pk, sk }), dueAt })),
    letters: entries.filter(({ sk, dueAt }) => sk === 'LETTER' && dueAt <= now).map(({ pk }) => letterIdOf(pk)),
    owed: [
      ...new Set(
        entries.filter(({ sk, dueAt }) => sk.startsWith('OWED#') && dueAt <= now).map(({ pk }) => caseIdOf(pk)),
      ),
    ],
    ...(nextAt === undefined ? {} : { nextAt }),
  };
}

/** A row that does not say how urgent it is counts as critical, and must not keep any other from being raised. */
const severityIn = ({ severity }: Row): Severity => (severity?.S ?? 'critical') as Severity;

const entryOf = (row: Row): Entry => ({ pk: textOf(row, 'pk'), sk: textOf(row, 'sk'), dueAt: instantOf(row), row });

const instantOf = (row: Row): string => {
  const key = textOf(row, 'dueSk');
  return key.slice(0, key.indexOf('#'));
};
