import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableDesigns } from '#shared/adapters/aws/dynamo/table-design.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { severities, type Severity } from '#shared/domain/report/severity.ts';

const marks = /<!-- retention -->[^]*<!-- \/retention -->/;

/** docs/data-protection.md with the times of the pack. What stands around the tables is written by hand. */
export function withRetentionTables(pack: Pick<CountryPack, 'retention'>): string {
  const written = readFileSync(join(import.meta.dirname, '../../docs/data-protection.md'), 'utf8');
  if (!marks.test(written)) throw new Error('docs/data-protection.md has no place for the times of keeping.');
  const tables = [...keptTable(pack), '', ...recoveryTable()].join('\n');
  return written.replace(marks, () => `<!-- retention -->\n\n${tables}\n\n<!-- /retention -->`);
}

/** For how long a report is kept after its end, by what it came to. */
function keptTable({ retention }: Pick<CountryPack, 'retention'>): string[] {
  const { days, referredDays, justice, warningDays } = retention;
  const alike = Map.groupBy(Object.entries(days), ([, bySeverity]) => daysSaid(bySeverity));
  const codes = (all: readonly string[]): string => all.map((code) => `\`${code}\``).join(', ');
  return [
    '| What a report came to | Days kept after its end |',
    '| --- | --- |',
    ...[...alike].map(([said, outcomes]) => `| ${codes(outcomes.map(([outcome]) => outcome))} | ${said} |`),
    `| passed on to anybody | at least ${referredDays} |`,
    `| passed on to ${codes(justice.institutions)}, which have not answered | until they answer, at most ${justice.daysAtMost} |`,
    '| legal hold | until a person lifts it |',
    '| an erasure that somebody asked for and a second person approved | none |',
    `| words that nobody has read, or a look that is owed | until somebody has |`,
    '',
    `The owner of the case is told ${warningDays} days before. If told late, the date moves, so that they always have these days.`,
  ];
}

/** The same number for every severity is said once. */
function daysSaid(days: Readonly<Record<Severity, number>>): string {
  const common = days.normal;
  const others = severities.filter((severity) => days[severity] !== common);
  return [String(common), ...others.map((severity) => `${severity} ${days[severity]}`)].join('; ');
}

/** For how long a table can be brought back to an earlier moment. */
function recoveryTable(): string[] {
  return [
    '| Table | Days within which it can be brought back |',
    '| --- | --- |',
    ...Object.entries(tableDesigns).map(([table, { recoveryDays }]) => `| ${table} | ${recoveryDays} |`),
  ];
}
