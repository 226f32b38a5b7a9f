import type { Moment } from './course.ts';

const weekMs = 7 * 24 * 60 * 60_000;

/**
 * Whether somebody acts for the insiders at an instant, in ms since 1970. They themselves do; so does an account that
 * they added, until somebody else approved of it, and for a week whoever got power by time because they asked.
 */
export type IsOfThem = (id: string, at: number) => boolean;

export function ofThem(first: readonly string[], moments: readonly Moment[]): IsOfThem {
  const spans: { id: string; from: number; until: number }[] = [];
  const isOne: IsOfThem = (id, at) =>
    first.includes(id) || spans.some((span) => span.id === id && span.from <= at && at < span.until);
  for (const { at, done, byTime } of moments) {
    for (const { by, action, about } of done) {
      if (action === 'person_added' && isOne(by, at)) spans.push({ id: about, from: at, until: Infinity });
      if (action !== 'change_approved' || isOne(by, at)) continue;
      for (const span of spans.filter(({ id }) => id === about)) span.until = Math.min(span.until, at);
    }
    for (const { about, askedBy } of byTime)
      if (isOne(askedBy, at)) spans.push({ id: about, from: at, until: at + weekMs });
  }
  return isOne;
}
