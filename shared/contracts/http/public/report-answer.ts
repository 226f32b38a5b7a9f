import type { CasePromise } from '../../../domain/case/case.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { CountryPack, GuidanceEntry } from '../../../domain/country-pack.ts';
import { sayMoment } from '../../../domain/time/say-moment.ts';
import type { Report } from '../../../domain/report/report.ts';
import { countsAsYes, reportedFacts } from '../../../domain/report/reported-facts.ts';
import type { Severity } from '../../../domain/report/severity.ts';
import { guidanceFor } from './guidance.ts';
import type { GuidanceAnswer } from './guidance.ts';
import { helpFor } from './help.ts';
import type { HelpAnswer } from './help.ts';
import { fill } from '../../../domain/text.ts';
import { inLanguage } from '../wording.ts';

/** What was stored, as far as an answer tells it. */
export interface StoredReport {
  caseNumber: string;
  receipt: string;
  receivedAt: Instant;
  /** When staff entered it, if that was later. */
  enteredAt?: Instant;
  promise: CasePromise;
  /** Chooses the words and the order of help. It is never told. */
  severity: Severity;
}

/** The body of a 201. The same report gets the same body whenever it is asked for again. */
export type ReportAnswer = Omit<StoredReport, 'severity' | 'enteredAt'> & {
  nextStep: string;
  help: HelpAnswer[];
  guidance: GuidanceAnswer[];
  keep: string;
  adjusted?: string[];
};

type AnswerPack = Pick<CountryPack, 'helpLines' | 'defaultLanguage' | 'timeZone' | 'reporterTexts'>;

/**
 * Answers a report. Times are worded as seen from the moment it was stored. So a retry next week gets the same body. A
 * report that staff enter late may have missed its first promise by then. `promise` still has the times, but no
 * sentence promises what has passed.
 */
export function reportAnswer(
  country: AnswerPack,
  guidance: readonly GuidanceEntry[],
  stored: StoredReport,
  { report, adjusted }: { report: Report; adjusted: readonly string[] },
): ReportAnswer {
  const { caseNumber, receipt, receivedAt, enteredAt = receivedAt, promise, severity } = stored;
  const { nextStep, nextStepLate, keep, moments } = country.reporterTexts;
  const { language } = report;
  const say = (text: Readonly<Record<string, string>>): string => inLanguage(text, language, country.defaultLanguage);
  return {
    caseNumber,
    receipt,
    receivedAt,
    promise: { readBy: promise.readBy, handleBy: promise.handleBy, resolveBy: promise.resolveBy },
    nextStep:
      promise.readBy <= enteredAt
        ? say(nextStepLate[severity])
        : fill(say(nextStep[severity]), {
            readBy: sayMoment(promise.readBy, enteredAt, language, country.timeZone, moments),
          }),
    help: helpFor(country, language, {
      emergencyFirst: severity === 'critical',
      missing: countsAsYes(report.flags.missing),
    }),
    guidance: guidanceFor(guidance, reportedFacts(report), language, country.defaultLanguage),
    keep: say(keep),
    ...(adjusted.length === 0 ? {} : { adjusted: [...adjusted] }),
  };
}
