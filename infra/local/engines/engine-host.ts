import { spawn } from 'node:child_process';
import { timingSafeEqual } from 'node:crypto';
import { openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { buildApp } from 'fauxqs';
import { shiftClock } from '../clock/shifted-clock.ts';
import { engineSecretHeader } from './engine-call.ts';

/*
 * The process that hosts both engines, a child of the runtime. It ends with its parent, whatever ended that, and ends
 * the database too. So nothing is left behind that holds a port or a file.
 *
 * The queue engine is put together from its own parts. Its `startFauxqs` listens on every network interface and offers
 * no way to let a message expire. The parts are not exported, so the version is pinned.
 */

export interface EngineOrder {
  clockOffsetMs: number;
  queueFolder: string;
  queuePort: number;
  /** What the queue engine asks of everybody. */
  secret: string;
  /** Absent when a database from outside is used. */
  database?: { binary: string; file: string; host: string; port: number };
}

export interface QueueCounts {
  name: string;
  visible: number;
  inFlight: number;
  delayed: number;
  /** Receivers that wait in a long poll. */
  receivers: number;
  /** When the next invisible message becomes visible, in ms since 1970. */
  nextVisibleAt: number | undefined;
}

export type EngineRequest =
  | { id: number; ask: 'clock'; offsetMs: number }
  | { id: number; ask: 'counts' }
  | { id: number; ask: 'expire'; retentionSeconds: Record<string, number> };

export type EngineReply =
  { ready: { queuePort: number; databasePid: number | undefined } } | { id: number; counts?: QueueCounts[] };

interface Message {
  messageId: string;
  sentTimestamp: number;
  delayUntil?: number;
}
interface EngineQueue {
  name: string;
  messages: Message[];
  delayedMessages: Message[];
  pollWaiters: unknown[];
  inflightMessages: Map<string, { message: Message; visibilityDeadline: number }>;
  persistence: unknown;
  processTimers: () => void;
}
interface EngineStore {
  persistence: unknown;
  allQueues: () => Iterable<EngineQueue>;
}
interface EngineFiles {
  db: { exec(sql: string): void };
  loadSqsAndSns: (queues: EngineStore, topics: unknown) => void;
  deleteMessage: (messageId: string) => void;
}

/** Modules of the queue engine that its package does not export. */
async function enginePart<T>(path: string): Promise<T> {
  const folder = dirname(fileURLToPath(import.meta.resolve('fauxqs')));
  return (await import(pathToFileURL(join(folder, path)).href)) as T;
}

async function startQueues(order: EngineOrder): Promise<EngineStore> {
  const { version } = createRequire(import.meta.resolve('fauxqs'))('../package.json') as { version: string };
  if (version !== '2.4.1') throw new Error(`The queue engine must be fauxqs 2.4.1, not ${version}.`);
  const [{ SqsStore }, { SnsStore }, { S3Store }, { PersistenceManager }] = await Promise.all([
    enginePart<{ SqsStore: new () => EngineStore }>('sqs/sqsStore.js'),
    enginePart<{ SnsStore: new () => object }>('sns/snsStore.js'),
    enginePart<{ S3Store: new () => object }>('s3/s3Store.js'),
    enginePart<{ PersistenceManager: new (folder: string) => EngineFiles }>('persistence.js'),
  ]);
  const store = new SqsStore();
  const topics = new SnsStore();
  files = new PersistenceManager(order.queueFolder);
  // Every change is written at once, so a killed process loses nothing. Only a power cut could cost the last moment,
  // and the sweeper sends again what a queue forgets.
  files.db.exec('PRAGMA synchronous = NORMAL');
  files.loadSqsAndSns(store, topics);
  store.persistence = files;
  for (const queue of store.allQueues()) queue.persistence = files;
  const stores = { sqsStore: store, snsStore: topics, s3Store: new S3Store() };
  type Options = NonNullable<Parameters<typeof buildApp>[0]>;
  const app = buildApp({
    logger: false,
    stores: stores as unknown as NonNullable<Options['stores']>,
  });
  app.addHook('onRequest', (request, answer, next) => {
    if (isSame(request.headers[engineSecretHeader], order.secret)) return next();
    return answer.code(403).send({ __type: 'AccessDenied', message: 'Only the runtime may ask.' });
  });
  await app.listen({ port: order.queuePort, host: '127.0.0.1' });
  return store;
}

function isSame(given: string | string[] | undefined, wanted: string): boolean {
  const [one, other] = [Buffer.from(String(given)), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

let files: EngineFiles | undefined;

function counts(store: EngineStore): QueueCounts[] {
  return [...store.allQueues()].map((queue) => {
    queue.processTimers();
    const waits = [
      ...[...queue.inflightMessages.values()].map(({ visibilityDeadline }) => visibilityDeadline),
      ...queue.delayedMessages.map(({ delayUntil }) => delayUntil ?? 0),
    ];
    return {
      name: queue.name,
      visible: queue.messages.length,
      inFlight: queue.inflightMessages.size,
      delayed: queue.delayedMessages.length,
      receivers: queue.pollWaiters.length,
      nextVisibleAt: waits.length === 0 ? undefined : Math.min(...waits),
    };
  });
}

/** Drops messages that are older than their queue keeps them. The engine itself never does. */
function expire(store: EngineStore, retentionSeconds: Record<string, number>): void {
  for (const queue of store.allQueues()) {
    const kept = retentionSeconds[queue.name];
    if (kept === undefined) continue;
    const oldest = Date.now() - kept * 1000;
    const isFresh = (message: Message): boolean => {
      if (message.sentTimestamp > oldest) return true;
      files?.deleteMessage(message.messageId);
      return false;
    };
    queue.messages = queue.messages.filter(isFresh);
    queue.delayedMessages = queue.delayedMessages.filter(isFresh);
  }
}

function startDatabase({ binary, file, host, port }: NonNullable<EngineOrder['database']>): number | undefined {
  const log = openSync(`${file}.log`, 'a', 0o600);
  const engine = spawn(binary, ['serve', '--host', host, '--port', String(port), '--db-path', file], {
    stdio: ['ignore', log, log],
    // It does one thing at a time anyway. A second thread would only compete with the first for memory.
    env: { ...process.env, TOKIO_WORKER_THREADS: '1' },
  });
  const stopEngine = (): void => {
    engine.kill('SIGKILL');
  };
  process.on('exit', stopEngine);
  engine.on('error', (error) => {
    process.stderr.write(`The database engine did not start: ${error.message}\n`);
    process.exit(1);
  });
  engine.on('exit', () => process.exit(1));
  return engine.pid;
}

const reply = (message: EngineReply): void => {
  process.send?.(message);
};

// Whatever the engines write, only this user may read.
process.umask(0o077);
process.on('disconnect', () => process.exit(0));
// An interrupt from the keyboard reaches every process of the terminal. The runtime decides when the engines stop.
process.on('SIGINT', () => undefined);
process.once('message', (order: EngineOrder) => {
  shiftClock(order.clockOffsetMs);
  const databasePid = order.database && startDatabase(order.database);
  void startQueues(order).then((store) => {
    process.on('message', (request: EngineRequest) => {
      switch (request.ask) {
        case 'clock':
          shiftClock(request.offsetMs);
          return reply({ id: request.id });
        case 'counts':
          return reply({ id: request.id, counts: counts(store) });
        case 'expire':
          expire(store, request.retentionSeconds);
          return reply({ id: request.id });
      }
    });
    reply({ ready: { queuePort: order.queuePort, databasePid } });
  });
});
