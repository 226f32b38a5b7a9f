import type { InstitutionKind, SharingGround } from '../case/referral.ts';
import type { About, Flag, SuspectRelation, WishSubject } from '../report/report.ts';
import type { WordCode } from '../report/severity.ts';
import type { AddressedText, Sourced, Text } from '../text.ts';

/** A fact of the pack, and when somebody looked at its source: a year, a month or a day. */
export interface Dated extends Sourced {
  asOf?: string;
}

export interface Institution extends Dated {
  code: string;
  name: Text;
  aliases?: readonly string[];
  kind: InstitutionKind;
  phones: readonly string[];
  /**
   * What its own page names. Administrators see it, and ask by phone before they enter it into the directory. No
   * proposal and no mail ever names it.
   */
  ownPage?: Dated & { phone?: string; mail?: string };
  /** The centre's directory says that no case is passed on to it. A pack never sets this. */
  isOutOfUse?: boolean;
  /**
   * One of many of its kind, such as a school or a municipality. The person who sends picks which one, and that is
   * sealed.
   */
  isLocal?: boolean;
}

/** A legal basis, as data with a date, because articles of criminal law change (docs/domain.md, Law). */
export interface LegalBasis extends Sourced {
  code: string;
  name: Text;
  asOf: string;
}

/** The institutions that a case can be passed on to, the legal bases, and the rules for deciding it. */
export interface Referrals {
  institutions: readonly Institution[];
  legalBases: readonly LegalBasis[];
  dutyToReport: DutyToReportPolicy;
  matrix: ReferralMatrix;
  /** What a reporter reads about why something was passed on. */
  sharedBecause: Readonly<Record<SharingGround, AddressedText>>;
}

/**
 * When a rule of the matrix speaks. Every given condition must hold, of what was reported or of what staff concluded.
 * "unsure" counts as yes, but for `sureFlags`.
 */
export interface ReferralCondition {
  categories?: readonly string[];
  /** Any of them. */
  flags?: readonly Flag[];
  /** Any of them, answered with yes. Here "unsure" does not count. */
  sureFlags?: readonly Flag[];
  /** Any of these word lists that found something. */
  words?: readonly WordCode[];
  abouts?: readonly About[];
  /**
   * Whether the report is about content alone. The reporter said so, or said neither whom it is about nor any victim.
   */
  contentOnly?: boolean;
  child?: boolean;
  suspectRelations?: readonly SuspectRelation[];
  suspectAdult?: boolean;
  suspectLivesWithChild?: boolean;
}

/**
 * One row of the matrix. Rows stand in order of importance: the first one that speaks, and may name one, names the lead
 * agency.
 */
export interface ReferralRule extends Dated {
  /** The reason code of its proposals. */
  code: string;
  /** Any of them. */
  when: readonly ReferralCondition[];
  /** Codes of institutions. The first one leads if no row above named one. */
  to: readonly string[];
  basis: string;
  isNecessary: boolean;
  /**
   * Whether the row is silent when the reporter does not want this institution told. If false, it proposes, and sending
   * needs an override.
   */
  yieldsToWish: boolean;
  /**
   * Where it is given, the row names a lead agency only under any of these. "unsure" about danger proposes the police,
   * and does not make them lead over those who know the crime. Source: docs/practice.md, Referral.
   */
  leadsWhen?: readonly ReferralCondition[];
}

/** The matrix of a country pack. */
export interface ReferralMatrix {
  rules: readonly ReferralRule[];
  /**
   * Kinds of institutions that are never told under a condition, such as the school when its staff is accused.
   * `butByHand`: codes of the kind that stand above it. The machine proposes them no more than the others. A person may
   * decide to tell them, at somebody who is named. Source: docs/practice.md, Referral.
   */
  never: readonly { kind: Institution['kind']; when: ReferralCondition; butByHand?: readonly string[] }[];
  /** The wish that is about each kind of institution. */
  wishes: Readonly<Partial<Record<Institution['kind'], WishSubject>>>;
  /**
   * Kinds that can act when a necessary institution does not answer: the second route.
   * Source: docs/practice.md, Resolved.
   */
  secondRoutes: readonly Institution['kind'][];
  /** Kinds that are given the addresses that a person ticked, and nothing else. */
  addressesOnly: readonly Institution['kind'][];
}

/**
 * When a crime against a child is suspected, so that the duty to report must be decided. Data of the country pack.
 * Source: docs/practice.md, Duty to report.
 */
export interface DutyToReportPolicy {
  categories: readonly string[];
  /** "unsure" counts as yes. */
  flags: readonly Flag[];
}
