import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SealedMessage } from '../../../ports/case-store.ts';
import { rowsOfCase } from '../dynamo/read-rows.ts';
import { messageFrom } from './rows.ts';

/** The thread of a case, sorted by number: the sort keys are text, and in text 10 comes before 2. */
export async function messagesOf(db: DynamoDBClient, table: string, caseId: string): Promise<SealedMessage[]> {
  const rows = await rowsOfCase(db, table, caseId, 'MESSAGE#');
  return rows.map(messageFrom).sort((a, b) => a.number - b.number);
}
