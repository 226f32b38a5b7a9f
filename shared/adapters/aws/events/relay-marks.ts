import { ConditionalCheckFailedException, UpdateItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CaseEvent } from '../../../domain/case/events.ts';
import type { RelayMarks } from '../../../ports/outbox.ts';
import { toRow } from '../dynamo/attribute-values.ts';
import { eventKey } from './event-row.ts';
import type { TableNames } from '../dynamo/table-names.ts';

/** Writes when an event was put on its consumers' queues. It touches no other attribute: the role allows none. */
export function relayMarks(db: DynamoDBClient, tables: Pick<TableNames, 'caseEvents'>): RelayMarks {
  return {
    markSent: (event, at) => updateMark(db, tables.caseEvents, event, 'SET sentAt = :at', { ':at': at }),
  };
}

/**
 * An event that was erased in the meantime has no mark to set. Without the condition, the update would create an empty
 * row.
 */
export async function updateMark(
  db: DynamoDBClient,
  table: string,
  event: CaseEvent,
  expression: string,
  values?: Readonly<Record<string, string | number>>,
): Promise<void> {
  try {
    await db.send(
      new UpdateItemCommand({
        TableName: table,
        Key: eventKey(event),
        UpdateExpression: expression,
        ConditionExpression: 'attribute_exists(pk)',
        ...(values ? { ExpressionAttributeValues: toRow(values) } : {}),
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
