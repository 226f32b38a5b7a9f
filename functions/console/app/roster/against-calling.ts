import { isReached } from '#shared/domain/people/person.ts';
import { centreWords } from '../frame/texts.ts';
import { now } from '../sign-in/session.ts';
import type { RosterPerson } from '#shared/domain/people/roster/roster-people.ts';

/** What stands against calling somebody on a shift of this duty. Undefined: nothing. */
export function againstCalling(person: RosterPerson | undefined, duty: string): string | undefined {
  const w = centreWords().roster;
  if (person === undefined || !person.active) return w.left;
  if (!person.duties.includes(duty)) return w.lacksDuty;
  return isReached(person, now().toISOString()) ? undefined : w.unreachable;
}
