import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fill } from '#shared/domain/text.ts';

test('a text is filled with what its names stand for, each time and in any order', () => {
  expect(fill('{by}, and {by} once more: {at}', { at: '22:40', by: 'Anna' })).toBe('Anna, and Anna once more: 22:40');
});

test('a text that asks for what nobody gives is never said, whole or with a hole', () => {
  expect(() => fill('by {by}, {unknown}', { by: '22:40' })).toThrow('{unknown}');
  expect(fill('by {by}', { by: '', unknown: 'x' })).toBe('by ');
});

test('what is filled in is said as it is, whatever it looks like', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, value) => {
      const plain = before.replaceAll(/[{}]/g, '');
      expect(fill(`${plain}{value}`, { value })).toBe(`${plain}${value}`);
    }),
  );
  expect(fill('{one}', { one: '{two}', two: '$&' })).toBe('{two}');
  expect(fill('{two}', { two: '$&' })).toBe('$&');
});
