import { awaitsAcknowledgement } from '../case/referral.ts';
import type { Referral } from '../case/referral.ts';
import { isOver } from '../case/status.ts';
import type { Case } from '../case/case.ts';
import { silenceSteps } from '../case/timer-id.ts';
import type { SilenceStep, Timer } from '../case/timer-id.ts';
import { plusWorkingDays } from '../time/working-days.ts';
import type { Instant } from '../time/instant.ts';
import type { TimerPolicy } from './clock-policy.ts';

// An institution that does not answer has a slow ladder of its own. It counts in working days and wakes nobody.
// Source: docs/practice.md, Clocks.

/**
 * Whether the ladder of the case is climbed for an institution. It is for a critical referral of an open case that
 * nobody has acknowledged, until a call is recorded, and once for each rung.
 */
export function climbsUntilCalled(
  { kind, nextRung }: Timer,
  of: Case,
  referral: Referral | undefined,
  { ladder }: TimerPolicy,
): boolean {
  if (kind !== 'referral_acknowledge' || of.severity !== 'critical' || isOver(of)) return false;
  return nextRung < ladder.rungs.length && referral?.calledAt === undefined;
}

/**
 * The next step of the slow ladder, and the timer after it. While nobody has acknowledged a referral, that clock speaks
 * for it. The clock of the answer then takes no step, and is looked at again after a working day.
 */
export function stepOfSilence(
  timer: Omit<Timer, 'dueAt'>,
  referral: Referral | undefined,
  policy: TimerPolicy,
  now: Instant,
): { timer: Omit<Timer, 'dueAt'>; step?: SilenceStep } {
  const { workingDaysAfter } = policy.ladder.silence;
  const after = (step: SilenceStep): Instant => plusWorkingDays(now, workingDaysAfter[step], policy);
  const isSpokenFor = timer.kind === 'referral_answer' && referral !== undefined && awaitsAcknowledgement(referral);
  if (isSpokenFor) return { timer: { ...timer, nextRungAt: after('owner') } };
  const taken = timer.silentSteps ?? 0;
  const step = silenceSteps[taken] ?? 'reminder';
  return { timer: { ...timer, silentSteps: taken + 1, nextRungAt: after(step) }, step };
}

/**
 * The timer after the last rung that was climbed for an institution. The whole ladder knows, the owner included. So the
 * slow ladder goes on with its second step.
 */
export function afterLastRung(
  timer: Omit<Timer, 'dueAt'>,
  policy: TimerPolicy,
  now: Instant,
): Pick<Timer, 'silentSteps' | 'nextRungAt'> {
  const { owner } = policy.ladder.silence.workingDaysAfter;
  return { silentSteps: Math.max(timer.silentSteps ?? 0, 1), nextRungAt: plusWorkingDays(now, owner, policy) };
}
