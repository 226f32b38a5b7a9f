import type { Case } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import type { DeskAccess } from './access.ts';

/** What a person of the centre does to the access code of one contact. */
interface OnAccess {
  referral: string;
  /** Directory id. */
  contact: string;
  /** The present access code of the contact. */
  access: DeskAccess | undefined;
}

/** A person takes a one-time code to read it out. It needs an access code that opens something. */
export function decideSpeaking(
  of: Case,
  { referral, contact, isOpen }: Omit<OnAccess, 'access'> & { isOpen: boolean },
  by: string,
): Decision {
  if (of.referrals?.some(({ id }) => id === referral) !== true) return refused('unknown_referral');
  if (!isOpen) return refused('no_access_code');
  return changed({ type: 'referral.code_spoken', actor: `staff:${by}`, data: { referral, contact } });
}

/** A person ends an access code before its time. */
export function decideAccessEnd(of: Case, { referral, contact, access }: OnAccess, by: string): Decision {
  if (of.referrals?.some(({ id }) => id === referral) !== true) return refused('unknown_referral');
  if (access === undefined) return refused('no_access_code');
  if (access.revokedAt !== undefined) return { outcome: 'unchanged' };
  return changed({ type: 'referral.access_ended', actor: `staff:${by}`, data: { referral, contact } });
}

function changed(event: (Decision & { outcome: 'change' })['parts']['events'][number]): Decision {
  return { outcome: 'change', parts: { set: {}, events: [event] } };
}
