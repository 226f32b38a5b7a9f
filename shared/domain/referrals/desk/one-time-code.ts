import type { Case } from '../../case/case.ts';
import { isCsamCase } from '../../case/csam-flagged.ts';
import type { CodeWay } from '../../case/receipts/code-way.ts';
import type { Category } from '../../report/category.ts';
import { isBelow } from '../../report/severity.ts';
import { plusMinutes } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';
import type { DeskAccess, DeskContact, DeskSession, OneTimeCode } from './access.ts';

export const codeMinutes = 10;
export const mostTries = 5;
export const mostAskedADay = 5;
export const sessionMinutes = 30;

export const codeDigits = 6;

/**
 * Mail after mail proves only that somebody reads that mailbox now. So a code goes by mail where one person alone reads
 * it, and where a stranger who reads it too would learn of no urgent or sexual matter.
 */
export function codeWay(
  of: Pick<Case, 'severity' | 'reported' | 'assessed'>,
  { codeBy }: Pick<DeskContact, 'codeBy'>,
  categories: readonly Pick<Category, 'code' | 'csam'>[],
): CodeWay {
  const isGrave = !isBelow(of.severity, 'high') || isCsamCase(of, categories);
  return codeBy === 'mail' && !isGrave ? 'mail' : 'spoken';
}

/** Six digits from four random bytes. */
export function digitsFrom(random: Uint8Array): string {
  const [a = 0, b = 0, c = 0, d = 0] = random;
  const number = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  return String(number % 10 ** codeDigits).padStart(codeDigits, '0');
}

/** The access after somebody asked for a code. Undefined when that was too often on this day. */
export function afterAsking(
  access: DeskAccess,
  now: Instant,
): (DeskAccess & Required<Pick<DeskAccess, 'asked'>>) | undefined {
  const day = now.slice(0, 10);
  const { n, ofDay } = access.asked ?? { n: 0, ofDay: 0 };
  const before = access.asked?.day === day ? ofDay : 0;
  if (before >= mostAskedADay) return undefined;
  return { ...next(access), asked: { n: n + 1, day, ofDay: before + 1 } };
}

/** The access once the code that was asked for by number `n` is out. Undefined when a newer one was asked for, or is out. */
export function withCode(
  access: DeskAccess,
  { n, hash, spokenBy }: Pick<OneTimeCode, 'n' | 'hash' | 'spokenBy'>,
  now: Instant,
): DeskAccess | undefined {
  if (n !== access.asked?.n || n === access.code?.n) return undefined;
  const code = {
    n,
    hash,
    until: plusMinutes(now, codeMinutes),
    tries: 0,
    ...(spokenBy === undefined ? {} : { spokenBy }),
  };
  return { ...next(access), code };
}

/** The access with a code that a person reads out. It counts on from what was asked for, and as none of the day. */
export function withSpokenCode(
  access: DeskAccess,
  hashOf: (n: number) => string,
  by: string,
  now: Instant,
): DeskAccess {
  const n = (access.asked?.n ?? 0) + 1;
  const asked = { day: now.slice(0, 10), ofDay: 0, ...access.asked, n };
  const spoken = withCode({ ...access, asked }, { n, hash: hashOf(n), spokenBy: by }, now);
  if (spoken === undefined) throw new Error('A code with the next number is never old.');
  return spoken;
}

/** The access after one more try, right or wrong. Undefined when there is no code that could still be right. */
export function afterTry(
  access: DeskAccess,
  now: Instant,
): (DeskAccess & Required<Pick<DeskAccess, 'code'>>) | undefined {
  const { code } = access;
  if (code === undefined || code.until <= now || isSpent({ code })) return undefined;
  return { ...next(access), code: { ...code, tries: code.tries + 1 } };
}

/** Whether the code that is out takes no further try. */
export function isSpent({ code }: Required<Pick<DeskAccess, 'code'>>): boolean {
  return code.tries >= mostTries;
}

/** The access once the right code was typed: the code is used up, and an earlier session ends. */
export function withSession(
  access: DeskAccess & Required<Pick<DeskAccess, 'code'>>,
  hash: string,
  now: Instant,
): DeskAccess & Required<Pick<DeskAccess, 'session'>> {
  const { code, ...rest } = access;
  const { spokenBy } = code;
  const until = plusMinutes(now, sessionMinutes);
  return { ...rest, session: { hash, until, ...(spokenBy === undefined ? {} : { spokenBy }) } };
}

/** The session of this token, while it runs. A newer one ends it. */
export function sessionOf(
  { session }: Pick<DeskAccess, 'session'>,
  hash: string,
  now: Instant,
): DeskSession | undefined {
  return session !== undefined && session.hash === hash && session.until > now ? session : undefined;
}

/** The access after it was ended before its time. Nothing that was begun under it goes on. */
export function revoked(access: DeskAccess, now: Instant): DeskAccess {
  const { code: _, session: __, ...rest } = next(access);
  return { ...rest, revokedAt: now };
}

function next(access: DeskAccess): DeskAccess {
  return { ...access, version: access.version + 1 };
}
