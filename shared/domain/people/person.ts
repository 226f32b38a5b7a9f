import type { Role } from '../access/authorize.ts';
import type { Team } from '../case/team.ts';
import type { UndeliveredBecause } from '../case/unseen/undelivered.ts';
import type { Instant } from '../time/instant.ts';

/**
 * How the directory reaches somebody. `mail_to_sms`: a gateway turns the mail into a short message. `phone_desk`: a desk
 * gets the mail and rings the person. Source: docs/practice.md, People; each duty has one that rings.
 */
export const contactKinds = ['mail', 'mail_to_sms', 'phone_desk'] as const;

export type ContactKind = (typeof contactKinds)[number];

/** Somebody of the directory, as they are now. Source: docs/practice.md, People. */
export interface Person {
  /** Directory id, such as `staff-3f`; also the subject (`sub`) of the sign-in token. */
  id: string;
  name: string;
  mail: string;
  /** Of what kind the address is; absent, somebody reads mails there. */
  contact?: ContactKind;
  /** Whom a phone desk rings. */
  phone?: string;
  language: string;
  /** Absent for contacts without sign-in. */
  role?: Role;
  /** Where this person works; absent, in both. */
  team?: Team;
  /** Duties of the ladder this person holds; of an institution's contact, `institution:<code>` alone. */
  duties: string[];
  active: boolean;
  /** Since when and why mails to this address tell nobody; gone when another address is written. */
  unreachable?: { since: Instant; because: UndeliveredBecause };
  /** May see addresses of CSAM-flagged cases. */
  cleared: boolean;
}

/** Whether a mail tells them: somebody active whose address takes mails. Whoever calls the ladder passes others over. */
export function isReached({ active, unreachable }: { active: boolean; unreachable?: object }): boolean {
  return active && unreachable === undefined;
}

/** Whether a telephone rings: a mail alone wakes nobody. */
export function rings(kind: ContactKind | undefined): boolean {
  return kind === 'mail_to_sms' || kind === 'phone_desk';
}
