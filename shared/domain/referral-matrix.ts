import { concluded } from './assessing.ts';
import type { Case } from './case.ts';
import type { Institution, Referrals } from './country-pack.ts';
import { isExcludedInstitution } from './excluding.ts';
import type { About, Flag, ReportedFacts, SuspectRelation, WishSubject } from './report.ts';
import { countsAsYes, involvesChild } from './reported-facts.ts';

/**
 * When a rule of the matrix speaks: everything given here must hold, of what was reported or of what staff concluded.
 * "unsure" counts as yes.
 */
export interface ReferralCondition {
  categories?: readonly string[];
  /** Any of them. */
  flags?: readonly Flag[];
  abouts?: readonly About[];
  /** Whether it is about content alone: said so, or nobody was named. */
  contentOnly?: boolean;
  child?: boolean;
  suspectRelations?: readonly SuspectRelation[];
  suspectAdult?: boolean;
  suspectLivesWithChild?: boolean;
}

/** One row of the matrix. Rows stand in order of importance: the first that speaks names the lead. */
export interface ReferralRule {
  /** The reason code of what it proposes. */
  code: string;
  /** Any of them. */
  when: readonly ReferralCondition[];
  /** Codes of institutions, the first of which leads if no row above named one. */
  to: readonly string[];
  basis: string;
  isNecessary: boolean;
  /** Says nothing where the reporter wishes that this institution is not told; without it, sending needs an override. */
  yieldsToWish: boolean;
}

/** The matrix of a country pack. */
export interface ReferralMatrix {
  rules: readonly ReferralRule[];
  /** Institutions that are never told under a condition, such as the school when its staff is accused. */
  never: readonly { kind: Institution['kind']; when: ReferralCondition }[];
  /** Which wish is about which kind of institution. */
  wishes: Readonly<Partial<Record<Institution['kind'], WishSubject>>>;
  /** Kinds that can act where one that must know does not answer: the other way of PRACTICE, "Resolved". */
  secondRoutes: readonly Institution['kind'][];
  /** Kinds that are given addresses a person ticked, and nothing else. */
  addressesOnly: readonly Institution['kind'][];
}

/**
 * Why an institution must not know of a case, if so: the case excludes it, the pack does not know it, or the matrix never tells its kind, whoever
 * names it, such as the school when its staff is accused.
 */
export function whyNotToKnow(
  of: Case,
  code: string,
  { matrix, institutions }: Referrals,
): 'institution_excluded' | 'institution_never_told' | undefined {
  const institution = institutions.find((known) => known.code === code);
  if (institution === undefined || isExcludedInstitution(of, code)) return 'institution_excluded';
  const isNever = matrix.never.some(({ kind, when }) => kind === institution.kind && holds(when, of));
  return isNever ? 'institution_never_told' : undefined;
}

/** For what must be safe both count: either may bring somebody in or keep somebody out, and neither takes that away. */
export function holds(when: ReferralCondition, of: Pick<Case, 'reported' | 'assessed'>): boolean {
  return [of.reported, concluded(of)].some((facts) => meets(when, facts));
}

function meets(when: ReferralCondition, reported: ReportedFacts): boolean {
  const categories = [reported.category, ...reported.alsoCategories];
  const { suspect, about } = reported;
  const checks: readonly [unknown, () => boolean][] = [
    [when.categories, () => categories.some((category) => when.categories?.includes(category))],
    [when.flags, () => (when.flags ?? []).some((flag) => countsAsYes(reported.flags[flag]))],
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
