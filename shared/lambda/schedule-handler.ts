import type { Instant } from '../domain/case.ts';
import { errorName, log } from './log.ts';

/**
 * Handler of a schedule. Answers when there will next be something to do, or null: the schedule comes every minute anyway,
 * but a clock that is stepped jumps there.
 */
export function scheduleHandler(sweep: () => Promise<{ nextAt?: Instant }>): () => Promise<{ nextAt: Instant | null }> {
  return async () => {
    try {
      const { nextAt } = await sweep();
      return { nextAt: nextAt ?? null };
    } catch (error) {
      log('sweep_failed', { errorName: errorName(error) });
      // The runtime logs what is thrown with its message; that message must be ours.
      throw new Error('The sweep failed.');
    }
  };
}
