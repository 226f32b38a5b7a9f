import { country } from '#shared/country/current.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { factOf } from '#shared/domain/keeping/case-fact.ts';
import type { Fact } from '#shared/domain/keeping/case-fact.ts';
import { freezeQuarter } from '#shared/domain/keeping/statistics.ts';
import type { Table } from '#shared/domain/keeping/suppression.ts';
import { tallyOfRegions } from '#shared/domain/keeping/tally.ts';
import type { ShownCase } from '#test/support/besa-over-http.ts';
import type { Row } from '../table.ts';

/**
 * What would be published of the year, made from its cases as Besa makes a quarter from its facts. Cases that were erased
 * meanwhile count as they stood at their end. The regions are the unpublished tally: erasing takes none of them away.
 */
export function publishedTables(cases: readonly ShownCase[], at: number): [string, Row[]][] {
  const now = new Date(at).toISOString();
  const facts = cases.map((of) => factOfShown(of, now));
  const { tables, administrative } = freezeQuarter('the year', facts, country, now);
  return [
    ['The promise, as published', rowsOf(tables.promise)],
    ['Missed by', rowsOf(tables.lateBy)],
    ['Read in time', rowsOf(tables.readInTime)],
    ['Victims by gender, as published', rowsOf(tables.gender)],
    ['Victims by age, as published', rowsOf(tables.ageBand)],
    ['Ended administratively', [{ what: 'apart from all above', count: administrative ?? 'hidden' }]],
    ['Regions in the tally, with erased cases', tallied(facts)],
  ];
}

/** No table shows to whom a case was referred, so no institution is needed. */
const countedBy = { timeZone: country.timeZone, statistics: country.statistics, institutions: [] };

/** The case desk shows every clear field of a case that figures are made of. */
function factOfShown(of: ShownCase, now: string): Fact {
  return factOf({ clockNumber: 1, ...of } as unknown as Case, 0, countedBy, now);
}

function rowsOf(table: Table | undefined): Row[] {
  return (table?.cells ?? []).map(({ code, count, percent }) => ({
    what: code,
    count: count ?? 'hidden',
    '%': percent ?? '',
  }));
}

function tallied(facts: readonly Fact[]): Row[] {
  return Object.entries(tallyOfRegions(facts, {})).map(([code, count]) => ({ what: code, count }));
}
