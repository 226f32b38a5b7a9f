import type { Case } from '../case/case.ts';
import type { LadderPolicy } from './clock-policy.ts';
import { isOfMessage } from './timer.ts';
import type { Timer } from '../case/timer-id.ts';

/**
 * Whether the mail of a raise is still the last word about a critical case that nobody has taken: no rung acknowledged,
 * not read, no later rung raised. Such a mail is sent again and again. After the last rung the reminders do that.
 * `rung` is absent for the mail about the new case, which stands for the first rung. Source: PRACTICE, people.
 */
export function ringsOn(of: Case, timers: readonly Timer[], rung: string | undefined, ladder: LadderPolicy): boolean {
  if (of.severity !== 'critical') return false;
  const timer = timers.find(({ kind, clock }) => kind === 'must_be_acknowledged' && clock === of.clockNumber);
  if (timer === undefined || timer.nextRung >= ladder.rungs.length) return false;
  // What made a case critical after it was taken calls anew.
  const isTaken = of.acknowledgedAt !== undefined || of.readAt !== undefined;
  if (isTaken && !isOfMessage(timer)) return false;
  const raised = Math.max(timer.nextRung, 1) - 1;
  return ladder.rungs[raised]?.id === (rung ?? ladder.rungs[0]?.id);
}
