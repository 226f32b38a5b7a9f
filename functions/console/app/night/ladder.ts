import type { ClockKind } from '#shared/domain/case/timer-id.ts';
import type { CaseView, Duty } from '../api/answers.ts';

/** An escalation that nobody has acknowledged. */
export interface Raise {
  timer: string;
  rung: string;
  since?: string | undefined;
}

/** The part of a case's clock that tells how its ladder goes on. */
export interface ClimbingClock {
  id: string;
  deadline: string;
  nextRung: number;
  nextRungAt?: string | undefined;
}

/** What comes next if nobody says "I have it". `rung` is absent when everybody is reminded. */
export interface NextStep {
  at: string;
  rung: string | undefined;
}

/** `rungs` are all of the ladder, from the first. */
export function nextStepOf({ nextRung, nextRungAt }: ClimbingClock, rungs: readonly string[]): NextStep | undefined {
  return nextRungAt === undefined ? undefined : { at: nextRungAt, rung: rungs[nextRung] };
}

/**
 * What the page says of the next step: the rung, that everybody is reminded, or that the supervisor is told. The clock
 * of an institution that does not acknowledge reminds nobody else. Source: docs/practice.md, Clocks.
 */
export function wordOfNext(kind: ClockKind, { rung }: Pick<NextStep, 'rung'>): 'ladder' | 'ladderAll' | 'ladderSlow' {
  if (rung !== undefined) return 'ladder';
  return kind === 'referral_acknowledge' ? 'ladderSlow' : 'ladderAll';
}

/**
 * Until when the ladders stand still that somebody has just acknowledged: the earliest step that is left. Undefined when
 * their clocks have all ended, so nobody is called any more.
 */
export function heldUntil(raises: readonly Raise[], clocks: readonly ClimbingClock[]): string | undefined {
  const left = clocks.filter(({ id }) => raises.some(({ timer }) => timer === id));
  return left
    .flatMap(({ nextRungAt }) => nextRungAt ?? [])
    .toSorted()
    .at(0);
}

/** Whether an escalation is among others: the same rung of the same clock, escalated at the same time. */
export function isAmong(raise: Raise, others: readonly Raise[]): boolean {
  return others.some(({ timer, rung, since }) => timer === raise.timer && rung === raise.rung && since === raise.since);
}

/** Somebody to be phoned, and on which rung. */
export type ToPhone = Duty['rungs'][number]['people'][number] & { rung: string };

/**
 * Whom the ladder calls next: of the first rung after those that were called, whoever is reached. Rungs with nobody are
 * left out, as the ladder does. `leftOut`: the person who asks, and whom the case excludes.
 */
export function nextToPhone(
  duty: Pick<Duty, 'rungs'>,
  raises: readonly Pick<Raise, 'rung'>[],
  leftOut: readonly string[],
): ToPhone[] {
  const called = Math.max(...raises.map(({ rung }) => duty.rungs.findIndex((one) => one.rung === rung)));
  const after = duty.rungs
    .slice(called + 1)
    .map(({ rung, people }) =>
      people
        .filter(({ id, passedOverUntil }) => passedOverUntil === undefined && !leftOut.includes(id))
        .map((person) => ({ ...person, rung })),
    );
  return after.find((people) => people.length > 0) ?? [];
}

/** Whether a case rings, and this person may say "I have it": then that is the one thing to do on its page. */
export function ringsFor({ raises = [], may }: Pick<CaseView, 'raises' | 'may'>): boolean {
  return raises.length > 0 && may.includes('acknowledge_escalation');
}
