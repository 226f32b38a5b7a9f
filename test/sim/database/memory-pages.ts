import { conditionOf, keyConditionOf, projectionOf, type KeyCondition } from './expressions.ts';
import { bytesOf, checkGiven, checkKey, givenIn, type Input, type Key, type MadeTable } from './refusals.ts';
import { compare, refusal, textOf, typeOf, type Row } from './values.ts';

type Index = MadeTable['indexes'][string];

const mostBytes = 1024 * 1024;
const expressionIn = (input: Input, name: string): string | undefined => input[name] as string | undefined;

/** What a query or a scan asks, once it is sure that it may be asked. */
export interface Asked {
  index: Index | undefined;
  /** The one partition that a query reads. */
  partition: string;
  holds: (row: Row) => boolean;
  isShown: (row: Row) => boolean;
  order: (a: Row, b: Row) => number;
  isBackwards: boolean;
  /** What of the rows is brought; undefined is all that the table or index holds. */
  brings: readonly string[] | 'count' | undefined;
  from: Key | undefined;
  limit: number;
}

/** Names of the key of a place to go on from: the table's, and the index's. */
function keyNames(table: MadeTable, index: Index | undefined): string[] {
  const own = [table.partitionKey, table.sortKey];
  return index === undefined ? own : [...own, index.partitionKey, index.sortKey];
}

/** The order of rows in a table or in one of its indexes. */
export function orderOf(table: MadeTable, index: Index | undefined): (a: Row, b: Row) => number {
  const by = [...(index === undefined ? [] : [index.sortKey]), table.partitionKey, table.sortKey];
  return (a, b) => {
    for (const name of by) {
      const order = compare(a[name], b[name]) ?? 0;
      if (order !== 0) return order;
    }
    return 0;
  };
}

export function asked(table: MadeTable, input: Input, isScan: boolean): Asked {
  const indexName = expressionIn(input, 'IndexName');
  const index = indexName === undefined ? undefined : table.indexes[indexName];
  if (indexName !== undefined && index === undefined)
    throw refusal(`The table does not have the specified index: ${indexName}`);
  if (index !== undefined && input['ConsistentRead'] === true)
    throw refusal('Consistent reads are not supported on global secondary indexes');
  if (input['Select'] !== undefined && input['Select'] !== 'COUNT')
    throw new Error('The database in memory selects no more than counts.');
  const limit = Number(input['Limit'] ?? Infinity);
  if (limit < 1)
    throw refusal(
      `1 validation error detected: Value at 'Limit' failed to satisfy constraint: Member must have value greater than or equal to 1`,
    );

  const given = givenIn(input);
  const key = expressionIn(input, 'KeyConditionExpression');
  if (!isScan && key === undefined)
    throw refusal('Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.');
  const condition = key === undefined ? undefined : keyConditionOf(key);
  const filtered = expressionIn(input, 'FilterExpression');
  const filter = filtered === undefined ? undefined : conditionOf(filtered, 'FilterExpression');
  const projected = expressionIn(input, 'ProjectionExpression');
  const projection = projected === undefined ? undefined : projectionOf(projected);
  checkGiven(
    given,
    [condition, filter, projection].flatMap((one) => (one === undefined ? [] : [one.uses])),
  );
  const { partitionKey, sortKey } = index ?? table;
  for (const attribute of filter?.uses.attributes ?? [])
    if (!isScan && [partitionKey, sortKey].includes(attribute(given)))
      throw refusal(
        `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${attribute(given)}`,
      );
  const partition = condition === undefined ? '' : partitionIn(table, index, condition, given);
  const holds = (row: Row): boolean => condition?.parts.every(({ test }) => test(row, given)) ?? true;
  const from = input['ExclusiveStartKey'] as Key | undefined;
  if (from !== undefined) checkStart(table, index, from, { isScan, partition, holds });
  return {
    index,
    partition,
    holds,
    isShown: (row) =>
      filter?.(
        index === undefined || index.include === 'ALL' ? row : only(row, [...keyNames(table, index), ...index.include]),
        given,
      ) ?? true,
    order: orderOf(table, isScan ? undefined : index),
    brings:
      input['Select'] === 'COUNT'
        ? 'count'
        : broughtBy(
            table,
            indexName,
            projection?.paths.map((path) => path(given)),
          ),
    isBackwards: input['ScanIndexForward'] === false,
    from,
    limit,
  };
}

