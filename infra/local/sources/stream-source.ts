import type { DynamoDBRecord } from 'aws-lambda';
import { randomUUID } from 'node:crypto';
import type { StreamSource } from '../template/blueprint.ts';
import type { DataFolder } from '../data-folder.ts';
import { EngineRefused } from '../engines/engine-call.ts';
import type { EngineClient } from '../engines/engine-call.ts';
import { readFilter } from './event-filter.ts';
import type { Functions } from '../functions/function-processes.ts';

/** Feeds one function from one table's stream, as Lambda's event source does. */
export interface RunningStreamSource {
  /** Something was written somewhere: look now, if it was to this table. */
  nudge: () => void;
  /** Whether everything written so far has been read and worked on. */
  isCaughtUp: () => boolean;
  stop: () => Promise<void>;
}

export interface StreamParts {
  functions: Functions;
  database: EngineClient;
  /** Sends a message to the queue for what could not be done. */
  giveUp: (queueArn: string, message: unknown) => Promise<void>;
  folder: DataFolder;
  region: string;
  /** How many writes the table has taken so far. */
  writes: () => number;
  say: (line: string) => void;
}

const api = 'DynamoDBStreams_20120810.';
/** The pause between two reads, so that a burst is read together. It is much shorter than anything waits for. */
const pauseMs = 4;
/** How long a reader sleeps when no new write is known. */
const idleMs = 1000;
/** How often new shards are looked for. */
const shardsEveryMs = 10_000;

const positionsTable =
  'CREATE TABLE IF NOT EXISTS stream_positions (source TEXT, shard TEXT, sequence TEXT, PRIMARY KEY (source, shard)) STRICT';

/** Whether anything that came by a stream was ever worked on here. The history of cases does. */
export function hasPositions({ state }: Pick<DataFolder, 'state'>): boolean {
  state.exec(positionsTable);
  return state.prepare('SELECT 1 FROM stream_positions LIMIT 1').get() !== undefined;
}

/**
 * Reads every shard in order. It remembers on disk how far the function has worked. After a `kill -9` it goes on there,
 * and what was under way comes again.
 */
