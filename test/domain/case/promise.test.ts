import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { firstMiss, openPromises, promiseState } from '#shared/domain/case/promise.ts';
import type { PromisedClock } from '#shared/domain/case/promise.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { aCase, fridayNight } from '#test/support/builders.ts';

const { promise } = aCase();
const { readBy, handleBy, resolveBy } = promise;

/** Each deadline, with what of a case says that it was met. */
const steps = [
  { step: 'handle', by: handleBy, field: 'handledAt' },
  { step: 'resolve', by: resolveBy, field: 'resolvedAt' },
  { step: 'read', by: readBy, field: 'readAt' },
] as const;

/** Before all deadlines, at each, and right after it. */
const moments = [fridayNight, ...steps.flatMap(({ by }) => [by, plusMinutes(by, 1)])].toSorted();
const mayHaveHappened = [undefined, ...moments];

/** Every history of a clock: each step never, or at any of these moments; a later step not before an earlier one. */
const histories: PromisedClock[] = mayHaveHappened.flatMap((readAt) =>
  mayHaveHappened.flatMap((handledAt) =>
    mayHaveHappened.flatMap((resolvedAt) => {
      const order = [readAt, handledAt, resolvedAt].filter((at) => at !== undefined);
      const isGap = (handledAt !== undefined || resolvedAt !== undefined) && readAt === undefined;
      if (isGap || order.toSorted().some((at, index) => at !== order[index])) return [];
      return [
        {
          promise,
          ...(readAt === undefined ? {} : { readAt }),
          ...(handledAt === undefined ? {} : { handledAt }),
          ...(resolvedAt === undefined ? {} : { resolvedAt }),
        },
      ];
    }),
  ),
);

/** What has happened of a history by then. */
function asOf(of: PromisedClock, now: Instant): PromisedClock {
  const had = steps.flatMap(({ field }) => ((of[field] ?? now) < now ? [[field, of[field]]] : []));
  return { promise: of.promise, ...Object.fromEntries(had) };
}

/** The rule as one would say it: late is what had not happened by its deadline, once that has passed. */
function lateSteps(of: PromisedClock, now: Instant): string[] {
  const resolved = of.resolvedAt ?? now;
  const handled = of.handledAt ?? resolved;
  const read = of.readAt ?? handled;
  return [
    ...(handled > handleBy ? ['handle'] : []),
    ...(resolved > resolveBy ? ['resolve'] : []),
    ...(read > readBy ? ['read'] : []),
  ];
}

