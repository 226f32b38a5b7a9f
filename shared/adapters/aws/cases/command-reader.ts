import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CommandReader } from '../../../ports/case-store.ts';
import { getRow } from '../dynamo/read-rows.ts';
import { commandFrom, commandKey } from './rows.ts';
import type { TableNames } from '../dynamo/table-names.ts';

export function commandReader(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): CommandReader {
  return {
    command: async (actor, keyHash) => {
      const row = await getRow(db, tables.cases, commandKey(actor, keyHash));
      return row && commandFrom(row);
    },
  };
}