export async function runStreamSource(source: StreamSource, parts: StreamParts): Promise<RunningStreamSource> {
  const { state } = parts.folder;
  state.exec(positionsTable);
  const load = state.prepare('SELECT sequence FROM stream_positions WHERE source = ? AND shard = ?');
  const save = state.prepare('INSERT OR REPLACE INTO stream_positions VALUES (?, ?, ?)');
  const filters = source.patterns.map(readFilter);
  const isWanted = (record: unknown): boolean => filters.length === 0 || filters.some((matches) => matches(record));

  const described = await parts.database<{ Table: { LatestStreamArn: string } }>('DynamoDB_20120810.DescribeTable', {
    TableName: source.tableName,
  });
  const streamArn = described.Table.LatestStreamArn;
  const shards = async (): Promise<string[]> => {
    const { StreamDescription } = await parts.database<{ StreamDescription: { Shards: { ShardId: string }[] } }>(
      `${api}DescribeStream`,
      { StreamArn: streamArn },
    );
    return StreamDescription.Shards.map(({ ShardId }) => ShardId);
  };

  const stopping = new AbortController();
  /** Readers that wait for a write, and the one that waits for new shards. Stopping wakes both. */
  const waitingReaders = new Set<() => void>();
  const waitingForShards = new Set<() => void>();
  const wakeAll = (waiting: Set<() => void>): void => {
    for (const wake of waiting) wake();
  };
  const sleepIn = (waiting: Set<() => void>, ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (stopping.signal.aborted) return resolve();
      const wake = (): void => {
        clearTimeout(timer);
        waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      return waiting.add(wake);
    });
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  const run = async (records: readonly DynamoDBRecord[]): Promise<number> => {
    const outcome = await parts.functions.invoke(source.functionArn, { Records: records });
    if (!outcome.ok) return 0;
    if (!source.partialFailures) return records.length;
    const items =
      (outcome.value as { batchItemFailures?: { itemIdentifier: string }[] } | null)?.batchItemFailures ?? [];
    const failed = items.map(({ itemIdentifier }) =>
      records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === itemIdentifier),
    );
    return failed.length === 0 ? records.length : Math.max(0, Math.min(...failed));
  };

  /** Works through records. Splitting a batch in two costs no try; a try that achieves nothing does. */
  const work = async (records: readonly DynamoDBRecord[], tries = 0): Promise<void> => {
    const done = await run(records);
    const rest = records.slice(done);
    if (rest.length === 0) return undefined;
    if (stopping.signal.aborted) throw new Stopping();
    if (done === 0 && source.bisect && rest.length > 1) {
      const middle = Math.ceil(rest.length / 2);
      await work(rest.slice(0, middle), tries);
      return work(rest.slice(middle), tries);
    }
    const triesNow = done > 0 ? 0 : tries + 1;
    if (source.retries >= 0 && triesNow > source.retries) return giveUp(rest, triesNow);
    await pause(Math.min(2000, 5 * 2 ** triesNow));
    return work(rest, triesNow);
  };

  const giveUp = async (records: readonly DynamoDBRecord[], tries: number): Promise<void> => {
    parts.say(`Gave up on ${records.length} records of the stream of ${source.tableName} after ${tries} tries.`);
    if (source.onFailureArn === undefined) return;
    const numbers = records.map(({ dynamodb }) => dynamodb?.SequenceNumber);
    await parts.giveUp(source.onFailureArn, {
      requestContext: {
        requestId: randomUUID(),
        functionArn: source.functionArn,
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: tries,
      },
      version: '1.0',
      DDBStreamBatchInfo: {
        startSequenceNumber: numbers[0],
        endSequenceNumber: numbers.at(-1),
        batchSize: records.length,
        streamArn: source.streamArn,
      },
    });
  };

  /** How many writes each shard's reader knew of when it last found nothing. */
  const caughtUpAt = new Map<string, number>();

  const readShard = async (shard: string): Promise<void> => {
    let iterator = await iteratorOf(shard);
    while (!stopping.signal.aborted && iterator !== undefined) {
      const writesBefore = parts.writes();
      const answer: { Records: DynamoDBRecord[]; NextShardIterator?: string } = await parts.database(
        `${api}GetRecords`,
        {
          ShardIterator: iterator,
          Limit: Math.min(1000, source.batchSize * 10),
        },
      );
      if (answer.Records.length === 0) {
        caughtUpAt.set(shard, writesBefore);
        iterator = answer.NextShardIterator;
        if (parts.writes() === writesBefore) await sleepIn(waitingReaders, idleMs);
        await pause(pauseMs);
        continue;
      }
      const wanted = answer.Records.filter(isWanted).map((record) => ({
        ...record,
        awsRegion: parts.region,
        eventSourceARN: source.streamArn,
      }));
      for (let from = 0; from < wanted.length; from += source.batchSize) {
        const batch = wanted.slice(from, from + source.batchSize);
        await work(batch);
        save.run(source.id, shard, batch.at(-1)?.dynamodb?.SequenceNumber ?? '');
      }
      save.run(source.id, shard, answer.Records.at(-1)?.dynamodb?.SequenceNumber ?? '');
      iterator = answer.NextShardIterator;
    }
  };

  const iteratorOf = async (ShardId: string): Promise<string | undefined> => {
    const known = load.get(source.id, ShardId)?.['sequence'];
    const from =
      known === undefined
        ? { ShardIteratorType: source.from }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: known };
    const { ShardIterator } = await parts.database<{ ShardIterator?: string }>(`${api}GetShardIterator`, {
      StreamArn: streamArn,
      ShardId,
      ...from,
    });
    return ShardIterator;
  };

  /** Reads a shard to its end. It begins again at its mark whenever the engine was away. */
  const keepReading = async (shard: string): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await readShard(shard);
        return;
      } catch (error) {
        if (error instanceof Stopping) return;
        if (error instanceof EngineRefused) parts.say(`The stream of ${source.tableName} answered ${error.type}.`);
        await pause(50);
      }
    }
  };

  const readers = new Map<string, Promise<void>>();
  const look = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      for (const shard of await shards().catch((): string[] => [])) {
        if (!readers.has(shard)) readers.set(shard, keepReading(shard));
      }
      await sleepIn(waitingForShards, readers.size === 0 ? 50 : shardsEveryMs);
    }
  };
  const looking = look();

  const isCaughtUp = (): boolean =>
    readers.size > 0 && [...readers.keys()].every((shard) => caughtUpAt.get(shard) === parts.writes());

  return {
    nudge: () => {
      if (!isCaughtUp()) wakeAll(waitingReaders);
    },
    isCaughtUp,
    stop: async () => {
      stopping.abort();
      wakeAll(waitingReaders);
      wakeAll(waitingForShards);
      await looking;
      await Promise.all(readers.values());
    },
  };
}

class Stopping extends Error {}
