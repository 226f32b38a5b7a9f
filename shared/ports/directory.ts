import type { Role } from '../domain/access/authorize.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Person } from '../domain/people/person.ts';
import type { Rota as RotaOf } from '../domain/people/roster/roster.ts';

/** A person of the directory, as the rest of Besa sees them. */
export type StaffMember = Person;

export type Rota = RotaOf<StaffMember>;

/**
 * The address of an institution. It is a record like a person's, so that it is looked up, marked and corrected in the
 * same way. It holds the one duty that `contactDuty` names and nothing else: no role, no rung, no phone.
 */
export interface InstitutionContact extends StaffMember {
  role?: never;
  contact?: never;
  phone?: never;
  duties: [`institution:${string}`];
}

/** Who was suspended because nobody trusts them. */
export interface Distrust {
  /** Directory ids. */
  distrusted(): Promise<string[]>;
}

export interface Directory {
  /** The live record; undefined when unknown. Callers check `active`. */
  member(id: string): Promise<StaffMember | undefined>;
  /**
   * Active holders of any of these duties whose address takes mails, each once. For a duty on the roster, only those
   * who have it at `at`.
   */
  holders(duties: readonly string[], at: Instant): Promise<StaffMember[]>;
  /** Those whom `holders` leaves out only because a mark says that their address takes no mails. */
  marked(duties: readonly string[], at: Instant): Promise<StaffMember[]>;
  /** The same for any number of instants, by one read of the holders and the roster. */
  rota(duties: readonly string[]): Promise<Rota>;
  /** People who sign in with any of these roles, each once. Whoever is barred does not. */
  inRoles(roles: readonly Role[]): Promise<StaffMember[]>;
  /**
   * The roles as they were: everybody who holds one of them, or held it at or after `since`, each once. Barred and
   * suspended people are among them. A lost role is remembered for seven days.
   */
  inRolesLately(roles: readonly Role[], since: Instant): Promise<StaffMember[]>;
  /** Whether a person has any of their duties at `at`. Undefined when none of their duties is on the roster. */
  isOnShift(person: Pick<StaffMember, 'id' | 'duties'>, at: Instant): Promise<boolean | undefined>;
}
