import { randomUUID } from 'node:crypto';
import type { SchedulePlan } from '../template/blueprint.ts';
import type { Functions } from '../functions/function-processes.ts';
import type { WriteCount } from '../engines/database-writes.ts';

export interface Schedules {
  /** Invokes what is due at Besa's time. Resolves when that has run. */
  runDue: () => Promise<void>;
  /** When something will next be due, in ms since 1970. `undefined` when nothing is known to come. */
  nextDueAt: () => number | undefined;
  /** Runs on real time from now on. */
  start: () => void;
  stop: () => void;
}

interface State {
  plan: SchedulePlan;
  title: string;
  /** The next full interval, ms since 1970. */
  nextAt: number;
  isRunning: boolean;
  /**
   * When its function said that it would next have something to do. Undefined when it does not say. What it wants within
   * an interval is the next run, not the one after it, though it ran for some time of its own interval.
   */
  said: { nextAt: number | undefined; ownWrites: number } | undefined;
}

/**
 * Schedules at a fixed rate, on the full minutes of Besa's time; the first run is at once. In real time a run comes at
 * every interval. A clock that is stepped skips the runs in which a function said it would have nothing to do. What
 * others write where the function looks for work is a reason to come at the instant of what they wrote. It skips no run
 * once the function itself has written after it answered.
 */
export function runSchedules(
  plans: readonly SchedulePlan[],
  parts: {
    functions: Functions;
    titleOf: (functionArn: string) => string;
    writes: Pick<WriteCount, 'by' | 'begin' | 'soonestFor'>;
    now: () => number;
  },
): Schedules {
  const states = plans.map((plan): State => ({
    plan,
    title: parts.titleOf(plan.functionArn),
    nextAt: 0,
    isRunning: false,
    said: undefined,
  }));
  let timer: NodeJS.Timeout | undefined;
  let isStopped = true;

  const boundaryAfter = (at: number, everyMinutes: number): number => {
    const interval = everyMinutes * 60_000;
    return (Math.floor(at / interval) + 1) * interval;
  };
  const dueAt = (state: State): number | undefined => {
    const { said, plan, nextAt, title } = state;
    if (said === undefined || said.ownWrites !== parts.writes.by(title)) return nextAt;
    const wanted = [said.nextAt, parts.writes.soonestFor(title)].filter((at) => at !== undefined);
    return wanted.length === 0
      ? undefined
      : Math.max(nextAt, boundaryAfter(Math.min(...wanted) - 1, plan.everyMinutes));
  };

  const wantedAt = (at: number, { plan, nextAt }: State): number =>
    at <= parts.now() + plan.everyMinutes * 60_000 ? Math.min(at, nextAt) : at;

  const run = async (state: State): Promise<void> => {
    const { plan, title } = state;
    state.isRunning = true;
    state.nextAt = boundaryAfter(parts.now(), plan.everyMinutes);
    parts.writes.begin(title);
    const outcome = await parts.functions.invoke(plan.functionArn, {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account: '000000000000',
      time: new Date(parts.now()).toISOString(),
      resources: [plan.name],
      detail: '{}',
    });
    state.said = undefined;
    if (outcome.ok && typeof outcome.value === 'object' && outcome.value !== null && 'nextAt' in outcome.value) {
      const { nextAt } = outcome.value;
      state.said = {
        nextAt: typeof nextAt === 'string' ? wantedAt(Date.parse(nextAt), state) : undefined,
        ownWrites: parts.writes.by(title),
      };
    }
    state.isRunning = false;
  };

  const runThese = async (which: (state: State) => boolean): Promise<void> => {
    await Promise.all(states.filter((state) => !state.isRunning && which(state)).map(run));
  };

  const wait = (): void => {
    if (isStopped || states.length === 0) return;
    const next = Math.min(...states.map(({ nextAt }) => nextAt));
    timer = setTimeout(
      () => {
        const now = parts.now();
        void runThese(({ nextAt }) => nextAt <= now);
        wait();
      },
      Math.min(60_000, Math.max(20, next - parts.now())),
    );
  };

  return {
    runDue: async () => {
      const now = parts.now();
      for (const state of states) {
        // A run that was skipped, because it would have had nothing to do, is not made up for.
        const isDue = (dueAt(state) ?? Infinity) <= now;
        if (!isDue && state.nextAt <= now) state.nextAt = boundaryAfter(now, state.plan.everyMinutes);
      }
      await runThese((state) => (dueAt(state) ?? Infinity) <= now);
    },
    nextDueAt: () => {
      const all = states.flatMap((state) => dueAt(state) ?? []);
      return all.length === 0 ? undefined : Math.min(...all);
    },
    start: () => {
      isStopped = false;
      wait();
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
