import withMiddleware from '@middy/core';
import type { Instant } from '../../domain/time/instant.ts';
import { failedSweep } from '../middleware/failed-sweep.ts';
import { noContext } from '../middleware/no-context.ts';
import type { TimeLeft } from '../time-left.ts';

/** A sweep goes on until nothing is due or its time is nearly over. */
export type Sweep = (timeLeft: TimeLeft) => Promise<{ nextAt?: Instant }>;

/**
 * Handler of a schedule. It hands in how much time Lambda leaves. It answers when there will next be something to do,
 * or null. The schedule comes at its rate anyway, but a clock that is stepped jumps to that instant.
 */
export function scheduleHandler(
  sweep: Sweep,
): (event: unknown, context: { getRemainingTimeInMillis: TimeLeft }) => Promise<{ nextAt: Instant | null }> {
  const handle = withMiddleware<TimeLeft, { nextAt: Instant | null }>()
    .use(failedSweep())
    .handler(async (timeLeft) => ({ nextAt: (await sweep(timeLeft)).nextAt ?? null }));
  // Middy gets no context: its own timer would answer before Lambda's end, and the work would go on.
  return (_, context) => handle(() => context.getRemainingTimeInMillis(), noContext);
}
