import { inLanguage } from '#shared/contracts/http/wording.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { kindsOf } from '#shared/domain/case/outcomes/fact-of-outcome.ts';
import { standingOutcomes } from '#shared/domain/case/outcomes/standing-outcomes.ts';
import { isOver } from '#shared/domain/case/status.ts';
import type { StandingOutcome } from '#shared/domain/case/outcomes/standing-outcomes.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { Institution } from '#shared/domain/referrals/referral-policy.ts';
import { fill } from '#shared/domain/text.ts';

type OutcomePack = Pick<CountryPack, 'reporterTexts' | 'defaultLanguage'>;

/**
 * What came of an ended case, the main outcome first: one sentence for each outcome whose fact holds now. Where writing
 * to the reporter was unsafe, this page does not tell it either. Source: docs/practice.md, Outcomes.
 */
export function tellOutcomes(
  of: Case,
  language: string,
  country: OutcomePack,
  institutions: readonly Institution[],
): string[] {
  if (!isOver(of) || of.endNotToldBecause === 'unsafe') return [];
  return standingOutcomes(of, kindsOf(institutions)).map((standing) =>
    sayOutcome(of, standing, language, country, institutions),
  );
}

/** The sentence of one outcome by what it stands on. It names the other door, where there is one. */
export function sayOutcome(
  { otherDoor }: Pick<Case, 'otherDoor'>,
  { outcome, fact }: StandingOutcome,
  language: string,
  { reporterTexts, defaultLanguage }: OutcomePack,
  institutions: readonly Institution[],
): string {
  const say = (text: Readonly<Record<string, string>>): string => inLanguage(text, language, defaultLanguage);
  const door = institutions.find(({ code }) => code === otherDoor)?.name;
  const text = reporterTexts.outcomesByFact[outcome]?.[fact] ?? reporterTexts.outcomes[outcome];
  return fill(say(text), door === undefined ? {} : { door: say(door) });
}
