import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { isOver } from '#shared/domain/case/status.ts';
import { unreadSince } from '#shared/domain/case/unseen/unread.ts';
import { dueOf, missedOf } from '#shared/domain/queue/due.ts';
import { placeOf } from '#shared/domain/queue/place.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { anyStanding } from '#test/support/any-standing.ts';
import { aCase, fridayNight } from '#test/support/builders.ts';

const anyCase = anyStanding.map((of) => aCase(of));
const anyQueue = fc.array(anyCase, { minLength: 2, maxLength: 40 });

const isUnread = (of: Case): boolean => unreadSince(of) !== undefined;
const isUnreadCritical = (of: Case): boolean => isUnread(of) && of.severity === 'critical';
const isMissed = (of: Case): boolean => missedOf(of).length > 0 || (isOver(of) && isUnread(of));
const isWork = (of: Case): boolean => !isOver(of) || isUnread(of);

/** The order as docs/practice.md says it: the first of these on which two cases differ decides. */
const asPractised: ((a: Case, b: Case) => number)[] = [
  (a, b) => Number(isWork(b)) - Number(isWork(a)),
  (a, b) => Number(isUnreadCritical(b)) - Number(isUnreadCritical(a)),
  (a, b) => Number(isMissed(b)) - Number(isMissed(a)),
  (a, b) => Math.sign(severities.indexOf(b.severity) - severities.indexOf(a.severity)),
  (a, b) => ((dueOf(a)?.at ?? '') < (dueOf(b)?.at ?? '') ? -1 : Number(dueOf(a)?.at !== dueOf(b)?.at)),
];

describe('the place of a case in a list', () => {
  test('is what practice says, for any two cases that are work', () => {
    fc.assert(
      fc.property(anyCase, anyCase, (a, b) => {
        fc.pre(isWork(a) && isWork(b) && dueOf(a) !== undefined && dueOf(b) !== undefined);
        const decided = asPractised.map((rule) => rule(a, b)).find((order) => order !== 0) ?? 0;
        const placed = placeOf(a) < placeOf(b) ? -1 : Number(placeOf(a) !== placeOf(b));
        expect(placed).toBe(decided);
      }),
      { numRuns: 1000 },
    );
  });

  test('puts unread critical cases before everything, whatever their status, and what is read and ended last', () => {
    fc.assert(
      fc.property(anyQueue, (cases) => {
        const kinds = cases
          .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
          .map((of) => (isUnreadCritical(of) ? 'first' : isWork(of) ? 'work' : 'ended'));
        expect(kinds).toEqual(['first', 'work', 'ended'].flatMap((kind) => kinds.filter((one) => one === kind)));
      }),
    );
  });

  test('stands an ended case with unread words before all open cases of its severity that missed nothing', () => {
    const unread = { readAt: fridayNight, lastReadAt: fridayNight, lastWrittenAt: plusMinutes(fridayNight, 1) };
    for (const severity of severities)
      for (const status of ['resolved', 'closed'] as const)
        expect(placeOf(aCase({ ...unread, severity, status })) < placeOf(aCase({ severity }))).toBe(true);
  });

  test('is the first of fifteen for a case of self-harm of this minute', () => {
    const now = plusMinutes(fridayNight, 47 * 60);
    const others = Array.from({ length: 14 }, (_, n) =>
      aCase({
        severity: severities[n % 4] ?? 'normal',
        readAt: plusMinutes(fridayNight, n),
        lastReadAt: plusMinutes(fridayNight, n),
        deadlines: [
          { clock: 'handle', at: plusMinutes(fridayNight, 60), ...(n % 3 === 0 ? { missed: true } : {}) },
          { clock: 'promise_handle', at: plusMinutes(fridayNight, 48 * 60) },
        ],
      }),
    );
    const selfHarm = aCase({
      caseNumber: 'B-NOW',
      severity: 'critical',
      receivedAt: now,
      deadlines: [{ clock: 'must_be_read', at: plusMinutes(now, 60) }],
    });
    const [first] = [...others, selfHarm].toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    expect(first?.caseNumber).toBe('B-NOW');
  });
});
