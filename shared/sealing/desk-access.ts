import { createHash, createHmac } from 'node:crypto';
import { receiptBytes, receiptFrom } from '../domain/identifiers.ts';
import type { DeskAccess } from '../domain/referrals/desk/access.ts';
import { SealBroken, type SealedText } from '../ports/sealing.ts';
import { derive } from './derived.ts';
import { openBytes, sealBytes } from './sealed-bytes.ts';

/** Which access code: each contact has one for each referral, and a reminder issues the next. */
export type AccessOf = Pick<DeskAccess, 'caseId' | 'referral' | 'contact' | 'issue'>;

/** What the desk's MAC is made of. The label must never change: a retry would make another code. */
export function macMessage({ caseId, referral, contact, issue }: AccessOf): string {
  return `besa/v1/desk-access|${caseId}|${referral}|${contact}|${issue}`;
}

/** The access code of this MAC, with the alphabet and the check character of a receipt. */
export function accessCodeFrom(mac: Uint8Array): string {
  return receiptFrom(derive(mac, 'desk-access-code', 10));
}

/**
 * All values that follow from an access code in its canonical form. `lookup` is the only one that is stored. Throws when
 * the text is no code.
 */
export function deriveAccess(code: string): { lookup: string; copyWrap: Uint8Array } {
  const root = receiptBytes(code);
  return { lookup: derive(root, 'desk-lookup', 16).toString('hex'), copyWrap: derive(root, 'desk-copy-wrap', 32) };
}

const copyKeyBytes = 32;

/** Wraps the key of a referral's copy once more, for whoever has the access code. */
export function wrapCopyKey(copyWrap: Uint8Array, copyKey: Uint8Array, of: AccessOf): SealedText {
  return sealBytes(copyWrap, copyKey, placeOfCopyKey(of));
}

/** Throws `SealBroken` when the code is another one, or the key was wrapped for another access. */
export function unwrapCopyKey(copyWrap: Uint8Array, wrapped: SealedText, of: AccessOf): Uint8Array {
  const copyKey = openBytes(copyWrap, wrapped, placeOfCopyKey(of));
  if (copyKey.length !== copyKeyBytes) throw new SealBroken();
  return copyKey;
}

const placeOfCopyKey = ({ caseId, referral, contact, issue }: AccessOf) => ({
  caseId,
  field: `referral-${referral}-key-${contact}`,
  revision: issue,
});

/** Where an access code waits for its letter. */
export const placeOfAccessCode = ({ caseId, referral, contact, issue }: AccessOf) => ({
  caseId,
  field: `referral-${referral}-access-${contact}`,
  revision: issue,
});

/** What is kept of a one-time code, keyed by the access that it belongs to. */
export function hashOfDigits(lookup: string, n: number, digits: string): string {
  return createHmac('sha256', lookup).update(`besa/v1/desk-digits|${n}|${digits}`).digest('hex');
}

const nonceBytes = 16;
const tokenForm = /^[A-Za-z0-9_-]{35}$/;

/**
 * The token of a session: the access code, by which the copy opens, and a random part. So nothing that is stored opens a
 * copy, also while somebody is inside.
 */
export function sessionToken(code: string, nonce: Uint8Array): string {
  if (nonce.length !== nonceBytes) throw new Error('A session has 16 random bytes.');
  return Buffer.concat([receiptBytes(code), nonce]).toString('base64url');
}

/** The access code of a token, and what is stored of the token. Undefined for a text that is no token. */
export function readToken(token: string): { code: string; hash: string } | undefined {
  if (!tokenForm.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  return { code: receiptFrom(bytes.subarray(0, -nonceBytes)), hash: hashOfToken(token) };
}

export function hashOfToken(token: string): string {
  return createHash('sha256').update(`besa/v1/desk-session|${token}`).digest('hex');
}
