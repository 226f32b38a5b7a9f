import { expect, it } from 'vitest';
import { changesBetween, hasNew, spansOf, together } from '#functions/console/app/home/changes.ts';

const idOf = ({ id }: { id: string }): string => id;
const row = (id: string, says = ''): { id: string; says: string } => ({ id, says });

it.each([
  ['nothing', [row('a'), row('b')], [row('a'), row('b')], 0],
  ['one that came', [row('a')], [row('b'), row('a')], 1],
  ['one that went', [row('a'), row('b')], [row('b')], 1],
  ['one that changed', [row('a'), row('b')], [row('a', 'new'), row('b')], 1],
  ['one that came, one that went and one that changed', [row('a'), row('b')], [row('b', 'new'), row('c')], 3],
  ['another order of the same', [row('a'), row('b')], [row('b'), row('a')], 1],
])('counts %s', (_, shown, newer, count) => {
  expect(changesBetween(shown, newer, idOf)).toBe(count);
});

it('takes the same fields in another order for no change', () => {
  const one = { id: 'a', promise: { readBy: '1', handleBy: '2' }, raises: [{ timer: 't', rung: 'r' }] };
  const same = { raises: [{ rung: 'r', timer: 't' }], promise: { handleBy: '2', readBy: '1' }, id: 'a' };
  expect(changesBetween([one], [same], idOf)).toBe(0);
  expect(changesBetween([one], [{ ...same, raises: [] }], idOf)).toBe(1);
});

it('tells a row that was not there from one that changed', () => {
  expect(hasNew([row('a')], [row('a', 'new')], idOf)).toBe(false);
  expect(hasNew([row('a')], [row('b')], idOf)).toBe(true);
});

it('says what is the same once, with the oldest time', () => {
  const rows = [
    { what: 'x', since: '2026-11-30T10:00:00.000Z' },
    { what: 'y' },
    { what: 'x', since: '2026-11-30T09:00:00.000Z' },
  ];
  expect(together(rows, ({ what }) => what)).toEqual([
    { said: 'x', count: 2, since: '2026-11-30T09:00:00.000Z' },
    { said: 'y', count: 1, since: undefined },
  ]);
});

it('joins hours that follow each other', () => {
  const hour = (at: number): string => new Date(Date.UTC(2026, 10, 30, at, 5)).toISOString();
  expect(spansOf([hour(1), hour(2), hour(3), hour(7)])).toEqual([
    { from: hour(1), until: hour(4) },
    { from: hour(7), until: hour(8) },
  ]);
  expect(spansOf([])).toEqual([]);
});
