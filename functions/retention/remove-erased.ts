import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { Log } from '#shared/lambda/log/log.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Erasing, Erasure } from '#shared/ports/erasing.ts';

export interface RemoveErasedDeps {
  erasing: Pick<Erasing, 'remove' | 'lookAgain' | 'finish'>;
  clock: Clock;
  log: Log;
}

/** A message may still be on its way when its case is erased. Only a look after so long can say that nothing is left. */
const settledAfterMinutes = 20 * 60;

/**
 * Removes what is left of an erased case. It is done in one look when it is first removed, and in a second one that
 * finds nothing a day later. Answers when to look again, or undefined when the erasure is finished.
 */
export function removeErased(deps: RemoveErasedDeps): (erasure: Erasure) => Promise<Instant | undefined> {
  return async (erasure) => {
    const removed = await deps.erasing.remove(erasure);
    const now = deps.clock.now();
    if (removed > 0 || now < plusMinutes(erasure.at, settledAfterMinutes)) {
      const lookAgainAt = plusMinutes(now, settledAfterMinutes);
      await deps.erasing.lookAgain(erasure, lookAgainAt);
      return lookAgainAt;
    }
    await deps.erasing.finish(erasure, now);
    deps.log('erasure_finished', { caseId: erasure.caseId });
    return undefined;
  };
}
