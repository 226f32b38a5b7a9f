import { describe, expect, test } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { ringsOn } from '#shared/domain/sla/repeat-until-acknowledged.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';
import { aCase, aTimer, fridayNight } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const { ladder } = zembla;
const critical = (more: Partial<Case> = {}): Case => aCase({ severity: 'critical', triagedAt: fridayNight, ...more });
const climbing = (more: Partial<Timer> = {}): Timer => aTimer({ kind: 'must_be_acknowledged', nextRung: 1, ...more });
const rungs = [undefined, 'watch', 'elder'];
/** The rungs whose mail is sent again; `undefined` stands for the mail about the new case. */
const ringing = (of: Case, timer: Timer | undefined = climbing()) =>
  rungs.filter((rung) => ringsOn(of, timer === undefined ? [] : [timer], rung, ladder));

describe('the mail of a raise is sent again and again', () => {
  test('while nobody has taken a critical case, to the rung that was raised last', () => {
    expect(ringing(critical(), climbing({ nextRung: 0 }))).toEqual([undefined, 'watch']);
    expect(ringing(critical(), climbing({ nextRung: 1 }))).toEqual([undefined, 'watch']);
    const three = { ...ladder, rungs: [...ladder.rungs, { id: 'village', duties: ['village'] }] };
    expect(rungs.filter((rung) => ringsOn(critical(), [climbing({ nextRung: 2 })], rung, three))).toEqual(['elder']);
  });

  test('until the last rung was raised: from there the reminders do that', () => {
    expect(ringing(critical(), climbing({ nextRung: 2 }))).toEqual([]);
  });

  test('not in a case that is not critical', () => {
    for (const severity of ['low', 'normal', 'high'] as const) expect(ringing(critical({ severity }))).toEqual([]);
  });

  test('not once somebody has acknowledged or read it, unless the reporter wrote since', () => {
    for (const taken of [{ acknowledgedAt: fridayNight }, { readAt: fridayNight }]) {
      expect(ringing(critical(taken))).toEqual([]);
      expect(ringing(critical(taken), climbing({ subject: 'message-2' }))).toEqual([undefined, 'watch']);
    }
  });

  test('not when its clock has ended, or was another clock, or of an earlier time the case was open', () => {
    expect(ringsOn(critical(), [], 'watch', ladder)).toBe(false);
    expect(ringing(critical(), aTimer({ kind: 'must_be_read', nextRung: 1 }))).toEqual([]);
    expect(ringing(critical({ clockNumber: 2 }))).toEqual([]);
  });
});
