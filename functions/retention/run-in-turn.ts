import type { Instant } from '#shared/domain/time/instant.ts';
import type { Sweep } from '#shared/lambda/events/schedule-handler.ts';

/** Does one task after the other. A task that fails stops none of the others, and fails the run at its end. */
export function runInTurn(tasks: readonly Sweep[]): Sweep {
  return async (timeLeft) => {
    const said: Instant[] = [];
    const failures: unknown[] = [];
    for (const task of tasks) {
      try {
        const { nextAt } = await task(timeLeft);
        if (nextAt !== undefined) said.push(nextAt);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    const [nextAt] = said.sort();
    return nextAt === undefined ? {} : { nextAt };
  };
}
