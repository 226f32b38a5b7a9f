import type { DirectoryNoticeKind } from './people/directory-notice.ts';
import type { ContactKind } from './people/person.ts';
import type { AccessWatch } from './access/access-log.ts';
import type { ApprovalPolicy } from './case/approvals/approval.ts';
import type { CaseApproval } from './case/case.ts';
import type { MainOutcome } from './case/lifecycle.ts';
import type { OutcomeFact } from './case/outcomes/outcome-fact.ts';
import type { CaseStatus } from './case/status.ts';
import type { ConsoleTexts } from './console/console-texts.ts';
import type { TargetPolicy } from './commands/handling/move-target.ts';
import type { ClosingPolicy } from './commands/lifecycle/close.ts';
import type { Audience } from './help/audience.ts';
import type { GuidanceEntry } from './help/guidance.ts';
import type { HelpPolicy } from './help/help-lines.ts';
import type { Meanwhile } from './help/meanwhile.ts';
import type { RetentionPolicy } from './keeping/retention.ts';
import type { StatisticsPolicy } from './keeping/statistics.ts';
import type { InstitutionOccasion, MailOccasion } from './mail/mail-occasion.ts';
import type { MailTiming } from './mail/mail-timing.ts';
import type { PagesOfPack } from './pages/pages-of-pack.ts';
import type { FieldForm, FieldProblemCode, ForbiddenReason, ProblemCode } from './problems.ts';
import type { OfficialLetterTexts } from './referrals/official-letter-texts.ts';
import type { Referrals } from './referrals/referral-policy.ts';
import type { Category } from './report/category.ts';
import type { Flag, WishAnswer, WishSubject } from './report/report.ts';
import type { Severity, SeverityPolicy } from './report/severity.ts';
import type { WordLists } from './report/words/phrase-lists.ts';
import type { ClockPolicies, LadderPolicy } from './sla/clock-policy.ts';
import type { AddressedText, Sourced, Text } from './text.ts';
import type { MomentTexts } from './time/say-moment.ts';
import type { WorkingDays } from './time/working-days.ts';

export interface Region {
  /** ISO 3166-2, such as `AL-11`. */
  code: string;
  name: string;
  aliases?: readonly string[];
  /** Code `<region>-<n>`, such as `AL-11-53`. */
  municipalities: readonly { code: string; name: string; aliases?: readonly string[] }[];
}

export interface TaxonomyTexts {
  categories: Readonly<Record<string, Readonly<Record<Audience, Text>>>>;
  /** Texts for some categories and audiences. The reporter reads it before going on. */
  showFirst: Readonly<Record<string, Readonly<Partial<Record<Audience, Text>>>>>;
  platforms: Readonly<Record<string, Text>>;
  flags: Readonly<Record<Flag, AddressedText>>;
  wishes: Readonly<Record<WishSubject, AddressedText>>;
  wishAnswers: Readonly<Record<WishAnswer, AddressedText>>;
  beforeYouSend: AddressedText;
}

/**
 * Wordings of the first answers to reporters, for a child and for an adult. Each `{…}` is filled in; a moment brings its
 * preposition. What each sentence stands on is said in `infra/documents/sentence-facts.ts`.
 */
export interface ReporterTexts {
  /**
   * What happens next to a report or a message. `willBeRead` until {readBy}. `filed`: staff entered the report, and so
   * have read it; `filedLate`: when it should have been read already. `reportAgain` and `messageAgain` answer what is
   * sent again after {readBy}. Whoever answers does not know by then what became of it.
   */
  nextStep: Readonly<Record<'willBeRead' | 'filed' | 'filedLate' | 'reportAgain' | 'messageAgain', AddressedText>>;
  /** Stands after each `nextStep`: whom to call meanwhile. */
  meanwhile: Readonly<Record<Meanwhile, AddressedText>>;
  keep: AddressedText;
  firstReportArrived: AddressedText;
  moments: MomentTexts;
}

/**
 * Wordings of the follow-up: of a report's status, of what came of it, and of what was asked for with the code. They are a
 * part of their own: intake needs none of them.
 */
export interface FollowUpTexts {
  /**
   * Answers to a reporter who withdrew the report, locked a code, or said whether it helped. `withdrawal` holds while
   * the wait lasts, until {until}; `withdrawalWaited` holds after it.
   */
  asked: Readonly<Record<'withdrawal' | 'withdrawalWaited' | 'lock' | 'helped', AddressedText>>;
  status: Readonly<Record<CaseStatus, AddressedText>>;
  /**
   * Replaces `in_progress` when a case was reopened by a reporter who wrote, and nobody has read that yet.
   */
  reopened: AddressedText;
  /** The same when the reporter wrote nothing: a linked case follows its parent. So it may not say who reopened it. */
  reopenedByUs: AddressedText;
  /** What came of it. {door}: who helps instead, where it is outside our work. */
  outcomes: Readonly<Record<MainOutcome, AddressedText>>;
  /** Replaces the sentence of an outcome where it stands on this fact. */
  outcomesByFact: Readonly<Partial<Record<MainOutcome, Readonly<Partial<Record<OutcomeFact, AddressedText>>>>>>;
  promiseMissed: AddressedText; // {by}
  /** Said when the report was not read in time and no answer is late yet. */
  readMissed: AddressedText; // {by}
  /** Said when a message that came after the report was not read in time. */
  messageMissed: AddressedText; // {by}
  /**
   * Stand after a miss while its clock still runs, and so calls these people: of an answer the `head`, of a reading the
   * `duty`.
   */
  beingTold: Readonly<Record<'head' | 'duty', AddressedText>>;
  /** Stands after every miss. */
  callNow: AddressedText;
  /** Said from the first team transfer on, until the case ends. */
  sameTeam: AddressedText;
  /** Stands in `sharedWith` beside what was taken back after it had left. */
  takenBack: AddressedText; // {when}
}

