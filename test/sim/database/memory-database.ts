import {
  ConditionalCheckFailedException,
  IdempotentParameterMismatchException,
  ResourceNotFoundException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { asked, orderOf, pageOf } from './memory-pages.ts';
import { inOrderWith } from './rows-in-order.ts';
import { checkEntries, reasonOf, writeOf, type Write } from './memory-writes.ts';
import { bytesOf, checkKey, checkParameters, type Input, type Key, type MadeTable } from './refusals.ts';
import { refusal, textOf, type Row } from './values.ts';

export type { MadeTable } from './refusals.ts';

export interface StreamRecord {
  table: string;
  sequence: number;
  image: Row;
  /** ms since 1970. */
  at: number;
}

type Order = (a: Row, b: Row) => number;

interface Table extends MadeTable {
  order: Order;
  /** The order of each index. */
  orders: Map<string, Order>;
  partitions: Map<string, Map<string, Row>>;
  /** Each index as its readers see it, which may be a while behind: by its partition key, then by the key of the row. */
  views: Map<string, Map<string, Map<string, Row>>>;
  /** Under which partition of each index a row is seen. */
  seenUnder: Map<string, string>;
  /** How often the table changed, and what each of its indexes shows or will show: by the name of the index, '' for the table. */
  changes: Map<string, number>;
  /** Changes that indexes and eventually consistent reads do not show yet. */
  behind: { before: Row | undefined; row: Row | undefined; key: string }[];
}

/**
 * DynamoDB in memory, as far as Besa's adapters speak to it: single-item writes and transactions with their conditions,
 * consistent and eventually consistent reads, queries by key, sparse indexes that follow later, a stream of what is new.
 * What DynamoDB refuses it refuses; what it cannot do itself is an error, so that no test believes it did.
 */
export class MemoryDatabase {
  readonly #tables: Map<string, Table>;
  /** Rows of a partition in the order of its key, once somebody has asked for them. */
  readonly #inOrder = new WeakMap<Map<string, Row>, Row[]>();
  readonly stream: StreamRecord[] = [];
  #sequence = 0;
  /** How often anything changed that a read looks at: while it stays, no `changesOf` answers otherwise. */
  changes = 0;
  readonly #now: () => number;
  /** Transactions that came with a token, by it. */
  readonly #tokens = new Map<string, { content: string; at: number }>();

  /** `now`: ms since 1970. */
  constructor(tables: readonly MadeTable[], now: () => number = Date.now) {
    this.#now = now;
    this.#tables = new Map(
      tables.map((table) => [
        table.name,
        {
          ...table,
          order: orderOf(table, undefined),
          orders: new Map(Object.entries(table.indexes).map(([name, index]) => [name, orderOf(table, index)])),
          partitions: new Map(),
          views: new Map(Object.keys(table.indexes).map((name) => [name, new Map()])),
          seenUnder: new Map(),
          changes: new Map(),
          behind: [],
        },
      ]),
    );
  }

  /** Whether some index has not yet followed its table; with a partition key, whether it has not followed those rows. */
  isBehind(pk?: string): boolean {
    const isOfIt = ({ key }: { key: string }): boolean => pk === undefined || key.startsWith(`${pk}\u0000`);
    for (const { behind } of this.#tables.values()) if (behind.some(isOfIt)) return true;
    return false;
  }

  /** Lets the indexes follow, all of them or the oldest so many changes of each table. */
  follow(most = Infinity): void {
    for (const table of this.#tables.values()) {
      const { views, seenUnder, behind, indexes, orders } = table;
      if (behind.length === 0) continue;
      for (const { before, row, key } of behind.splice(0, most)) {
        this.changes += 1;
        countChange(table, before, row);
        for (const [name, { partitionKey, sortKey }] of Object.entries(indexes)) {
          const view = views.get(name);
          const place = `${name} ${key}`;
          const order = orders.get(name);
          if (view === undefined || order === undefined) continue;
          const seen = view.get(seenUnder.get(place) ?? '');
          if (seen !== undefined) this.#hold(seen, key, undefined, order);
          const [partition, sort] = [row?.[partitionKey], row?.[sortKey]];
          if (row === undefined || partition === undefined || sort === undefined) {
            seenUnder.delete(place);
            continue;
          }
          const rows = view.get(textOf(partition)) ?? new Map<string, Row>();
          this.#hold(rows, key, row, order);
          view.set(textOf(partition), rows);
          seenUnder.set(place, textOf(partition));
        }
      }
    }
  }

  /** A stream forgets what is older than a day; says how many records that were. */
  forget(now: number): number {
    const young = this.stream.findIndex(({ at }) => at + streamLastsMs > now);
    return this.stream.splice(0, young === -1 ? this.stream.length : young).length;
  }

  /** What a read looks at: a table, or one of its indexes. */
  placesOf(input: Input): string[] {
    const named = Object.keys(input['RequestItems'] ?? {});
    return named.length > 0
      ? named.map((table) => `${table}#`)
      : [`${String(input.TableName)}#${(input['IndexName'] as string | undefined) ?? ''}`];
  }

  /** How often what a read looked at has changed; a change that an index does not show yet counts then and now. */
  changesOf(place: string): number {
    const [table = '', index = ''] = place.split('#');
    return this.#table(table).changes.get(index) ?? 0;
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
    made.seenUnder.clear();
    this.changes += 1;
    for (const name of ['', ...made.views.keys()]) made.changes.set(name, (made.changes.get(name) ?? 0) + 1);
    for (const row of rows) this.#set(made, this.#keyOf(made, row), row);
  }

  /** One call, by the name of its command. Throws what the SDK throws. */
  call(action: string, input: Input): Record<string, unknown> {
    checkParameters(action, input);
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
    const before = rows.get(sk);
    const isNew = before === undefined;
    this.#hold(rows, sk, row, table.order);
    this.changes += 1;
    countChange(table, before, row);
    if (rows.size === 0) table.partitions.delete(pk);
    else table.partitions.set(pk, rows);
    if (Object.keys(table.indexes).length > 0) table.behind.push({ before, row, key: `${pk}\u0000${sk}` });
    if (table.stream && isNew && row !== undefined) {
      this.#sequence += 1;
      this.stream.push({ table: table.name, sequence: this.#sequence, image: row, at: this.#now() });
    }
  }

  /** Puts a row in its place among others, or takes it out. */
  #hold(rows: Map<string, Row>, key: string, row: Row | undefined, order: Order): void {
    const known = this.#inOrder.get(rows);
    if (known !== undefined) inOrderWith(known, { before: rows.get(key), row }, order);
    if (row === undefined) rows.delete(key);
    else rows.set(key, row);
  }

  #get(input: Input): Record<string, unknown> {
    const table = this.#table(String(input.TableName));
    const key = input['Key'] as Key;
    checkKey(table, key);
    const row = input['ConsistentRead'] === true ? this.#row(table, key) : this.#rowSeen(table, key);
    return row === undefined ? {} : { Item: row };
  }

  #batchGet(input: Input): Record<string, unknown> {
    const requests = Object.entries(input['RequestItems'] as Record<string, { Keys: Key[]; ConsistentRead?: boolean }>);
    const places = requests.flatMap(([name, { Keys }]) => Keys.map((key) => `${name} ${JSON.stringify(key)}`));
    if (places.length === 0 || places.length > 100)
      throw refusal('Too many items requested for the BatchGetItem call, or none');
    if (new Set(places).size < places.length) throw refusal('Provided list of item keys contains duplicates');
    let bytes = 0;
    const UnprocessedKeys: Record<string, { Keys: Key[]; ConsistentRead?: boolean }> = {};
    const Responses = requests.map(([name, { Keys, ...more }]) => {
      const table = this.#table(name);
      const rows: Row[] = [];
      for (const key of Keys) {
        checkKey(table, key);
        const row = more.ConsistentRead === true ? this.#row(table, key) : this.#rowSeen(table, key);
        if (row === undefined) continue;
        bytes += bytesOf(row);
        if (bytes > mostBytesOfBatch) (UnprocessedKeys[name] ??= { Keys: [], ...more }).Keys.push(key);
        else rows.push(row);
      }
      return [name, rows] as const;
    });
    return { Responses: Object.fromEntries(Responses), UnprocessedKeys };
  }

  /** A row as eventually consistent reads show it: without what the indexes do not show yet either. */
  #rowSeen(table: Table, key: Key): Row | undefined {
    const place = `${textOf(key[table.partitionKey])}\u0000${textOf(key[table.sortKey])}`;
    const changed = table.behind.find((change) => change.key === place);
    return changed === undefined ? this.#row(table, key) : changed.before;
  }

  #scan(input: Input): Record<string, unknown> {
    const table = this.#table(String(input.TableName));
    const of = asked(table, input, true);
    return pageOf(table, this.rows(table.name).sort(of.order), of);
  }

  #query(input: Input): Record<string, unknown> {
    const table = this.#table(String(input.TableName));
    const of = asked(table, input, false);
    const indexName = input['IndexName'] as string | undefined;
    const rows = (indexName === undefined ? table.partitions : table.views.get(indexName))?.get(of.partition);
    const isStale = indexName === undefined && input['ConsistentRead'] !== true && table.behind.length > 0;
    const ordered = isStale ? this.#seenIn(table, of.partition, rows).sort(of.order) : this.#ordered(rows, of.order);
    return pageOf(table, ordered, of);
  }

  #seenIn(table: Table, partition: string, rows: Map<string, Row> | undefined): Row[] {
    const seen = new Map(rows);
    for (const { key, before } of table.behind.toReversed()) {
      const [pk, sk = ''] = key.split('\u0000');
      if (pk !== partition) continue;
      if (before === undefined) seen.delete(sk);
      else seen.set(sk, before);
    }
    return [...seen.values()];
  }

  #ordered(rows: Map<string, Row> | undefined, order: Order): readonly Row[] {
    if (rows === undefined) return [];
    const known = this.#inOrder.get(rows);
    if (known !== undefined) return known;
    const ordered = [...rows.values()].sort(order);
    this.#inOrder.set(rows, ordered);
    return ordered;
  }

  #single(action: string, input: Input): Record<string, unknown> {
    const shown = (input['ReturnValues'] ?? 'NONE') as string;
    const isUpdate = action === 'UpdateItem';
    if (!['NONE', 'ALL_OLD', ...(isUpdate ? ['ALL_NEW'] : [])].includes(shown)) {
      if (isUpdate) throw new Error(`The database in memory does not return ${shown}.`);
      throw refusal('ReturnValues can only be ALL_OLD or NONE');
    }
    const write = this.#write({ [action.slice(0, -'Item'.length)]: input });
    const before = this.#row(write.table, write.key);
    if (!write.holds(before)) {
      throw new ConditionalCheckFailedException({
        message: 'The conditional request failed',
        $metadata: {},
        ...(write.showsOld && before !== undefined ? { Item: before } : {}),
      });
    }
    const after = write.next === 'check' ? before : write.next(before);
    this.#set(write.table, write.key, after);
    const Attributes = shown === 'NONE' ? undefined : shown === 'ALL_OLD' ? before : after;
    return Attributes === undefined ? {} : { Attributes };
  }

  #transact(input: Input): Record<string, unknown> {
    const items = input['TransactItems'] as readonly Record<string, Input>[];
    checkEntries(items);
    if (this.#isRepeated(input)) return {};
    const writes = items.map((item) => this.#write(item));
    const places = new Set(writes.map(({ table, key }) => `${table.name} ${JSON.stringify(key)}`));
    if (places.size < writes.length)
      throw refusal('Transaction request cannot include multiple operations on one item');
    const ends = writes.map((write) => reasonOf(write, this.#row(write.table, write.key)));
    if (ends.reduce((sum, { row }) => sum + (row === undefined ? 0 : bytesOf(row)), 0) > mostBytesOfTransaction)
      throw refusal(
        'Collection size of items exceeded, which can also be caused by the aggregate size of the items in the transaction exceeding the 4MB limit',
      );
    const reasons = ends.map(({ reason }) => reason);
    if (reasons.some(({ Code }) => Code !== 'None')) {
      throw new TransactionCanceledException({
        message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(', ')}]`,
        $metadata: {},
        CancellationReasons: reasons,
      });
    }
    writes.forEach(({ table, key, next }, at) => {
      if (next !== 'check') this.#set(table, key, ends[at]?.row);
    });
    const token = input['ClientRequestToken'];
    if (typeof token === 'string') this.#tokens.set(token, { content: contentOf(input), at: this.#now() });
    return {};
  }

  /** Whether this was asked for within the last ten minutes, and done; with other content it is refused. */
  #isRepeated(input: Input): boolean {
    const token = input['ClientRequestToken'] as string | undefined;
    if (token === undefined) return false;
    if (token.length > 36)
      throw refusal(
        `1 validation error detected: Value at 'clientRequestToken' failed to satisfy constraint: Member must have length less than or equal to 36`,
      );
    const known = this.#tokens.get(token);
    if (known === undefined || known.at + tokensLastMs < this.#now()) return false;
    if (known.content === contentOf(input)) return true;
    throw new IdempotentParameterMismatchException({
      message: 'The request uses the same client token as a previous, but non-identical request.',
      $metadata: {},
    });
  }

  #write(item: Readonly<Record<string, Input>>): Write<Table> {
    return writeOf(item, (name) => this.#table(name));
  }
}

/** Counts a change of the table and of each index that the row stood in or stands in now. */
function countChange({ changes, indexes }: Table, before: Row | undefined, row: Row | undefined): void {
  const isIn = (partitionKey: string): boolean =>
    before?.[partitionKey] !== undefined || row?.[partitionKey] !== undefined;
  const changed = Object.entries(indexes).flatMap(([name, { partitionKey }]) => (isIn(partitionKey) ? [name] : []));
  for (const name of ['', ...changed]) changes.set(name, (changes.get(name) ?? 0) + 1);
}

const mostBytesOfBatch = 16 * 1024 * 1024;
const mostBytesOfTransaction = 4 * 1024 * 1024;
const streamLastsMs = 24 * 60 * 60_000;
const tokensLastMs = 10 * 60_000;
const contentOf = (input: Input): string => JSON.stringify(input['TransactItems']);
