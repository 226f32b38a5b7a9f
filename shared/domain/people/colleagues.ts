import { byName } from './by-name.ts';
import type { Role } from '../access/authorize.ts';
import { institutionOf } from '../case/referral.ts';
import type { Person } from './person.ts';

/** A person of the centre, as others see them: never an address, a telephone or a duty. */
export type Colleague = Pick<Person, 'id' | 'name'> & Partial<Pick<Person, 'role' | 'team' | 'barred'>>;

/**
 * Who is who, by name, as a role needs it. Caseworkers and the director need everybody who signs in: they give them
 * cases, or exclude them from cases. Auditors read logs that hold ids for longer than people stay. So they also see the names of those
 * who left, and nothing but names.
 */
export function colleaguesFor(role: Role | undefined, people: readonly Person[], language: string): Colleague[] {
  const sorted = people.toSorted(byName(language));
  if (role === 'auditor') {
    return sorted.filter(isOfCentre).map(({ id, name }) => ({ id, name }));
  }
  return sorted
    .filter(({ active, role: signsInAs }) => active && signsInAs !== undefined)
    .map(({ id, name, role: signsInAs, team, barred }) => ({
      id,
      name,
      ...(signsInAs === undefined ? {} : { role: signsInAs }),
      ...(team === undefined ? {} : { team }),
      ...(barred === undefined ? {} : { barred }),
    }));
}

/**
 * Names of those of the centre who do not sign in, or not any more. What they did stays on cases, and is told by a name. A
 * case is given to none of them, so they are no colleagues.
 */
export function othersFor(role: Role | undefined, people: readonly Person[], language: string): Colleague[] {
  if (role === 'auditor') return [];
  return people
    .filter((one) => isOfCentre(one) && !(one.active && one.role !== undefined))
    .toSorted(byName(language))
    .map(({ id, name }) => ({ id, name }));
}

/** Contacts of institutions stand in the directory, too. They open nothing, so they are not of the centre. */
export function isOfCentre({ duties }: Pick<Person, 'duties'>): boolean {
  return duties.every((duty) => institutionOf(duty) === undefined);
}
