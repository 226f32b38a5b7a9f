import { ConditionalCheckFailedException, UpdateItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { ReceiptDesk, ReporterTurn } from '../../../ports/case-store.ts';
import { toRow } from '../dynamo/attribute-values.ts';
import type { TableNames } from '../dynamo/table-names.ts';
import { receiptKey } from './rows.ts';

/** The attributes that count the requests of a receipt. They stand on its own row, so they end with it. */
export const turnAttributes: Readonly<Record<ReporterTurn, { minute: string; count: string }>> = {
  message: { minute: 'messageMinute', count: 'messageTurns' },
  withdraw: { minute: 'withdrawMinute', count: 'withdrawTurns' },
  lock: { minute: 'lockMinute', count: 'lockTurns' },
  helped: { minute: 'helpedMinute', count: 'helpedTurns' },
};

/** A receipt that is changed at this moment refuses single writes. That is over within milliseconds. */
const tries = 5;

/**
 * Counts a request of a receipt's holder. The first write begins a minute, the second one counts within it. Each is one
 * conditional update of one row, so any number at once are counted one by one. A receipt without a live row counts
 * nothing and leaves no row.
 */
export function reporterTurns(db: DynamoDBClient, tables: Pick<TableNames, 'cases'>): Pick<ReceiptDesk, 'takeTurn'> {
  /** True when the condition held. */
  const update = async (lookup: string, expressions: Update): Promise<boolean> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await db.send(
          new UpdateItemCommand({ TableName: tables.cases, Key: toRow(receiptKey(lookup)), ...expressions }),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        const isMet = error instanceof Error && error.name === 'TransactionConflictException';
        if (!isMet || attempt === tries) throw error;
      }
    }
  };

  return {
    takeTurn: async (lookup, turn, minute, atMost) => {
      const { minute: at, count } = turnAttributes[turn];
      const isLive = 'attribute_exists(caseId) AND attribute_not_exists(dead)';
      const begins = await update(lookup, {
        UpdateExpression: `SET ${at} = :minute, ${count} = :one`,
        ConditionExpression: `${isLive} AND (attribute_not_exists(${at}) OR ${at} < :minute)`,
        ExpressionAttributeValues: toRow({ ':minute': minute, ':one': 1 }),
      });
      if (begins) return true;
      return update(lookup, {
        UpdateExpression: `SET ${count} = ${count} + :one`,
        ConditionExpression: `${isLive} AND ${at} >= :minute AND ${count} < :most`,
        ExpressionAttributeValues: toRow({ ':minute': minute, ':one': 1, ':most': atMost }),
      });
    },
  };
}

type Update = Pick<
  ConstructorParameters<typeof UpdateItemCommand>[0],
  'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'
>;
