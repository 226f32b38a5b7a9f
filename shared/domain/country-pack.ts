import type { AccessWatch } from './access/access-log.ts';
import type { ApprovalPolicy } from './case/approvals/approval.ts';
import type { MainOutcome } from './case/lifecycle.ts';
import type { CaseStatus } from './case/status.ts';
import type { TargetPolicy } from './commands/handling/move-target.ts';
import type { ClosingPolicy } from './commands/lifecycle/close.ts';
import type { RetentionPolicy } from './keeping/retention.ts';
import type { StatisticsPolicy } from './keeping/statistics.ts';
import type { InstitutionOccasion, MailOccasion } from './mail/mail-occasion.ts';
import type { MailTiming } from './mail/mail-timing.ts';
import type { FieldProblemCode, ProblemCode } from './problems.ts';
import type { Referrals } from './referrals/referral-policy.ts';
import type { Category } from './report/category.ts';
import type { Flag, WishAnswer, WishSubject } from './report/report.ts';
import type { Severity, SeverityPolicy } from './report/severity.ts';
import type { WordLists } from './report/word-lists.ts';
import type { ClockPolicies, LadderPolicy } from './sla/clock-policy.ts';
import type { Sourced, Text } from './text.ts';
import type { MomentTexts } from './time/say-moment.ts';

/** For whom a label or guidance is worded. A child never reads "CSAM". */
export const audiences = ['child', 'parent', 'school', 'adult'] as const;

export type Audience = (typeof audiences)[number];

export interface Region {
  /** ISO 3166-2, such as `AL-11`. */
  code: string;
  name: string;
  aliases?: readonly string[];
  /** Code `<region>-<n>`, such as `AL-11-53`. */
  municipalities: readonly { code: string; name: string; aliases?: readonly string[] }[];
}

export interface HelpLine extends Sourced {
  kind: 'emergency' | 'police' | 'listen' | 'missing' | 'women';
  name: Text;
  phone: string;
  when: Text;
  free: boolean;
  /** Shown with every answer; the others only where they fit (emergency first when a case is critical). */
  always: boolean;
}

export interface GuidanceEntry extends Sourced {
  /** Shown when every condition given here holds; no condition means always. */
  for: { categories?: readonly string[]; flags?: readonly Flag[]; audiences?: readonly Audience[]; minor?: boolean };
  title: Text;
  text: Text;
  link?: string;
}

export interface TaxonomyTexts {
  categories: Readonly<Record<string, Readonly<Record<Audience, Text>>>>;
  /** Shown before somebody goes on, by category, where there is something to say first. */
  showFirst: Readonly<Record<string, Text>>;
  platforms: Readonly<Record<string, Text>>;
  flags: Readonly<Record<Flag, Text>>;
  wishes: Readonly<Record<WishSubject, Text>>;
  wishAnswers: Readonly<Record<WishAnswer, Text>>;
  beforeYouSend: Text;
}

/** Wordings of answers to reporters. `{…}` are filled in. */
export interface ReporterTexts {
  nextStep: Readonly<Record<Severity, Text>>; // {readBy}
  /** Instead, where the time by which a person reads had passed when staff entered the report. */
  nextStepLate: Readonly<Record<Severity, Text>>;
  keep: Text;
  firstReportArrived: Text;
  /**
   * What is said to who asked to take a report back (as long as it waits, {until}, and after), locked a code, or said
   * whether it helped.
   */
  asked: { withdrawal: Text; withdrawalWaited: Text; lock: Text; helped: Text };
  status: Readonly<Record<CaseStatus, Text>>;
  /** Instead of `in_progress`, when the reporter took an ended case up again and nobody has read it since. */
  reopened: Text;
  outcomes: Readonly<Record<MainOutcome, Text>>;
  promiseMissed: Text; // {by}
  /** When a person did not read in time what was to be read; nothing was answered late yet. */
  readMissed: Text; // {by}
  /** When a message that came after the report is still unread. */
  messageMissed: Text; // {by}
  /** Said from the first hand-over between the teams on. */
  sameTeam: Text;
  moments: MomentTexts;
}

