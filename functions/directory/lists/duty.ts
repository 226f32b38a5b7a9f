import { directoryParser } from '#shared/contracts/http/directory/changes.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { maySignIn } from '#shared/domain/access/authorize.ts';
import { dutyNow, namesOnDuty, ringingPlace } from '#shared/domain/people/roster/duty-now.ts';
import type { Person } from '#shared/domain/people/person.ts';
import { peopleAsOf } from '#shared/domain/people/power/change-person.ts';
import { rotaOf, type Rota } from '#shared/domain/people/roster/roster.ts';
import { personOf } from '#shared/domain/people/staff-record.ts';
import { decideTakeOver } from '#shared/domain/people/roster/take-over.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { hoursAhead, lookAhead } from '#shared/use-cases/hours-ahead.ts';
import { takeChange } from '../take-change.ts';
import type { RotaDeps } from './rota.ts';

/** Who rings now, and who said that they took over the shift. */
export function dutyHandlers(deps: RotaDeps) {
  const { admit, book, clock, country } = deps;
  const parse = directoryParser(country);
  const take = takeChange(deps);
  const load = async (now: Instant): Promise<{ people: Person[]; rota: Rota<Person> }> => {
    const [records, roster] = await Promise.all([book.people(), book.roster()]);
    const people = peopleAsOf(records, now).map((record) => personOf(record, now));
    return { people, rota: rotaOf(people, roster) };
  };

  return {
    /**
     * `GET /v1/duty`: who rings now, rung by rung, as the ladder itself finds it. It holds staff phones of people on the
     * ladder, and no address. Volunteers and auditors see names alone.
     */
    showDuty: async (request: HttpRequest): Promise<HttpAnswer> => {
      const { role } = await admit(request, 'see_duty');
      const now = clock.now();
      const [{ rota }, takeOvers] = await Promise.all([load(now), book.takeOvers()]);
      const rungs = dutyNow(rota, country.ladder, now);
      const names = namesOnDuty(role, rungs);
      if (names !== undefined) return { status: 200, body: { now, rungs: names } };
      const { unheld, uncleared } = lookAhead(rota, country, now);
      return {
        status: 200,
        body: {
          now,
          rungs,
          hoursAhead,
          hoursWithNobody: unheld,
          hoursWithNobodyCleared: uncleared,
          takeOvers,
        },
      };
    },

    /**
     * `POST /v1/duty/take-over`: records that this person took over the shift. It changes nobody's ladder. So the answer
     * says when the ladder calls this person, as the roster stands.
     */
    takeOver: async (request: HttpRequest): Promise<HttpAnswer> => {
      const by = await admit(request, 'take_over_shift');
      const { from } = parse('takeOver', request.body);
      return take({
        name: 'takeOver',
        by,
        request,
        content: { from },
        decide: async (now) => {
          const [{ people, rota }, before] = await Promise.all([load(now), book.takeOvers()]);
          const isColleague = people.some((one) => one.id === from && one.id !== by.id && maySignIn(one));
          if (from !== undefined && !isColleague) {
            throw new Problem('invalid_fields', 422, { errors: [{ pointer: '/from', code: 'unknown_code' }] });
          }
          const decided = decideTakeOver(before, { by: by.id, from }, now);
          const rings = ringingPlace(rota, country.ladder, by.id, now);
          const shown = () => ({ ...decided.takeOver, rings });
          if (decided.outcome === 'unchanged') return { outcome: 'unchanged', revision: await book.revision(), shown };
          return {
            outcome: 'change',
            action: 'took_over',
            ...(from === undefined ? {} : { about: from }),
            before: undefined,
            after: {},
            rows: { takeOvers: decided.recent },
            shown,
          };
        },
      });
    },
  };
}