/** Of an index only what is in it can be brought. */
function broughtBy(
  table: MadeTable,
  indexName: string | undefined,
  wanted: readonly string[] | undefined,
): readonly string[] | undefined {
  const index = table.indexes[indexName ?? ''];
  if (index === undefined || index.include === 'ALL') return wanted;
  const held = [...keyNames(table, index), ...index.include];
  const missing = wanted?.filter((name) => !held.includes(name)) ?? [];
  if (missing.length > 0)
    throw refusal(
      `One or more parameter values were invalid: Global secondary index ${indexName ?? ''} does not project [${missing.join(', ')}]`,
    );
  return wanted ?? held;
}

function partitionIn(
  table: MadeTable,
  index: Index | undefined,
  { parts }: KeyCondition,
  given: ReturnType<typeof givenIn>,
): string {
  const { partitionKey, sortKey } = index ?? table;
  const partition = parts.find((part) => part.name(given) === partitionKey);
  if (partition === undefined) throw refusal(`Query condition missed key schema element: ${partitionKey}`);
  if (!partition.isEqual) throw refusal('Query key condition not supported');
  const sort = parts.find((part) => part !== partition);
  if (sort !== undefined && sort.name(given) !== sortKey)
    throw refusal(`Query condition missed key schema element: ${sortKey}`);
  const sortType = index === undefined ? table.sortKeyType : 'S';
  for (const [part, type] of [[partition, 'S'] as const, [sort, sortType] as const]) {
    for (const read of part?.values ?? []) {
      const value = read(undefined, given);
      if (value === undefined || part === undefined) continue;
      if (part.isPrefix && typeOf(value) !== 'S')
        throw refusal(
          'Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator or function: begins_with',
        );
      if (typeOf(value) !== type)
        throw refusal('One or more parameter values were invalid: Condition parameter type does not match schema type');
      if (value.S === '')
        throw refusal(
          `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${part.name(given)}`,
        );
    }
  }
  return textOf(partition.values[0]?.(undefined, given));
}

function checkStart(
  table: MadeTable,
  index: Index | undefined,
  from: Key,
  { isScan, partition, holds }: { isScan: boolean; partition: string; holds: (row: Row) => boolean },
): void {
  const names = keyNames(table, index);
  const isWhole = Object.keys(from).length === names.length && names.every((name) => from[name] !== undefined);
  const invalid = 'The provided starting key is invalid';
  if (!isWhole) throw refusal(invalid);
  checkKey(
    table,
    only(from, [table.partitionKey, table.sortKey]),
    `${invalid}: The provided key element does not match the schema`,
  );
  if (isScan) return;
  const { partitionKey } = index ?? table;
  if (textOf(from[partitionKey]) !== partition)
    throw refusal('The provided starting key is outside query boundaries based on provided conditions');
  if (!holds(from)) throw refusal('The provided starting key does not match the range key predicate');
}

/** One page of these rows, which are in order: as many as are asked for, and no more than a megabyte. */
export function pageOf(table: MadeTable, rows: readonly Row[], of: Asked): Record<string, unknown> {
  const { index, from, limit, order } = of;
  const towards = of.isBackwards ? -1 : 1;
  const found = held(rows, of.holds).filter((row) => from === undefined || towards * order(row, from) > 0);
  if (of.isBackwards) found.reverse();
  let bytes = 0;
  let count = 0;
  for (const row of found) {
    bytes += bytesOf(row);
    if (count === limit || (count > 0 && bytes > mostBytes)) break;
    count += 1;
  }
  const page = found.slice(0, count);
  const last = page.at(-1);
  // Where the last row is also the last one asked for, DynamoDB has not looked whether there are more.
  const isCutOff = last !== undefined && (page.length < found.length || page.length === limit);
  const { brings } = of;
  const shown = page.filter(of.isShown);
  const Items = brings === undefined || brings === 'count' ? shown : shown.map((row) => only(row, brings));
  return {
    ...(brings === 'count' ? {} : { Items }),
    Count: shown.length,
    ScannedCount: page.length,
    ...(isCutOff ? { LastEvaluatedKey: only(last, keyNames(table, index)) } : {}),
  };
}

/** The rows that a key condition holds for. They stand together, so looking ends behind the last of them. */
function held(rows: readonly Row[], holds: Asked['holds']): Row[] {
  const first = rows.findIndex(holds);
  if (first === -1) return [];
  let end = first + 1;
  while (end < rows.length && holds(rows[end] as Row)) end += 1;
  return rows.slice(first, end);
}

function only(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
}
