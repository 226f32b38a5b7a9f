import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SealedReader } from '../../../ports/case-store.ts';
import { messagesOf, notesOf, unitsOf } from './thread.ts';
import { getRow } from '../dynamo/read-rows.ts';
import { caseKeysKey, reportFrom, reportKey, staffKeysFrom } from './rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

export function sealedReader(db: DynamoDBClient, tables: Pick<TableNames, 'cases' | 'keys'>): SealedReader {
  return {
    report: async (caseId) => {
      const row = await getRow(db, tables.cases, reportKey(caseId));
      return row && reportFrom(row);
    },
    messages: (caseId, numbers) => messagesOf(db, tables.cases, caseId, numbers),
    notes: (caseId, numbers) => notesOf(db, tables.cases, caseId, numbers),
    units: (caseId) => unitsOf(db, tables.cases, caseId),
    wrappedKeys: async (caseId) => {
      const row = await getRow(db, tables.keys, caseKeysKey(caseId));
      return row && staffKeysFrom(row);
    },
  };
}
