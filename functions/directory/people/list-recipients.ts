import { peopleAsOf } from '#shared/domain/people/power/change-person.ts';
import { asUsedHere } from '#shared/domain/people/directory-lists.ts';
import { recipientsOf } from '#shared/domain/people/recipients.ts';
import type { Referrals } from '#shared/domain/referrals/referral-policy.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { TakeChangeDeps } from '../take-change.ts';

export interface ListRecipientsDeps extends TakeChangeDeps {
  referrals: () => Promise<Pick<Referrals, 'institutions'>>;
}

/**
 * `GET /v1/directory/recipients?institution=child_protection_unit`: who at an institution can be told of a case, by the
 * id that `contact` of a referral takes, page by page (`cursor`). Without `institution`: the institutions that are in
 * use, with the numbers that everybody may ring. It holds no address and no number of a person. Throws a `Problem` `invalid_fields` for an unknown institution.
 */
export function listRecipients(deps: ListRecipientsDeps): (r: HttpRequest) => Promise<HttpAnswer> {
  const { admit, book, clock, referrals } = deps;
  return async (request) => {
    await admit(request, 'see_recipients');
    const { institution, cursor } = request.query;
    const [pack, entries] = await Promise.all([referrals(), book.list('institution')]);
    const inUse = asUsedHere(pack.institutions, entries).filter(({ isOutOfUse }) => isOutOfUse !== true);
    if (institution === undefined) {
      const institutions = inUse.map(({ code, name, kind, isLocal = false, phones }) => ({
        code,
        name,
        kind,
        isLocal,
        phones,
      }));
      return { status: 200, body: { institutions } };
    }
    if (!inUse.some(({ code }) => code === institution)) {
      throw new Problem('invalid_fields', 422, { errors: [{ pointer: '/institution', code: 'unknown_code' }] });
    }
    const now = clock.now();
    const found = recipientsOf(institution, peopleAsOf(await book.people(), now), now, cursor);
    return { status: 200, body: { institution, ...found } };
  };
}
