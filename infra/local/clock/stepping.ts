import type { LocalClock } from './clock.ts';
import type { Engines } from '../engines/engines.ts';
import type { Functions } from '../functions/function-processes.ts';
import type { RunningQueueSource } from '../sources/queue-source.ts';
import type { Schedules } from '../sources/schedules.ts';
import type { RunningStreamSource } from '../sources/stream-source.ts';

export class NotQuiet extends Error {
  constructor() {
    super('Besa did not come to rest within two minutes: something is being sent to it, or a function goes on and on.');
    this.name = 'NotQuiet';
  }
}

export interface Stepping {
  /** Resolves when nothing is running and nothing waits that could run now. Throws `NotQuiet`. */
  quiet: () => Promise<void>;
  /** Lives through the given time and stops wherever something is due. Throws `NotQuiet`. */
  advance: (byMs: number) => Promise<void>;
}

const longestWaitMs = 120_000;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 3));

/**
 * Steps the clock. Besa comes to rest, the clock jumps to the next instant at which anything is due, and so on. So
 * everything happens at its time and in its order, but nobody waits for it. Dead letters count as being at rest.
 */
export function stepping(parts: {
  clock: LocalClock;
  engines: Engines;
  functions: Functions;
  schedules: Schedules;
  queues: readonly RunningQueueSource[];
  streams: readonly RunningStreamSource[];
  invocations: () => number;
  retentionSeconds: Record<string, number>;
}): Stepping {
  const { clock, engines, functions, schedules, queues, streams } = parts;

  const isAtRest = (): boolean =>
    functions.running() === 0 &&
    queues.every((source) => source.busy() === 0) &&
    streams.every((source) => source.isCaughtUp());

  /** No queue that feeds a function has a message to give. Its receiver waits, and is not on its way with a batch. */
  const queuesAtRest = async (): Promise<boolean> => {
    const counts = new Map((await engines.queueCounts()).map((count) => [count.name, count]));
    return queues.every(({ queue: { name } }) => {
      const count = counts.get(name);
      return count !== undefined && count.visible === 0 && count.receivers > 0;
    });
  };

  const quiet = async (): Promise<void> => {
    const giveUpAt = performance.now() + longestWaitMs;
    for (const stream of streams) if (!stream.isCaughtUp()) stream.nudge();
    for (;;) {
      const before = parts.invocations();
      if (isAtRest() && (await queuesAtRest()) && isAtRest() && parts.invocations() === before) return;
      if (performance.now() > giveUpAt) throw new NotQuiet();
      await pause();
    }
  };

  const nextVisibleAt = async (): Promise<number[]> => {
    const fed = new Set(queues.map(({ queue }) => queue.name));
    return (await engines.queueCounts()).flatMap(({ name, nextVisibleAt: at }) =>
      fed.has(name) && at !== undefined ? [at] : [],
    );
  };

  const advance = async (byMs: number): Promise<void> => {
    const target = clock.now() + byMs;
    for (;;) {
      await schedules.runDue();
      await quiet();
      const now = clock.now();
      const due = [schedules.nextDueAt() ?? Infinity, ...(await nextVisibleAt())];
      // Something is due already: it came up while Besa came to rest, or it is about to be visible.
      if (due.some((at) => at <= now)) {
        await pause();
        continue;
      }
      if (now >= target) return;
      clock.jumpTo(Math.min(target, ...due));
      await engines.setClock(clock.offsetMs());
      await engines.expire(parts.retentionSeconds);
    }
  };

  let last: Promise<unknown> = Promise.resolve();
  return {
    quiet,
    advance: (byMs) => {
      const next = last.then(() => advance(byMs));
      last = next.catch(() => undefined);
      return next;
    },
  };
}
