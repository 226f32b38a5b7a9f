import type { Role } from '../access/authorize.ts';
import type { Team } from '../case/team.ts';
import type { UndeliveredBecause } from '../case/unseen/undelivered.ts';
import type { Instant } from '../time/instant.ts';

/**
 * How the directory reaches a person. `mail_to_sms`: a gateway turns the mail into a short message. `phone_desk`: a
 * desk gets the mail and rings the person. Each duty has a contact that rings. Source: docs/practice.md, Contacts.
 */
export const contactKinds = ['mail', 'mail_to_sms', 'phone_desk'] as const;

export type ContactKind = (typeof contactKinds)[number];

/** A person of the directory, as they are now. Source: docs/practice.md, People. */
export interface Person {
  /** Directory id, such as `staff-3f`; also the subject (`sub`) of the sign-in token. */
  id: string;
  name: string;
  mail: string;
  /** The kind of the address. Absent means that the person reads mails there. */
  contact?: ContactKind;
  /** The number that a phone desk rings. */
  phone?: string;
  language: string;
  /** Absent for contacts without sign-in. */
  role?: Role;
  /** The team of this person; absent means both teams. */
  team?: Team;
  /** Duties of the ladder that this person holds. The contact of an institution has `institution:<code>` alone. */
  duties: string[];
  active: boolean;
  /** Since when and why mails to this address tell nobody. It is removed when another address is written. */
  unreachable?: { since: Instant; because: UndeliveredBecause };
  /** May see addresses of CSAM-flagged cases. */
  cleared: boolean;
}

/**
 * Whether a mail tells this person: they are active and their address takes mails. The ladder passes over everybody
 * else.
 */
export function isReached({ active, unreachable }: { active: boolean; unreachable?: object }): boolean {
  return active && unreachable === undefined;
}

/** Whether a telephone rings. A mail alone wakes nobody. */
export function rings(kind: ContactKind | undefined): boolean {
  return kind === 'mail_to_sms' || kind === 'phone_desk';
}
