import type { Gap } from '../case/decision.ts';
import { contactDuty, institutionOf } from '../case/referral.ts';
import type { Institution } from '../referrals/referral-policy.ts';
import { isReached } from './person.ts';
import type { Person } from './person.ts';
import type { Instant } from '../time/instant.ts';

/** Somebody at an institution who can be told of a case: never an address or a telephone. */
export interface Recipient extends Pick<Person, 'id' | 'name' | 'unit'> {
  /** Whether a mail reaches them now. Nobody else is told by one. */
  active: boolean;
}

/** How many recipients one page holds. */
export const recipientsOnPage = 100;

/**
 * The contacts of an institution by unit and name, a page at a time. `after`: the id that the page before ended with; an
 * id that is nobody's there begins anew. `next` is there while more follow.
 */
export function recipientsOf(
  institution: string,
  people: readonly Person[],
  now: Instant,
  after?: string,
): { recipients: Recipient[]; next?: string } {
  const all = people
    .filter(({ duties }) => duties.includes(contactDuty(institution)))
    .toSorted((one, other) => byUnit(one).localeCompare(byUnit(other)))
    .map((one) => ({
      id: one.id,
      name: one.name,
      ...(one.unit === undefined ? {} : { unit: one.unit }),
      active: isReached(one, now),
    }));
  const from = all.findIndex(({ id }) => id === after) + 1;
  const recipients = all.slice(from, from + recipientsOnPage);
  const last = recipients.at(-1)?.id;
  return { recipients, ...(last === undefined || from + recipientsOnPage >= all.length ? {} : { next: last }) };
}

const byUnit = ({ unit = '', name, id }: Person): string => [unit, name, id].join('\n');

/**
 * Whether a contact answers for the unit that a person names: of one school no other school's contact is told. A record
 * of release 0.1.0 names no unit, and is bound to its institution alone until an administrator writes it anew.
 */
export function isOfUnit({ unit }: Pick<Person, 'unit'>, named: string | undefined): boolean {
  return unit === undefined || named === undefined || spelled(unit) === spelled(named);
}

/** Upper case, blanks and the look of letters make no other school. */
function spelled(unit: string): string {
  return unit.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim().toLocaleLowerCase('sq');
}

/** A contact of an institution that has many units says which one it is of. */
export function unitGaps(
  { duties, unit }: Pick<Person, 'duties' | 'unit'>,
  institutions: readonly Pick<Institution, 'code' | 'isLocal'>[],
): Gap[] {
  const codes = duties.map(institutionOf);
  const isOfMany = institutions.some(({ code, isLocal }) => isLocal === true && codes.includes(code));
  return isOfMany && unit === undefined ? [{ pointer: '/unit', code: 'required' }] : [];
}
