import type { Role } from '../../access/authorize.ts';
import type { LadderPolicy } from '../../sla/clock-policy.ts';
import { minuteOf, plusMinutes } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';
import { triedAgainAt } from '../mark.ts';
import type { Person } from '../person.ts';
import type { Rota } from './roster.ts';

/** Somebody whom a rung calls, as colleagues see them: the staff phone, never the address. */
export interface OnRung extends Pick<Person, 'id' | 'name' | 'contact' | 'phone' | 'cleared'> {
  /** When their shift ends. Absent where no change of the next days takes them off the rung. */
  until?: Instant;
  /** Mails to them came back: the ladder passes over them until then. */
  passedOverUntil?: Instant;
}

/** A rung of the ladder as it stands: who is on it, and who after the next change of shift. */
export interface RungNow {
  rung: string;
  people: OnRung[];
  /** The next change of shift, and who is then on the rung. Absent where nothing changes in the next days. */
  next?: { at: Instant; people: Pick<Person, 'id' | 'name'>[] };
}

/** How far ahead the end of a shift is looked for. A week's rota has then said all it says. */
const daysAhead = 7;

/**
 * Who rings now, rung by rung. `rota` answers for all duties of the ladder, as it does for the ladder itself. Whoever is
 * passed over stands last on the rung. Source: docs/practice.md, Ladder.
 */
export function dutyNow(rota: Rota<Person>, { rungs }: Pick<LadderPolicy, 'rungs'>, now: Instant): RungNow[] {
  const moments = changesAhead(rota, now);
  return rungs.map(({ id, duties }) => {
    const onShift = (at: Instant): Person[] => [...rota.holders(duties, at), ...rota.marked(duties, at)];
    const here = onShift(now);
    const course = moments.map((at) => ({ at, people: onShift(at) }));
    const until = ({ id: one }: Person): Instant | undefined =>
      course.find(({ people }) => !people.some((then) => then.id === one))?.at;
    const next = course.find(({ people }) => idsOf(people) !== idsOf(here));
    return {
      rung: id,
      people: here.map((person) => onRung(person, until(person), now)),
      ...(next === undefined
        ? {}
        : { next: { at: next.at, people: next.people.map(({ id: one, name }) => ({ id: one, name })) } }),
    };
  });
}

/** Who rings now, for somebody who rings nobody through Besa: names, and until when. */
export interface NamesOnRung extends Pick<RungNow, 'rung'> {
  people: Pick<OnRung, 'id' | 'name' | 'until' | 'passedOverUntil'>[];
}

/** Volunteers and auditors work on no case. They see whom to turn to, and nobody's phone. */
const seeNamesAlone: readonly Role[] = ['volunteer', 'auditor'];

/** Who rings now as a role sees it, or undefined where it sees all. */
export function namesOnDuty(role: Role | undefined, rungs: readonly RungNow[]): NamesOnRung[] | undefined {
  if (role !== undefined && !seeNamesAlone.includes(role)) return undefined;
  return rungs.map(({ rung, people }) => ({
    rung,
    people: people.map(({ id, name, until, passedOverUntil }) => ({
      id,
      name,
      ...(until === undefined ? {} : { until }),
      ...(passedOverUntil === undefined ? {} : { passedOverUntil }),
    })),
  }));
}

/** Whether the ladder calls somebody: with the first it calls, after others, or not as the roster stands. */
export const ringingPlaces = ['first', 'later', 'not_now'] as const;

export type RingingPlace = (typeof ringingPlaces)[number];

/** When the ladder calls this person, if it began to climb now. Rungs with nobody are left out, as it does. */
export function ringingPlace(
  rota: Rota<Person>,
  { rungs }: Pick<LadderPolicy, 'rungs'>,
  person: string,
  now: Instant,
): RingingPlace {
  const called = rungs.map(({ duties }) => rota.holders(duties, now)).filter((people) => people.length > 0);
  const at = called.findIndex((people) => people.some(({ id }) => id === person));
  if (at < 0) return 'not_now';
  return at === 0 ? 'first' : 'later';
}

/** The instants of the next days at which a shift may begin or end. */
function changesAhead(rota: Rota<Person>, now: Instant): Instant[] {
  const minute = minuteOf(now);
  const steps = rota.changesWithin(minute);
  return Array.from({ length: daysAhead * 24 }, (_, hour) => steps.map((step) => plusMinutes(minute, hour * 60 + step)))
    .flat()
    .filter((at) => at > now)
    .toSorted();
}

function onRung({ id, name, contact, phone, cleared, unreachable }: Person, until: Instant | undefined, now: Instant) {
  const againAt = unreachable === undefined ? undefined : triedAgainAt(unreachable);
  return {
    id,
    name,
    ...(contact === undefined ? {} : { contact }),
    ...(phone === undefined ? {} : { phone }),
    cleared,
    ...(until === undefined ? {} : { until }),
    ...(againAt === undefined || againAt <= now ? {} : { passedOverUntil: againAt }),
  };
}

const idsOf = (people: readonly Person[]): string =>
  people
    .map(({ id }) => id)
    .toSorted()
    .join(' ');
