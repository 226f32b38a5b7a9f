import type { SharingGround } from '../case/referral.ts';
import type { About, Flag, SuspectRelation, WishSubject } from '../report/report.ts';
import type { Sourced, Text } from '../text.ts';

export interface Institution extends Sourced {
  code: string;
  name: Text;
  aliases?: readonly string[];
  kind:
    | 'police'
    | 'cyber_authority'
    | 'child_protection'
    | 'school'
    | 'platform'
    | 'data_protection'
    | 'ministry'
    | 'other';
  phones: readonly string[];
  /** The centre's directory says that nothing is passed on to it; no pack does. */
  isOutOfUse?: boolean;
  /** One of many of its kind: a school, a municipality. Which one is sealed, and picked by the person who sends. */
  isLocal?: boolean;
}

/** A legal basis, as versioned data: criminal-law articles are moving (docs/domain.md, Law). */
export interface LegalBasis extends Sourced {
  code: string;
  name: Text;
  asOf: string;
}

/** To whom a case can be passed on, on what basis, and when that must be decided. */
export interface Referrals {
  institutions: readonly Institution[];
  legalBases: readonly LegalBasis[];
  dutyToReport: DutyToReportPolicy;
  matrix: ReferralMatrix;
  /** What a reporter is told of why something was passed on. */
  sharedBecause: Readonly<Record<SharingGround, Text>>;
}

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
  /** Kinds that can act where one that must know does not answer: the other way of docs/practice.md, Resolved. */
  secondRoutes: readonly Institution['kind'][];
  /** Kinds that are given addresses a person ticked, and nothing else. */
  addressesOnly: readonly Institution['kind'][];
}

/** When a crime against a child is suspected, so that the duty to report must be decided. Data of the country pack. */
export interface DutyToReportPolicy {
  categories: readonly string[];
  /** "unsure" counts as yes. */
  flags: readonly Flag[];
}
