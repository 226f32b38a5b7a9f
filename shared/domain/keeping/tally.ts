import { isAdministrative } from './case-fact.ts';
import type { Fact } from './case-fact.ts';

/** Counts by code. A row of the table Facts that nobody publishes. */
export type Tally = Readonly<Record<string, number>>;

/** What one erased case adds to a tally: one to each code. */
export interface TallyStep {
  /** `2026-Q4` for regions, `2026` for children at special risk. */
  period: string;
  codes: readonly string[];
}

/** The code of a report that named no region. */
export const noRegion = 'not_said';

/**
 * What erasing drops from a fact and the tallies keep: the region by quarter, and what staff noted of a child at special
 * risk by year. Reports that ended administratively are counted apart. Source: docs/practice.md, Keeping and erasing.
 */
export function talliesOf(fact: Fact): TallyStep[] {
  const special = isAdministrative(fact)
    ? []
    : [
        ...(fact.disability === true ? ['disability'] : []),
        ...(fact.community === undefined ? [] : [`community#${fact.community}`]),
      ];
  return [
    { period: fact.quarter, codes: [codeOf(fact)] },
    ...(special.length === 0 ? [] : [{ period: fact.quarter.slice(0, 4), codes: special }]),
  ];
}

/** The regions of a quarter: of its cases that are there, and of those that were erased. */
export function tallyOfRegions(facts: readonly Fact[], erased: Tally): Tally {
  const there = facts.filter(({ month }) => month !== undefined).map(codeOf);
  const all = new Map(Object.entries(erased));
  for (const code of there) all.set(code, (all.get(code) ?? 0) + 1);
  return Object.fromEntries([...all].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function codeOf(fact: Fact): string {
  return `${isAdministrative(fact) ? 'administrative' : 'reports'}#${fact.region ?? noRegion}`;
}
