import type { MainOutcome } from '../lifecycle.ts';
import type { Instant } from '../../time/instant.ts';

/**
 * What an outcome stands on. `referral`: an institution of that kind acknowledged it. `call`: it was reached by a
 * recorded phone call. `notice`: a platform answered so. `message`: the centre wrote to the reporter. `withdrawal`: it
 * was asked for with the code. The next three a person gives with the outcome. `stated`: the centre's own word.
 * Source: docs/practice.md, Outcomes.
 */
export const outcomeFacts = [
  'referral',
  'call',
  'notice',
  'message',
  'withdrawal',
  'lead_case',
  'other_door',
  'own_look',
  'spoken_to',
  'asked_in_talk',
  'stated',
] as const;

export type OutcomeFact = (typeof outcomeFacts)[number];

/** The facts that no row shows, so that a person gives them with the outcome. */
export const givenFacts = ['own_look', 'spoken_to', 'asked_in_talk'] as const satisfies readonly OutcomeFact[];

export type GivenFact = (typeof givenFacts)[number];

/** What each outcome of a case stands on, as it was when the outcome was recorded. */
export type FactsOfOutcomes = Readonly<Partial<Record<MainOutcome, OutcomeFact>>>;

/** Why a person corrects an outcome. The list is closed, so that no word slips into clear text. */
export const correctionReasons = [
  'put_back_online',
  'taken_down_since',
  'institution_withdrew',
  'recorded_wrongly',
  'new_information',
] as const;

export type CorrectionReason = (typeof correctionReasons)[number];

/** One correction of the outcomes of an ended case. The main outcome stands first in both lists. */
export interface OutcomeCorrection {
  from: readonly MainOutcome[];
  to: readonly MainOutcome[];
  because: CorrectionReason;
  /** Directory id. */
  by: string;
  at: Instant;
}
