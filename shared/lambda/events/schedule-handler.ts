import type { Instant } from '../../domain/time/instant.ts';
import { errorName, log } from '../log/log.ts';

/**
 * Handler of a schedule. Answers when there will next be something to do, or null: the schedule comes every minute anyway,
 * but a clock that is stepped jumps there.
 */
export function scheduleHandler(sweep: () => Promise<{ nextAt?: Instant }>): () => Promise<{ nextAt: Instant | null }> {
  return async () => {
    const swept = await sweep().catch((error: unknown) => {
      log('sweep_failed', { errorName: errorName(error) });
      return undefined;
    });
    // The runtime logs what is thrown with its message and cause, so that nothing but our own words may be thrown on.
    if (swept === undefined) throw new Error('The sweep failed.');
    return { nextAt: swept.nextAt ?? null };
  };
}
