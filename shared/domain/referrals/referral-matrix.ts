import type { Case } from '../case/case.ts';
import { concluded } from '../case/concluded.ts';
import { isExcludedInstitution } from '../case/exclusions.ts';
import type { Institution, ReferralCondition, ReferralMatrix, Referrals } from './referral-policy.ts';
import type { ReportedFacts } from '../report/report.ts';
import { countsAsYes, involvesChild } from '../report/reported-facts.ts';

/**
 * Why an institution must not know of a case; undefined when it may. The case excludes it, the pack does not know it,
 * or the matrix never tells its kind. The last holds whoever names it: for example, the school when its staff is
 * accused.
 */
export function whyNotToKnow(
  of: Case,
  code: string,
  policy: Referrals,
): 'institution_excluded' | 'institution_never_told' | undefined {
  const institution = policy.institutions.find((known) => known.code === code);
  if (institution === undefined || isExcludedInstitution(of, code)) return 'institution_excluded';
  const isKept = keptFrom(of, institution, policy).some(({ butByHand = [] }) => !butByHand.includes(code));
  return isKept ? 'institution_never_told' : undefined;
}

/**
 * Whether only a person may name this institution for a case, and then somebody there by name. The matrix keeps its kind
 * from the case, and makes an exception for who stands above.
 */
export function isOnlyByHand(of: Case, institution: Institution, policy: Referrals): boolean {
  return keptFrom(of, institution, policy).length > 0;
}

function keptFrom(of: Case, { kind }: Institution, { matrix }: Pick<Referrals, 'matrix'>): ReferralMatrix['never'] {
  return matrix.never.filter((never) => never.kind === kind && holds(never.when, of));
}

/**
 * Whether a condition holds, of what was reported or of what staff concluded. For safety both count. Either can bring
 * an institution in or keep it out, and neither cancels the other.
 */
export function holds(when: ReferralCondition, of: Pick<Case, 'reported' | 'assessed' | 'words'>): boolean {
  return [of.reported, concluded(of)].some((facts) => meets(when, facts, of.words));
}

function meets(when: ReferralCondition, reported: ReportedFacts, words: Case['words']): boolean {
  const categories = [reported.category, ...reported.alsoCategories];
  const { suspect, about } = reported;
  const checks: readonly [unknown, () => boolean][] = [
    [when.categories, () => categories.some((category) => when.categories?.includes(category))],
    [when.flags, () => (when.flags ?? []).some((flag) => countsAsYes(reported.flags[flag]))],
    [when.sureFlags, () => (when.sureFlags ?? []).some((flag) => reported.flags[flag] === true)],
    [when.words, () => words.some((code) => when.words?.includes(code))],
    [when.abouts, () => about !== undefined && when.abouts?.includes(about) === true],
    [when.contentOnly, () => isContentOnly(reported) === when.contentOnly],
    [when.child, () => involvesChild(reported) === when.child],
    [
      when.suspectRelations,
      () => suspect?.relation !== undefined && when.suspectRelations?.includes(suspect.relation) === true,
    ],
    [when.suspectAdult, () => countsAsYes(suspect?.adult) === when.suspectAdult],
    [when.suspectLivesWithChild, () => countsAsYes(suspect?.livesWithChild) === when.suspectLivesWithChild],
  ];
  return checks.every(([condition, check]) => condition === undefined || check());
}

function isContentOnly({ about, victims }: ReportedFacts): boolean {
  return about === 'content_only' || (about === undefined && victims.length === 0);
}
