import type { Role } from '../domain/access/authorize.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Person } from '../domain/people/person.ts';

/** Somebody of the directory, as the rest of Besa meets them. */
export type StaffMember = Person;

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

/** Who holds some duties, read once; asks nobody any more. */
export interface Rota {
  /** As `Directory.holders` would answer. */
  holders(duties: readonly string[], at: Instant): StaffMember[];
  /** Minutes after the beginning of an hour at which that may change, the first included; the same in every hour. */
  changesWithin(hour: Instant): readonly number[];
}

export interface Directory {
  /** The live record; undefined when unknown. Callers check `active`. */
  member(id: string): Promise<StaffMember | undefined>;
  /**
   * Active holders of any of these duties whose address takes mails, each once; of a duty on the roster, who has it at
   * `at`.
   */
  holders(duties: readonly string[], at: Instant): Promise<StaffMember[]>;
  /** The same for as many instants as are asked for, by one reading of who holds these duties and of the roster. */
  rota(duties: readonly string[]): Promise<Rota>;
  /** Active people who sign in with any of these roles, each once. */
  inRoles(roles: readonly Role[]): Promise<StaffMember[]>;
  /** Whether somebody has any of their duties at `at`; undefined when none of theirs is on the roster. */
  isOnShift(person: Pick<StaffMember, 'id' | 'duties'>, at: Instant): Promise<boolean | undefined>;
}
