import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

/** Who chose, by directory id, and when. For seven days the chosen person is no second person for who chose. */
export interface Chosen {
  by: string;
  at: Instant;
  /** A contact of the ladder that one person set, and to which nobody agreed yet. That counts for as long as it lasts. */
  alone?: true;
}

/** Somebody who may be chosen. */
export interface Choosable {
  chosen?: Chosen;
}

/** For so long a lost role, a bar and a power that came by time are remembered. Source: docs/practice.md, People. */
export const rememberedMinutes = 7 * 24 * 60;

/** Whether somebody was chosen by one person so lately that they do not stand for anybody else. */
export function isChosenLately({ chosen }: Choosable, now: Instant): boolean {
  return chosen !== undefined && (chosen.alone === true || now < plusMinutes(chosen.at, rememberedMinutes));
}

/**
 * Whether two people count as one: one chose the other within seven days, or somebody chose both. Without this rule, one
 * administrator could choose a second one, and be that one's second person.
 */
export function isSameHand(
  one: string,
  other: string,
  people: readonly (Choosable & { id: string })[],
  now: Instant,
): boolean {
  const hands = handsOf(one, people, now);
  return [...handsOf(other, people, now)].some((hand) => hands.has(hand));
}

/** The person, who chose them, who chose that one, and so on. */
function handsOf(id: string, people: readonly (Choosable & { id: string })[], now: Instant): Set<string> {
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
