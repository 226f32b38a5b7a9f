import {
  ConditionalCheckFailedException,
  UpdateItemCommand,
  type DynamoDBClient,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { transact } from './transaction.ts';

/** A change of one row, on a condition. */
export type RowUpdate = NonNullable<TransactWriteItem['Update']>;

/** How many rows are changed in one write. It leaves room below the hundred of a transaction. */
const rowsAtOnce = 50;

/** Changes a row if its condition holds. Answers whether it did. */
export async function updateIf(db: DynamoDBClient, update: RowUpdate): Promise<boolean> {
  try {
    await db.send(new UpdateItemCommand(update));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/**
 * Changes rows, each if its own condition holds. Answers for each whether it did, in their order. Mostly all conditions
 * hold, and then up to 50 rows are one write. Where one does not hold, or another transaction is met, each row of those is
 * changed by itself.
 */
export async function updateEach(db: DynamoDBClient, updates: readonly RowUpdate[]): Promise<boolean[]> {
  const held: boolean[] = [];
  for (let from = 0; from < updates.length; from += rowsAtOnce) {
    held.push(...(await updateTogether(db, updates.slice(from, from + rowsAtOnce))));
  }
  return held;
}

async function updateTogether(db: DynamoDBClient, updates: readonly RowUpdate[]): Promise<boolean[]> {
  const isOne = updates.length === 1;
  const { committed } = isOne
    ? { committed: false }
    : await transact(
        db,
        updates.map((update) => ({ label: 'row' as const, item: { Update: update } })),
      );
  return committed ? updates.map(() => true) : Promise.all(updates.map((update) => updateIf(db, update)));
}
