import {
  ConditionalCheckFailedException,
  ResourceNotFoundException,
  TransactionCanceledException,
  type AttributeValue,
  type CancellationReason,
} from '@aws-sdk/client-dynamodb';
import type { TableDesign } from '#shared/adapters/aws/table-design.ts';
import { compare, conditionOf, updateOf, type Names, type Row } from './expressions.ts';

/** A table as it is made: keys and indexes of the design, under the name it has. */
export type MadeTable = Pick<TableDesign, 'partitionKey' | 'sortKey' | 'indexes' | 'stream'> & { name: string };

export interface StreamRecord {
  table: string;
  sequence: number;
  image: Row;
}

type Input = Readonly<Record<string, unknown>> & { TableName?: string };
type Key = Readonly<Record<string, AttributeValue>>;

interface Table extends MadeTable {
  partitions: Map<string, Map<string, Row>>;
  /** Each index as its readers see it, which may be a while behind: by its partition key, then by the key of the row. */
  views: Map<string, Map<string, Map<string, Row>>>;
  /** Under which partition of each index a row is seen. */
  seenUnder: Map<string, string>;
  behind: { row: Row | undefined; key: string }[];
}

interface Write {
  table: Table;
  key: Key;
  condition?: string | undefined;
  given: Names;
  /** Undefined deletes the row. */
  next: ((before: Row | undefined) => Row | undefined) | 'check';
  showsOld: boolean;
}

/**
 * DynamoDB in memory, as far as Besa's adapters speak to it: single-item writes and transactions with their conditions,
 * consistent and eventually consistent reads, queries by key, sparse indexes that follow later, a stream of what is new.
 * What it cannot do it refuses, so that no test believes it did.
 */
export class MemoryDatabase {
  readonly #tables: Map<string, Table>;
  /** Rows of a partition in the order of its key, until one of them changes. */
  readonly #inOrder = new WeakMap<Map<string, Row>, readonly Row[]>();
  readonly stream: StreamRecord[] = [];
  #sequence = 0;

