import type { Role } from '../access/authorize.ts';
import type { Chosen } from '../access/chosen.ts';
import type { Team } from '../case/team.ts';
import type { Instant } from '../time/instant.ts';
import { triedAgainAt } from './mark.ts';
import type { Mark } from './mark.ts';

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
  /**
   * Which school, municipality or office a contact of an institution answers for, where there are many of its kind.
   * Records of release 0.1.0 have none.
   */
  unit?: string;
  /**
   * Of an institution's contact: somebody made sure that this person alone reads the address. Then the one-time code of a
   * case that is neither urgent nor sexual goes there. Absent means that the centre reads it out.
   */
  codeBy?: 'mail';
  /** Duties of the ladder that this person holds. The contact of an institution has `institution:<code>` alone. */
  duties: string[];
  active: boolean;
  /** Mails to this address told nobody. It heals by time, and is removed when the address is written anew. */
  unreachable?: Mark;
  /** May see addresses of CSAM-flagged cases. */
  cleared: boolean;
  /**
   * Sign-in has ended. The place in the ladder, in mails and among those who are counted stays (`active`) until another
   * person confirms that it is lost. Source: docs/practice.md, People.
   */
  barred?: true;
  /** A power, or a contact of the ladder, that one person gave without a second one. */
  chosen?: Chosen;
  /** When this person last asked for a test mail to this address. */
  testedAt?: Instant;
  /** Since when the centre doubts that this person, or this person's phone, is to be trusted. */
  distrusted?: Instant;
}

/** Who may be told, as far as their own record says. */
export type Reachable = Pick<Person, 'active'> & { unreachable?: Pick<Mark, 'since' | 'againAt'> };

/**
 * Whether a mail tells this person at an instant: they are active, and no mark holds that their address takes no mails.
 * The ladder passes over everybody else. Source: docs/practice.md, Contacts.
 */
export function isReached({ active, unreachable }: Reachable, at: Instant): boolean {
  return active && (unreachable === undefined || triedAgainAt(unreachable) <= at);
}

/** Whether a telephone rings. A mail alone wakes nobody. */
export function rings(kind: ContactKind | undefined): boolean {
  return kind === 'mail_to_sms' || kind === 'phone_desk';
}
