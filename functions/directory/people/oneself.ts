import { maySignIn } from '#shared/domain/access/authorize.ts';
import { directoryParser, type DirectoryBodies } from '#shared/contracts/http/directory/changes.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { forbidden, Problem } from '#shared/contracts/http/http.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { DirectoryAction } from '#shared/domain/people/directory-audit.ts';
import { isReached } from '#shared/domain/people/person.ts';
import { nextShift, shiftsOf } from '#shared/domain/people/roster/shifts.ts';
import { asOf, type StaffRecord } from '#shared/domain/people/staff-record.ts';
import { testAgainAt, testNotice } from '#shared/domain/people/test-mail.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { DirectoryNotice } from '#shared/ports/directory-book.ts';
import type { RecogniseStaff } from '#shared/use-cases/admit-staff.ts';
import { takeChange, type TakeChangeDeps } from '../take-change.ts';
import { markView } from './person-view.ts';

export interface OneselfDeps extends TakeChangeDeps {
  recognise: RecogniseStaff;
  country: Pick<CountryPack, 'languages' | 'ladder'>;
}

/** What somebody does to their own record. It gives no power, so nobody else is asked. */
interface Own<B> {
  name: keyof DirectoryBodies;
  action: DirectoryAction;
  /** The record as it is to be. Throws a `Problem` to refuse. */
  changed: (before: StaffRecord, body: B, now: Instant) => StaffRecord;
  notices?: (after: StaffRecord) => readonly DirectoryNotice[];
  shown: (after: StaffRecord, now: Instant) => Readonly<Record<string, unknown>>;
}

/**
 * What everybody who signs in sees and does of their own record: `GET /v1/me/settings`, their language, and a test mail.
 * Where letters go, the role and the duties are for administrators: another address would take the alarms elsewhere.
 */
export function oneselfHandlers(deps: OneselfDeps) {
  const { clock, book, recognise } = deps;
  const parse = directoryParser(deps.country);
  const take = takeChange(deps);

  function handlerOf<N extends keyof DirectoryBodies>(own: Own<DirectoryBodies[N]> & { name: N }) {
    return async (request: HttpRequest): Promise<HttpAnswer> => {
      const by = await recognise(request);
      const body = parse(own.name, request.body);
      return take({
        name: own.name,
        by,
        request,
        content: body,
        decide: async (now) => {
          const written = (await book.people()).find(({ id }) => id === by.id);
          const before = written && asOf(written, now);
          // Somebody else may have ended this sign-in since the request came.
          if (written === undefined || !maySignIn(before)) throw forbidden('role');
          const after = own.changed(before, body, now);
          if (after === before) {
            return { outcome: 'unchanged', revision: before.revision, shown: () => own.shown(after, now) };
          }
          return {
            outcome: 'change',
            action: own.action,
            about: by.id,
            before,
            after,
            rows: { person: { before: written, after } },
            notices: own.notices?.(after) ?? [],
            shown: () => own.shown(after, now),
          };
        },
      });
    };
  }

  return {
    showSettings: async (request: HttpRequest): Promise<HttpAnswer> => {
      const me = await recognise(request);
      const now = clock.now();
      const roster = await book.roster();
      const { language, mail, phone, contact = 'mail', unreachable, testedAt } = me;
      const next = roster && nextShift(roster, me, now);
      const testAgain = testAgainAt(me, now);
      return {
        status: 200,
        body: {
          language,
          mail,
          contact,
          ...(phone === undefined ? {} : { phone }),
          duties: me.duties.map((duty) => ({
            duty,
            // A duty without any shift is always with whoever holds it.
            isRostered: roster?.shifts.some((shift) => shift.duty === duty) === true,
          })),
          shifts:
            roster === undefined
              ? []
              : shiftsOf(roster, me).map(({ duty, days, from, to }) => ({ duty, days, from, to })),
          ...(next === undefined ? {} : { next }),
          ...(unreachable === undefined || isReached(me, now) ? {} : { unreachable: markView(unreachable) }),
          test: {
            ...(testedAt === undefined ? {} : { askedAt: testedAt }),
            ...(testAgain === undefined ? {} : { againAt: testAgain }),
          },
        },
      };
    },

    ownLanguage: handlerOf({
      name: 'ownLanguage',
      action: 'language_chosen',
      changed: (before, { language }) => (before.language === language ? before : { ...before, language }),
      shown: ({ language }) => ({ language }),
    }),

    testMail: handlerOf({
      name: 'testMail',
      action: 'test_mail_asked',
      changed: (before, _, now) => {
        const againAt = testAgainAt(before, now);
        if (againAt !== undefined) {
          throw new Problem('too_many_requests', 429, {
            retryAfterSeconds: Math.ceil((Date.parse(againAt) - Date.parse(now)) / 1000),
          });
        }
        return { ...before, testedAt: now };
      },
      notices: (after) => [testNotice(after)],
      shown: (after, now) => ({ askedAt: after.testedAt, againAt: testAgainAt(after, now) }),
    }),
  };
}
