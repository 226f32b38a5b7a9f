import { describe, expect, test } from 'vitest';
import { isAloneAtWork, sendingRoles, type Sender } from '#shared/domain/people/alone-at-work.ts';
import { fridayNight } from '#test/support/builders.ts';

const officer: Sender = { active: true, duties: ['duty'], isOnShift: false };

test('officers and supervisors send whatever the hour', () => {
  expect(sendingRoles).toEqual(['officer', 'supervisor']);
});

describe('A counsellor is alone', () => {
  test('by night, whoever is on the roster', () => {
    expect(isAloneAtWork(true, [{ ...officer, isOnShift: true }], fridayNight)).toBe(true);
  });

  test.each<[string, Sender]>([
    ['has no shift now', officer],
    ['has no duty at all', { ...officer, duties: [], isOnShift: undefined }],
    ['is suspended', { ...officer, active: false, isOnShift: true }],
    [
      'cannot be reached',
      { ...officer, isOnShift: true, unreachable: { since: '2026-11-20T22:10:00.000Z', because: 'bounced' } as never },
    ],
  ])('by day when the only one who may send %s', (_, sender) => {
    expect(isAloneAtWork(false, [sender], fridayNight)).toBe(true);
  });

  test('not while one of those who may send is on duty', () => {
    expect(isAloneAtWork(false, [officer, { ...officer, isOnShift: true }], fridayNight)).toBe(false);
    expect(isAloneAtWork(false, [{ ...officer, isOnShift: undefined }], fridayNight)).toBe(false);
    expect(isAloneAtWork(false, [], fridayNight)).toBe(true);
  });
});
