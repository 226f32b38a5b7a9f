import { peopleAsOf } from '#shared/domain/staffing.ts';
import type { HttpAnswer, HttpRequest } from '#shared/lambda/http.ts';
import type { TakeChangeDeps } from '../take-change.ts';

/**
 * `GET /v1/directory/colleagues`: who can be given a case, or kept out of one, by the id that those commands ask for. No
 * address and no telephone: these are for administrators.
 */
export function listColleagues({ admit, book, clock }: TakeChangeDeps): (r: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    await admit(request, 'assign_case');
    const colleagues = peopleAsOf(await book.people(), clock.now())
      .filter(({ active, role }) => active && role !== undefined)
      .toSorted((one, other) => one.name.localeCompare(other.name))
      .map(({ id, name, role, team }) => ({ id, name, role, team }));
    return { status: 200, body: { colleagues } };
  };
}
