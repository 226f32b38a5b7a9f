import type { Case, Helped } from '../case/case.ts';
import { concluded } from '../case/concluded.ts';
import type { MainOutcome } from '../case/lifecycle.ts';
import { promiseState } from '../case/promise.ts';
import type { PromiseState } from '../case/promise.ts';
import type { AgeBand, Channel, Gender } from '../report/report.ts';
import type { Severity } from '../report/severity.ts';
import type { Instant } from '../time/instant.ts';
import { localTime } from '../time/local-time.ts';

/**
 * What the statistics know of one case: codes and counts. It holds no id and no instant, so nothing leads back to the
 * case. The case knows its fact; the fact does not know its case. Source: docs/design.md, Data;
 * docs/practice.md, Keeping and erasing.
 */
export interface Fact {
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
  victims: readonly { ageBand: AgeBand; gender: Gender }[];
  /** How many addresses were reported. */
  addresses: number;
  /** The main outcome; absent while the case is open. */
  outcome?: MainOutcome;
  /** The state of the promise when the case was last counted. */
  promise: PromiseState;
  /** Whether it helped, as the reporter says. Absent when the reporter did not say. */
  helped?: Helped;
  /** How often it was reopened. */
  reopened: number;
}

/** The fact of a case as it stands at `now`. Its month is the local month in which the report was received. */
export function factOf(of: Case, addresses: number, timeZone: string, now: Instant): Fact {
  const what = concluded(of);
  const [outcome] = of.resolvedAt === undefined ? [] : of.outcomes;
  return {
    ...monthOf(of.receivedAt, timeZone),
    ...(what.region === undefined ? {} : { region: what.region }),
    category: what.category,
    ...(what.category === of.reported.category ? {} : { reportedCategory: of.reported.category }),
    channel: of.channel,
    severity: of.severity,
    victims: what.victims.map(({ ageBand, gender }) => ({ ageBand, gender })),
    addresses,
    ...(outcome === undefined ? {} : { outcome }),
    promise: promiseState(of, now),
    ...(of.helped === undefined ? {} : { helped: of.helped }),
    reopened: of.clockNumber - 1,
  };
}

/** The fact that stays when its case is erased: by quarter, without month and region. */
export function coarsened(fact: Fact): Fact {
  const { month: _, region: __, ...rest } = fact;
  return rest;
}

/** The local month and quarter of an instant. */
export function monthOf(at: string, timeZone: string): { month: string; quarter: string } {
  const day = new Date(localTime(at, timeZone).day);
  const year = day.getUTCFullYear();
  return {
    month: `${year}-${String(day.getUTCMonth() + 1).padStart(2, '0')}`,
    quarter: `${year}-Q${Math.floor(day.getUTCMonth() / 3) + 1}`,
  };
}
