import { inLanguage, toReader } from '#shared/contracts/http/wording.ts';
import type { Reader } from '#shared/contracts/http/wording.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { kindsOf } from '#shared/domain/case/outcomes/fact-of-outcome.ts';
import { standingOutcomes } from '#shared/domain/case/outcomes/standing-outcomes.ts';
import { isOver } from '#shared/domain/case/status.ts';
import type { StandingOutcome } from '#shared/domain/case/outcomes/standing-outcomes.ts';
import type { Institution } from '#shared/domain/referrals/referral-policy.ts';
import { fill } from '#shared/domain/text.ts';
import type { FollowUpWording } from './follow-up-wording.ts';

type OutcomePack = Pick<FollowUpWording, 'followUpTexts' | 'defaultLanguage'>;

/**
 * What came of an ended case, the main outcome first: one sentence for each outcome whose fact holds now. Where writing
 * to the reporter was unsafe, this page does not tell it either. Source: docs/practice.md, Outcomes.
 */
export function tellOutcomes(
  of: Case,
  reader: Reader,
  country: OutcomePack,
  institutions: readonly Institution[],
): string[] {
  if (!isOver(of) || of.endNotToldBecause === 'unsafe') return [];
  return standingOutcomes(of, kindsOf(institutions)).map((standing) =>
    sayOutcome(of, standing, reader, country, institutions),
  );
}

/** The sentence of one outcome by what it stands on. It names the other door, where there is one. */
export function sayOutcome(
  { otherDoor }: Pick<Case, 'otherDoor'>,
  { outcome, fact }: StandingOutcome,
  { address, language }: Reader,
  { followUpTexts, defaultLanguage }: OutcomePack,
  institutions: readonly Institution[],
): string {
  const door = institutions.find(({ code }) => code === otherDoor)?.name;
  const text = followUpTexts.outcomesByFact[outcome]?.[fact] ?? followUpTexts.outcomes[outcome];
  return fill(
    toReader(text, address, language, defaultLanguage),
    door === undefined ? {} : { door: inLanguage(door, language, defaultLanguage) },
  );
}
