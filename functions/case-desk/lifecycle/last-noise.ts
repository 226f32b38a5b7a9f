import { quietSince } from '#shared/domain/commands/lifecycle/close.ts';
import type { HistoryEvent } from '#shared/domain/case/events.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { HistoryReader } from '#shared/ports/case-store.ts';

/**
 * Since when it has been quiet. Reads back through the history only as far as it must. `newest`: the end of the history,
 * where the caller has read it already.
 */
export async function lastNoise(
  history: HistoryReader,
  caseId: string,
  newest?: readonly HistoryEvent[],
): Promise<Instant | undefined> {
  let events = newest ?? (await history.history(caseId));
  for (;;) {
    const since = quietSince(events);
    const first = events[0]?.number ?? 1;
    if (since !== undefined || first === 1) return since;
    events = await history.history(caseId, first);
  }
}
