import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { CannotStart } from '../cannot-start.ts';
import type { EngineAt } from './engine-call.ts';
import type { EngineOrder, EngineReply, EngineRequest, QueueCounts } from './engine-host.ts';

/** The database and the queues, as the other parts reach them. */
export interface Engines {
  database: EngineAt;
  queues: EngineAt;
  setClock: (offsetMs: number) => Promise<void>;
  queueCounts: () => Promise<QueueCounts[]>;
  /** Drops messages that are older than their queue keeps them. */
  expire: (retentionSeconds: Record<string, number>) => Promise<void>;
  stop: () => Promise<void>;
  /** Ends both, as a fault of their own would. They are started again. */
  crash: () => void;
  /** Ends both at once, as a power cut would. They are not started again. */
  kill: () => void;
}

const hostFile = fileURLToPath(new URL('engine-host.ts', import.meta.url));

/** Where the embedded database is on this platform. Throws `CannotStart` when there is none. */
export function databaseBinary(): string {
  const packageName = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
    return join(dirname(manifest), process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
  } catch {
    throw new CannotStart(
      `There is no built-in database engine for ${process.platform}-${process.arch}. ` +
        'Start a DynamoDB of your own (DynamoDB Local will do) and name it, such as DYNAMODB_ENDPOINT=http://127.0.0.1:8000.',
    );
  }
}

export async function freePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/**
 * An address of this machine alone, and a free port. The database engine asks nobody who they are. On Linux every
 * address that begins with 127 is this machine's, so one is drawn that no page in a browser can guess.
 */
async function hiddenPlace(): Promise<{ host: string; port: number }> {
  const host = process.platform === 'linux' ? ['127', ...randomBytes(3)].join('.') : '127.0.0.1';
  return freePort(host).then(
    (port) => ({ host, port }),
    async () => ({ host: '127.0.0.1', port: await freePort() }),
  );
}

/**
 * Starts both engines on the data folder, in a process of their own. When that process ends unasked, it is started
 * again on the same ports. What was written is on disk, and callers retry.
 */
export async function startEngines(options: {
  dataDir: string;
  clockOffsetMs: number;
  databaseEndpoint: string | undefined;
  secret: string;
  say: (line: string) => void;
}): Promise<Engines> {
  // This comes first, so that a platform without an engine is reported before anything else goes wrong there.
  const binary = options.databaseEndpoint === undefined ? databaseBinary() : undefined;
  const queueFolder = join(options.dataDir, 'queues');
  mkdirSync(queueFolder, { recursive: true, mode: 0o700 });
  const [queuePort, place] = await Promise.all([freePort(), hiddenPlace()]);
  const order: EngineOrder = {
    clockOffsetMs: options.clockOffsetMs,
    queueFolder,
    queuePort,
    secret: options.secret,
    ...(binary === undefined ? {} : { database: { binary, file: join(options.dataDir, 'database.db'), ...place } }),
  };
  const databaseEndpoint = options.databaseEndpoint ?? `http://${place.host}:${place.port}`;

  let isStopping = false;
  let host: ChildProcess;
  let databasePid: number | undefined;
  let nextId = 1;
  const waiting = new Map<number, (reply: { counts?: QueueCounts[] }) => void>();

  const killDatabase = (): void => {
    if (databasePid === undefined) return;
    try {
      process.kill(databasePid, 'SIGKILL');
    } catch {
      // It had ended already.
    }
    databasePid = undefined;
  };

  const startHost = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(hostFile, [], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        execArgv: ['--disable-warning=ExperimentalWarning'],
      });
      host = child;
      child.on('message', (reply: EngineReply) => {
        if ('ready' in reply) {
          databasePid = reply.ready.databasePid;
          resolve();
          return;
        }
        waiting.get(reply.id)?.(reply);
        waiting.delete(reply.id);
      });
      child.once('exit', () => {
        killDatabase();
        reject(new CannotStart('The engines ended before they were ready.'));
        for (const [, answer] of waiting) answer({});
        waiting.clear();
        if (isStopping) return;
        options.say('The engines ended unexpectedly; starting them again on the same data.');
        startHost()
          .then(() => untilAnswering(databaseEndpoint, binary !== undefined))
          .catch((error: unknown) => options.say(String(error)));
      });
      child.send(order);
    });

  type Question = EngineRequest extends infer R ? (R extends EngineRequest ? Omit<R, 'id'> : never) : never;
  const ask = (question: Question): Promise<{ counts?: QueueCounts[] }> =>
    new Promise((resolve) => {
      const id = nextId;
      nextId += 1;
      waiting.set(id, resolve);
      host.send({ ...question, id }, (error) => {
        if (error === null) return;
        waiting.delete(id);
        resolve({});
      });
    });

  await startHost();
  await untilAnswering(databaseEndpoint, binary !== undefined);
  if (order.database !== undefined) indexStream(order.database.file);
  return {
    database: { url: databaseEndpoint },
    queues: { url: `http://127.0.0.1:${queuePort}`, secret: options.secret },
    setClock: async (offsetMs) => {
      order.clockOffsetMs = offsetMs;
      await ask({ ask: 'clock', offsetMs });
    },
    queueCounts: async () => (await ask({ ask: 'counts' })).counts ?? [],
    expire: async (retentionSeconds) => {
      await ask({ ask: 'expire', retentionSeconds });
    },
    stop: async () => {
      isStopping = true;
      const ended = new Promise((resolve) => host.once('exit', resolve));
      host.disconnect();
      await ended;
    },
    crash: () => {
      killDatabase();
      host.kill('SIGKILL');
    },
    kill: () => {
      isStopping = true;
      killDatabase();
      host.kill('SIGKILL');
    },
  };
}

/**
 * Adds an index to the embedded database. At each write to a table with a stream, the database looks for the highest
 * number in that stream's records. Reading the stream does the same. After some thousand records it would do nothing
 * else; with the index it is a look-up.
 */
function indexStream(file: string): void {
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec(
    'CREATE INDEX IF NOT EXISTS besa_stream_order ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
  );
  database.close();
}

/**
 * Waits until something answers HTTP there. The built-in engine syncs its new file first. That can take long on a busy
 * disk, so it gets a minute; one from outside, which runs already, gets five seconds. Throws `CannotStart`.
 */
async function untilAnswering(endpoint: string, isBuiltIn: boolean): Promise<void> {
  const giveUpAt = performance.now() + (isBuiltIn ? 60_000 : 5000);
  for (;;) {
    try {
      await fetch(endpoint, { method: 'GET', signal: AbortSignal.timeout(2000) });
      return;
    } catch {
      if (performance.now() > giveUpAt) {
        throw new CannotStart(
          isBuiltIn
            ? `The built-in database did not answer within a minute at ${endpoint}. What it said is in the data folder, in database.db.log.`
            : `No DynamoDB answers at ${endpoint}. Is DYNAMODB_ENDPOINT right?`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}
