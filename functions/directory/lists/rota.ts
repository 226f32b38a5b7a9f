import { directoryParser, type DirectoryBodies } from '#shared/contracts/http/directory/changes.ts';
import { etagOf } from '#shared/contracts/http/entity-tags.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { noticesOfRota } from '#shared/domain/people/directory-notice.ts';
import { peopleForRoster } from '#shared/domain/people/roster/roster-people.ts';
import {
  emptiedRungs,
  gapsAhead,
  strangersOn,
  type Roster,
  type RosterGap,
} from '#shared/domain/people/roster/roster.ts';
import type { StaffRecord } from '#shared/domain/people/staff-record.ts';
import { peopleAsOf } from '#shared/domain/people/power/change-person.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { checkIfMatch } from '#shared/use-cases/answer-once.ts';
import { takeChange, type TakeChangeDeps } from '../take-change.ts';

export interface RotaDeps extends TakeChangeDeps {
  country: Pick<CountryPack, 'defaultLanguage' | 'languages' | 'ladder' | 'timeZone'>;
}

/**
 * The week's rota. Every answer also has the gaps of the next two weeks: hours without anybody on duty, or without
 * anybody cleared. Whoever looks at it sees who can be on it, too.
 */
export function rotaHandlers(deps: RotaDeps) {
  const { defaultLanguage, ladder, timeZone } = deps.country;
  const parse = directoryParser(deps.country);
  const take = takeChange(deps);
  const first = ladder.rungs[0]?.duties ?? [];
  const gapsOf = (roster: Roster, people: readonly StaffRecord[], now: Instant): RosterGap[] =>
    gapsAhead(roster, people, first, now);

  const load = async (now: Instant) => {
    const [people, roster] = await Promise.all([deps.book.people(), deps.book.roster()]);
    return { people: peopleAsOf(people, now), roster: roster ?? { timeZone, shifts: [], holidays: [], revision: 0 } };
  };

  return {
    showRoster: async (request: HttpRequest): Promise<HttpAnswer> => {
      await deps.admit(request, 'manage_roster');
      const now = deps.clock.now();
      const { people, roster } = await load(now);
      return {
        status: 200,
        headers: { ETag: etagOf(roster) },
        body: {
          ...roster,
          people: peopleForRoster(people, roster, defaultLanguage),
          gaps: gapsOf(roster, people, now),
        },
      };
    },

    roster: async (request: HttpRequest): Promise<HttpAnswer> => {
      const by = await deps.admit(request, 'manage_roster');
      const body = parse('roster', request.body);
      return take({
        name: 'roster',
        by,
        request,
        content: body,
        decide: async (now) => {
          const { people, roster: before } = await load(now);
          checkIfMatch(request, before, () => ({ roster: before }));
          refuseStrangers(body, people);
          const after: Roster = { timeZone, ...body };
          const [empty] = emptiedRungs(after, people, ladder.rungs);
          if (empty !== undefined)
            throw new Problem('conflict', 409, { extra: { because: 'rung_unheld', rung: empty } });
          return {
            outcome: 'change',
            action: 'roster_set',
            before,
            after,
            rows: { roster: after },
            notices: noticesOfRota(people, before, after),
            shown: () => ({ ...after, gaps: gapsOf(after, people, now) }),
          };
        },
      });
    },
  };
}

/** Everybody on a shift must hold its duty. A duty is given on the person's own record, by those who may give it. */
function refuseStrangers(roster: DirectoryBodies['roster'], people: readonly StaffRecord[]): void {
  const errors = strangersOn(roster, people).map(
    ({ shift, holder }) => ({ pointer: `/shifts/${shift}/holders/${holder}`, code: 'unknown_code' }) as const,
  );
  if (errors.length > 0) throw new Problem('invalid_fields', 422, { errors });
}
