import { silentDuties, unheldDuties } from '#shared/domain/people/duties.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { asOf } from '#shared/domain/people/staff-record.ts';
import { peopleAsOf } from '#shared/domain/people/power/change-person.ts';
import { etagOf } from '#shared/contracts/http/entity-tags.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { TakeChangeDeps } from '../take-change.ts';
import { admitSecondPerson } from './admit-second-person.ts';
import { personView } from './person-view.ts';

export interface ListPeopleDeps extends TakeChangeDeps {
  country: Pick<CountryPack, 'ladder'>;
}

/** `GET /v1/directory/people`: everybody, and the duties of the ladder that nobody holds or where nothing rings. */
export function listPeople({ admit, book, clock, country }: ListPeopleDeps): (r: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    await admit(request, 'manage_directory');
    const now = clock.now();
    const people = peopleAsOf(await book.people(), now);
    const duties = { unheld: unheldDuties(people, country, now), silent: silentDuties(people, country, now) };
    const byName = people.toSorted((one, other) => one.name.localeCompare(other.name));
    return { status: 200, body: { people: byName.map((one) => personView(one, one.revision)), duties } };
  };
}

/** `GET /v1/directory/people/{person}`: one record, with the ETag that a change of it needs. */
export function showPerson(deps: TakeChangeDeps): (r: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    await admitSecondPerson(deps, request);
    const found = (await deps.book.people()).find(({ id }) => id === request.path['person']);
    if (found === undefined) throw new Problem('not_found', 404);
    const body = personView(asOf(found, deps.clock.now()), found.revision);
    return { status: 200, headers: { ETag: etagOf(found) }, body };
  };
}
