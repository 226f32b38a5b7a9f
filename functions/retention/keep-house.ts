import type { Instant } from '#shared/domain/time/instant.ts';
import type { Sweep } from '#shared/lambda/events/schedule-handler.ts';
import { errorName, type Measure } from '#shared/lambda/log/log.ts';
import { whileTimeLasts } from '#shared/lambda/time-left.ts';
import type { Erasing, KeptCases } from '#shared/ports/erasing.ts';
import { keepOrErase } from './keep-or-erase.ts';
import type { KeepOrEraseDeps } from './keep-or-erase.ts';
import { removeErased } from './remove-erased.ts';

export interface KeepHouseDeps extends Omit<KeepOrEraseDeps, 'removeErased'> {
  kept: KeptCases;
  erasing: Erasing;
  measure: Measure;
}

const casesAtOnce = 4;

/** One thing to do, since when it is due, and what came of it. `nextAt` is when there is something to do about it again. */
interface Task {
  caseId: string;
  since: Instant;
  work: () => Promise<{ nextAt?: Instant | undefined } | 'contended'>;
}
interface Tried {
  failedSince?: Instant;
  nextAt?: Instant | undefined;
}

/**
 * Goes on with erasures that were begun, then does all that is due about keeping cases. It stops when its time is nearly
 * over, and the next run goes on. What fails is counted and left for the next run. It holds up nothing that comes after
 * it. Answers when there will be something to do: at once, when something was left.
 */
export function keepHouse(deps: KeepHouseDeps): Sweep {
  const remove = removeErased(deps);
  const keep = keepOrErase({ ...deps, removeErased: remove });

  /** What was not done is still in its index. */
  async function tried({ caseId, since, work }: Task): Promise<Tried> {
    try {
      const outcome = await work();
      return outcome === 'contended' ? { failedSince: since } : outcome;
    } catch (error) {
      deps.log('erasure_failed', { caseId, errorName: errorName(error) });
      return { failedSince: since };
    }
  }

  async function decide(caseId: string): ReturnType<Task['work']> {
    const { outcome, lookAgainAt } = await keep(caseId);
    if (outcome === 'contended') return outcome;
    if (outcome === 'erased') {
      deps.log('case_erased', { caseId });
      deps.measure('CaseErased', 1);
    }
    return { nextAt: lookAgainAt };
  }

  return async (timeLeft) => {
    const now = deps.clock.now();
    const begun = await deps.erasing.unfinished(now);
    const due = await deps.kept.due(now);
    const tasks: Task[] = [
      ...begun.due.map((erasure) => ({
        caseId: erasure.caseId,
        since: erasure.lookAgainAt ?? erasure.at,
        work: async () => ({ nextAt: await remove(erasure) }),
      })),
      ...due.map(({ caseId, since }) => ({ caseId, since, work: () => decide(caseId) })),
    ];
    const { done, left } = await whileTimeLasts(casesAtOnce, tasks, { timeLeft }, tried);

    const failedSince = done.flatMap((one) => one.failedSince ?? []);
    if (failedSince.length > 0) deps.measure('ErasureFailed', failedSince.length);
    deps.measure('KeepingLeftUndone', left.length);
    deps.measure('ErasureDelay', delaySeconds([...failedSince, ...left.map(({ since }) => since)], now));
    deps.log('sweep_finished', { count: done.length });
    if (failedSince.length > 0 || left.length > 0) return { nextAt: now };
    const later = [await deps.kept.nextAfter(now), begun.nextAt, ...done.map((one) => one.nextAt)];
    const [nextAt] = later.filter((at) => at !== undefined).sort();
    return nextAt === undefined ? {} : { nextAt };
  };
}

function delaySeconds(since: readonly Instant[], now: Instant): number {
  const [oldest] = [...since].sort();
  return oldest === undefined ? 0 : Math.max(0, Math.round((Date.parse(now) - Date.parse(oldest)) / 1000));
}
