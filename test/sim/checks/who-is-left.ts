import { recordFrom, rosterFrom, rosterKey } from '#shared/adapters/aws/directory/directory.ts';
import { caseFrom, metaKey } from '#shared/adapters/aws/cases/rows.ts';
import { country } from '#shared/country/current.ts';
import { dutiesOf } from '#shared/domain/people/duties.ts';
import { isExcludedPerson } from '#shared/domain/case/exclusions.ts';
import { isReached } from '#shared/domain/people/person.ts';
import { onDuty } from '#shared/domain/people/roster/roster.ts';
import { personOf } from '#shared/domain/people/staff-record.ts';
import type { Row } from '../database/expressions.ts';

/**
 * Whether the ladder leads to anybody now who may be told of a case: found by looking at every row of the directory, not
 * by the pointers that Besa goes by.
 */
export function isAnybodyLeft(directory: readonly Row[], cases: readonly Row[], caseId: string, now: string): boolean {
  const meta = metaKey(caseId);
  const row = cases.find(({ pk, sk }) => pk?.S === meta.pk && sk?.S === meta.sk);
  const rosterRow = directory.find(({ pk }) => pk?.S === rosterKey.pk);
  const roster = rosterRow && rosterFrom(rosterRow);
  const isHeldBy = (duty: string, id: string): boolean => {
    const shift = roster && onDuty(roster, duty, now);
    return shift === undefined || shift.includes(id);
  };
  const wanted = new Set(dutiesOf(country));
  return directory
    .filter(({ sk }) => sk?.S === 'MEMBER')
    .map((member) => personOf(recordFrom(member), now))
    .some(
      ({ id, duties, ...person }) =>
        isReached(person, now) &&
        !(row !== undefined && isExcludedPerson(caseFrom(row), id)) &&
        duties.some((duty) => wanted.has(duty) && isHeldBy(duty, id)),
    );
}
