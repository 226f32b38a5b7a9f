import { colleaguesFor, othersFor } from '#shared/domain/people/colleagues.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { peopleAsOf } from '#shared/domain/people/power/change-person.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { TakeChangeDeps } from '../take-change.ts';

export interface ListColleaguesDeps extends TakeChangeDeps {
  country: Pick<CountryPack, 'defaultLanguage'>;
}

/**
 * `GET /v1/directory/colleagues`: who can be given a case or kept out of one, by the id that those commands take.
 * `others` are names alone, of those who do not sign in any more. Auditors see whose the ids in their logs are. It holds no address and no phone number: these are for administrators.
 */
export function listColleagues(deps: ListColleaguesDeps): (r: HttpRequest) => Promise<HttpAnswer> {
  const { admit, book, clock, country } = deps;
  return async (request) => {
    const { role } = await admit(request, 'see_colleagues');
    const people = peopleAsOf(await book.people(), clock.now());
    const { defaultLanguage } = country;
    const others = othersFor(role, people, defaultLanguage);
    return { status: 200, body: { colleagues: colleaguesFor(role, people, defaultLanguage), others } };
  };
}
