import { byName } from '../by-name.ts';
import { isOfCentre } from '../colleagues.ts';
import { triedAgainAt } from '../mark.ts';
import type { Person } from '../person.ts';
import type { OnCall, Roster } from './roster.ts';

/** Somebody who can be on a rota, as those who make it see them: never an address or a telephone. */
export interface RosterPerson extends OnCall {
  name: string;
}

/**
 * Everybody of the centre by name, for whoever makes the rota. Who has left stands here only while they are on a shift. It
 * holds all that decides whether an hour is covered, so that a rota is judged before it is sent.
 */
export function peopleForRoster(
  people: readonly Person[],
  { shifts }: Pick<Roster, 'shifts'>,
  language: string,
): RosterPerson[] {
  const onShift = new Set(shifts.flatMap(({ holders }) => holders));
  return people
    .filter((person) => isOfCentre(person) && (person.active || onShift.has(person.id)))
    .toSorted(byName(language))
    .map(({ id, name, duties, active, cleared, unreachable }) => ({
      id,
      name,
      duties,
      active,
      cleared,
      ...(unreachable === undefined
        ? {}
        : { unreachable: { since: unreachable.since, againAt: triedAgainAt(unreachable) } }),
    }));
}
