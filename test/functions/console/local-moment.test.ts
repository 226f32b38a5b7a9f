import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { instantOf, localValue } from '#functions/console/app/handling/target/local-moment.ts';
import { movable } from '#functions/console/app/handling/target/movable.ts';
import { clockKinds } from '#shared/domain/case/timer-id.ts';

const tirana = 'Europe/Tirane';

describe('a day and a time of the centre', () => {
  it.each([
    ['2026-11-17T14:30', '2026-11-17T14:30:00+01:00'],
    ['2026-07-17T14:30', '2026-07-17T14:30:00+02:00'],
    ['2026-12-31T23:59', '2026-12-31T23:59:00+01:00'],
    ['2026-11-17T14:30:15', '2026-11-17T14:30:00+01:00'],
  ])('%s has the offset of that day', (value, expected) => {
    expect(instantOf(value, tirana)).toEqual({ at: expected });
  });

  it('does not exist in the hour that the spring night skips', () => {
    expect(instantOf('2026-03-29T02:30', tirana)).toBe('skipped');
    expect(instantOf('2026-03-29T01:59', tirana)).toEqual({ at: '2026-03-29T01:59:00+01:00' });
    expect(instantOf('2026-03-29T03:00', tirana)).toEqual({ at: '2026-03-29T03:00:00+02:00' });
  });

  it('is the first of two in the autumn night', () => {
    expect(instantOf('2026-10-25T02:30', tirana)).toEqual({ at: '2026-10-25T02:30:00+02:00' });
    expect(instantOf('2026-10-25T03:00', tirana)).toEqual({ at: '2026-10-25T03:00:00+01:00' });
  });

  it.each(['', '2026-11-17', '2026-13-45T99:99', 'tomorrow'])('%j is none', (value) => {
    expect(['empty', 'skipped']).toContain(instantOf(value, tirana));
  });

  it.each(['America/St_Johns', 'Asia/Kathmandu', 'UTC', tirana])('comes back as it was typed in %s', (zone) => {
    const minutes = fc.integer({ min: 0, max: 5 * 365 * 24 * 60 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const at = new Date(Date.UTC(2025, 0, 1) + minute * 60_000).toISOString();
        const value = localValue(at, zone);
        const found = instantOf(value, zone);
        if (typeof found === 'string') throw new Error(`${value} is ${found}.`);
        expect(localValue(new Date(found.at).toISOString(), zone)).toBe(value);
        expect(found.at.startsWith(value)).toBe(true);
        // Of an hour that comes twice, it is the first.
        expect(Date.parse(at) - Date.parse(found.at)).toBeOneOf([0, 3_600_000]);
      }),
      { numRuns: 200 },
    );
  });
});

it('offers the clocks that a person may move, and none that was missed', () => {
  const at = '2026-11-17T09:00:00.000Z';
  const timer = (kind: (typeof clockKinds)[number], missedAt?: string) => ({
    id: `1.${kind}.report`,
    kind,
    subject: 'report',
    deadline: at,
    dueAt: at,
    nextRung: 0,
    missedAt,
  });
  expect(movable({ timers: clockKinds.map((kind) => timer(kind)) }).map(({ kind }) => kind)).toEqual([
    'handle',
    'resolve',
    'referral_acknowledge',
    'referral_answer',
    'referral_hand_over',
  ]);
  expect(movable({ timers: [timer('handle', at)] })).toEqual([]);
  expect(movable({})).toEqual([]);
});
