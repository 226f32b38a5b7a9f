import type { CancellationReason } from '@aws-sdk/client-dynamodb';
import { conditionOf, updateOf } from './expressions.ts';
import {
  checkGiven,
  checkItem,
  checkKey,
  checkParameters,
  givenIn,
  type Input,
  type Key,
  type MadeTable,
} from './refusals.ts';
import { refusal, type Row } from './values.ts';

/** One write, once it is sure that it may be asked for. */
export interface Write<Table> {
  table: Table;
  key: Key;
  holds: (before: Row | undefined) => boolean;
  /** The row as it is to be; undefined deletes it. A check writes nothing. */
  next: ((before: Row | undefined) => Row | undefined) | 'check';
  showsOld: boolean;
}

const kinds = ['Put', 'Update', 'Delete', 'ConditionCheck'];

/** The write of an entry of a transaction, or of a call of its own. */
export function writeOf<Table extends MadeTable>(
  entry: Readonly<Record<string, Input>>,
  tableNamed: (name: string) => Table,
): Write<Table> {
  const [[kind, input] = ['', {}], another] = Object.entries(entry).filter(([, of]) => of !== undefined);
  if (another !== undefined || !kinds.includes(kind))
    throw refusal('TransactItems can only contain one of Check, Put, Update or Delete');
  const table = tableNamed(String(input.TableName));
  const expression = (name: string): string | undefined => input[name] as string | undefined;
  const given = givenIn(input);
  const conditioned = expression('ConditionExpression');
  const updated = expression('UpdateExpression');
  const condition = conditioned === undefined ? undefined : conditionOf(conditioned);
  const update = updated === undefined ? undefined : updateOf(updated);
  if (kind === 'ConditionCheck' && condition === undefined) throw refusal('ConditionExpression is required');
  checkGiven(
    given,
    [condition, update].flatMap((one) => (one === undefined ? [] : [one.uses])),
  );
  const common = {
    table,
    holds: (before: Row | undefined) => condition?.(before, given) ?? true,
    showsOld: input['ReturnValuesOnConditionCheckFailure'] === 'ALL_OLD',
  };
  if (kind === 'Put') {
    const row = input['Item'] as Row;
    checkItem(table, row, false);
    const [pk, sk] = [row[table.partitionKey], row[table.sortKey]];
    return { ...common, key: { [table.partitionKey]: pk, [table.sortKey]: sk } as Key, next: () => row };
  }
  const key = input['Key'] as Key;
  checkKey(table, key);
  if (kind === 'Delete') return { ...common, key, next: () => undefined };
  if (kind === 'ConditionCheck') return { ...common, key, next: 'check' };
  for (const name of update?.changed(given) ?? [])
    if (name in key)
      throw refusal(
        `One or more parameter values were invalid: Cannot update attribute ${name}. This attribute is part of the key`,
      );
  const next = (before: Row | undefined): Row => {
    const row = { ...update?.(before ?? {}, given), ...key };
    const changed = update === undefined ? { ...before, ...key } : row;
    checkItem(table, changed, true);
    return changed;
  };
  return { ...common, key, next };
}

/** Why a write of a transaction cannot be done, or the row as it would be. */
export function reasonOf<Table>(
  write: Write<Table>,
  before: Row | undefined,
): { reason: CancellationReason; row: Row | undefined } {
  if (!write.holds(before)) {
    const old = write.showsOld && before !== undefined ? { Item: before } : {};
    const reason = { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', ...old };
    return { reason, row: undefined };
  }
  try {
    return { reason: { Code: 'None' }, row: write.next === 'check' ? undefined : write.next(before) };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ValidationException') throw error;
    return { reason: { Code: 'ValidationError', Message: error.message }, row: undefined };
  }
}

/** The entries of a transaction: one to a hundred, each about another item. */
export function checkEntries(items: readonly Readonly<Record<string, Input>>[]): void {
  if (items.length === 0 || items.length > 100)
    throw refusal(
      `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must have length ${items.length === 0 ? 'greater than or equal to 1' : 'less than or equal to 100'}`,
    );
  for (const item of items)
    for (const [kind, input] of Object.entries(item)) if (input !== undefined) checkParameters(kind, input);
}
