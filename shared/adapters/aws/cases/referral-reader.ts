import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { ReferralReader } from '../../../ports/case-store.ts';
import { textOf } from '../dynamo/attribute-values.ts';
import { getRow, rowsOfCase } from '../dynamo/read-rows.ts';
import { referralKeysKey, sealedReferralFrom } from './rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

export function referralReader(db: DynamoDBClient, tables: Pick<TableNames, 'cases' | 'keys'>): ReferralReader {
  return {
    parts: async (caseId, id) =>
      (await rowsOfCase(db, tables.cases, caseId, `REFERRAL#${id}#`)).map(sealedReferralFrom),
    wrappedKey: async (caseId, id) => {
      const row = await getRow(db, tables.keys, referralKeysKey(caseId, id));
      return row && textOf(row, 'wrapped');
    },
  };
}
