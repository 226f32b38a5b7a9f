import { directoryParser } from '#shared/contracts/http/directory/changes.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { Referrals } from '#shared/domain/referrals/referral-policy.ts';
import {
  asUsedHere,
  leavesNobody,
  namesOneClass,
  type InstitutionEntry,
  type ListEntries,
  type ListName,
} from '#shared/domain/people/directory-lists.ts';
import { contactDuty } from '#shared/domain/case/referral.ts';
import { changedFields } from '#shared/domain/people/staff-record.ts';
import { peopleAsOf } from '#shared/domain/people/power/change-person.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { FieldProblem } from '#shared/domain/problems.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { DirectoryRows } from '#shared/ports/directory-book.ts';
import { checkIfMatch } from '#shared/use-cases/answer-once.ts';
import { markView } from '../people/person-view.ts';
import { takeChange, type TakeChangeDeps } from '../take-change.ts';

export interface EntriesDeps extends TakeChangeDeps {
  country: Pick<CountryPack, 'languages' | 'ladder' | 'platforms' | 'classMarks'>;
  referrals: () => Promise<Pick<Referrals, 'institutions' | 'matrix'>>;
}

type Check<N extends ListName> = (entry: ListEntries[N]) => Promise<FieldProblem[]> | FieldProblem[];
type Handle = (request: HttpRequest) => Promise<HttpAnswer>;
const problem = (pointer: string, code: 'required' | 'unknown_code'): FieldProblem => ({
  pointer,
  code,
});

/**
 * Institutions in use, the ways of takedown notices to platforms, campaign codes. Each is a list of entries by code.
 */
export function entriesHandlers(deps: EntriesDeps) {
  const parse = directoryParser(deps.country);
  const take = takeChange(deps);

  /** What is wrong with an entry, by field. */
  const wrong: { [N in ListName]: Check<N> } = {
    institution: async ({ code }) => {
      const known = (await deps.referrals()).institutions.some((one) => one.code === code);
      return known ? [] : [problem('/code', 'unknown_code')];
    },
    platform: ({ code, name }) =>
      deps.country.platforms.includes(code) || name !== undefined ? [] : [problem('/name', 'required')],
    campaign: ({ code, from, to }) => [
      ...(namesOneClass(code, deps.country.classMarks)
        ? [{ pointer: '/code', code: 'wrong_form' as const, expected: 'not_of_one_class' as const }]
        : []),
      ...(to < from ? [{ pointer: '/to', code: 'too_small' as const, expected: from }] : []),
    ],
  };

  /** Throws a `Problem` when a necessary rule of the matrix would have no institution left. */
  async function refuseLeavingNobody(entries: readonly InstitutionEntry[]): Promise<void> {
    const { institutions, matrix } = await deps.referrals();
    if (!leavesNobody(matrix.rules, asUsedHere(institutions, entries))) return;
    throw new Problem('conflict', 409, { extra: { because: 'nobody_left' } });
  }

  function setter(list: ListName): Handle {
    return async (request) => {
      const by = await deps.admit(request, 'manage_directory');
      const body = parse(list, request.body);
      // An absent optional field is left out, so the row and the audit hold only what was said.
      const entry = Object.fromEntries(
        Object.entries(body).filter(([, value]) => value !== undefined),
      ) as unknown as ListEntries[ListName];
      const errors = await (wrong[list] as Check<ListName>)(entry);
      if (errors.length > 0) throw new Problem('invalid_fields', 422, { errors });
      return take({
        name: list,
        by,
        request,
        content: body,
        decide: async () => {
          const entries = await deps.book.list(list);
          const before = entries.find(({ code }) => code === entry.code);
          checkIfMatch(request, before ?? { revision: 0 }, () => ({ entry: before }));
          if (list === 'institution') {
            await refuseLeavingNobody([...entries.filter((one) => one !== before), entry] as InstitutionEntry[]);
          }
          const { revision, ...was } = before ?? { revision: 0 };
          if (before !== undefined && changedFields(was, entry).length === 0) {
            return { outcome: 'unchanged', revision, shown: () => ({ ...entry }) };
          }
          return {
            outcome: 'change',
            action: `${list}_set`,
            about: entry.code,
            before,
            after: entry,
            rows: { list, entry } as DirectoryRows,
            shown: () => ({ ...entry }),
          };
        },
      });
    };
  }

  return {
    /** The pack's institutions, what the directory says about each, and the contacts that are written to. */
    listInstitutions: async (request: HttpRequest): Promise<HttpAnswer> => {
      await deps.admit(request, 'manage_directory');
      const [pack, entries, stored] = await Promise.all([
        deps.referrals(),
        deps.book.list('institution'),
        deps.book.people(),
      ]);
      const people = peopleAsOf(stored, deps.clock.now());
      const used = asUsedHere(pack.institutions, entries);
      const institutions = used.map(({ code, name, kind, phones, isOutOfUse, ownPage }) => {
        const contacts = people.filter(({ duties }) => duties.includes(contactDuty(code)));
        return {
          code,
          name,
          kind,
          inUse: isOutOfUse !== true,
          phones,
          packPhones: pack.institutions.find((one) => one.code === code)?.phones ?? [],
          // Nobody has confirmed it: ask by phone before it is entered here.
          ...(ownPage === undefined ? {} : { ownPage }),
          contacts: contacts.map(({ id, name: called, mail, unit, active, unreachable }) => ({
            id,
            name: called,
            mail,
            ...(unit === undefined ? {} : { unit }),
            active,
            ...(unreachable === undefined ? {} : { unreachable: markView(unreachable) }),
          })),
          revision: entries.find((one) => one.code === code)?.revision ?? 0,
        };
      });
      return { status: 200, body: { institutions } };
    },

    /** The pack's platforms and the centre's own. A platform without a way takes no takedown notices yet. */
    listPlatforms: async (request: HttpRequest): Promise<HttpAnswer> => {
      await deps.admit(request, 'see_platforms');
      const entries = await deps.book.list('platform');
      const without = deps.country.platforms.filter((code) => !entries.some((entry) => entry.code === code));
      const platforms = [...entries, ...without.map((code) => ({ code, revision: 0 }))];
      return { status: 200, body: { platforms: platforms.toSorted((a, b) => (a.code < b.code ? -1 : 1)) } };
    },

    listCampaigns: async (request: HttpRequest): Promise<HttpAnswer> => {
      await deps.admit(request, 'manage_directory');
      return { status: 200, body: { campaigns: await deps.book.list('campaign') } };
    },

    institution: setter('institution'),
    platform: setter('platform'),
    campaign: setter('campaign'),
  };
}
