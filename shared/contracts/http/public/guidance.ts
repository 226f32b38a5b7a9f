import type { CountryPack } from '../../../domain/country-pack.ts';
import type { ChosenBlock, GuidanceEntry } from '../../../domain/help/guidance.ts';
import { inLanguage } from '../wording.ts';

export interface GuidanceAnswer {
  title: string;
  text: string;
  link?: string;
}

/** Chosen blocks as an answer tells them. Why they were chosen stays here: it would tell the category. */
export function tellGuidance(
  blocks: readonly ChosenBlock[],
  language: string,
  defaultLanguage: string,
): GuidanceAnswer[] {
  return blocks.map(({ title, text, link }) => ({
    title: inLanguage(title, language, defaultLanguage),
    text: inLanguage(text, language, defaultLanguage),
    ...(link === undefined ? {} : { link }),
  }));
}

/** Loads the pack's guidance once in each process, at the first answer that needs it (docs/design.md, Budgets). */
export function guidanceLoader(country: Pick<CountryPack, 'loadGuidance'>): () => Promise<readonly GuidanceEntry[]> {
  let loaded: Promise<readonly GuidanceEntry[]> | undefined;
  return () => (loaded ??= country.loadGuidance());
}
