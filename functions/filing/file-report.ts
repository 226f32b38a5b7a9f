import type { ParsedReport } from '#shared/contracts/http/public/parse-report.ts';
import { idempotencyKeyOf } from '#shared/contracts/http/idempotency-key.ts';
import { reportAnswer } from '#shared/contracts/http/public/report-answer.ts';
import { longestAgoDays, takeFiling } from '#shared/contracts/http/staff/filing.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { GuidanceEntry } from '#shared/domain/help/guidance.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import type { Log, Measure } from '#shared/lambda/log/log.ts';
import type { CommandReader } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { AcceptOutcome, IncomingReport } from '#shared/use-cases/accept-report.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { commandKey } from '#shared/use-cases/command-key.ts';
import { filedByStaff } from './filed-by-staff.ts';

export interface FileReportDeps {
  admit: AdmitStaff;
  commands: CommandReader;
  parse: (body: unknown, language: string) => ParsedReport;
  accept: (incoming: IncomingReport) => Promise<AcceptOutcome>;
  guidance: () => Promise<readonly GuidanceEntry[]>;
  /** Whether the directory lists a campaign with this code. */
  isCampaign: (code: string) => Promise<boolean>;
  clock: Clock;
  log: Log;
  measure: Measure;
  country: Pick<CountryPack, 'helpLines' | 'helpOrders' | 'defaultLanguage' | 'timeZone' | 'reporterTexts'>;
}

/** Seconds after which the first of several equal requests is surely over. */
const retryAfterSeconds = 2;

/**
 * `POST /v1/cases`: a report that somebody told to staff. It has the same promise as any other, and a receipt for staff
 * to hand on. Its channel says by which way it came. Who files it has read it: the case is born read, with a row of
 * the access log in the same transaction. Throws a `Problem` for everything but a stored report.
 */
export function fileReport(deps: FileReportDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    const { headers, body, language, traceparent } = request;
    const by = await deps.admit(request, 'file_report');
    const key = commandKey(request, { name: 'file', body });
    const { channel, receivedAt, rest } = takeFiling(body);
    const parsed = deps.parse(rest, language);
    const known = await deps.commands.command(by.id, key.keyHash);
    if (known !== undefined && known.fingerprint !== key.fingerprint) throw reused();
    // A retry gets the first answer, however late it comes.
    if (known === undefined && receivedAt !== undefined) holdToWindow(receivedAt, deps.clock.now());
    // Who files a report has read it, so a registered campaign is told in clear at once.
    const { campaign } = parsed.report;
    const isCampaign = campaign !== undefined && (await deps.isCampaign(campaign));
    const filed = await deps.accept({
      // A key belongs to the sheet, whoever enters it. No key holds a space, so nothing sent to the public API leads
      // here.
      idempotencyKey: `staff ${idempotencyKeyOf(headers, language)}`,
      report: parsed.report,
      channel,
      actor: `staff:${by.id}`,
      filedBy: filedByStaff(by.id),
      ...(isCampaign ? { campaign } : {}),
      ...(receivedAt === undefined ? {} : { receivedAt }),
      traceparent,
      command: { actor: by.id, ...key, at: deps.clock.now() },
    });
    switch (filed.outcome) {
      case 'accepted':
        // The same sheet was entered by a colleague before. Who was shown its code is written down, so nobody else is.
        if (filed.isRepeat && (known ?? (await deps.commands.command(by.id, key.keyHash))) === undefined) {
          throw new Problem('conflict', 409, { extra: { because: 'filed_by_another', caseNumber: filed.caseNumber } });
        }
        deps.log(filed.isRepeat ? 'report_repeated' : 'report_accepted', { caseId: filed.caseId });
        if (!filed.isRepeat) deps.measure('ReportAccepted', 1);
        return {
          status: 201,
          body: {
            ...reportAnswer(deps.country, await deps.guidance(), filed, parsed, {
              now: deps.clock.now(),
              isRepeat: filed.isRepeat,
              isFiled: true,
            }),
          },
        };
      case 'other_content':
      case 'command_known':
        throw reused();
      case 'erased':
        throw new Problem('erased', 410);
      default:
        throw new Problem('in_progress', 409, { retryAfterSeconds });
    }
  };
}

/** Refuses a time in the future, and one so long ago that it would be another case by now. */
function holdToWindow(receivedAt: Instant, now: Instant): void {
  const earliest = plusMinutes(now, -longestAgoDays * 24 * 60);
  const pointer = '/receivedAt';
  if (receivedAt > now) {
    throw new Problem('invalid_fields', 422, { errors: [{ pointer, code: 'too_large', expected: now }] });
  }
  if (receivedAt < earliest) {
    throw new Problem('invalid_fields', 422, { errors: [{ pointer, code: 'too_small', expected: earliest }] });
  }
}

const reused = (): Problem => new Problem('command_key_reused', 422);
