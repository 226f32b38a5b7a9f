import type { Case } from '../case.ts';
import type { MainOutcome } from '../lifecycle.ts';
import { isOver } from '../status.ts';
import { canStandOn, factInCase, isRefusedSince } from './fact-of-outcome.ts';
import type { KindOf } from './fact-of-outcome.ts';
import { givenFacts } from './outcome-fact.ts';
import type { GivenFact, OutcomeFact } from './outcome-fact.ts';

/** An outcome that may be told, and what it stands on now. */
export interface StandingOutcome {
  outcome: MainOutcome;
  fact: OutcomeFact;
}

/**
 * The outcomes of an ended case whose fact still holds, the main one first. Nothing else may be told to a reporter. A
 * platform may put back what it took down, and an institution may say no. For cases that release 0.1.0 ended, the same
 * rule reads the case as it stands. Source: docs/practice.md, Outcomes.
 */
export function standingOutcomes(of: Case, kindOf: KindOf): StandingOutcome[] {
  if (!isOver(of)) return [];
  return of.outcomes.flatMap((outcome) => {
    const fact = standsOn(of, outcome, kindOf);
    return fact === undefined ? [] : [{ outcome, fact }];
  });
}

/** The outcomes of an ended case whose fact does not hold any more. A person has to correct them. */
export function contradictedOutcomes(of: Case, kindOf: KindOf): MainOutcome[] {
  return isOver(of) ? of.outcomes.filter((outcome) => standsOn(of, outcome, kindOf) === undefined) : [];
}

function standsOn(of: Case, outcome: MainOutcome, kindOf: KindOf): OutcomeFact | undefined {
  const given = givenFact(of, outcome);
  if (given === undefined) return factInCase(of, outcome, kindOf);
  // What a person saw, or was told of an account, holds until a platform says otherwise.
  const isOfPlatform = outcome === 'content_removed' || outcome === 'account_recovered_or_closed';
  return isOfPlatform && isRefusedSince(of) ? undefined : given;
}

/** The fact that a person gave with the outcome; undefined where the case itself shows the fact. */
function givenFact({ outcomeFacts }: Case, outcome: MainOutcome): GivenFact | undefined {
  const recorded = outcomeFacts?.[outcome];
  return givenFacts.find((given) => given === recorded && canStandOn(outcome, given));
}
