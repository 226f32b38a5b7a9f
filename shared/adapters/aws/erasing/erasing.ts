import { DeleteItemCommand, PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Case } from '../../../domain/case/case.ts';
import { inParallel } from '../../../lambda/in-parallel.ts';
import type { Erasing, Erasure } from '../../../ports/erasing.ts';
import type { FinalFigures } from '../../../ports/facts.ts';
import { erasedNumberRow } from '../access/access-log.ts';
import { textOf, toRow, type Row } from '../dynamo/attribute-values.ts';
import { erasureFrom, erasureRow } from './erasure-journal.ts';
import { eventKey } from '../events/event-row.ts';
import { addToTally, factKey, factPointerKey, factRow, noticeRow } from '../figures/fact-row.ts';
import { getRow, queryAll, queryPages } from '../dynamo/read-rows.ts';
import { keysElsewhere, lookupsIn, rowsElsewhere } from './rows-that-lead-to.ts';
import {
  caseKeysKey,
  casePartition,
  lookupIndexKey,
  metaKey,
  numberKey,
  receiptKeysKey,
  referralKeysKey,
  requestKey,
} from '../cases/rows.ts';
import type { RowKey } from '../cases/rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { put, putNew, remove, transact } from '../dynamo/transaction.ts';

type ErasedTables = Pick<TableNames, 'cases' | 'caseEvents' | 'keys' | 'facts' | 'erasures' | 'accessLog'>;

/** How many rows are removed at the same time. */
const atOnce = 16;

