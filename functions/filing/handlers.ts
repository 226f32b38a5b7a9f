import { guidanceLoader } from '#shared/contracts/http/public/guidance.ts';
import { reportParser } from '#shared/contracts/http/public/parse-report.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { acceptReport } from '#shared/use-cases/accept-report.ts';
import type { AcceptReportDeps } from '#shared/use-cases/accept-report.ts';
import { fileReport } from './file-report.ts';
import type { FileReportDeps } from './file-report.ts';

export type FilingDeps = Omit<FileReportDeps, 'parse' | 'accept' | 'guidance'> &
  AcceptReportDeps & { country: CountryPack };

/** Reads and seals a report. Loaded when the first one is filed, so that a start does not wait for it. */
export function filingHandlers(deps: FilingDeps) {
  return {
    fileReport: fileReport({
      ...deps,
      parse: reportParser(deps.country),
      accept: acceptReport(deps),
      guidance: guidanceLoader(deps.country),
    }),
  };
}
