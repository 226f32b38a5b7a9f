import { helpedAnswers } from '../case/case.ts';
import { outcomes } from '../case/lifecycle.ts';
import { latenesses, promiseStates } from '../case/promise.ts';
import { asOfDay, isAdministrative } from './case-fact.ts';
import type { Fact } from './case-fact.ts';
import { dayOf } from './quarters.ts';
import { counted, shown, suppressed } from './suppression.ts';
import type { DisclosurePolicy, Published, Table } from './suppression.ts';
import { ageBands, channels, olderAgeBand } from '../report/report.ts';
import type { AgeBand, Gender } from '../report/report.ts';
import type { Instant } from '../time/instant.ts';

/** When figures are published, and how small they may be. Data of the country pack. */
export interface StatisticsPolicy extends DisclosurePolicy {
  /** Days after the end of a quarter until its figures are made. They are made once and never changed. */
  freezeAfterDays: number;
}

/** The tables of a quarter. `gender` and `ageBand` count victims, the others count reports. */
export const statisticsTables = ['category', 'channel', 'outcome', 'promise', 'helped', 'gender', 'ageBand'] as const;

/** Tables that quarters which release 0.1.0 froze do not have. */
export const newerTables = ['lateBy', 'readInTime'] as const;

/** The figures of a quarter as they are published. They never change. Source: docs/practice.md, Figures. */
export interface FrozenQuarter {
  /** `2026-Q4`, by the calendar of the country. */
  quarter: string;
  frozenAt: Instant;
  /** Without reports that ended administratively. Release 0.1.0 hid fewer than five. */
  reports: Published;
  /**
   * Reports that ended administratively: same event as another, outside our work, test. They stand apart in every
   * figure.
   */
  administrative: Published;
  victims: Published;
  addresses: Published;
  tables: Readonly<
    Record<(typeof statisticsTables)[number], Table> & Partial<Record<(typeof newerTables)[number], Table>>
  >;
}

/** The code in the table of outcomes for a case that has no outcome yet. */
export const openCode = 'open';

/** The code for a reporter who has not said whether it helped. Most never come back, and nobody asks them. */
export const notSaidCode = 'not_said';

/** The code for what release 0.1.0 did not count. */
export const unknownCode = 'unknown';

/** The genders of the table. Few are `other`, so one code holds them and those of whom nobody knows. */
const genderCodes = ['female', 'male', 'other_or_unknown'] as const;

/** The part of a country pack that the figures need. */
interface FrozenBy {
  categories: readonly { code: string }[];
  statistics: StatisticsPolicy;
  timeZone: string;
}

/**
 * The figures of a quarter, made from its facts as they stand now. Every table adds up to its own total. Figures about
 * children hide small counts. Figures about the centre hide nothing: how many reports, and what became of the promise.
 * See docs/decisions/143.
 */
export function freezeQuarter(quarter: string, facts: readonly Fact[], pack: FrozenBy, now: Instant): FrozenQuarter {
  const policy = pack.statistics;
  const today = dayOf(now, pack.timeZone);
  const reports = facts.filter((fact) => !isAdministrative(fact)).map((fact) => asOfDay(fact, today));
  const victims = reports.flatMap((fact) => fact.victims);
  const table = (codes: readonly string[], values: readonly string[]): Table =>
    suppressed(counts(codes, values), policy);
  const ofCentre = (codes: readonly string[], values: readonly string[]): Table =>
    counted(counts(codes, values), policy);
  const { codes: bands, bandOf } = bandsOf(victims);
  const categories = pack.categories.map(({ code }) => code);
  return {
    quarter,
    frozenAt: now,
    reports: reports.length,
    administrative: shown(facts.length - reports.length, policy),
    victims: shown(victims.length, policy),
    addresses: shown(
      reports.reduce((all, { addresses }) => all + addresses, 0),
      policy,
    ),
    tables: {
      category: table(
        categories,
        reports.map(({ category }) => category),
      ),
      channel: table(
        channels,
        reports.map(({ channel }) => channel),
      ),
      outcome: table(
        [...outcomes, openCode],
        reports.map(({ outcome }) => outcome ?? openCode),
      ),
      promise: ofCentre(
        promiseStates,
        reports.map(({ promise }) => promise),
      ),
      lateBy: ofCentre(
        [...latenesses, unknownCode],
        reports.filter(({ promise }) => promise === 'missed').map(({ lateBy }) => lateBy ?? unknownCode),
      ),
      readInTime: ofCentre(
        [...promiseStates, unknownCode],
        reports.map(({ read }) => read ?? unknownCode),
      ),
      helped: table(
        [...helpedAnswers, notSaidCode],
        reports.map(({ helped }) => helped ?? notSaidCode),
      ),
      gender: table(
        genderCodes,
        victims.map(({ gender }) => genderCode(gender)),
      ),
      ageBand: table(
        bands,
        victims.map(({ ageBand }) => bandOf(ageBand)),
      ),
    },
  };
}

function counts(codes: readonly string[], values: readonly string[]): [code: string, count: number][] {
  return codes.map((code) => [code, values.filter((value) => value === code).length]);
}

function genderCode(gender: Gender): (typeof genderCodes)[number] {
  return gender === 'female' || gender === 'male' ? gender : 'other_or_unknown';
}

/**
 * The bands of a table of victims. Where one of them has the band that release 0.1.0 wrote, nobody can cut it in two. So
 * the whole table has it, and the two new bands are counted in it. No victim is left out, and the total stands.
 */
export function bandsOf(victims: readonly { ageBand: AgeBand }[]): {
  codes: readonly AgeBand[];
  bandOf: (band: AgeBand) => AgeBand;
} {
  const cut: readonly AgeBand[] = ['18', '19-30'];
  if (!victims.some(({ ageBand }) => ageBand === olderAgeBand)) return { codes: ageBands, bandOf: (band) => band };
  const codes = ageBands.flatMap((band): AgeBand[] =>
    band === '18' ? [olderAgeBand] : cut.includes(band) ? [] : [band],
  );
  return { codes, bandOf: (band) => (cut.includes(band) ? olderAgeBand : band) };
}
