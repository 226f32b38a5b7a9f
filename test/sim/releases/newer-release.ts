import { casePartition, doneKey } from '#shared/adapters/aws/cases/rows.ts';
import { toRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { shardOf } from '#shared/adapters/aws/dynamo/shard.ts';
import { eventKey, outboxEventFrom } from '#shared/adapters/aws/events/event-row.ts';
import { toEnvelope } from '#shared/contracts/events/envelope.ts';
import type { MemoryDatabase } from '../database/memory-database.ts';
import type { Row } from '../database/values.ts';
import { isWrittenWhole } from './written-whole.ts';

type Input = Readonly<Record<string, unknown>>;
interface Write {
  TableName: string;
  Item: Row;
}
type Item = Readonly<Record<string, unknown>> & { Put?: Write };

/** What the newer release has that this one does not know: an attribute of rows, a member, a type and a reactor. */
const attribute = 'ofNewerRelease';
const member = 'ofNewer';
const type = 'case.unheard_of';
const reactor = 'unheard-of';
/** A reactor of this release that hears the newer type, too, once it is the newer one. */
const hearsBoth = 'triage';
/** Its sweeper comes each minute, and clocks are five minutes apart. */
const doneWithinMs = 10 * 60_000;
/** DynamoDB takes a hundred writes in one transaction. */
const mostWrites = 99;

interface Tables {
  cases: string;
  caseEvents: string;
}

/**
 * A release that is newer than the functions that are played: they work as they do, and what it adds is done here. Both
 * are deployed at once, or one after the other, as during a deployment or after going back.
 */
export class NewerRelease {
  readonly #database: MemoryDatabase;
  readonly #tables: Tables;
  /** Puts a message into the queue of a function. */
  readonly #send: (title: string, body: string) => void;
  /** What it did of which event, as `<reactor> <event id>`. */
  readonly #done = new Map<string, number>();
  /** Rows on which it had written something, and that were put again. */
  readonly rewritten: { table: string; row: Row }[] = [];
  /** Those that the older release put again without that. */
  readonly lost: { table: string; row: Row }[] = [];

  constructor(database: MemoryDatabase, tables: Tables, send: (title: string, body: string) => void) {
    this.#database = database;
    this.#tables = tables;
    this.#send = send;
  }

  /** A write as it makes it: rows with an attribute more, events with a member and a reactor more, and an event more. */
  writes(input: Input): Input {
    const steps = input['TransactItems'] as readonly Item[] | undefined;
    if (steps === undefined) return 'Item' in input ? { ...input, ...this.#marked(input as unknown as Write) } : input;
    const marked = steps.map((step) => (step.Put === undefined ? step : { ...step, Put: this.#marked(step.Put) }));
    return { ...input, TransactItems: this.#withEvent(marked) };
  }

  /** A write as if it had been the first to write these rows: what is put for the first time has its attribute. */
  writesFirst(input: Input): Input {
    const first = (put: Write): Write =>
      put.TableName === this.#tables.caseEvents || this.#rowAt(put.TableName, put.Item) !== undefined
        ? put
        : this.#marked(put);
    const steps = input['TransactItems'] as readonly Item[] | undefined;
    if (steps === undefined) return 'Item' in input ? { ...input, ...first(input as unknown as Write) } : input;
    return {
      ...input,
      TransactItems: steps.map((step) => (step.Put === undefined ? step : { ...step, Put: first(step.Put) })),
    };
  }

  /** Looks at a write before it is done, and answers what to call when it was: what it wrote on a row must stay there. */
  looksAt(input: Input): () => void {
    const steps = (input['TransactItems'] ?? [{ Put: input }]) as readonly Item[];
    const rewritten = steps.flatMap(({ Put }) =>
      Put?.Item !== undefined && this.#rowAt(Put.TableName, Put.Item)?.[attribute] !== undefined ? [Put] : [],
    );
    return () => {
      for (const { TableName: table, Item: row } of rewritten) {
        if (isTombstone(row)) continue;
        this.rewritten.push({ table, row });
        if (row[attribute] === undefined) this.lost.push({ table, row });
      }
    };
  }

  /** What its own code does when one of its functions is invoked; answers what is left for the code of both. */
  invoked(title: string, event: unknown): unknown {
    if (title === 'sweeper') this.#sweep();
    const { Records } = event as { Records?: readonly { body?: string; dynamodb?: { NewImage?: Row } }[] };
    if (Records === undefined) return event;
    if (title === 'relay') for (const { dynamodb } of Records) this.#relay(dynamodb?.NewImage ?? {});
    if (title !== hearsBoth) return event;
    const own = Records.filter(({ body = '' }) => isOfNewerType(body));
    for (const { body = '' } of own) this.#reacts(JSON.parse(body) as { subject: string; data: { number: number } });
    return { Records: Records.filter((record) => !own.includes(record)) };
  }

  /** What is wrong once it has been deployed for good: all that it wrote is done, and each of it once. */
  check(now: number): string[] {
    const left = this.#rows()
      .filter(({ time }) => Date.parse(time?.S ?? '') + doneWithinMs < now)
      .filter((row) => outboxEventFrom({ ...row }).awaits.some((one) => !this.#isDone(row, one)))
      .map((row) => `${placeOf(row)} was never done by all whom the newer release had named`);
    const twice = [...this.#done].flatMap(([what, times]) => (times > 1 ? [`${what} was done ${times} times`] : []));
    const lost = this.lost.map(({ row }) => `${placeOf(row)} was rewritten without what a newer release wrote on it`);
    return [...lost, ...left, ...twice];
  }

  #marked<W extends Write>(put: W): W {
    const { TableName, Item } = put;
    if (isTombstone(Item) || isWrittenWhole(Item)) return put;
    if (TableName !== this.#tables.caseEvents) return { ...put, Item: { ...Item, [attribute]: { S: 'kept' } } };
    const awaits = Item['awaits'] === undefined ? {} : { awaits: { L: [...(Item['awaits'].L ?? []), { S: reactor }] } };
    return { ...put, Item: { ...Item, ...awaits, data: { M: { ...Item['data']?.M, [member]: { S: 'kept' } } } } };
  }

  /** With a change of a case goes an event of its own, after those that the change has. */
  #withEvent(steps: readonly Item[]): readonly Item[] {
    const meta = steps.find(({ Put }) => Put?.Item['sk']?.S === 'META')?.Put;
    const beside = steps.findLast(({ Put }) => Put?.TableName === this.#tables.caseEvents)?.Put?.Item;
    const last = Number(meta?.Item['lastEvent']?.N);
    const caseId = meta?.Item['caseId']?.S ?? '';
    const isWithOne = beside?.['pk']?.S === casePartition(caseId) && Number(beside['number']?.N) === last;
    if (meta === undefined || !isWithOne || steps.length > mostWrites) return steps;
    const time = beside['time']?.S ?? '';
    const event = { caseId, number: last + 1, type, actor: 'besa:newer', data: { [member]: 'kept' }, time };
    const pending = { pendingPk: `PENDING#${shardOf(caseId)}`, pendingSk: `${time}#${caseId}#${event.number}` };
    const Item = toRow({ pk: casePartition(caseId), ...event, version: 1, awaits: [hearsBoth, reactor], ...pending });
    const next = { ...meta, Item: { ...meta.Item, lastEvent: { N: String(event.number) } } };
    return [
      ...steps.map((step) => (step.Put === meta ? { ...step, Put: next } : step)),
      { Put: { TableName: this.#tables.caseEvents, Item } },
    ];
  }

  #relay(image: Row): void {
    if (image['type']?.S !== type) return;
    this.#send(hearsBoth, JSON.stringify(toEnvelope(outboxEventFrom({ ...image }))));
    this.#set(image, 'sentAt', image['time'] ?? { S: '' });
  }

  #reacts({ subject, data }: { subject: string; data: { number: number } }): void {
    const row = this.#rowAt(this.#tables.caseEvents, eventKey({ caseId: subject, number: data.number }));
    if (row !== undefined) this.#does(row, hearsBoth);
  }

  /** Of its own type it does all that is left; of others what its own reactor has to do. */
  #sweep(): void {
    for (const row of this.#rows()) {
      const { awaits } = outboxEventFrom({ ...row });
      const isOwnType = row['type']?.S === type;
      for (const one of awaits) if (isOwnType || one === reactor) this.#does(row, one);
      if (isOwnType) for (const name of ['pendingPk', 'pendingSk']) this.#set(row, name, undefined);
    }
  }

  /** Effect and DONE row at once, unless it is done. */
  #does(row: Row, by: string): void {
    if (this.#isDone(row, by)) return;
    const { caseId, number } = outboxEventFrom({ ...row });
    if (this.#rowAt(this.#tables.cases, toRow({ pk: casePartition(caseId), sk: 'META' })) === undefined) return;
    const what = `${by} ${caseId}#${number}`;
    this.#done.set(what, (this.#done.get(what) ?? 0) + 1);
    this.#put(this.#tables.cases, toRow({ ...doneKey(caseId, by, number), eventId: `${caseId}#${number}` }));
  }

  #isDone(row: Row, by: string): boolean {
    const { caseId, number } = outboxEventFrom({ ...row });
    return this.#rowAt(this.#tables.cases, toRow(doneKey(caseId, by, number))) !== undefined;
  }

  /** Rows of events that are pending, and await it. */
  #rows(): Row[] {
    const isOwnRow = ({ awaits, pendingPk }: Row): boolean =>
      pendingPk !== undefined && (awaits?.L ?? []).some(({ S: name }) => name === reactor);
    return this.#database.rows(this.#tables.caseEvents).filter(isOwnRow);
  }

  #set(row: Row, name: string, value: Row[string] | undefined): void {
    const now = this.#rowAt(this.#tables.caseEvents, row);
    if (now === undefined) return;
    const { [name]: _, ...rest } = now;
    this.#put(this.#tables.caseEvents, value === undefined ? rest : { ...now, [name]: value });
  }

  #put(TableName: string, Item: Row): void {
    this.#database.call('PutItem', { TableName, Item });
  }

  #rowAt(TableName: string, { pk, sk, number }: Row): Row | undefined {
    const Key = { pk, ...(sk === undefined ? { number } : { sk }) };
    return this.#database.call('GetItem', { TableName, Key, ConsistentRead: true })['Item'] as Row | undefined;
  }
}

/** What is left of an erased report is left without anything else. */
const isTombstone = ({ erased }: Row): boolean => erased?.BOOL === true;
/** Whether a message is of the type that only it knows. */
export const isOfNewerType = (body: string): boolean => body.includes(`"besa.${type}.v1"`);
const placeOf = ({ pk, sk, number, type: of }: Row): string => `${pk?.S} ${sk?.S ?? `${of?.S} #${number?.N}`}`;
