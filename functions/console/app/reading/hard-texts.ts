import { isVeiled, sayWarnings } from '#shared/domain/console/say-codes.ts';
import type { CaseView } from '../api/answers.ts';
import { labels, texts } from '../frame/texts.ts';

/** Whether the API wants to know why the text is opened. */
export function needsReason({ severity }: Pick<CaseView, 'severity'>): boolean {
  return severity === 'critical' || severity === 'high';
}

/** Whether what the reporter wrote opens veiled: by what was reported, by what staff concluded, and by the word lists. */
export function opensVeiled({
  reported,
  assessed,
  words = [],
}: Pick<CaseView, 'reported' | 'assessed' | 'words'>): boolean {
  const { veiledCategories } = texts();
  return [reported, assessed].some(
    (facts) =>
      facts !== undefined &&
      isVeiled(
        { ...facts, alsoCategories: facts.alsoCategories ?? [], flags: facts.flags ?? {} },
        words,
        veiledCategories,
      ),
  );
}

/** What kind of text comes, in words: by what was reported, by what staff concluded, and by the word lists. */
export function warningsOf({ reported, assessed, words = [] }: CaseView): string[] {
  const concluded = assessed === undefined ? [] : [assessed.category, ...(assessed.alsoCategories ?? [])];
  const { category = '', alsoCategories = [], flags = {} } = reported ?? {};
  return sayWarnings(
    { category, alsoCategories: [...alsoCategories, ...concluded], flags: { ...flags, ...assessed?.flags } },
    words,
    labels(),
  );
}

/** Whether reading it counts as hard, for whoever reads much of it. */
export function isHard(view: CaseView): boolean {
  return needsReason(view) || opensVeiled(view);
}
