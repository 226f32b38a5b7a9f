import type { DirectoryNoticeKind } from './people/directory-notice.ts';
import type { AccessWatch } from './access/access-log.ts';
import type { ApprovalPolicy } from './case/approvals/approval.ts';
import type { CaseApproval } from './case/case.ts';
import type { MainOutcome } from './case/lifecycle.ts';
import type { OutcomeFact } from './case/outcomes/outcome-fact.ts';
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
import type { WorkingDays } from './time/working-days.ts';

/** The readers that a label or guidance is worded for. A child never reads "CSAM". */
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
  /** Shown with every answer. A critical case also shows emergency and police, first; the flag `missing` its line. */
  always: boolean;
}

export interface GuidanceEntry extends Sourced {
  /** The entry is shown when every condition given here holds. Without a condition it is always shown. */
  for: { categories?: readonly string[]; flags?: readonly Flag[]; audiences?: readonly Audience[]; minor?: boolean };
  title: Text;
  text: Text;
  link?: string;
}

export interface TaxonomyTexts {
  categories: Readonly<Record<string, Readonly<Record<Audience, Text>>>>;
  /** A text for some categories. The reporter reads it before going on. */
  showFirst: Readonly<Record<string, Text>>;
  platforms: Readonly<Record<string, Text>>;
  flags: Readonly<Record<Flag, Text>>;
  wishes: Readonly<Record<WishSubject, Text>>;
  wishAnswers: Readonly<Record<WishAnswer, Text>>;
  beforeYouSend: Text;
}

/**
 * Wordings of answers to reporters. Each `{…}` is filled in. What each sentence stands on is said in
 * `infra/documents/sentence-facts.ts`.
 */
export interface ReporterTexts {
  /**
   * What happens next to a report or a message. `willBeRead` until {readBy}. `filed`: staff entered the report, and so
   * have read it; `filedLate`: when it should have been read already. `reportAgain` and `messageAgain` answer what is
   * sent again after {readBy}. Whoever answers does not know by then what became of it.
   */
  nextStep: { willBeRead: Text; filed: Text; filedLate: Text; reportAgain: Text; messageAgain: Text };
  /** Stands after each `nextStep`: whom to call meanwhile. */
  meanwhile: Readonly<Record<Severity, Text>>;
  keep: Text;
  firstReportArrived: Text;
  /**
   * Answers to a reporter who withdrew the report, locked a code, or said whether it helped. `withdrawal` holds while
   * the wait lasts, until {until}; `withdrawalWaited` holds after it.
   */
  asked: { withdrawal: Text; withdrawalWaited: Text; lock: Text; helped: Text };
  status: Readonly<Record<CaseStatus, Text>>;
  /**
   * Replaces `in_progress` when a case was reopened by a reporter who wrote, and nobody has read that yet.
   */
  reopened: Text;
  /** The same when the reporter wrote nothing: a linked case follows its parent. So it may not say who reopened it. */
  reopenedByUs: Text;
  /** What came of it. {door}: who helps instead, where it is outside our work. */
  outcomes: Readonly<Record<MainOutcome, Text>>;
  /** Replaces the sentence of an outcome where it stands on this fact. */
  outcomesByFact: Readonly<Partial<Record<MainOutcome, Readonly<Partial<Record<OutcomeFact, Text>>>>>>;
  promiseMissed: Text; // {by}
  /** Said when the report was not read in time and no answer is late yet. */
  readMissed: Text; // {by}
  /** Said when a message that came after the report was not read in time. */
  messageMissed: Text; // {by}
  /**
   * Stand after a miss while its clock still runs, and so calls these people: of an answer the `head`, of a reading the
   * `duty`.
   */
  beingTold: { head: Text; duty: Text };
  /** Stands after every miss. */
  callNow: Text;
  /** Said from the first team transfer on, until the case ends. */
  sameTeam: Text;
  /** Stands in `sharedWith` beside what was taken back after it had left. */
  takenBack: Text; // {when}
  moments: MomentTexts;
}

/** Wordings of what is wrong with a request. They are a part of their own: only an answer that refuses needs them. */
export interface ProblemTexts {
  problems: Readonly<Record<ProblemCode, { title: Text; detail: Text }>>;
  /** One sentence for each way a field can be wrong. `{limit}` is filled in. */
  fieldProblems: Readonly<Record<FieldProblemCode, Text>>;
}

/**
 * Wordings of mails. A mail to staff holds an opaque number, severity, due time and a link, nothing else. A mail to an
 * institution says that something waits, until when, and whom to call. Source: docs/practice.md, Mails.
 */
