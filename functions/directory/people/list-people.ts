import { admits } from '#shared/domain/access/authorize.ts';
import { byName } from '#shared/domain/people/by-name.ts';
import { silentDuties, unheldDuties } from '#shared/domain/people/duties.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { peopleAsOf } from '#shared/domain/people/power/change-person.ts';
import { decidersOf } from '#shared/domain/people/power/second-person.ts';
import { etagOf } from '#shared/contracts/http/entity-tags.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { TakeChangeDeps } from '../take-change.ts';
import { personView } from './person-view.ts';

export interface ListPeopleDeps extends TakeChangeDeps {
  country: Pick<CountryPack, 'defaultLanguage' | 'ladder'>;
}

/**
 * `GET /v1/directory/people`: everybody, and the duties of the ladder that nobody holds or where nothing rings. Supervisors
 * and directors get those alone about whom a change waits: they may decide on it.
 */
export function listPeople({ admit, book, clock, country }: ListPeopleDeps): (r: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    const by = await admit(request, 'approve');
    const now = clock.now();
    const people = peopleAsOf(await book.people(), now);
    const sorted = people.toSorted(byName(country.defaultLanguage));
    const seen = (those: typeof people) => those.map((one) => personView(one, one.revision));
    if (!admits(by, 'manage_directory')) {
      return { status: 200, body: { people: seen(sorted.filter(({ waiting }) => waiting !== undefined)) } };
    }
    const duties = { unheld: unheldDuties(people, country, now), silent: silentDuties(people, country, now) };
    return { status: 200, body: { people: seen(sorted), duties } };
  };
}

/** `GET /v1/directory/people/{person}`: one record, with the ETag that a change of it needs, and who may decide now. */
export function showPerson({ admit, book, clock }: TakeChangeDeps): (r: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    await admit(request, 'approve');
    const now = clock.now();
    const people = peopleAsOf(await book.people(), now);
    const found = people.find(({ id }) => id === request.path['person']);
    if (found === undefined) throw new Problem('not_found', 404);
    const body = personView(found, found.revision, decidersOf(found, people, now));
    return { status: 200, headers: { ETag: etagOf(found) }, body };
  };
}
