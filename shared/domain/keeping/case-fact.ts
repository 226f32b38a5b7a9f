import type { Case, Helped, TakedownNotice } from '../case/case.ts';
import { concluded } from '../case/concluded.ts';
import type { SpecialRisk } from '../case/concluded.ts';
import { administrativeOutcomes } from '../case/lifecycle.ts';
import type { MainOutcome } from '../case/lifecycle.ts';
import { answerDueBy, latenessOf, promiseState, readingState } from '../case/promise.ts';
import type { Lateness, PromiseState } from '../case/promise.ts';
import { wasHeardOf } from '../case/referral.ts';
import type { Institution } from '../referrals/referral-policy.ts';
import type { AgeBand, Channel, Gender, ReporterRole } from '../report/report.ts';
import type { Severity } from '../report/severity.ts';
import { dayMs } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { dayOf, endOf, freezesAt, monthOf } from './quarters.ts';

/**
 * What the statistics know of one case: codes and counts. It holds no id and no instant, so nothing leads back to the
 * case. The case knows its fact; the fact does not know its case. What is absent is unknown: an earlier release did not
 * write it. Source: docs/design.md, Data; docs/practice.md, Keeping and erasing.
 */
export interface Fact extends SpecialRisk {
  /** `2026-Q4`, by the calendar of the country. */
  quarter: string;
  /** Such as `2026-11`, local time. It is dropped when the case is erased. */
  month?: string;
  /** ISO 3166-2, `unknown` or `outside`. It is dropped when the case is erased. */
  region?: string;
  /** What staff concluded, else what was reported. */
  category: string;
  /** Present only where staff concluded otherwise. */
  reportedCategory?: string;
  channel: Channel;
  severity: Severity;
  /** A code of the country pack's platforms. */
  platform?: string;
  reporterRole?: ReporterRole;
  reporterAgeBand?: AgeBand;
  /** A code of the directory's list of campaigns. */
  campaign?: string;
  victims: readonly { ageBand: AgeBand; gender: Gender }[];
  /** How many addresses were reported. */
  addresses: number;
  /** The main outcome; absent while the case is open. */
  outcome?: MainOutcome;
  /** The state of the promise when the case was last counted. */
  promise: PromiseState;
  /** Until which local day the answer that is owed next is in time. Absent once the case has its answer. */
  runsUntil?: string;
  /** How late the latest answer came. Absent where none came late, and while what was missed is owed. */
  lateBy?: Lateness;
  /** Whether the report was read in time. */
  read?: PromiseState;
  /** Whole hours from the first receipt until it was first handled. */
  handledHours?: number;
  /** Whole hours from the first receipt until it was last resolved. Absent while the case is open. */
  resolvedHours?: number;
  /** The kinds of institutions that a referral left for, in order of the alphabet. */
  referredTo?: readonly Institution['kind'][];
  /** How often the outcome was corrected, before and after the figures of the quarter were made. */
  corrections?: { before: number; after: number };
  /** Whether it helped, as the reporter says. Absent when the reporter did not say. */
  helped?: Helped;
  /** How often it was reopened. */
  reopened: number;
}

/** A takedown notice as figures know it. It names neither the case nor what the notice was about. */
export interface NoticeFact {
  /** The quarter in which it was sent. */
  quarter: string;
  platform: string;
  way: TakedownNotice['way'];
  answer?: TakedownNotice['answer'];
  /** Whole hours until the answer. */
  answerHours?: number;
}

/** The part of a country pack by which cases are counted. */
export interface CountedBy {
  timeZone: string;
  statistics: { freezeAfterDays: number };
  institutions: readonly Pick<Institution, 'code' | 'kind'>[];
}

/** The fact of a case as it stands at `now`. Its month is the local month in which the report was received. */
export function factOf(of: Case, addresses: number, by: CountedBy, now: Instant): Fact {
  const what = concluded(of);
  const { reporterRole, reporterAgeBand } = of.reported;
  const [outcome] = of.resolvedAt === undefined ? [] : of.outcomes;
  const owedBy = answerDueBy(of);
  const handledAt = [...(of.earlierClocks ?? []), of].map((clock) => clock.handledAt ?? clock.resolvedAt).find(isGiven);
  const month = monthOf(of.receivedAt, by.timeZone);
  return present<Fact>({
    ...month,
    region: what.region,
    category: what.category,
    reportedCategory: what.category === of.reported.category ? undefined : of.reported.category,
    channel: of.channel,
    severity: of.severity,
    platform: what.platform,
    reporterRole,
    reporterAgeBand,
    campaign: of.campaign,
    victims: what.victims.map(({ ageBand, gender }) => ({ ageBand, gender })),
    addresses,
    outcome,
    promise: promiseState(of, now),
    runsUntil: owedBy && dayOf(owedBy, by.timeZone),
    lateBy: latenessOf(of, now),
    read: readingState(of, now),
    handledHours: hoursBetween(of.receivedAt, handledAt),
    resolvedHours: hoursBetween(of.receivedAt, of.resolvedAt),
    referredTo: referredTo(of, by.institutions),
    corrections: correctionsOf(of, freezesAt(month.quarter, by.statistics, by.timeZone)),
    helped: of.helped,
    reopened: of.clockNumber - 1,
    disability: of.assessed?.disability,
    community: of.assessed?.community,
  });
}

