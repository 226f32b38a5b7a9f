import { idempotencyKeyOf } from '#shared/contracts/http/idempotency-key.ts';
import type { ParsedReport } from '#shared/contracts/http/public/parse-report.ts';
import { reportAnswer } from '#shared/contracts/http/public/report-answer.ts';
import { readerOf, toReader } from '#shared/contracts/http/wording.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { GuidanceEntry } from '#shared/domain/help/guidance.ts';
import { reportedFacts } from '#shared/domain/report/reported-facts.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { Log, Measure } from '#shared/lambda/log/log.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { AcceptOutcome, IncomingReport } from '#shared/use-cases/accept-report.ts';

export interface TakeReportDeps {
  parse: (body: unknown, language: string) => ParsedReport;
  accept: (incoming: IncomingReport) => Promise<AcceptOutcome>;
  guidance: () => Promise<readonly GuidanceEntry[]>;
  country: Pick<CountryPack, 'helpLines' | 'helpOrders' | 'defaultLanguage' | 'timeZone' | 'reporterTexts'>;
  clock: Clock;
  log: Log;
  measure: Measure;
}

/** Seconds after which the first of several equal requests is surely over. */
const retryAfterSeconds = 2;

/** `POST /v1/reports`: a report from anybody, over the web. Throws a `Problem` for everything but a stored report. */
export function takeReport(deps: TakeReportDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async ({ headers, body, language, traceparent }) => {
    const idempotencyKey = idempotencyKeyOf(headers, language);
    const parsed = deps.parse(body, language);
    const { report } = parsed;
    const stored = await deps.accept({ idempotencyKey, report, channel: 'web', actor: 'reporter', traceparent });
    switch (stored.outcome) {
      case 'accepted':
        deps.log(stored.isRepeat ? 'report_repeated' : 'report_accepted', { caseId: stored.caseId });
        if (!stored.isRepeat) deps.measure('ReportAccepted', 1);
        return {
          status: 201,
          ...(stored.isRepeat ? { isRepeat: true as const } : {}),
          body: {
            ...reportAnswer(deps.country, await deps.guidance(), stored, parsed, {
              now: deps.clock.now(),
              isRepeat: stored.isRepeat,
              isFiled: false,
            }),
          },
        };
      case 'other_content':
        throw new Problem('key_reused_with_other_content', 422, {
          language,
          ...(stored.first === undefined ? {} : { extra: firstReport(stored.first) }),
        });
      case 'erased':
        throw new Problem('erased', 410, { language });
      default:
        throw new Problem('in_progress', 409, { language, retryAfterSeconds });
    }

    function firstReport({ caseNumber, receipt }: { caseNumber: string; receipt: string }) {
      const { firstReportArrived } = deps.country.reporterTexts;
      const { address } = readerOf(reportedFacts(report), language);
      const detail = toReader(firstReportArrived, address, language, deps.country.defaultLanguage);
      return { caseNumber, receipt, detail };
    }
  };
}
