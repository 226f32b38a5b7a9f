import type { CasePromise } from '../../../domain/case/case.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { CountryPack, ReporterTexts } from '../../../domain/country-pack.ts';
import { chooseGuidance } from '../../../domain/help/guidance.ts';
import type { GuidanceEntry } from '../../../domain/help/guidance.ts';
import { meanwhileOf } from '../../../domain/help/meanwhile.ts';
import type { HelpFacts } from '../../../domain/help/situations.ts';
import { sayMoment } from '../../../domain/time/say-moment.ts';
import type { Report } from '../../../domain/report/report.ts';
import { reportedFacts } from '../../../domain/report/reported-facts.ts';
import type { Severity, WordCode } from '../../../domain/report/severity.ts';
import { tellGuidance } from './guidance.ts';
import type { GuidanceAnswer } from './guidance.ts';
import { helpInOrder } from './help.ts';
import type { HelpAnswer } from './help.ts';
import { fill } from '../../../domain/text.ts';
import type { AddressedText } from '../../../domain/text.ts';
import { readerOf, toReader } from '../wording.ts';

/** What was stored, as far as an answer tells it. */
export interface StoredReport {
  caseNumber: string;
  receipt: string;
  receivedAt: Instant;
  /** When staff entered it, if that was later. */
  enteredAt?: Instant;
  promise: CasePromise;
  /** Chooses the words. It is never told. */
  severity: Severity;
  /** What the word lists found. It chooses help and guidance, and is never told. */
  words: readonly WordCode[];
}

/** When a report is answered, and how it came. */
export interface Answering {
  now: Instant;
  /** Whether it was stored by an earlier request. */
  isRepeat: boolean;
  /** Whether staff entered it. Whoever does has read it. */
  isFiled: boolean;
}

/** The body of a 201. The same report has the same number, receipt and promise whenever it is asked for again. */
export type ReportAnswer = Omit<StoredReport, 'severity' | 'words' | 'enteredAt'> & {
  nextStep: string;
  help: HelpAnswer[];
  guidance: GuidanceAnswer[];
  keep: string;
  adjusted?: string[];
};

type AnswerPack = Pick<CountryPack, 'helpLines' | 'helpOrders' | 'defaultLanguage' | 'timeZone' | 'reporterTexts'>;

/**
 * Answers a report. `promise` always has the times, but no sentence promises what has passed, or what has happened
 * already. Whoever answers cannot read the case. So a report that is sent again after its reading time is only told that
 * it is here, and where to look. Times are worded as seen from now.
 */
export function reportAnswer(
  country: AnswerPack,
  guidance: readonly GuidanceEntry[],
  stored: StoredReport,
  { report, adjusted }: { report: Report; adjusted: readonly string[] },
  answering: Answering,
): ReportAnswer {
  const { caseNumber, receipt, receivedAt, promise, severity } = stored;
  const { nextStep, meanwhile, keep, moments } = country.reporterTexts;
  const { language } = report;
  const facts: HelpFacts = { reported: reportedFacts(report), words: stored.words };
  const { address } = readerOf(facts.reported, language);
  const say = (text: AddressedText): string => toReader(text, address, language, country.defaultLanguage);
  const moment = { use: 'by', at: promise.readBy, now: answering.now } as const;
  const readBy = sayMoment(moment, language, country.timeZone, moments);
  const next = fill(say(nextStep[nextStepOf(stored, answering)]), { readBy });
  return {
    caseNumber,
    receipt,
    receivedAt,
    promise: { readBy: promise.readBy, handleBy: promise.handleBy, resolveBy: promise.resolveBy },
    nextStep: `${next} ${say(meanwhile[meanwhileOf(country, facts, severity)])}`,
    help: helpInOrder(country, facts, language),
    guidance: tellGuidance(chooseGuidance(guidance, facts), language, country.defaultLanguage),
    keep: say(keep),
    ...(adjusted.length === 0 ? {} : { adjusted: [...adjusted] }),
  };
}

/** Which sentence is true of the report at this moment. */
function nextStepOf(
  { receivedAt, enteredAt = receivedAt, promise }: StoredReport,
  { now, isRepeat, isFiled }: Answering,
): keyof ReporterTexts['nextStep'] {
  if (isFiled) return promise.readBy < enteredAt ? 'filedLate' : 'filed';
  return isRepeat && now >= promise.readBy ? 'reportAgain' : 'willBeRead';
}
