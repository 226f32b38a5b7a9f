import withMiddleware from '@middy/core';
import type { Instant } from '../../domain/time/instant.ts';
import { failedSweep } from '../middleware/failed-sweep.ts';
import { noContext } from '../middleware/no-context.ts';

/**
 * Handler of a schedule. Answers when there will next be something to do, or null. The schedule comes every minute
 * anyway, but a clock that is stepped jumps to that instant.
 */
export function scheduleHandler(sweep: () => Promise<{ nextAt?: Instant }>): () => Promise<{ nextAt: Instant | null }> {
  const handle = withMiddleware<unknown, { nextAt: Instant | null }>()
    .use(failedSweep())
    .handler(async () => ({ nextAt: (await sweep()).nextAt ?? null }));
  return () => handle(undefined, noContext);
}
