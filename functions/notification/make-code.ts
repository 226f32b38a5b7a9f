import type { CaseEvent } from '#shared/domain/case/events.ts';
import type { DeskAccess } from '#shared/domain/referrals/desk/access.ts';
import { digitsFrom, withCode } from '#shared/domain/referrals/desk/one-time-code.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { KnownAccesses } from '#shared/ports/case-store.ts';
import type { Mail } from '#shared/ports/mailbox.ts';
import { hashOfDigits } from '#shared/sealing/desk-access.ts';

export interface MakeCodeDeps {
  accesses: KnownAccesses;
  /** Makes the random bytes of one-time codes. */
  randomBytes: (count: number) => Uint8Array;
}

/** A one-time code: for the mail that brings it, and for the access code that it goes with. */
export interface MadeCode {
  code: NonNullable<Mail['code']>;
  access: DeskAccess;
}

/**
 * Makes the one-time code that somebody asked for. It stands in the mail until that has left, so that a repeated mail
 * says the same. Undefined when the access code is gone, or a newer code was asked for.
 */
export async function makeCode(
  { accesses, randomBytes }: MakeCodeDeps,
  { caseId, data: { referral, contact, n } }: CaseEvent & { type: 'referral.code_asked' },
  now: Instant,
): Promise<MadeCode | undefined> {
  const known = (await accesses.ofReferral(caseId, referral)).find((one) => one.contact === contact);
  const access = known && (await accesses.access(known.lookup));
  if (access === undefined) return undefined;
  const digits = digitsFrom(randomBytes(4));
  const next = withCode(access, { n, hash: hashOfDigits(access.lookup, n, digits) }, now);
  return next?.code && { code: { digits, until: next.code.until }, access: next };
}
