import type { Case, EarlierClock } from './case.ts';
import { dayMs } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

/**
 * Whether the promise to the reporter was kept. Only this file decides it: figures, the reporter's page and the work
 * queue all ask here. A deadline that has passed is missed from then on, whether the case is open or not. Something
 * done exactly at the deadline is in time. Source: docs/practice.md, Clocks.
 */
export const promiseStates = ['kept', 'missed', 'running'] as const;

export type PromiseState = (typeof promiseStates)[number];

/**
 * What one clock of a case promised, and when it happened. It is the present clock or one from before a reopening.
 */
export type PromisedClock = Pick<EarlierClock, 'promise' | 'readAt' | 'handledAt' | 'resolvedAt' | 'closedAt'>;

export interface Miss {
  /** `handle` and `resolve` are the two halves of the answer. `read` comes before it. */
  step: 'handle' | 'resolve' | 'read';
  /** The promised deadline. */
  by: Instant;
}

/** One promised step. `at` is when it happened, absent until it does. */
interface Step extends Miss {
  at: Instant | undefined;
}

/**
 * Whether both halves of the answer came in time, by the present clock and by every earlier one. A report that was read
 * late and answered in time counts as kept. `firstMiss` still says that it was read late.
 */
export function promiseState(of: PromisedClock & Pick<Case, 'earlierClocks'>, now: Instant): PromiseState {
  const clocks = [...(of.earlierClocks ?? []), of];
  const isMissed = clocks.some((clock) => stepsOf(clock).some((step) => isOfAnswer(step) && isLate(step, now)));
  if (isMissed) return 'missed';
  return stepsOf(of).some(({ step, at }) => step === 'resolve' && at !== undefined) ? 'kept' : 'running';
}

/** The first miss of one clock. A late answer comes before a late reading: the reporter waits for the answer. */
export function firstMiss(of: PromisedClock, now: Instant): Miss | undefined {
  const late = stepsOf(of).find((step) => isLate(step, now));
  return late && { step: late.step, by: late.by };
}

/** The promised steps that have not happened yet, with their deadlines. */
export function openPromises(of: PromisedClock): Miss[] {
  return stepsOf(of)
    .filter(({ at }) => at === undefined)
    .map(({ step, by }) => ({ step, by }));
}

/** How late an answer came. Source: docs/practice.md, Figures. */
export const latenesses = ['up_to_24h', 'over_24h'] as const;

export type Lateness = (typeof latenesses)[number];

/**
 * How late the latest missed half of the answer came, by any clock of the case. Undefined while nothing was missed, and
 * while what was missed is still owed: that grows later every day.
 */
export function latenessOf(of: PromisedClock & Pick<Case, 'earlierClocks'>, now: Instant): Lateness | undefined {
  const late = [...(of.earlierClocks ?? []), of]
    .flatMap(stepsOf)
    .filter((step) => isOfAnswer(step) && isLate(step, now));
  const lateMs = late.map(({ by, at }) => Date.parse(at ?? '') - Date.parse(by));
  if (lateMs.length === 0 || lateMs.some(Number.isNaN)) return undefined;
  return Math.max(...lateMs) > dayMs ? 'over_24h' : 'up_to_24h';
}

/** Until when the answer that is owed next is in time; undefined once nothing is owed. */
export function answerDueBy(of: PromisedClock): Instant | undefined {
  return stepsOf(of)
    .filter((step) => isOfAnswer(step) && step.at === undefined)
    .map(({ by }) => by)
    .toSorted()[0];
}

/** Whether the report was read in time, by the present clock and by every earlier one. */
export function readingState(of: PromisedClock & Pick<Case, 'earlierClocks'>, now: Instant): PromiseState {
  const readings = [...(of.earlierClocks ?? []), of].flatMap(stepsOf).filter((step) => !isOfAnswer(step));
  if (readings.some((step) => isLate(step, now))) return 'missed';
  return readings.every(({ at }) => at !== undefined) ? 'kept' : 'running';
}

const isOfAnswer = ({ step }: Step): boolean => step !== 'read';

/** What was promised, in the order in which misses are told. A later step implies the earlier ones. */
function stepsOf({ promise, readAt, handledAt, resolvedAt, closedAt }: PromisedClock): readonly Step[] {
  const resolved = resolvedAt ?? closedAt;
  const handled = handledAt ?? resolved;
  return [
    { step: 'handle', by: promise.handleBy, at: handled },
    { step: 'resolve', by: promise.resolveBy, at: resolved },
    { step: 'read', by: promise.readBy, at: readAt ?? handled },
  ];
}

const isLate = ({ by, at }: Step, now: Instant): boolean => (at ?? now) > by;
