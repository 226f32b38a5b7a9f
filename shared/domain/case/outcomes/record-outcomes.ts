import { mostOf } from '../bounds.ts';
import type { Case } from '../case.ts';
import type { Gap } from '../decision.ts';
import type { NewEvent } from '../events.ts';
import { administrativeOutcomes } from '../lifecycle.ts';
import type { MainOutcome } from '../lifecycle.ts';
import { canStandOn, factOfOutcome } from './fact-of-outcome.ts';
import type { KindOf } from './fact-of-outcome.ts';
import type { FactsOfOutcomes, GivenFact } from './outcome-fact.ts';

/** What a person gives as the fact of an outcome. The words of `spoken_to` are sealed as a note elsewhere. */
export interface FactGiven {
  outcome: MainOutcome;
  /** Exactly one, else it is refused. */
  facts: readonly GivenFact[];
}

/** How a case ended, as a person says it. */
export interface EndSaid {
  outcome: MainOutcome;
  alsoOutcomes: readonly MainOutcome[];
  facts?: readonly FactGiven[] | undefined;
  hasMessage: boolean;
}

/**
 * What is missing before these outcomes can be recorded. An administrative outcome stands alone, because it is shown
 * apart in every figure. Source: docs/practice.md, Outcomes.
 */
export function outcomeGaps(of: Case, said: EndSaid, kindOf: KindOf): Gap[] {
  const all = outcomesSaid(said);
  const isMixed = all.length > 1 && all.some(isAdministrative);
  const form: Gap[] =
    isMixed || new Set(all).size < all.length
      ? [{ pointer: '/alsoOutcomes', code: 'wrong_form', expected: 'each_once_of_one_kind' }]
      : [];
  return [...form, ...givenGaps(said), ...all.flatMap((outcome) => factGaps(of, outcome, said, kindOf))];
}

/** What each outcome stands on. Only for outcomes without gaps. */
export function factsOfEnd(of: Case, said: EndSaid, kindOf: KindOf): FactsOfOutcomes {
  return Object.fromEntries(
    outcomesSaid(said).flatMap((outcome) => {
      const found = factOfOutcome(of, outcome, givenFor(said, outcome), { hasMessage: said.hasMessage, kindOf });
      return 'fact' in found ? [[outcome, found.fact]] : [];
    }),
  );
}

export function outcomesSaid({ outcome, alsoOutcomes }: EndSaid): MainOutcome[] {
  return [outcome, ...alsoOutcomes];
}

/** Whether somebody was spoken to, so that a note keeps with whom and why. */
export function needsNote({ facts = [] }: EndSaid): boolean {
  return facts.some((one) => one.facts.includes('spoken_to'));
}

/** The note that keeps with whom somebody spoke. It takes the next number, as any note. */
export function noting(of: Case, said: EndSaid, by: string): { set: Pick<Case, 'noteCount'>; events: NewEvent[] } {
  if (!needsNote(said)) return { set: {}, events: [] };
  const note = (of.noteCount ?? 0) + 1;
  return { set: { noteCount: note }, events: [{ type: 'case.noted', actor: `staff:${by}`, data: { note } }] };
}

/** Whether the note that is needed has no room. */
export function isWithoutRoom(of: Case, said: EndSaid): boolean {
  return needsNote(said) && (of.noteCount ?? 0) >= mostOf.notes;
}

function isAdministrative(outcome: MainOutcome): boolean {
  return (administrativeOutcomes as readonly MainOutcome[]).includes(outcome);
}

function givenFor({ facts = [] }: EndSaid, outcome: MainOutcome): GivenFact | undefined {
  return facts.find((one) => one.outcome === outcome)?.facts[0];
}

/** One fact for each outcome that is said, of a kind that the outcome can stand on. */
function givenGaps(said: EndSaid): Gap[] {
  const { facts = [] } = said;
  const all = outcomesSaid(said);
  return facts.flatMap(({ outcome, facts: given }, index): Gap[] => {
    const [only, ...others] = given;
    const isFirst = facts.findIndex((one) => one.outcome === outcome) === index;
    const fits = only !== undefined && others.length === 0 && canStandOn(outcome, only);
    return isFirst && fits && all.includes(outcome)
      ? []
      : [{ pointer: `/facts/${index}`, code: 'fact_not_of_outcome' }];
  });
}

/** The parent case and the other door have fields of their own, which say so themselves when they are missing. */
function factGaps(of: Case, outcome: MainOutcome, said: EndSaid, kindOf: KindOf): Gap[] {
  if (outcome === 'same_event' || outcome === 'outside_our_work') return [];
  const at = (said.facts ?? []).findIndex((one) => one.outcome === outcome);
  // A fact that does not fit is refused by itself.
  if (at >= 0) return [];
  const found = factOfOutcome(of, outcome, undefined, { hasMessage: said.hasMessage, kindOf });
  return 'missing' in found ? [missingFact(found.missing)] : [];
}

function missingFact(code: Extract<ReturnType<typeof factOfOutcome>, { missing: unknown }>['missing']): Gap {
  return { pointer: '/facts', code } as Gap;
}