  constructor(tables: readonly MadeTable[]) {
    this.#tables = new Map(
      tables.map((table) => [
        table.name,
        {
          ...table,
          partitions: new Map(),
          views: new Map(Object.keys(table.indexes).map((name) => [name, new Map()])),
          seenUnder: new Map(),
          behind: [],
        },
      ]),
    );
  }

  /** Whether some index has not yet followed its table. */
  isBehind(): boolean {
    for (const { behind } of this.#tables.values()) if (behind.length > 0) return true;
    return false;
  }

  /** Lets the indexes follow, all of them or the oldest so many changes of each table. */
  follow(most = Infinity): void {
    for (const { views, seenUnder, behind, indexes } of this.#tables.values()) {
      if (behind.length === 0) continue;
      for (const { row, key } of behind.splice(0, most)) {
        for (const [name, { partitionKey, sortKey }] of Object.entries(indexes)) {
          const view = views.get(name);
          const place = `${name} ${key}`;
          const seen = view?.get(seenUnder.get(place) ?? '');
          if (seen?.delete(key) === true) this.#inOrder.delete(seen);
          const [partition, sort] = [row?.[partitionKey], row?.[sortKey]];
          if (view === undefined || row === undefined || partition === undefined || sort === undefined) continue;
          const rows = view.get(textOf(partition)) ?? new Map<string, Row>();
          this.#inOrder.delete(rows);
          view.set(textOf(partition), rows.set(key, row));
          seenUnder.set(place, textOf(partition));
        }
      }
    }
  }

  /** Every row of a table, as it stands now. */
  rows(table: string): Row[] {
    return [...this.#table(table).partitions.values()].flatMap((rows) => [...rows.values()]);
  }

  /** A copy of everything, to be put back later. */
  snapshot(): Map<string, Row[]> {
    return new Map([...this.#tables.keys()].map((name) => [name, this.rows(name)]));
  }

  /** Puts a table back as it was, as a restore from a backup does: no stream record, indexes made anew. */
  restore(table: string, rows: readonly Row[]): void {
    const made = this.#table(table);
    made.partitions.clear();
    made.behind.length = 0;
    for (const view of made.views.values()) view.clear();
    for (const row of rows) this.#set(made, this.#keyOf(made, row), row);
  }

  /** One call, by the name of its command. Throws what the SDK throws. */
  call(action: string, input: Input): Record<string, unknown> {
    switch (action) {
      case 'GetItem':
        return this.#get(input);
      case 'BatchGetItem':
        return this.#batchGet(input);
      case 'Query':
        return this.#query(input);
      case 'Scan':
        return this.#scan(input);
      case 'PutItem':
      case 'UpdateItem':
      case 'DeleteItem':
        return this.#single(action, input);
      case 'TransactWriteItems':
        return this.#transact(input);
      default:
        throw new Error(`The database in memory has no ${action}.`);
    }
  }

  #table(name: string): Table {
    const table = this.#tables.get(name);
    if (table === undefined)
      throw new ResourceNotFoundException({ message: 'Requested resource not found', $metadata: {} });
    return table;
  }

  #keyOf({ partitionKey, sortKey }: MadeTable, row: Row): Key {
    const [pk, sk] = [row[partitionKey], row[sortKey]];
    if (pk === undefined || sk === undefined) throw new Error('A row lacks its key.');
    return { [partitionKey]: pk, [sortKey]: sk };
  }

  #row(table: Table, key: Key): Row | undefined {
    return table.partitions.get(textOf(key[table.partitionKey]))?.get(textOf(key[table.sortKey]));
  }

  #set(table: Table, key: Key, row: Row | undefined): void {
    const [pk, sk] = [textOf(key[table.partitionKey]), textOf(key[table.sortKey])];
    const rows = table.partitions.get(pk) ?? new Map<string, Row>();
    const isNew = !rows.has(sk);
    this.#inOrder.delete(rows);
    if (row === undefined) rows.delete(sk);
    else rows.set(sk, row);
    if (rows.size === 0) table.partitions.delete(pk);
    else table.partitions.set(pk, rows);
    if (Object.keys(table.indexes).length > 0) table.behind.push({ row, key: `${pk}\u0000${sk}` });
    if (table.stream && isNew && row !== undefined) {
      this.#sequence += 1;
      this.stream.push({ table: table.name, sequence: this.#sequence, image: row });
    }
  }

  #get({ TableName, Key: key }: Input): Record<string, unknown> {
    const row = this.#row(this.#table(String(TableName)), key as Key);
    return row === undefined ? {} : { Item: row };
  }

  #batchGet(input: Input): Record<string, unknown> {
    const asked = Object.entries(input['RequestItems'] as Record<string, { Keys: Key[] }>);
    const places = asked.flatMap(([name, { Keys }]) => Keys.map((key) => `${name} ${JSON.stringify(key)}`));
    if (places.length === 0 || places.length > 100) throw new Error('A batch reads one to a hundred items.');
    if (new Set(places).size < places.length) throw new Error('A batch cannot read the same item twice.');
    const Responses = asked.map(([name, { Keys }]) => {
      const table = this.#table(name);
      return [name, Keys.map((key) => this.#row(table, key)).filter((row) => row !== undefined)] as const;
    });
    return { Responses: Object.fromEntries(Responses), UnprocessedKeys: {} };
  }

  #scan({ TableName }: Input): Record<string, unknown> {
    const Items = this.rows(String(TableName));
    return { Items, Count: Items.length };
  }

  #query(input: Input): Record<string, unknown> {
    const table = this.#table(String(input.TableName));
    const indexName = input['IndexName'] as string | undefined;
    const index = indexName === undefined ? undefined : table.indexes[indexName];
    if (indexName !== undefined && index === undefined) throw new Error(`There is no index ${indexName}.`);
    const given = givenIn(input);
    const condition = conditionIn(input, 'KeyConditionExpression');
    const filter = conditionIn(input, 'FilterExpression');
    const { partitionKey, sortKey } = index ?? table;
    const partition = partitionNamed(input, given);
    const rows = (index === undefined ? table.partitions : table.views.get(indexName ?? ''))?.get(partition);
    const order = (a: Row, b: Row): number =>
      compare(a[sortKey], b[sortKey]) || textOf(a[table.partitionKey]).localeCompare(textOf(b[table.partitionKey]));
    const found = this.#ordered(rows, order).filter((row) => condition?.(row, given) === true);
    if (input['ScanIndexForward'] === false) found.reverse();
    const from = input['ExclusiveStartKey'] as Key | undefined;
    const start =
      from === undefined
        ? 0
        : found.findIndex((row) => Object.entries(from).every(([name, value]) => compare(row[name], value) === 0)) + 1;
    // A row that a cursor names may be gone meanwhile; then it goes on with what comes after it.
    const rest =
      start > 0 || from === undefined
        ? found.slice(start)
        : found.filter((row) => (input['ScanIndexForward'] === false ? -1 : 1) * order(row, from) > 0);
    const limit = Number(input['Limit'] ?? Infinity);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    const more = rest.length > page.length && last !== undefined;
    const shown = index?.include ?? 'ALL';
    const projected =
      shown === 'ALL'
        ? page
        : page.map((row) => only(row, [table.partitionKey, table.sortKey, partitionKey, sortKey].concat(shown)));
    const items = projected.filter((row) => filter?.(row, given) ?? true);
    return {
      Items: items,
      Count: items.length,
      ...(more ? { LastEvaluatedKey: only(last, [table.partitionKey, table.sortKey, partitionKey, sortKey]) } : {}),
    };
  }

  #ordered(rows: Map<string, Row> | undefined, order: (a: Row, b: Row) => number): readonly Row[] {
    if (rows === undefined) return [];
    const known = this.#inOrder.get(rows);
    if (known !== undefined) return known;
    const ordered = [...rows.values()].sort(order);
    this.#inOrder.set(rows, ordered);
    return ordered;
  }

  #single(action: string, input: Input): Record<string, unknown> {
    const write = this.#write({ [action.slice(0, -'Item'.length)]: input });
    const before = this.#row(write.table, write.key);
    if (!holds(write, before)) {
      throw new ConditionalCheckFailedException({
        message: 'The conditional request failed',
        $metadata: {},
        ...(write.showsOld && before !== undefined ? { Item: before } : {}),
      });
    }
    if (write.next !== 'check') this.#set(write.table, write.key, write.next(before));
    return input['ReturnValues'] === 'ALL_OLD' && before !== undefined ? { Attributes: before } : {};
  }

  #transact(input: Input): Record<string, unknown> {
    const items = input['TransactItems'] as readonly Record<string, Input>[];
    if (items.length > 100) throw new Error('A transaction has at most 100 items.');
    const writes = items.map((item) => this.#write(item));
    const places = new Set(writes.map(({ table, key }) => `${table.name} ${JSON.stringify(key)}`));
    if (places.size < writes.length) throw new Error('A transaction cannot write the same item twice.');
    const before = writes.map(({ table, key }) => this.#row(table, key));
    const held = writes.map((write, at) => holds(write, before[at]));
    if (held.includes(false)) {
      const reasons = writes.map(({ showsOld }, at): CancellationReason => {
        if (held[at] === true) return { Code: 'None' };
        const old = before[at];
        return { Code: 'ConditionalCheckFailed', ...(showsOld && old !== undefined ? { Item: old } : {}) };
      });
      throw new TransactionCanceledException({
        message: 'Transaction cancelled',
        $metadata: {},
        CancellationReasons: reasons,
      });
    }
    writes.forEach(({ table, key, next }, at) => {
      if (next !== 'check') this.#set(table, key, next(before[at]));
    });
    return {};
  }

  #write(item: Readonly<Record<string, Input>>): Write {
    const [kind, input] = Object.entries(item)[0] ?? ['nothing', {}];
    const table = this.#table(String(input.TableName));
    const common = {
      table,
      condition: input['ConditionExpression'] as string | undefined,
      given: givenIn(input),
      showsOld: input['ReturnValuesOnConditionCheckFailure'] === 'ALL_OLD',
    };
    if (kind === 'Put') {
      const row = input['Item'] as Row;
      return { ...common, key: this.#keyOf(table, row), next: () => row };
    }
    const key = input['Key'] as Key;
    if (kind === 'Delete') return { ...common, key, next: () => undefined };
    if (kind === 'ConditionCheck') return { ...common, key, next: 'check' };
    if (kind !== 'Update') throw new Error(`The database in memory has no ${kind}.`);
    const change = updateOf(String(input['UpdateExpression']));
    return { ...common, key, next: (before) => change({ ...before, ...key }, common.given) };
  }
}

function holds({ condition, given }: Write, before: Row | undefined): boolean {
  return condition === undefined || conditionOf(condition)(before, given);
}

/** The one partition that a query names first. */
function partitionNamed(input: Input, { values }: Names): string {
  const name = /^\s*#?\w+\s*=\s*(:\w+)/u.exec(String(input['KeyConditionExpression']))?.[1];
  if (name === undefined) throw new Error('A query names its partition first.');
  return textOf(values?.[name]);
}

function conditionIn(input: Input, name: string): ReturnType<typeof conditionOf> | undefined {
  const expression = input[name];
  return typeof expression === 'string' ? conditionOf(expression) : undefined;
}

function givenIn(input: Input): Names {
  return {
    values: input['ExpressionAttributeValues'] as Names['values'],
    names: input['ExpressionAttributeNames'] as Names['names'],
  };
}

function only(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
}

/** A key's value as text that sorts nowhere: only equality is asked of it. */
function textOf(value: AttributeValue | undefined): string {
  const text = value?.S ?? value?.N;
  if (text === undefined) throw new Error('A key is text or a number.');
  return text;
}
