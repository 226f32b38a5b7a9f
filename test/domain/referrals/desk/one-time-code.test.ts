import { describe, expect, test } from 'vitest';
import type { DeskAccess } from '#shared/domain/referrals/desk/access.ts';
import {
  afterAsking,
  afterTry,
  codeMinutes,
  codeWay,
  digitsFrom,
  mostAskedADay,
  mostTries,
  revoked,
  sessionMinutes,
  sessionOf,
  withCode,
  withSession,
  withSpokenCode,
} from '#shared/domain/referrals/desk/one-time-code.ts';
import { plusDays, plusMinutes } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/support/builders.ts';

const now = '2026-11-21T09:00:00.000Z';
const hash = 'a'.repeat(64);
const access: DeskAccess = {
  lookup: '0'.repeat(32),
  caseId: 'case-1',
  referral: 'police-1',
  contact: 'contact-arta',
  issue: 1,
  expiresAt: plusDays(now, 30),
  version: 1,
};
const asked = (of: DeskAccess = access, at = now): DeskAccess => {
  const after = afterAsking(of, at);
  if (after === undefined) throw new Error('That was too often.');
  return after;
};
const out = (of: DeskAccess = asked(), at = now): DeskAccess => {
  const after = withCode(of, { n: of.asked?.n ?? 0, hash }, at);
  if (after === undefined) throw new Error('The code is old.');
  return after;
};
const tried = (of: DeskAccess, at = now) => {
  const after = afterTry(of, at);
  if (after === undefined) throw new Error('There is no code to try.');
  return after;
};

describe('The way of a one-time code', () => {
  const plain = { code: 'quarrel', csam: false };
  const reported = { ...aCase().reported, category: plain.code };
  const of = aCase({ reported, severity: 'normal' });
  test.each([
    ['a personal address, a normal case', of, { codeBy: 'mail' }, 'mail'],
    ['a personal address, a low case', { ...of, severity: 'low' }, { codeBy: 'mail' }, 'mail'],
    ['a personal address, a high case', { ...of, severity: 'high' }, { codeBy: 'mail' }, 'spoken'],
    ['a personal address, a critical case', { ...of, severity: 'critical' }, { codeBy: 'mail' }, 'spoken'],
    ['an address that others read', of, {}, 'spoken'],
    [
      'a sexual category',
      { ...of, reported: { ...reported, alsoCategories: ['abuse'] } },
      { codeBy: 'mail' },
      'spoken',
    ],
    [
      'a sexual picture of a child, or one that may be',
      { ...of, reported: { ...reported, flags: { sexualImageOfMinor: 'unsure' } } },
      { codeBy: 'mail' },
      'spoken',
    ],
    [
      'a category that staff found to be sexual',
      { ...of, assessed: { category: 'abuse', by: 'staff-anna', at: now } },
      { codeBy: 'mail' },
      'spoken',
    ],
  ] as const)('%s', (_, one, contact, way) => {
    expect(codeWay(one as typeof of, contact, [plain, { code: 'abuse', csam: true }])).toBe(way);
  });
});

test('Six digits have their zeros, whatever the bytes', () => {
  expect(digitsFrom(Uint8Array.of(0, 0, 0, 7))).toBe('000007');
  expect(digitsFrom(Uint8Array.of(255, 255, 255, 255))).toBe('967295');
});

describe('Asking for a code', () => {
  test('is taken five times a day, and again on the next', () => {
    let of = access;
    for (let n = 1; n <= mostAskedADay; n += 1) of = asked(of);
    expect(of).toMatchObject({ asked: { n: mostAskedADay }, version: 1 + mostAskedADay });
    expect(afterAsking(of, plusMinutes(now, 60))).toBeUndefined();
    expect(asked(of, plusDays(now, 1)).asked).toEqual({ n: mostAskedADay + 1, day: '2026-11-22', ofDay: 1 });
  });

  test('makes the code that was asked for before an old one', () => {
    const before = asked();
    expect(withCode(asked(before), { n: 1, hash }, now)).toBeUndefined();
    expect(withCode(before, { n: 1, hash }, now)).toMatchObject({ code: { n: 1, tries: 0 } });
    expect(withCode(out(before), { n: 1, hash: 'another' }, now)).toBeUndefined();
  });
});

describe('A code', () => {
  test('takes five tries', () => {
    let of = out();
    for (let n = 1; n <= mostTries; n += 1) of = tried(of);
    expect(afterTry(of, now)).toBeUndefined();
  });

  test('is good for ten minutes', () => {
    const of = out();
    expect(afterTry(of, plusMinutes(now, codeMinutes - 0.001))).toBeDefined();
    expect(afterTry(of, plusMinutes(now, codeMinutes))).toBeUndefined();
  });

  test('opens one session, of thirty minutes', () => {
    const of = withSession(tried(out()), 'token', now);
    expect(of.code).toBeUndefined();
    expect(afterTry(of, now)).toBeUndefined();
    expect(sessionOf(of, 'token', plusMinutes(now, sessionMinutes - 0.001))).toEqual(of.session);
    expect(sessionOf(of, 'token', plusMinutes(now, sessionMinutes))).toBeUndefined();
    expect(sessionOf(of, 'another', now)).toBeUndefined();
  });

  test('that a person speaks says who, in the session too, and is none of the day', () => {
    const spoken = withSpokenCode(asked(), (n) => `hash of ${n}`, 'staff-anna', now);
    expect(spoken).toMatchObject({
      asked: { n: 2, ofDay: 1 },
      code: { n: 2, hash: 'hash of 2', spokenBy: 'staff-anna' },
    });
    expect(withSession(tried(spoken), 'token', now).session.spokenBy).toBe('staff-anna');
  });
});

test('An access that was ended has neither code nor session', () => {
  const of = revoked({ ...out(), session: { hash: 'token', until: plusMinutes(now, 5) } }, now);
  expect(of.revokedAt).toBe(now);
  expect(sessionOf(of, 'token', now)).toBeUndefined();
  expect(afterTry(of, now)).toBeUndefined();
});
