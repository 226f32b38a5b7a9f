import type { Role } from '../access/authorize.ts';
import type { Team } from '../case/team.ts';
import type { UndeliveredBecause } from '../case/unseen/undelivered.ts';
import type { ContactKind } from './contact-kind.ts';
import type { Instant } from '../time/instant.ts';

/** Somebody of the directory, as they are now. Source: PRACTICE, people. */
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
