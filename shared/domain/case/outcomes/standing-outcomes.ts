import type { Case } from '../case.ts';
import type { MainOutcome } from '../lifecycle.ts';
import { isOver } from '../status.ts';
import { factInCase, isRefusedSince } from './fact-of-outcome.ts';
import type { KindOf } from './fact-of-outcome.ts';
import type { OutcomeFact } from './outcome-fact.ts';

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
  const recorded = of.outcomeFacts?.[outcome];
  switch (recorded) {
    // What a person saw or was told holds until a platform says otherwise.
    case 'own_look':
      return isRefusedSince(of) ? undefined : recorded;
    case 'spoken_to':
      return outcome === 'account_recovered_or_closed' && isRefusedSince(of) ? undefined : recorded;
    case 'asked_in_talk':
      return recorded;
    default:
      return factInCase(of, outcome, kindOf);
  }
}
