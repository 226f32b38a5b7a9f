import {
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type DynamoDBClient,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { TransactionTooLarge, transactionLimits } from '../../../ports/transaction-too-large.ts';
import { toRow, type Row } from './attribute-values.ts';
import { bytesOfWrite } from './size.ts';
import type { RowKey } from '../cases/rows.ts';

/** One write of a transaction. The label names it in `refused` when its condition does not hold. */
export interface Step<Label extends string> {
  label: Label;
  item: TransactWriteItem;
}

/**
 * `refused` names the steps whose condition did not hold, with the existing row if it was asked for. It is empty when
 * the transaction only met another one or was throttled.
 */
export type Committed<Label extends string> =
  { committed: true } | { committed: false; refused: ReadonlyMap<Label, Row | undefined> };

/**
 * After these reasons and faults the same may be tried again. In most cases nothing was written. Where an earlier call
 * is still in progress, the conditions of the next try show what it wrote.
 */
const contention = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'TransactionInProgressException',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
]);

/**
 * Writes all or nothing. Throws on faults of the database, and on a transaction that can never succeed. What is larger
 * than one transaction may be throws `TransactionTooLarge` before the call, which names the limit.
 */
export async function transact<Label extends string>(
  db: DynamoDBClient,
  steps: readonly Step<Label>[],
): Promise<Committed<Label>> {
  refuseTooLarge(steps);
  try {
    await db.send(new TransactWriteItemsCommand({ TransactItems: steps.map((step) => step.item) }));
    return { committed: true };
  } catch (error) {
    if (error instanceof TransactionCanceledException) return cancelled(error, steps);
    if (error instanceof Error && contention.has(error.name)) return { committed: false, refused: new Map() };
    throw error;
  }
}

function refuseTooLarge(steps: readonly Step<string>[]): void {
  const sizes = steps.map(({ item }) => bytesOfWrite(item));
  const reached = {
    writes: steps.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    rowBytes: Math.max(0, ...sizes),
  };
  for (const limit of ['writes', 'bytes', 'rowBytes'] as const) {
    if (reached[limit] > transactionLimits[limit]) throw new TransactionTooLarge(limit, reached[limit]);
  }
}

/**
 * DynamoDB answers with one reason for each step, in the order of the steps. `None` means that the step was not at
 * fault.
 */
function cancelled<Label extends string>(
  error: TransactionCanceledException,
  steps: readonly Step<Label>[],
): Committed<Label> {
  const reasons = error.CancellationReasons ?? [];
  const refused = new Map<Label, Row | undefined>();
  for (const [position, step] of steps.entries()) {
    const reason = reasons[position];
    if (reason?.Code === 'ConditionalCheckFailed' && !refused.has(step.label)) refused.set(step.label, reason.Item);
  }
  const contended = reasons.some((reason) => contention.has(reason.Code ?? ''));
  if (refused.size === 0 && !contended) throw error;
  return { committed: false, refused };
}

export const put = (table: string, row: Row): TransactWriteItem => ({ Put: { TableName: table, Item: row } });

/** Puts a row that must not exist yet. */
export const putNew = (table: string, row: Row): TransactWriteItem => ({
  Put: { TableName: table, Item: row, ConditionExpression: 'attribute_not_exists(pk)' },
});

/** Puts a row that must not exist yet. A refusal brings the row that exists. Only for rows that answer a retry. */
export const putNewOrShow = (table: string, row: Row): TransactWriteItem => ({
  Put: {
    TableName: table,
    Item: row,
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});

export const remove = (table: string, key: RowKey): TransactWriteItem => ({
  Delete: { TableName: table, Key: toRow(key) },
});
