import { reportParser } from '#shared/contracts/http/public/parse-report.ts';
import { country } from '#shared/country/current.ts';
import { reportedFacts } from '#shared/domain/report/reported-facts.ts';
import { assessSeverity, type Severity } from '#shared/domain/report/severity.ts';

const parse = reportParser(country);

/** What staff are told of a report when it comes, by the centre's own rules. What is planned to be written is in no word list. */
export function severityOf(body: Readonly<Record<string, unknown>>): Severity {
  const reported = reportedFacts(parse(body, country.defaultLanguage).report);
  return assessSeverity({ reported, words: [], linkedReports: 0 }, country.severity).severity;
}
