import type { SentMail } from '#test/sim/world.ts';

/** Letters that people of the centre got, of the mails that were handed over. */
export interface LettersCounted {
  people: number;
  /** Letters to the person who got the most. */
  mostToOne: number;
  /** The most letters to one person in any 60 minutes. */
  mostInAnHour: number;
  /** ms between two letters to one person, the least there was; undefined where nobody got two. */
  shortestGapMs: number | undefined;
  total: number;
  toInstitutions: number;
}

const hourMs = 60 * 60_000;
const isInstitution = ({ to }: Pick<SentMail, 'to'>): boolean => to.endsWith('@institution.example');

/** Counts letters. Mails stand in the order in which they were handed over. */
export function countLetters(mails: readonly Pick<SentMail, 'to' | 'at'>[]): LettersCounted {
  const letters = mails.filter((mail) => !isInstitution(mail));
  const times = [...Map.groupBy(letters, ({ to }) => to).values()].map((own) => own.map(({ at }) => at));
  const gaps = times.flatMap((own) => own.slice(1).map((at, before) => at - (own[before] ?? 0)));
  return {
    people: times.length,
    mostToOne: Math.max(0, ...times.map((own) => own.length)),
    mostInAnHour: Math.max(0, ...times.map(mostWithinAnHour)),
    shortestGapMs: gaps.length === 0 ? undefined : Math.min(...gaps),
    total: letters.length,
    toInstitutions: mails.length - letters.length,
  };
}

/** The most of these times, which are in order, that lie in one span of less than 60 minutes. */
function mostWithinAnHour(times: readonly number[]): number {
  let [most, from] = [0, 0];
  for (const [to, at] of times.entries()) {
    while (at - (times[from] ?? at) >= hourMs) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
