import { AsyncLocalStorage } from 'node:async_hooks';
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import { actionOf } from './database/memory-client.ts';

export type Service = 'dynamodb' | 'sqs' | 'kms' | 'ses';

/** What stands in for time, chance, the network and the terminal while a history is played. */
export interface Host<Invocation> {
  /** Milliseconds since 1970, as whoever asks sees them. */
  now: (of: Invocation | undefined) => number;
  /** At least 0, below 1. */
  share: () => number;
  sleep: (of: Invocation | undefined, ms: number) => Promise<void>;
  call: (of: Invocation | undefined, service: Service, action: string, input: object) => Promise<unknown>;
  /** A line on standard output. */
  said: (of: Invocation | undefined, line: string) => void;
}

/** Real turns of the event loop, which the simulator itself waits by. */
export const realTurn = (): Promise<void> => new Promise((resolve) => realSetImmediate(resolve));
const realSetImmediate = setImmediate;
export const realNow = performance.now.bind(performance);
/** Writes past the host. */
export const realWrite = process.stdout.write.bind(process.stdout);

/**
 * From here on this process has no time, chance, AWS or terminal but the host's, so that a seed decides everything that
 * happens in it. There is no way back: a simulator has a process of its own.
 */
export function takeOver<Invocation>(hostOf: () => Host<Invocation> | undefined): {
  run: <T>(of: Invocation, work: () => T) => T;
} {
  const within = new AsyncLocalStorage<Invocation>();
  const host = (): Host<Invocation> => {
    const found = hostOf();
    if (found === undefined) throw new Error('No history is being played.');
    return found;
  };

  const RealDate = Date;
  class VirtualDate extends RealDate {
    constructor(...given: [] | [string | number | Date]) {
      super(...((given.length === 0 ? [VirtualDate.now()] : given) as [number]));
    }
    static override now(): number {
      const found = hostOf();
      return found === undefined ? RealDate.now() : found.now(within.getStore());
    }
  }
  globalThis.Date = VirtualDate as DateConstructor;

  const realShare = Math.random;
  Math.random = () => hostOf()?.share() ?? realShare();
  const realBytes = crypto.randomBytes;
  const bytes = (count: number): Buffer => {
    const found = hostOf();
    return found === undefined
      ? realBytes(count)
      : Buffer.from(Array.from({ length: count }, () => Math.floor(found.share() * 256)));
  };
  crypto.randomBytes = bytes as typeof crypto.randomBytes;
  crypto.randomUUID = () => {
    const hex = bytes(16).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  };
  const realPause = timers.setTimeout;
  timers.setTimeout = (async (ms: number, value: unknown) => {
    await (hostOf()?.sleep(within.getStore(), ms) ?? realPause(ms));
    return value;
  }) as typeof timers.setTimeout;
  syncBuiltinESMExports();

  const clients = { dynamodb: DynamoDBClient, sqs: SQSClient, kms: KMSClient, ses: SESClient };
  for (const [service, client] of Object.entries(clients)) {
    Object.assign(client.prototype, {
      send: (command: { input: object }) =>
        host().call(within.getStore(), service as Service, actionOf(command), command.input),
    });
  }
  process.stdout.write = (line: string | Uint8Array) => {
    const found = hostOf();
    if (found === undefined) return realWrite(line);
    found.said(within.getStore(), String(line));
    return true;
  };

  return { run: (of, work) => within.run(of, work) };
}
