import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SealedReader } from '../../../ports/case-store.ts';
import { messagesOf } from './thread.ts';
import { getRow, rowsOfCase } from '../dynamo/read-rows.ts';
import { caseKeysKey, noteFrom, reportFrom, reportKey, staffKeysFrom } from './rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

export function sealedReader(db: DynamoDBClient, tables: Pick<TableNames, 'cases' | 'keys'>): SealedReader {
  return {
    report: async (caseId) => {
      const row = await getRow(db, tables.cases, reportKey(caseId));
      return row && reportFrom(row);
    },
    messages: (caseId) => messagesOf(db, tables.cases, caseId),
    // Sorted by number: the sort keys are text, and in text 10 comes before 2.
    notes: async (caseId) =>
      (await rowsOfCase(db, tables.cases, caseId, 'NOTE#')).map(noteFrom).sort((a, b) => a.number - b.number),
    wrappedKeys: async (caseId) => {
      const row = await getRow(db, tables.keys, caseKeysKey(caseId));
      return row && staffKeysFrom(row);
    },
  };
}
