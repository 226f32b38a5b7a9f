import { ScanCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Erasure, ErasureJournal } from '../../../ports/erasing.ts';
import { fromRow, toRow, type Row } from '../dynamo/attribute-values.ts';
import { casePartition, type RowKey } from '../cases/rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

export const erasureKey = (caseId: string): RowKey => ({ pk: casePartition(caseId), sk: 'ERASURE' });

/**
 * A row of the journal. It stands in the index `unfinished`, at the time of the next look, until a run has found
 * nothing left of the case.
 */
export function erasureRow(erasure: Erasure): Row {
  const { at, caseId, finishedAt, lookAgainAt = at } = erasure;
  const mark = finishedAt === undefined ? { unfinishedPk: 'UNFINISHED', unfinishedSk: `${lookAgainAt}#${caseId}` } : {};
  return toRow({ ...erasureKey(caseId), ...erasure, ...mark });
}

const structural = ['pk', 'sk', 'unfinishedPk', 'unfinishedSk'];

export function erasureFrom(row: Row): Erasure {
  return fromRow(
    Object.fromEntries(Object.entries(row).filter(([name]) => !structural.includes(name))),
  ) as unknown as Erasure;
}

/**
 * Reads the whole journal, page by page. Only a person who replays it after a restore does that; no function has the
 * right.
 */
export function erasureJournal(db: DynamoDBClient, tables: Pick<TableNames, 'erasures'>): ErasureJournal {
  return {
    all: async function* () {
      let from: Record<string, AttributeValue> | undefined;
      do {
        const page = await db.send(
          new ScanCommand({
            TableName: tables.erasures,
            ConsistentRead: true,
            ...(from === undefined ? {} : { ExclusiveStartKey: from }),
          }),
        );
        yield* (page.Items ?? []).map(erasureFrom);
        from = page.LastEvaluatedKey;
      } while (from !== undefined);
    },
  };
}
