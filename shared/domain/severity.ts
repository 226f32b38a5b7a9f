import type { CategoryCode, Flag, ReportedFacts } from './report.ts';

/** From least to most urgent. The order is the rank. */
export const severities = ['low', 'normal', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/**
 * What the word lists found in a text while it was in hand. Only the code is kept, never the words.
 * Source: PRACTICE, severity, "Word lists".
 */
export const wordCodes = ['words_self_harm', 'words_weapon', 'words_meeting'] as const;
export type WordCode = (typeof wordCodes)[number];

/** Why a severity is what it is: a closed list, plus one code per category, flag and word list. */
export type ReasonCode =
  | `category_${CategoryCode}`
  | `flag_${Flag}`
  | WordCode
  | 'content_only'
  | 'child_or_unknown_age'
  | 'under_14'
  | 'suspect_of_trust'
  | 'suspect_lives_with_child'
  | 'linked_reports'
  | 'set_by_staff';

/** Everything a severity is judged from. All of it is in clear on the case, so that triage judges as intake did. */
export interface SeverityFacts {
  reported: ReportedFacts;
  words: readonly WordCode[];
  /** Reports that a person linked to this case (never machine suggestions). */
  linkedReports: number;
}

export interface CategorySeverity {
  /** When only adults are involved. */
  adult: Severity;
  /** When a child or somebody of unknown age is involved. */
  child: Severity;
  /** When the report is about content only, if that differs. */
  contentOnly?: Severity;
  /** Contact and conduct categories go one level up when somebody under 14 is involved. */
  raisedUnder14: boolean;
}

/** The severity policy of a country pack (data). */
export interface SeverityPolicy {
  categories: Readonly<Record<CategoryCode, CategorySeverity>>;
  /** Each of these alone makes a case critical; "unsure" counts as yes. */
  criticalFlags: readonly Flag[];
  /** Each raises one level, not above high. */
  raisingFlags: readonly Flag[];
  /** Relations of an adult of trust: high at least. */
  trustedRelations: readonly string[];
  /** This many linked reports raise one level, not above high. */
  manyLinkedReports: number;
}

export interface Assessment {
  severity: Severity;
  /** Never empty; the category's own reason first. */
  reasons: ReasonCode[];
}