export interface ProblemWording {
  title: Text;
  detail: Text;
}

/** Wordings of what is wrong with a request. They are a part of their own: only an answer that refuses needs them. */
export interface ProblemTexts {
  /** As anybody reads them, a child too. Those that only staff get speak to staff. */
  problems: Readonly<Record<ProblemCode, ProblemWording>>;
  /** One sentence for each way a field can be wrong. `{limit}` is filled in. `forms` has those of `wrong_form`. */
  fieldProblems: Readonly<Record<Exclude<FieldProblemCode, 'wrong_form'>, Text>>;
  /** One sentence for each form that a field may have to take. */
  forms: Readonly<Record<FieldForm, Text>>;
  /** How staff read what they are told otherwise than anybody. */
  staff: {
    problems: Readonly<Partial<Record<ProblemCode, ProblemWording>>>;
    fieldProblems: Readonly<Partial<Record<Exclude<FieldProblemCode, 'wrong_form'>, Text>>>;
    /** Why a 403: it stands in place of the detail. */
    because: Readonly<Record<ForbiddenReason, Text>>;
  };
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
   * ends, {code} for the outside partner, {way} by which the reader is reached, {desk} whom a phone desk rings. A line
   * whose value is absent is left out.
   */
  directoryNotices: Readonly<Record<DirectoryNoticeKind, { subject: Text; lines: readonly Text[] }>>;
  /** How each kind of contact reaches somebody. A test mail says it. */
  waysToReach: Readonly<Record<ContactKind, Text>>;
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
   * Mails to institutions: {number}, {referral}, {severity}, {clock}, {due}, {centre}, and {phone} for institutions. A
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

/** A wording that a native speaker, young people or the centre must still decide on. It is asked in English. */
export interface OpenQuestion {
  /** What the words are about. */
  about: string;
  /** The words that stand there now. */
  choice: string;
  doubt: string;
  /** Where they stand: beginnings of paths of texts, such as `taxonomy/flags/inDanger/`. */
  where: readonly string[];
}

/** A fact about the centre that somebody outside reads. */
export interface CentreFact extends Sourced {
  value: string;
}

/**
 * The centre itself. Reporters call `helpline`. Institutions call `institutionsPhone`: nobody is sent to the children's
 * line. The address and the mail stand at the head of letters. Source: docs/practice.md, Referral.
 */
export interface Centre {
  name: Text;
  helpline: string;
  institutionsPhone: CentreFact;
  /** Where institutions type their access codes. Mails name it so that no program makes a link of it. */
  office: CentreFact;
  postalAddress: CentreFact;
  mail: CentreFact;
}

/** Everything national. A second country is a second pack; no logic changes. */
export interface CountryPack extends HelpPolicy {
  /** ISO 3166-1 alpha-2, upper case. */
  country: string;
  centre: Centre;
  languages: readonly string[];
  defaultLanguage: string;
  /** IANA name. Times told to people are in this zone. */
  timeZone: string;
  workingDays: WorkingDays;
  categories: readonly Category[];
  platforms: readonly string[];
  /** Those of them that take no takedown notice: nobody stands behind them whom one could ask. */
  placesWithoutNotices: readonly string[];
  /** Regular expressions for campaign codes that name one school class (shared/domain/people/directory-lists.ts). */
  classMarks: readonly string[];
  regions: readonly Region[];
  /** Communities whose children are at special risk. Staff may note one, and nobody asks a reporter for it. */
  communities: readonly string[];
  severity: SeverityPolicy;
  clocks: ClockPolicies;
  ladder: LadderPolicy;
  closing: ClosingPolicy;
  targets: TargetPolicy;
  reporterTexts: ReporterTexts;
  mailTiming: MailTiming;
  retention: RetentionPolicy;
  statistics: StatisticsPolicy;
  approvals: ApprovalPolicy;
  accessWatch: AccessWatch;
  /** What `load…` gives stays out of the code that intake loads at its start (docs/design.md, Budgets). */
  loadWords(): Promise<WordLists>;
  loadGuidance(): Promise<readonly GuidanceEntry[]>;
  loadTaxonomyTexts(): Promise<TaxonomyTexts>;
  loadFollowUpTexts(): Promise<FollowUpTexts>;
  loadProblemTexts(): Promise<ProblemTexts>;
  loadPages(): Promise<PagesOfPack>;
  /** For the staff console's build and tests. No function loads it. */
  loadConsole(): Promise<ConsoleTexts>;
  loadReferrals(): Promise<Referrals>;
  loadMailTexts(): Promise<MailTexts>;
  loadExportTexts(): Promise<ExportTexts>;
  /** For the page of all texts alone. No function loads it. */
  loadOpenQuestions(): Promise<readonly OpenQuestion[]>;
  loadOfficialLetterTexts(): Promise<OfficialLetterTexts>;
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