/** What is wrong with a request. Apart from the other wordings: only an answer that refuses needs them. */
export interface ProblemTexts {
  problems: Readonly<Record<ProblemCode, { title: Text; detail: Text }>>;
  /** One sentence per way a field can be wrong; `{limit}` is filled in. */
  fieldProblems: Readonly<Record<FieldProblemCode, Text>>;
}

/**
 * Wordings of mails: to staff an opaque number, severity, due time and a link, nothing else; to institutions that
 * something waits, until when, and whom to call. Source: docs/practice.md, Mails.
 */
export interface MailTexts {
  severities: Readonly<Record<Severity, Text>>;
  clocks: Readonly<Record<keyof ClockPolicies, Text>>;
  /**
   * Subject and lines by occasion; {number}, {severity}, {due}, {clock}, {rung}, {link}, and in what is about an
   * institution its public name, {institution}.
   */
  occasions: Readonly<Record<MailOccasion, OccasionTexts>>;
  /** One mail about several cases; {count}, and {severity} of the most urgent. */
  digest: { subject: Text; list: Text };
  /** To a desk that rings somebody; also {name}, {phone}. */
  call: { subject: Text; lines: readonly Text[] };
  rungs: Readonly<Record<string, Text>>;
  /** That a change of the directory will hold by itself unless somebody objects: {due}, {link}. */
  directoryChange: { subject: Text; lines: readonly Text[] };
  /** Who sends these mails and that they are never a summons (docs/domain.md, Institutions). */
  footer: Text;
  /**
   * To institutions: {number}, {referral}, {severity}, {clock}, {due}, {centre}, and {phone} of the centre. A line with
   * {due} is left out while no clock runs.
   */
  institutions: {
    occasions: Readonly<Record<InstitutionOccasion, Pick<OccasionTexts, 'subject' | 'lines'>>>;
    footer: Text;
  };
}

/** What stands over every part of an export: {number}, {export}, {name}, {person}, {at}. */
export interface ExportTexts {
  watermark: Text;
}

export interface OccasionTexts {
  subject: Text;
  lines: readonly Text[];
  /** Heads a group of several cases in one mail; {count}, {severity}. */
  together: Text;
}

/** Everything national. A second country is a second pack; no logic changes. */
export interface CountryPack {
  /** ISO 3166-1 alpha-2, upper case. */
  country: string;
  centre: { name: Text; helpline: string };
  languages: readonly string[];
  defaultLanguage: string;
  /** IANA name, for times told to people. */
  timeZone: string;
  categories: readonly Category[];
  platforms: readonly string[];
  /** What in a campaign code names one class (shared/domain/people/directory-lists.ts). */
  classMarks: readonly string[];
  regions: readonly Region[];
  helpLines: readonly HelpLine[];
  severity: SeverityPolicy;
  clocks: ClockPolicies;
  ladder: LadderPolicy;
  closing: ClosingPolicy;
  targets: TargetPolicy;
  words: WordLists;
  reporterTexts: ReporterTexts;
  mailTiming: MailTiming;
  retention: RetentionPolicy;
  statistics: StatisticsPolicy;
  approvals: ApprovalPolicy;
  accessWatch: AccessWatch;
  /** Kept out of the code intake loads eagerly (docs/design.md, Budgets). */
  loadGuidance(): Promise<readonly GuidanceEntry[]>;
  loadTaxonomyTexts(): Promise<TaxonomyTexts>;
  loadProblemTexts(): Promise<ProblemTexts>;
  loadReferrals(): Promise<Referrals>;
  loadMailTexts(): Promise<MailTexts>;
  loadExportTexts(): Promise<ExportTexts>;
}

/** What is enough to watch clocks and to write mails: no word that is looked for in reports or said to reporters. */
export type SmallPack = Pick<
  CountryPack,
  | 'centre'
  | 'defaultLanguage'
  | 'timeZone'
  | 'clocks'
  | 'ladder'
  | 'mailTiming'
  | 'retention'
  | 'loadMailTexts'
  | 'loadReferrals'
>;
