import { isKeptOut } from '../../case/exclusions.ts';
import type { Case } from '../../case/case.ts';
import { contactDuty, isSetAside } from '../../case/referral.ts';
import type { Referral } from '../../case/referral.ts';
import { plusDays } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';
import { whyNotToKnow } from '../referral-matrix.ts';
import type { Referrals } from '../referral-policy.ts';

/** An access code opens the copy for so many days. Who has it asked once more gets another code. */
export const accessDays = 30;

/** So many days after an institution said how it ended, it can still look. */
export const daysAfterCompletion = 7;

/** Of more contacts than these, the others get no code: they call. A transaction takes no more. */
export const mostCodesIssued = 8;

/** Of a referral that is taken back so many keys go at once. Those of earlier contacts open nothing all the same. */
export const mostKeysTaken = 40;

/**
 * What is known of one access code, besides the code itself. The code is a contact's way to one referral. A reminder
 * issues the next one, and this one is gone.
 */
export interface DeskAccess {
  /** Follows from the code, which is stored nowhere. */
  lookup: string;
  caseId: string;
  referral: string;
  /** Directory id. */
  contact: string;
  /** 1 for the first code of this contact for this referral, then one more each time. */
  issue: number;
  expiresAt: Instant;
  /** Staff ended it, or whoever has it said that it is not for them. */
  revokedAt?: Instant;
  /** One more with each write: who writes has seen everything before. */
  version: number;
  /** The last one-time code that was asked for or spoken, and how many were asked for on a day (UTC). */
  asked?: { n: number; day: string; ofDay: number };
  code?: OneTimeCode;
  session?: DeskSession;
}

/** A one-time code that is out. It is used once. */
export interface OneTimeCode {
  n: number;
  /** Keyed by the lookup. Six digits can be tried out by whoever reads this row, so it only hides them from a glance. */
  hash: string;
  until: Instant;
  tries: number;
  /** Who of the centre read it out: directory id. Absent for a code that was mailed. */
  spokenBy?: string;
}

/** Somebody typed both codes. */
export interface DeskSession {
  /** Of the token, which is stored nowhere. */
  hash: string;
  until: Instant;
  /** Directory id of who read the one-time code out. */
  spokenBy?: string;
}

/** What the directory says of a contact, as the desk needs it. */
export interface DeskContact {
  id: string;
  /** Active, and mails to the address arrive. */
  isReached: boolean;
  duties: readonly string[];
  /** May see addresses of CSAM-flagged cases. */
  cleared: boolean;
  /** `mail`: somebody made sure that one person alone reads this address. */
  codeBy?: 'mail';
}

/**
 * Whether an access code still opens something. `over`: the matter of the referral has ended, and whoever was inside is
 * told so. `ended`: the code opens nothing, whatever the reason, and nobody is told which.
 */
export type AccessStanding = { standing: 'open' | 'over'; referral: Referral } | { standing: 'ended' };

/**
 * Whether time has ended an access code, or will within a day. A reply then brings another one. What a person ended stays
 * ended.
 */
export function hasRunOut(
  { expiresAt, revokedAt }: Pick<DeskAccess, 'expiresAt' | 'revokedAt'>,
  now: Instant,
): boolean {
  return revokedAt === undefined && expiresAt <= plusDays(now, 1);
}

/** How an access code stands now. Nothing has to be written for an exclusion, a suspension or a bounced mail to end it. */
export function accessStanding(
  of: Case,
  access: DeskAccess,
  contact: DeskContact | undefined,
  policy: Referrals,
  now: Instant,
): AccessStanding {
  const referral = of.referrals?.find(({ id }) => id === access.referral);
  if (referral === undefined || contact === undefined) return { standing: 'ended' };
  const institution = policy.institutions.find(({ code }) => code === referral.institution);
  const isEnded =
    access.revokedAt !== undefined ||
    access.expiresAt <= now ||
    !contact.isReached ||
    !contact.duties.includes(contactDuty(referral.institution)) ||
    isKeptOut(of, contact.id) ||
    whyNotToKnow(of, referral.institution, policy) !== undefined ||
    institution?.isOutOfUse === true;
  if (isEnded) return { standing: 'ended' };
  return { standing: isOver(referral, now) ? 'over' : 'open', referral };
}

function isOver(referral: Referral, now: Instant): boolean {
  const { completedAt } = referral;
  return isSetAside(referral) || (completedAt !== undefined && plusDays(completedAt, daysAfterCompletion) <= now);
}
