import { describe, expect, test } from 'vitest';
import { unusualAbout } from '#shared/domain/access/access-log.ts';
import type { AccessEntry } from '#shared/domain/access/access-log.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';

const watch = { cases: 3, windowMinutes: 60 };
const start = '2026-11-20T20:00:00.000Z';
const entry = (more: Partial<AccessEntry> = {}): AccessEntry => ({
  caseId: 'case-0',
  at: start,
  actor: 'anna',
  action: 'read',
  reason: 'on_duty',
  holder: 'nobody',
  onShift: true,
  ...more,
});
const opened = (...minutesBefore: number[]) =>
  minutesBefore.map((minutes, index) => entry({ caseId: `case-${index + 1}`, at: plusMinutes(start, -minutes) }));

test('a reading on duty, with a reason, is not unusual', () => {
  const { holder: _, ...unsaid } = entry({ reason: 'assigned_to_me' });
  expect(unusualAbout(unsaid, [], watch)).toEqual([]);
  expect(unusualAbout(entry(), [], watch)).toEqual([]);
  expect(unusualAbout(entry({ reason: 'assigned_to_me', holder: 'self' }), [], watch)).toEqual([]);
  expect(unusualAbout(entry({ reason: 'not_asked' }), [], watch)).toEqual([]);
});

describe('many cases', () => {
  test('are more different ones within the window than the pack says', () => {
    expect(unusualAbout(entry(), opened(10, 20), watch)).toEqual([]);
    expect(unusualAbout(entry(), opened(10, 20, 30), watch)).toEqual(['many_cases']);
    expect(unusualAbout(entry(), opened(10, 20, 60), watch)).toEqual([]);
    expect(unusualAbout(entry(), opened(0, 20, 59), watch)).toEqual(['many_cases']);
    expect(unusualAbout(entry(), opened(-1, 20, 59), watch)).toEqual([]);
  });

  test('are not the same case opened again and again, nor what was refused', () => {
    const same = opened(1, 2, 3, 4, 5).map((one) => ({ ...one, caseId: 'case-1' }));
    expect(unusualAbout(entry(), same, watch)).toEqual([]);
    expect(unusualAbout(entry({ action: 'refused' }), opened(1, 2, 3, 4), watch)).toEqual(['excluded']);
    const refused = opened(1, 2, 3, 4).map((one) => ({ ...one, action: 'refused' as const }));
    expect(unusualAbout(entry(), refused, watch)).toEqual([]);
  });
});

describe('many looks', () => {
  const looked = (...minutesBefore: number[]) =>
    opened(...minutesBefore).map((one): AccessEntry => {
      const { caseId: _, ...look } = one;
      return { ...look, action: 'looked', by: 'phone' };
    });
  const [look = entry()] = looked(0);

  test('are more within the window than the pack lets cases be opened', () => {
    expect(unusualAbout(look, looked(10, 20), watch)).toEqual([]);
    expect(unusualAbout(look, looked(10, 20, 30), watch)).toEqual(['many_looks']);
    expect(unusualAbout(look, looked(10, 20, 60), watch)).toEqual([]);
  });

  test('open nothing, and neither is what they found an opening', () => {
    const found = opened(1, 2, 3, 4).map((one) => ({ ...one, action: 'found' as const }));
    expect(unusualAbout(entry(), [...looked(1, 2, 3, 4), ...found], watch)).toEqual([]);
    expect(unusualAbout(entry({ action: 'found' }), opened(1, 2, 3, 4), watch)).toEqual([]);
  });
});

test.each<[string, Partial<AccessEntry>, string[]]>([
  ['off the roster', { onShift: false }, ['off_shift']],
  ['a colleague’s case without a reason', { reason: 'not_asked', holder: 'another' }, ['without_reason']],
  ['a colleague’s case with a reason', { reason: 'on_duty', holder: 'another' }, []],
  ['"assigned to me" of a case that is nobody’s', { reason: 'assigned_to_me' }, ['not_theirs']],
  ['an excluded person tried', { action: 'refused', reason: 'excluded' }, ['excluded']],
])('%s', (_, more, expected) => {
  expect(unusualAbout(entry(more), [], watch)).toEqual(expected);
});
