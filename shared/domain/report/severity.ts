import type { CategoryCode, Flag, ReportedFacts, SuspectRelation } from './report.ts';
import { countsAsYes, involvesChild, involvesUnder14 } from './reported-facts.ts';

/** From least to most urgent. The order is the rank. */
export const severities = ['low', 'normal', 'high', 'critical'] as const;

export type Severity = (typeof severities)[number];

/**
 * What the word lists found in a text, before it was sealed. Only the code is kept, never the words.
 * `words_taken_or_hurt`: something was taken or there is a wound, now or just now.
 * Source: docs/practice.md, Word lists.
 */
export const wordCodes = ['words_self_harm', 'words_taken_or_hurt', 'words_weapon', 'words_meeting'] as const;

export type WordCode = (typeof wordCodes)[number];

/** The reasons for a severity: a closed list, and one code for each category, flag and word list. */
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

/** Everything a severity is judged from. All of it stands in clear on the case, so triage judges as intake did. */
export interface SeverityFacts {
  reported: ReportedFacts;
  words: readonly WordCode[];
  /** Number of reports that a person linked to this case. Suggestions of a machine never count. */
  linkedReports: number;
}

export interface CategorySeverity {
  /** The severity when only adults are involved. */
  adult: Severity;
  /** The severity when a child or somebody of unknown age is involved. */
  child: Severity;
  /** The severity when the report is about content only, if it differs. */
  contentOnly?: Severity;
  /** True for categories of contact and conduct: they go one level up when somebody under 14 is involved. */
  raisedUnder14: boolean;
}

/** The severity policy of a country pack. Source: docs/practice.md, Severity. */
export interface SeverityPolicy {
  categories: Readonly<Record<CategoryCode, CategorySeverity>>;
  /** Each of these flags alone makes a case critical; "unsure" counts as yes. */
  criticalFlags: readonly Flag[];
  /** Each of these flags raises by one level, not above high; "unsure" counts as yes. */
  raisingFlags: readonly Flag[];
  /** Relations of an adult of trust. They make a case high at least. */
  trustedRelations: readonly SuspectRelation[];
  /** This many linked reports raise by one level, not above high. */
  manyLinkedReports: number;
}

export interface Assessment {
  severity: Severity;
  /** Never empty. The reason of the category comes first. */
  reasons: ReasonCode[];
}

/** The more urgent of two severities. */
export function moreUrgent(a: Severity, b: Severity): Severity {
  return isBelow(a, b) ? b : a;
}

/** Whether `a` is less urgent than `b`. */
export function isBelow(a: Severity, b: Severity): boolean {
  return severities.indexOf(a) < severities.indexOf(b);
}

/**
 * Judges how urgent a case is, at intake and at triage. The caller keeps the more urgent of the old severity and this
 * one. A machine may raise a severity and never lower it. Source: docs/practice.md, Severity.
 */
export function assessSeverity(facts: SeverityFacts, policy: SeverityPolicy): Assessment {
  const { reported } = facts;
  const reasons = new Set<ReasonCode>();
  let severity = ofCategory(reported.category, reported, policy, reasons);
  for (const category of reported.alsoCategories) {
    const also = new Set<ReasonCode>();
    const level = ofCategory(category, reported, policy, also);
    if (!isBelow(severity, level)) continue;
    severity = level;
    for (const reason of also) reasons.add(reason);
  }

  const raise = (reason: ReasonCode): void => {
    if (!isBelow(severity, 'high')) return;
    severity = oneUp(severity);
    reasons.add(reason);
  };
  for (const flag of policy.raisingFlags) {
    if (countsAsYes(reported.flags[flag])) raise(`flag_${flag}`);
  }
  if (facts.linkedReports >= policy.manyLinkedReports) raise('linked_reports');

  const atLeast = (level: Severity, reason: ReasonCode): void => {
    severity = moreUrgent(severity, level);
    reasons.add(reason);
  };
  if (isAdultOfTrust(reported, policy)) atLeast('high', 'suspect_of_trust');
  if (countsAsYes(reported.suspect?.livesWithChild)) atLeast('high', 'suspect_lives_with_child');
  for (const flag of policy.criticalFlags) {
    if (countsAsYes(reported.flags[flag])) atLeast('critical', `flag_${flag}`);
  }
  for (const word of facts.words) atLeast('critical', word);
  return { severity, reasons: [...reasons] };
}

/** The severity by the category alone. A category that the pack no longer knows is high until a person has looked. */
function ofCategory(
  code: CategoryCode,
  reported: ReportedFacts,
  policy: SeverityPolicy,
  reasons: Set<ReasonCode>,
): Severity {
  reasons.add(`category_${code}`);
  const rule = policy.categories[code];
  if (rule === undefined) return 'high';
  if (reported.about === 'content_only' && rule.contentOnly !== undefined) {
    // This is judged as content. There is no contact or conduct with a child that a young age would make worse.
    reasons.add('content_only');
    return rule.contentOnly;
  }
  const child = involvesChild(reported);
  if (child && isBelow(rule.adult, rule.child)) reasons.add('child_or_unknown_age');
  const level = child ? moreUrgent(rule.child, rule.adult) : rule.adult;
  if (!rule.raisedUnder14 || level === 'critical' || !involvesUnder14(reported)) return level;
  reasons.add('under_14');
  return oneUp(level);
}

/**
 * Whether the suspect is somebody whom a child trusts or depends on. A suspect who is said to be no adult does not
 * count, such as an older brother.
 */
function isAdultOfTrust(reported: ReportedFacts, policy: SeverityPolicy): boolean {
  const { suspect } = reported;
  if (suspect?.relation === undefined || suspect.adult === false) return false;
  return policy.trustedRelations.includes(suspect.relation) && involvesChild(reported);
}

function oneUp(severity: Severity): Severity {
  return severities[severities.indexOf(severity) + 1] ?? severity;
}