/** The fact of a notice, with the opaque id of its row. Only the case knows which notice it is. */
export interface CountedNotice {
  /** The id that the notice has in its case. */
  notice: string;
  id: string;
  fact: NoticeFact;
}

/** The facts of a case's notices. `known` are the rows that were written before, by the id of the notice. */
export function countedNotices(
  { notices = [] }: Pick<Case, 'notices'>,
  known: Readonly<Record<string, string>>,
  timeZone: string,
  newId: () => string,
): CountedNotice[] {
  return notices.map(({ id, platform, way, sentAt, answer, answeredAt }) => ({
    notice: id,
    id: known[id] ?? newId(),
    fact: present<NoticeFact>({
      quarter: monthOf(sentAt, timeZone).quarter,
      platform,
      way,
      answer,
      answerHours: hoursBetween(sentAt, answeredAt),
    }),
  }));
}

/**
 * The fact that stays when its case is erased: by quarter, without month and region, and without what staff noted of a
 * child at special risk. What it drops is tallied before (tally.ts).
 */
export function coarsened(fact: Fact): Fact {
  const { month: _, region: __, runsUntil: ___, disability: ____, community: _____, ...rest } = fact;
  return rest;
}

/**
 * A fact as it stands on a later local day. A promise whose day is over was missed, whether anybody counted the case
 * again or not. Release 0.1.0 wrote no day. A case of it that was never reopened had its answer due some days after its
 * quarter at the latest. Source: docs/practice.md, Figures.
 */
export function asOfDay(fact: Fact, today: string): Fact {
  const owedUntil = fact.runsUntil ?? (hasFirstPromiseOnly(fact) ? lastDayOfFirstPromise(fact.quarter) : undefined);
  if (fact.promise === 'kept' || owedUntil === undefined || owedUntil >= today) return fact;
  const daysLate = (Date.parse(today) - Date.parse(owedUntil)) / dayMs;
  const lateBy = fact.lateBy === 'over_24h' || daysLate > 1 ? 'over_24h' : 'up_to_24h';
  // Reading is due before the answer.
  return { ...fact, promise: 'missed', lateBy, ...(fact.read === 'running' ? { read: 'missed' } : {}) };
}

const hasFirstPromiseOnly = ({ reopened, outcome }: Fact): boolean => reopened === 0 && outcome === undefined;

/** Every report has its answer by then. Source: docs/practice.md, Clocks: 72 hours. */
const lastDayOfFirstPromise = (quarter: string): string =>
  new Date(endOf(quarter) + 3 * dayMs).toISOString().slice(0, 10);

/** Whether the case ended administratively. Such cases stand apart in every figure. */
export function isAdministrative({ outcome }: Pick<Fact, 'outcome'>): boolean {
  return administrativeOutcomes.some((one) => one === outcome);
}

function referredTo({ referrals = [] }: Case, institutions: CountedBy['institutions']): Institution['kind'][] {
  const codes = new Set(referrals.filter(wasHeardOf).map(({ institution }) => institution));
  const kinds = institutions.filter(({ code }) => codes.has(code)).map(({ kind }) => kind);
  return [...new Set(kinds)].toSorted();
}

function correctionsOf({ outcomeCorrections: all = [] }: Case, frozenAt: Instant): Fact['corrections'] {
  const before = all.filter(({ at }) => at < frozenAt).length;
  return all.length === 0 ? undefined : { before, after: all.length - before };
}

const hourMs = 60 * 60_000;

function hoursBetween(from: Instant, to: Instant | undefined): number | undefined {
  return to === undefined ? undefined : Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / hourMs));
}

const isGiven = <T>(value: T | undefined): value is T => value !== undefined;

/** Without the members that are undefined. */
function present<T extends object>(members: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}
