import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import type { Person } from './person.ts';

/** For so long a lost role, a bar and a power that came by time are remembered. Source: docs/practice.md, People. */
export const rememberedMinutes = 7 * 24 * 60;

/** Whether somebody was chosen by one person so lately that they do not stand for anybody else. */
export function isChosenLately({ chosen }: Pick<Person, 'chosen'>, now: Instant): boolean {
  return chosen !== undefined && (chosen.alone === true || now < plusMinutes(chosen.at, rememberedMinutes));
}

/**
 * Whether two people count as one: one chose the other within seven days, or somebody chose both. Without this rule, one
 * administrator could choose a second one, and be that one's second person.
 */
export function isSameHand(
  one: string,
  other: string,
  people: readonly Pick<Person, 'id' | 'chosen'>[],
  now: Instant,
): boolean {
  const hands = handsOf(one, people, now);
  return [...handsOf(other, people, now)].some((hand) => hands.has(hand));
}

/** The person, who chose them, who chose that one, and so on. */
function handsOf(id: string, people: readonly Pick<Person, 'id' | 'chosen'>[], now: Instant): Set<string> {
  const hands = new Set<string>();
  const add = (hand: string): void => {
    if (hands.has(hand)) return;
    hands.add(hand);
    const person = people.find((known) => known.id === hand);
    if (person?.chosen !== undefined && isChosenLately(person, now)) add(person.chosen.by);
  };
  add(id);
  return hands;
}
