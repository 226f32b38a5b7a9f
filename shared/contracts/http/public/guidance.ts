import type { CountryPack, GuidanceEntry } from '../../../domain/country-pack.ts';
import type { ReportedFacts } from '../../../domain/report/report.ts';
import { countsAsYes, involvesChild } from '../../../domain/report/reported-facts.ts';
import { audienceOf } from './audience.ts';
import { inLanguage } from '../wording.ts';

export interface GuidanceAnswer {
  title: string;
  text: string;
  link?: string;
}

/**
 * What to do now, for this report: every entry of the pack whose conditions all hold, in the pack's order. An entry
 * that both a flag and a category ask for is said once.
 */
export function guidanceFor(
  entries: readonly GuidanceEntry[],
  facts: ReportedFacts,
  language: string,
  defaultLanguage: string,
): GuidanceAnswer[] {
  return entries
    .filter((entry) => isFor(entry, facts))
    .filter((entry, index, all) => all.findIndex((other) => other.title === entry.title) === index)
    .map(({ title, text, link }) => ({
      title: inLanguage(title, language, defaultLanguage),
      text: inLanguage(text, language, defaultLanguage),
      ...(link === undefined ? {} : { link }),
    }));
}

function isFor({ for: wanted }: GuidanceEntry, facts: ReportedFacts): boolean {
  const said = [facts.category, ...facts.alsoCategories];
  return (
    (wanted.categories?.some((category) => said.includes(category)) ?? true) &&
    (wanted.flags?.some((flag) => countsAsYes(facts.flags[flag])) ?? true) &&
    (wanted.audiences?.includes(audienceOf(facts)) ?? true) &&
    (wanted.minor === undefined || wanted.minor === involvesChild(facts))
  );
}

/** Loads the pack's guidance once in each process, at the first answer that needs it (docs/design.md, Budgets). */
export function guidanceLoader(country: Pick<CountryPack, 'loadGuidance'>): () => Promise<readonly GuidanceEntry[]> {
  let loaded: Promise<readonly GuidanceEntry[]> | undefined;
  return () => (loaded ??= country.loadGuidance());
}
