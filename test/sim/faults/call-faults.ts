import type { Chance } from '#test/story/chance.ts';
import { awsError, conflictWith, throttledBy } from '../database/aws-errors.ts';
import type { FaultPlan } from './faults.ts';
import type { Service } from '../virtual-process.ts';

/** What becomes of a call, as the function that made it sees it, and whether it was done. */
export type Fate =
  | { becomes: 'answered' }
  | { becomes: 'failed'; error: Error; isDone: boolean }
  /** The function ends; a call that was not done yet may still be. */
  | { becomes: 'forgotten'; isDone: boolean };

const writes: readonly string[] = ['TransactWriteItems', 'PutItem', 'UpdateItem', 'DeleteItem'];

export function fateOf(
  { service, action, input }: { service: Service; action: string; input: Readonly<Record<string, unknown>> },
  { faults, chance, isOut }: { faults: FaultPlan; chance: Chance; isOut: boolean },
): Fate {
  const failed = (error: Error, isDone = false): Fate => ({ becomes: 'failed', error, isDone });
  if (isOut) return failed(awsError('TimeoutError'));
  if (faults.strikes('throttled')) return failed(throttledBy(service, action, input, chance));
  if (writes.includes(action) && faults.strikes('conflict')) return failed(conflictWith(action, input, chance));
  if (faults.strikes('lost_request')) return failed(awsError('TimeoutError'));
  if (faults.strikes('lost_answer')) return failed(awsError('TimeoutError'), true);
  if (faults.strikes('crash_before')) return { becomes: 'forgotten', isDone: false };
  if (faults.strikes('crash_after')) return { becomes: 'forgotten', isDone: true };
  return { becomes: 'answered' };
}