describe('the promise of a case', () => {
  test.each([
    ['running', 'nothing has happened and all is in time', {}, handleBy],
    ['missed', 'nobody ever handled it', {}, plusMinutes(handleBy, 1)],
    ['running', 'it was handled in time', { handledAt: handleBy }, resolveBy],
    ['missed', 'it was handled in time and then left to rot', { handledAt: handleBy }, plusMinutes(resolveBy, 1)],
    ['missed', 'it was handled late', { handledAt: plusMinutes(handleBy, 1) }, plusMinutes(handleBy, 1)],
    ['kept', 'it was handled and resolved in time', { handledAt: handleBy, resolvedAt: resolveBy }, '2030-01-01'],
    ['missed', 'it was resolved late', { handledAt: handleBy, resolvedAt: plusMinutes(resolveBy, 1) }, '2030-01-01'],
    ['kept', 'it was resolved at once, with nothing to handle', { resolvedAt: handleBy }, '2030-01-01'],
    ['missed', 'it was resolved at once, but after it was to be handled', { resolvedAt: resolveBy }, '2030-01-01'],
    ['kept', 'it was read late and answered in time', { readAt: handleBy, resolvedAt: handleBy }, '2030-01-01'],
    ['running', 'it was never read, and the answer is not due', {}, plusMinutes(readBy, 1)],
  ] as const)('is %s when %s', (state, _, times, now) => {
    expect(promiseState(aCase(times), now)).toBe(state);
  });

  test('is what the rule says, in every history at every moment', () => {
    expect(histories.length).toBeGreaterThan(100);
    for (const history of histories) {
      for (const now of moments) {
        const of = asOf(history, now);
        const late = lateSteps(of, now);
        expect(firstMiss(of, now)?.step).toBe(late[0]);
        const isAnswerLate = late.some((step) => step !== 'read');
        const rest = of.resolvedAt === undefined ? 'running' : 'kept';
        expect(promiseState(of, now)).toBe(isAnswerLate ? 'missed' : rest);
      }
    }
  });

  test('once missed stays missed, whatever is done afterwards', () => {
    fc.assert(
      fc.property(fc.constantFrom(...histories), fc.constantFrom(...moments), fc.nat(10_000), (history, now, later) => {
        if (promiseState(asOf(history, now), now) !== 'missed') return;
        const then = plusMinutes(now, later);
        expect(promiseState(asOf(history, then), then)).toBe('missed');
        expect(promiseState(history, then)).toBe('missed');
      }),
    );
  });

  test('never runs on beyond the instant by which the case was to be resolved', () => {
    for (const history of histories) expect(promiseState(history, plusMinutes(resolveBy, 1))).not.toBe('running');
  });

  test('counts every clock of a case that was reopened', () => {
    const kept = { promise, handledAt: handleBy, resolvedAt: resolveBy, outcomes: [] };
    const missed = { ...kept, resolvedAt: plusMinutes(resolveBy, 1) };
    const again = (...earlierClocks: (typeof kept)[]) => promiseState(aCase({ earlierClocks }), fridayNight);
    expect([again(), again(kept), again(kept, missed), again(missed, kept)]).toEqual([
      'running',
      'running',
      'missed',
      'missed',
    ]);
  });

  test('counts a closed case as resolved', () => {
    expect(promiseState(aCase({ closedAt: handleBy }), '2030-01-01')).toBe('kept');
    expect(openPromises(aCase({ closedAt: handleBy }))).toEqual([]);
  });
});

describe('the first miss', () => {
  test('is the answer, where both the answer and the reading are late', () => {
    expect(firstMiss(aCase(), plusMinutes(readBy, 1))).toEqual({ step: 'read', by: readBy });
    expect(firstMiss(aCase(), plusMinutes(handleBy, 1))).toEqual({ step: 'handle', by: handleBy });
    const handled = aCase({ readAt: handleBy, handledAt: handleBy });
    expect(firstMiss(handled, plusMinutes(resolveBy, 1))).toEqual({ step: 'resolve', by: resolveBy });
  });

  test('is none of an earlier clock: what was missed then was told then', () => {
    const earlier = { promise, resolvedAt: '2030-01-01', outcomes: [] };
    expect(firstMiss(aCase({ earlierClocks: [earlier] }), fridayNight)).toBeUndefined();
  });
});

describe('the open promises to the reporter', () => {
  const of = aCase();
  const now = '2026-11-21T01:00:00.000Z';
  const open = (more: Partial<PromisedClock>) => openPromises({ ...of, ...more }).map(({ step }) => step);

  test('are those that were not kept yet, and none once it is resolved', () => {
    expect(openPromises(of)).toEqual(steps.map(({ step, by }) => ({ step, by })));
    expect(open({ readAt: now })).toEqual(['handle', 'resolve']);
    expect(open({ readAt: now, handledAt: now })).toEqual(['resolve']);
    expect(open({ resolvedAt: now })).toEqual([]);
  });

  test('are to be resolved alone once it was handled, for who handles has read', () => {
    expect(open({ handledAt: now })).toEqual(['resolve']);
  });

  test('lie in the past exactly while something late has not happened', () => {
    for (const history of histories) {
      for (const now of moments) {
        const of = asOf(history, now);
        const isOpen = of.resolvedAt === undefined;
        const isLate = isOpen && steps.some(({ field, by }) => of[field] === undefined && by < now);
        expect(openPromises(of).some(({ by }) => by < now)).toBe(isLate);
      }
    }
  });
});
