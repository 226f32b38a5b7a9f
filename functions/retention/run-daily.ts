import type { Instant } from '#shared/domain/time/instant.ts';

type Task = () => Promise<{ nextAt?: Instant }>;

/** Does one task after the other. A task that fails stops none of the others, and fails the run at its end. */
export function runDaily(tasks: readonly Task[]): Task {
  return async () => {
    const said: Instant[] = [];
    const failures: unknown[] = [];
    for (const task of tasks) {
      try {
        const { nextAt } = await task();
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
