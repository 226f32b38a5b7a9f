import { expect, it } from 'vitest';
import { heldUntil, isAmong, nextStepOf, nextToPhone, wordOfNext } from '#functions/console/app/night/ladder.ts';
import { country } from '#shared/country/current.ts';

const rungs = country.ladder.rungs.map(({ id }) => id);
const clock = (nextRung: number, nextRungAt?: string) => ({
  id: '1.must_be_read.report',
  deadline: '2026-11-30T10:00:00.000Z',
  nextRung,
  nextRungAt,
});
const at = '2026-11-30T10:10:00.000Z';

it('names the rung that comes next, and none when everybody is reminded', () => {
  expect(nextStepOf(clock(1, at), rungs)).toEqual({ at, rung: 'backup' });
  expect(nextStepOf(clock(rungs.length, at), rungs)).toEqual({ at, rung: undefined });
  expect(nextStepOf(clock(0), rungs)).toBeUndefined();
});

it('says that the supervisor is told, where an institution does not acknowledge and the ladder has ended', () => {
  expect(wordOfNext('referral_acknowledge', { rung: 'director' })).toBe('ladder');
  expect(wordOfNext('referral_acknowledge', { rung: undefined })).toBe('ladderSlow');
  expect(wordOfNext('must_be_read', { rung: undefined })).toBe('ladderAll');
});

it('holds until the earliest step of the clocks that were acknowledged', () => {
  const later = '2026-11-30T10:40:00.000Z';
  const other = { ...clock(1, at), id: '1.handle.report' };
  const raise = { timer: '1.must_be_read.report', rung: 'duty' };
  expect(heldUntil([raise], [clock(1, later), other])).toBe(later);
  expect(heldUntil([raise, { ...raise, timer: '1.handle.report' }], [clock(1, later), other])).toBe(at);
  // The clock has ended, so nobody is called.
  expect(heldUntil([{ ...raise, timer: '1.must_be_acknowledged.report' }], [other])).toBeUndefined();
});

it('knows an escalation by its clock, its rung and its time', () => {
  const raise = { timer: 't', rung: 'duty', since: at };
  expect(isAmong(raise, [{ ...raise }])).toBe(true);
  for (const other of [{ timer: 'u' }, { rung: 'backup' }, { since: '2026-11-30T11:00:00.000Z' }]) {
    expect(isAmong(raise, [{ ...raise, ...other }])).toBe(false);
  }
});

const person = (id: string) => ({ id, name: id, cleared: false });
const duty = {
  rungs: [
    { rung: 'duty', people: [person('arta')] },
    { rung: 'backup', people: [{ ...person('drita'), passedOverUntil: at }] },
    { rung: 'supervisor', people: [person('elira'), person('blerim')] },
    { rung: 'director', people: [person('flamur')] },
  ],
};

it.each([
  ['the next rung with anybody, and not who is passed over', ['duty'], [], ['elira', 'blerim']],
  ['after the highest of several', ['duty', 'supervisor'], [], ['flamur']],
  ['neither the person who asks nor whom the case excludes', ['duty'], ['elira'], ['blerim']],
  ['the rung after one on which only such people are', ['duty'], ['elira', 'blerim'], ['flamur']],
  ['nobody after the last', ['director'], [], []],
])('is phoned next: %s', (_, raised, leftOut, next) => {
  const raises = raised.map((rung) => ({ rung }));
  expect(nextToPhone(duty, raises, leftOut).map(({ id }) => id)).toEqual(next);
});
