import { helpedAnswers } from '../case/case.ts';
import { administrativeOutcomes, outcomes } from '../case/lifecycle.ts';
import { promiseStates } from '../case/promise.ts';
import type { Fact } from './case-fact.ts';
import { shown, suppressed } from './suppression.ts';
import type { DisclosurePolicy, Published, Table } from './suppression.ts';
import { ageBands, channels, genders } from '../report/report.ts';
import { plusDays } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { instantAt } from '../time/local-time.ts';

/** When figures are published, and how small they may be. Data of the country pack. */
export interface StatisticsPolicy extends DisclosurePolicy {
  /** Days after the end of a quarter until its figures are made. They are made once and never changed. */
  freezeAfterDays: number;
}

/** The tables of a quarter. `gender` and `ageBand` count victims, the others count reports. */
export const statisticsTables = ['category', 'channel', 'outcome', 'promise', 'helped', 'gender', 'ageBand'] as const;

/** The figures of a quarter as they are published. They never change. Source: docs/practice.md, Figures. */
export interface FrozenQuarter {
  /** `2026-Q4`, by the calendar of the country. */
  quarter: string;
  frozenAt: Instant;
  /** Without reports that ended administratively. */
  reports: Published;
  /**
   * Reports that ended administratively: same event as another, outside our work, test. They stand apart in every
   * figure.
   */
  administrative: Published;
  victims: Published;
  addresses: Published;
  tables: Readonly<Record<(typeof statisticsTables)[number], Table>>;
}

/** The code in the table of outcomes for a case that has no outcome yet. */
export const openCode = 'open';

/** The code for a reporter who has not said whether it helped. Most never come back, and nobody asks them. */
export const notSaidCode = 'not_said';

/** The part of a country pack that the figures need. */
interface CountedBy {
  categories: readonly { code: string }[];
  statistics: StatisticsPolicy;
}

/**
 * The figures of a quarter, made from its facts. Every table adds up to its own total and shares no cell with another.
 */
export function freezeQuarter(quarter: string, facts: readonly Fact[], pack: CountedBy, now: Instant): FrozenQuarter {
  const policy = pack.statistics;
  const isAdministrative = ({ outcome }: Fact): boolean => administrativeOutcomes.some((one) => one === outcome);
  const counted = facts.filter((fact) => !isAdministrative(fact));
  const victims = counted.flatMap((fact) => fact.victims);
  const table = (codes: readonly string[], values: readonly string[]): Table =>
    suppressed(
      codes.map((code) => [code, values.filter((value) => value === code).length] as const),
      policy,
    );
  const categories = pack.categories.map(({ code }) => code);
  return {
    quarter,
    frozenAt: now,
    reports: shown(counted.length, policy),
    administrative: shown(facts.length - counted.length, policy),
    victims: shown(victims.length, policy),
    addresses: shown(
      counted.reduce((all, { addresses }) => all + addresses, 0),
      policy,
    ),
    tables: {
      category: table(
        categories,
        counted.map(({ category }) => category),
      ),
      channel: table(
        channels,
        counted.map(({ channel }) => channel),
      ),
      outcome: table(
        [...outcomes, openCode],
        counted.map(({ outcome }) => outcome ?? openCode),
      ),
      promise: table(
        promiseStates,
        counted.map(({ promise }) => promise),
      ),
      helped: table(
        [...helpedAnswers, notSaidCode],
        counted.map(({ helped }) => helped ?? notSaidCode),
      ),
      gender: table(
        genders,
        victims.map(({ gender }) => gender),
      ),
      ageBand: table(
        ageBands,
        victims.map(({ ageBand }) => ageBand),
      ),
    },
  };
}

/** The quarters of a year: `2026-Q1` to `2026-Q4`, each with its months. */
export function quartersOf(year: number): { quarter: string; months: string[] }[] {
  return [0, 1, 2, 3].map((index) => ({
    quarter: `${year}-Q${index + 1}`,
    months: [1, 2, 3].map((month) => `${year}-${String(index * 3 + month).padStart(2, '0')}`),
  }));
}

/** When the figures of a quarter are made: `freezeAfterDays` after its end, by the calendar of the country. */
export function freezesAt(quarter: string, policy: StatisticsPolicy, timeZone: string): Instant {
  const [year, index] = quarter.split('-Q').map(Number);
  const end = Date.UTC(year ?? 0, (index ?? 0) * 3, 1);
  return plusDays(instantAt(end, '00:00', timeZone), policy.freezeAfterDays);
}
