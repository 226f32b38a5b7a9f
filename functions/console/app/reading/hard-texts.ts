import { isVeiled } from '#shared/domain/console/say-codes.ts';
import type { CaseView, OpenedCase } from '../api/answers.ts';
import { texts } from '../frame/texts.ts';

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

/** The same for a case of which only the opened text is at hand. */
export function opensVeiledByDetails({
  category = '',
  alsoCategories = [],
  flags = {},
}: OpenedCase['details']): boolean {
  return isVeiled({ category, alsoCategories, flags }, [], texts().veiledCategories);
}

/** Whether reading it counts as hard, for whoever reads much of it. */
export function isHard(view: CaseView): boolean {
  return needsReason(view) || opensVeiled(view);
}
