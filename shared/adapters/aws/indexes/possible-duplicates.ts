import { QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { messagesPerMinute } from '../../../domain/commands/reporter/message-rate.ts';
import type { PossibleDuplicates } from '../../../ports/case-store.ts';
import { toRow, type Row } from '../dynamo/attribute-values.ts';
import { getRow } from '../dynamo/read-rows.ts';
import { addedLookupPrefix, casePartition, lookupIndexKey, matchKeysIn } from '../cases/rows.ts';
import { receivedUnder } from './cases-by-match-key.ts';
import type { TableNames } from '../dynamo/table-names.ts';

const casesAtMost = 20;
/**
 * How many rows of added match keys are read: those of the newest messages that brought any. A minute brings ten
 * messages at most (`messagesPerMinute`), and each one is looked at by an event of its own. So none is passed over,
 * even if its event waits for five minutes.
 */
const addedRowsAtMost = 5 * messagesPerMinute;

export function possibleDuplicates(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): PossibleDuplicates {
  const newestAdded = async (caseId: string): Promise<Row[]> => {
    const page = await db.send(
      new QueryCommand({
        TableName: tables.cases,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: toRow({ ':pk': casePartition(caseId), ':prefix': addedLookupPrefix }),
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: addedRowsAtMost,
      }),
    );
    return page.Items ?? [];
  };

  return {
    sharedWith: async (caseId) => {
      const [own, added] = await Promise.all([getRow(db, tables.cases, lookupIndexKey(caseId)), newestAdded(caseId)]);
      const blinds = new Set([own, ...added].flatMap(matchKeysIn));
      const receivedAt = await receivedUnder(db, tables, [...blinds]);
      receivedAt.delete(caseId);
      return [...receivedAt]
        .sort(([idA, a], [idB, b]) => (`${a}${idA}` < `${b}${idB}` ? -1 : 1))
        .slice(0, casesAtMost)
        .map(([id]) => id);
    },
  };
}