export interface MailTexts {
  severities: Readonly<Record<Severity, Text>>;
  clocks: Readonly<Record<keyof ClockPolicies, Text>>;
  /** What is missing while a clock runs, and by whom it is expected. It stands in subjects, so it is short. */
  missing: Readonly<Record<keyof ClockPolicies, Text>>;
  /**
   * Subject and lines by occasion: {number}, {severity}, {due}, {clock}, {missing}, {rung}, {link}. A mail about an
   * institution also has its public name, {institution}.
   */
  occasions: Readonly<Record<MailOccasion, OccasionTexts>>;
  /**
   * One mail about several cases: {count}, the highest {severity} among them, and how many have it: {worst}. `more` says
   * how much more waits about one case. `silent` is the subject where one {institution} has not answered about any.
   * `exclusions` is the subject of a letter about exclusions alone.
   */
  digest: { subject: Text; list: Text; more: Text; silent: Text; exclusions: Text };
  /** How to acknowledge a letter to staff: {link}. */
  acknowledge: Text;
  /**
   * A mail to a phone desk, which calls somebody. It also has {name} and {phone}. `exclusion` is what the desk says of an
   * exclusion, after the first line: the number alone.
   */
  call: { subject: Text; lines: readonly Text[]; exclusion: Text };
  rungs: Readonly<Record<string, Text>>;
  /**
   * Mails about the directory, by kind: {link}, {effective} from when a change holds by itself, {lapses} when a request
   * ends, {code} for the outside partner. A line whose value is absent is left out.
   */
  directoryNotices: Readonly<Record<DirectoryNoticeKind, { subject: Text; lines: readonly Text[] }>>;
  /** The subject of a mail about several changes of the directory: {count}. */
  severalNotices: Text;
  /** Says who can be rung to object: {people}, each with a phone number. */
  ringToObject: Text;
  /**
   * The letter that asks the outside partner to decide: {number}, {asked} and {code}. It has no link and no severity.
   * {due} stands in `until` alone, which is left out where nothing lapses. `short` is all of a short message.
   */
  partner: {
    asked: Readonly<Record<CaseApproval['kind'], Text>>;
    subject: Text;
    lines: readonly Text[];
    until: Text;
    short: Text;
  };
  /** Says who sends these mails and that they are never a summons (docs/domain.md, Institutions). */
  footer: Text;
  /**
   * Mails to institutions: {number}, {referral}, {severity}, {clock}, {due}, {centre}, and {phone} of the centre. A
   * line with {due} is left out while no clock runs.
   */
  institutions: {
    occasions: Readonly<Record<InstitutionOccasion, Pick<OccasionTexts, 'subject' | 'lines'>>>;
    footer: Text;
  };
}

/** The watermark stands over every part of an export: {number}, {export}, {name}, {person}, {at}. */
export interface ExportTexts {
  watermark: Text;
}

export interface OccasionTexts {
  subject: Text;
  lines: readonly Text[];
  /** The heading of a group of several cases in one mail: {count}, {severity}. */
  together: Text;
}

/** Everything national. A second country is a second pack; no logic changes. */
export interface CountryPack {
  /** ISO 3166-1 alpha-2, upper case. */
  country: string;
  centre: { name: Text; helpline: string };
  languages: readonly string[];
  defaultLanguage: string;
  /** IANA name. Times told to people are in this zone. */
  timeZone: string;
  workingDays: WorkingDays;
  categories: readonly Category[];
  platforms: readonly string[];
  /** Regular expressions for campaign codes that name one school class (shared/domain/people/directory-lists.ts). */
  classMarks: readonly string[];
  regions: readonly Region[];
  /** Communities whose children are at special risk. Staff may note one, and nobody asks a reporter for it. */
  communities: readonly string[];
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
  /** What `load…` gives stays out of the code that intake loads at its start (docs/design.md, Budgets). */
  loadGuidance(): Promise<readonly GuidanceEntry[]>;
  loadTaxonomyTexts(): Promise<TaxonomyTexts>;
  loadProblemTexts(): Promise<ProblemTexts>;
  loadReferrals(): Promise<Referrals>;
  loadMailTexts(): Promise<MailTexts>;
  loadExportTexts(): Promise<ExportTexts>;
}

/** Enough to watch clocks and to write mails. It has no word lists and no text for reporters. */
export type SmallPack = Pick<
  CountryPack,
  | 'centre'
  | 'defaultLanguage'
  | 'timeZone'
  | 'workingDays'
  | 'clocks'
  | 'ladder'
  | 'mailTiming'
  | 'retention'
  | 'loadMailTexts'
  | 'loadReferrals'
>;
