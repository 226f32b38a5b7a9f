import type { Role } from '../domain/authorize.ts';
import type { Instant } from '../domain/case.ts';
import type { ContactKind } from '../domain/contact.ts';
import type { UndeliveredBecause } from '../domain/undelivered.ts';

export interface StaffMember {
  /** Directory id, such as `staff-3f`; also the subject (`sub`) of the sign-in token. */
  id: string;
  name: string;
  mail: string;
  /** Of what kind the address is; absent, somebody reads mails there. */
  contact?: ContactKind;
  /** Whom a phone desk rings. */
  phone?: string;
  language: string;
  /** Absent for contacts without sign-in (director, outside partner). */
  role?: Role;
  /** Duties of the ladder this person holds; of an institution's contact, `institution:<code>` alone. */
  duties: string[];
  active: boolean;
  /** Since when and why mails to this address tell nobody; gone when the record is written anew. */
  unreachable?: { since: Instant; because: UndeliveredBecause };
  /** May see addresses of CSAM-flagged cases. */
  cleared: boolean;
}

/**
 * Whom an institution is written to: a record like any other, so that its address is looked up, marked and put right in
 * the same way. It holds the one duty that `contactDuty` names and nothing else: no role, no rung, no telephone.
 */
export interface InstitutionContact extends StaffMember {
  role?: never;
  contact?: never;
  phone?: never;
  duties: [`institution:${string}`];
  cleared: false;
}

export interface Directory {
  /** The live record; undefined when unknown. Callers check `active`. */
  member(id: string): Promise<StaffMember | undefined>;
  /**
   * Active holders of any of these duties whose address takes mails, each once; of a duty on the roster, who has it at
   * `at`.
   */
  holders(duties: readonly string[], at: Instant): Promise<StaffMember[]>;
  /** Active people who sign in with any of these roles, each once. */
  inRoles(roles: readonly Role[]): Promise<StaffMember[]>;
}
