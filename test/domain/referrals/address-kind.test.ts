import { expect, it } from 'vitest';
import { addressKind } from '#shared/domain/referrals/address-kind.ts';

it.each([
  ['https://bad.example/room?x=1', 'page'],
  ['bad.example/room', 'page'],
  ['https://bad.example#top', 'page'],
  ['https://bad.example', 'site'],
  ['https://bad.example:8443/', 'site'],
  ['www.bad.example', 'site'],
  ['keqe-përmbajtje.example', 'site'],
  ['192.0.2.17', 'ip'],
  ['http://192.0.2.17:8080', 'ip'],
  ['http://192.0.2.17/room', 'page'],
  ['[2001:db8::17]', 'ip'],
  ['2001:db8::17', 'ip'],
  ['http://abcdefghijklmnop.onion', 'site'],
  ['a group on a messenger', 'other'],
  ['somebody@bad.example', 'other'],
  ['', 'other'],
])('an address %s names what is to be asked for: %s', (typed, kind) => {
  expect(addressKind(typed)).toBe(kind);
});
