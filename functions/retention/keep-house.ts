import type { Instant } from '#shared/domain/time/instant.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import { errorName, type Measure } from '#shared/lambda/log/log.ts';
import type { Erasing, Erasure, KeptCases } from '#shared/ports/erasing.ts';
import { keepOrErase } from './keep-or-erase.ts';
import type { KeepOrEraseDeps } from './keep-or-erase.ts';

export interface KeepHouseDeps extends KeepOrEraseDeps {
  kept: KeptCases;
  erasing: Erasing;
  measure: Measure;
}

const casesAtOnce = 4;
/**
 * A message may still be on its way when its case is erased. Only the run of a later day can say that nothing is left.
 */
const settledAfterMs = 20 * 3_600_000;

/**
 * The daily run: does what is due about keeping cases, then goes on with erasures that were begun. What fails is
 * counted and left for the next run. It holds up nothing that comes after it. Answers when there will be something to
 * do.
 */
export function keepHouse(deps: KeepHouseDeps): () => Promise<{ nextAt?: Instant }> {
  const keep = keepOrErase(deps);

  async function goOn(erasure: Erasure): Promise<boolean> {
    const { caseId, at } = erasure;
    const removed = await deps.erasing.remove(erasure);
    const now = deps.clock.now();
    if (removed > 0 || Date.parse(now) - Date.parse(at) < settledAfterMs) return false;
    await deps.erasing.finish(erasure, now);
    deps.log('erasure_finished', { caseId });
    return true;
  }

  /** Whether the work was done. What was not done is still in its index. */
  async function tried(caseId: string, work: () => Promise<unknown>): Promise<boolean> {
    try {
      return (await work()) !== 'contended';
    } catch (error) {
      deps.log('erasure_failed', { caseId, errorName: errorName(error) });
      return false;
    }
  }

  return async () => {
    const now = deps.clock.now();
    const due = await deps.kept.due(now);
    const decided = await inParallel(casesAtOnce, due, ({ caseId }) =>
      tried(caseId, async () => {
        const outcome = await keep(caseId);
        if (outcome !== 'erased') return outcome;
        deps.log('case_erased', { caseId });
        deps.measure('CaseErased', 1);
        return outcome;
      }),
    );
    const begun = await deps.erasing.unfinished();
    const removed = await inParallel(casesAtOnce, begun, (erasure) => tried(erasure.caseId, () => goOn(erasure)));

    const failed = [...decided, ...removed].filter((done) => !done).length;
    if (failed > 0) deps.measure('ErasureFailed', failed);
    const left = due.filter((_, index) => decided[index] === false).map(({ since }) => since);
    deps.measure('ErasureDelay', delaySeconds([...left, ...unfinishedSince(begun, removed)], now));
    deps.log('sweep_finished', { count: due.length });
    const nextAt = failed > 0 || begun.length > 0 ? now : await deps.kept.nextAfter(now);
    return nextAt === undefined ? {} : { nextAt };
  };
}

/** When those erasures began that failed in this run. */
function unfinishedSince(begun: readonly Erasure[], removed: readonly boolean[]): Instant[] {
  return begun.filter((_, index) => removed[index] === false).map(({ at }) => at);
}

function delaySeconds(since: readonly Instant[], now: Instant): number {
  const [oldest] = [...since].sort();
  return oldest === undefined ? 0 : Math.max(0, Math.round((Date.parse(now) - Date.parse(oldest)) / 1000));
}