export function erasing(db: DynamoDBClient, tables: ErasedTables): Erasing {
  const removeRow = (table: string, key: object): Promise<unknown> =>
    db.send(new DeleteItemCommand({ TableName: table, Key: toRow(key) }));
  /** The rows of a case, page by page: nobody holds a long thread whole. */
  const partition = (table: string, caseId: string): AsyncGenerator<Row[]> =>
    queryPages(db, {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toRow({ ':pk': casePartition(caseId) }),
    });

  return {
    begin: async (of, { id, fact, notices, tallies, known }, at, because) => {
      const { caseId } = of;
      const [foundBy, counted] = await Promise.all([
        getRow(db, tables.cases, lookupIndexKey(caseId)),
        getRow(db, tables.cases, factPointerKey(caseId)),
      ]);
      if (foundBy === undefined) throw new Error('A case has no row that says what leads to it.');
      const keys = keysOf(of, foundBy);
      const erasure: Erasure = { caseId, requestId: textOf(foundBy, 'requestId'), keys, at, because };
      const outcome = await transact<'case' | 'rest'>(db, [
        { label: 'rest', item: putNew(tables.erasures, erasureRow(erasure)) },
        {
          label: 'case',
          item: {
            Delete: {
              TableName: tables.cases,
              Key: toRow(metaKey(caseId)),
              ConditionExpression: 'revision = :revision',
              ExpressionAttributeValues: toRow({ ':revision': of.revision }),
            },
          },
        },
        { label: 'rest', item: remove(tables.cases, numberKey(of.caseNumber)) },
        { label: 'rest', item: put(tables.accessLog, erasedNumberRow(of.caseNumber, caseId)) },
        { label: 'rest', item: put(tables.cases, tombstone(erasure.requestId)) },
        { label: 'rest', item: put(tables.facts, factRow(fact, id)) },
        ...notices.map((one) => ({ label: 'rest' as const, item: put(tables.facts, noticeRow(one)) })),
        ...tallies.map((one) => ({ label: 'rest' as const, item: addToTally(tables.facts, one) })),
        ...(counted === undefined ? [] : [{ label: 'rest' as const, item: remove(tables.facts, countedKey(counted)) }]),
        { label: 'rest', item: { Delete: { TableName: tables.cases, ...pointerAsKnown(caseId, known) } } },
      ]);
      return outcome.committed ? erasure : undefined;
    },

    unfinished: async (now) => {
      const rows = await queryAll(db, {
        TableName: tables.erasures,
        IndexName: 'unfinished',
        KeyConditionExpression: 'unfinishedPk = :unfinished',
        ExpressionAttributeValues: toRow({ ':unfinished': 'UNFINISHED' }),
      });
      const all = rows.map(erasureFrom);
      const dueAt = ({ at, lookAgainAt = at }: Erasure): string => lookAgainAt;
      const nextAt = all.map(dueAt).find((at) => at > now);
      return { due: all.filter((one) => dueAt(one) <= now), ...(nextAt === undefined ? {} : { nextAt }) };
    },

    remove: async ({ caseId, requestId, keys }) => {
      // Keys first: from here on nothing can open what is still there.
      await inParallel(atOnce, keys, (pk) => removeRow(tables.keys, { pk, sk: 'KEYS' }));
      // The tombstone was written when the erasure began. A restore may have put the earlier row back.
      await db.send(new PutItemCommand({ TableName: tables.cases, Item: tombstone(requestId) }));

      let removed = 0;
      for await (const rows of partition(tables.cases, caseId)) {
        // After a restore the rows may name an earlier receipt than the journal does.
        const otherKeys = rows.flatMap(keysElsewhere);
        await inParallel(atOnce, otherKeys, (key) => removeRow(tables.keys, key));
        // What a row leads to is removed before the row. If the run breaks off in between, the next one still finds the
        // way. Row by row, so that each run comes further, however soon it breaks off.
        await inParallel(atOnce, rows, async (row) => {
          await inParallel(atOnce, rowsElsewhere(row), (key) => removeRow(tables.cases, key));
          if (row['sk']?.S === factPointerKey(caseId).sk) await removeRow(tables.facts, countedKey(row));
          await removeRow(tables.cases, keyOf(row));
        });
        removed += rows.length;
      }
      for await (const events of partition(tables.caseEvents, caseId)) {
        await inParallel(atOnce, events, (row) =>
          db.send(
            new DeleteItemCommand({
              TableName: tables.caseEvents,
              Key: eventKey({ caseId, number: Number(row['number']?.N) }),
            }),
          ),
        );
        removed += events.length;
      }
      return removed;
    },

    lookAgain: async (erasure, at) => {
      await db.send(
        new PutItemCommand({ TableName: tables.erasures, Item: erasureRow({ ...erasure, lookAgainAt: at }) }),
      );
    },

    finish: async (erasure, at) => {
      await db.send(
        new PutItemCommand({ TableName: tables.erasures, Item: erasureRow({ ...erasure, finishedAt: at }) }),
      );
    },
  };
}

const keyOf = (row: Row): RowKey => ({ pk: textOf(row, 'pk'), sk: textOf(row, 'sk') });

/** The tombstone. A retry of the report learns from it that the report was erased, and nothing else. */
const tombstone = (requestId: string): Row => toRow({ ...requestKey(requestId), requestId, erased: true });

/** The pointer goes if nobody counted the case meanwhile: a notice would be counted a second time. */
function pointerAsKnown(caseId: string, known: FinalFigures['known']) {
  const Key = toRow(factPointerKey(caseId));
  if (known === undefined) return { Key, ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    Key,
    ConditionExpression: 'attribute_not_exists(noticeCount) OR noticeCount = :notices',
    ExpressionAttributeValues: toRow({ ':notices': known.notices }),
  };
}

/** The place of the fact that a case's pointer names. */
function countedKey(pointer: Row): RowKey {
  return factKey({ month: textOf(pointer, 'month'), quarter: '' }, textOf(pointer, 'id'));
}

/** Every partition of the Keys table that holds something of a case. */
function keysOf(of: Case, foundBy: Row): string[] {
  return [
    caseKeysKey(of.caseId),
    ...lookupsIn(foundBy).map(receiptKeysKey),
    ...(of.referrals ?? []).map(({ id }) => referralKeysKey(of.caseId, id)),
  ].map(({ pk }) => pk);
}
