import { expect, test } from 'vitest';
import { canonicalJson } from '#shared/domain/canonical-json.ts';

test('the same content is the same text in whatever order a client wrote it, down to the innermost part', () => {
  const one = { a: 1, b: { c: [true, null, { x: 'y', z: 2 }], d: 'e' } };
  const other = { b: { d: 'e', c: [true, null, { z: 2, x: 'y' }] }, a: 1, absent: undefined };
  expect(canonicalJson(other)).toBe(canonicalJson(one));
  expect(canonicalJson(one)).toBe('{"a":1,"b":{"c":[true,null,{"x":"y","z":2}],"d":"e"}}');
});
