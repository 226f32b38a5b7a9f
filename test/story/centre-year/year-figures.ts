import { country } from '#shared/country/current.ts';
import { clockKinds, type ClockKind } from '#shared/domain/case/timer-id.ts';
import { audiences } from '#shared/domain/help/audience.ts';
import { addressHandOverTimes } from '#shared/domain/referrals/address-hand-over.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { isOfReferral } from '#shared/domain/sla/timer.ts';
import { median, quantile } from '#test/bench/figures.ts';
import type { ShownCase } from '#test/support/besa-over-http.ts';
import { lettersByPerson, type Remains } from '../audit.ts';
import { timesOfInstitutions } from '../institutions/institution-figures.ts';
import { dangerRows } from './danger-figures.ts';
import { publishedTables } from './published-tables.ts';
import { outageRows } from './outage-figures.ts';
import type { QueueOutage } from './queue-outage.ts';
import type { LivedReport } from '../live-through.ts';
import type { Row } from '../table.ts';
import { table } from '../table.ts';

/** The year in tables, computed from what the case desk, the inbox and the queues say of it. */
export function figures(
  { at, cases, mails, owed, erased, lost, deadLetters }: Remains,
  outage: QueueOutage,
  acts: StaffActs,
): string {
  const sections: [string, Row[]][] = [
    ['Reports by category and severity', byCategory(cases)],
    ['By channel', counted(cases.map(({ channel }) => channel))],
    ['By region', counted(cases.map(({ reported }) => regionName(reported.region)))],
    ['Clocks', clocks(cases)],
    ['Hours from receipt', durations(cases)],
    ['How cases ended', counted(cases.map(({ outcomes }) => outcomes[0] ?? 'open'))],
    ['Referrals by institution', referrals(cases)],
    ['Institutions, until they said that they have it', timesOfInstitutions(cases)],
    ['Institutions at the desk', acts.institutions],
    ['Lists of addresses handed over, minutes', handOvers(cases)],
    ['People in danger', dangerRows(cases)],
    ['Raises by rung', raises(cases)],
    ['Mails by recipient', counted(mails.map(({ to }) => to))],
    ['Letters to staff', lettersByPerson(mails).toSorted((a, b) => b.letters - a.letters)],
    ['Nobody unheard', unheard(cases, owed.length, acts)],
    ['Nobody alone enough', acts.alone],
    ['True words', acts.words],
    ['Right help, and letters that can be used', acts.help],
    ['Shifts that changed', acts.shifts],
    ['The centre itself', acts.centre],
    ['By the pages', acts.pages],
    ...publishedTables(cases, at),
    ['A day without queues', outageRows(cases, outage, deadLetters)],
  ];
  return [
    ...sections.map(([title, rows]) => `\n${title}\n\n${table(rows)}`),
    `\nMails ${mails.length}, sent back ${sentBack(cases)}`,
    `Cases erased when their time was over ${erased.length}, dead letters ${deadLetters}, lost ${lost.length}`,
    `\n${nationalReport(cases)}\n`,
  ].join('\n');
}

/** What staff did in a span that no case tells. */
export interface StaffActs {
  /** Acknowledgements made from a letter. */
  letters: number;
  /** Cases claimed whose holder was gone. */
  takenOver: number;
  /** How institutions answered, and how often. */
  institutions: Row[];
  /** What needed more than one person, and how often it was done. */
  alone: Row[];
  words: Row[];
  help: Row[];
  shifts: Row[];
  /** What the console's pages of the centre have to show. */
  centre: Row[];
  /** What came by the pages, and what people did there. */
  pages: Row[];
}

/** How many reports came through each door of the pages. */
export function doorRows(lived: readonly Pick<LivedReport, 'form'>[]): Row[] {
  return audiences.map((audience) => ({
    what: `reports through the door for ${audience}`,
    count: lived.filter(({ form }) => form?.audience === audience).length,
  }));
}

function unheard(
  cases: readonly ShownCase[],
  owed: number,
  { letters, takenOver }: Pick<StaffActs, 'letters' | 'takenOver'>,
): Row[] {
  const events = cases.flatMap(({ history }) => history);
  const steps = events.filter(({ type }) => type === 'referral.silent').length;
  const added = cases.map(({ history }) => history.filter(({ type }) => type === 'case.information_added').length);
  const looks = events.filter(({ type }) => type === 'referral.looked').length;
  return [
    { what: 'letters acknowledged', count: letters },
    { what: 'cases taken over from a holder who was gone', count: takenOver },
    { what: 'calls of a lone counsellor that an officer looked at', count: looks },
    { what: 'steps of the slow ladder of institutions', count: steps },
    { what: 'messages of the longest thread', count: Math.max(0, ...added) },
    { what: 'alerts still owed', count: owed },
  ];
}

function byCategory(cases: readonly ShownCase[]): Row[] {
  const rows = [...Map.groupBy(cases, ({ reported }) => reported.category)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([category, of]) => severityRow(category, of));
  return [...rows, severityRow('all', cases)];
}

function severityRow(category: string, of: readonly ShownCase[]): Row {
  const bySeverity = severities.map((severity) => [severity, of.filter((one) => one.severity === severity).length]);
  return { category, reports: of.length, ...Object.fromEntries(bySeverity) };
}

function counted(values: readonly string[]): Row[] {
  const rows = [...Map.groupBy(values, (value) => value)].map(([what, of]) => ({ what, count: of.length }));
  return rows.toSorted((a, b) => b.count - a.count);
}

function regionName(code: string | undefined): string {
  return country.regions.find((region) => region.code === code)?.name ?? 'not said';
}

/** Clocks that run for a report, as against those of its referrals. */
const reportClocks = clockKinds.filter((kind) => !isOfReferral({ kind }));

/** A clock runs for a case where the pack gives its severity minutes; it was missed where its history says so. */
function clocks(cases: readonly ShownCase[]): Row[] {
  const ofReports = reportClocks.map((kind) => {
    const running = cases.filter((of) => country.clocks[kind].minutes[of.severity] !== null && hasBegun(kind, of));
    const missed = running.filter(({ history }) => {
      return history.some(({ type, data }) => type === 'sla.missed' && data['timer'] === `1.${kind}.report`);
    });
    return clockRow(kind, running.length, missed.length);
  });
  const ofReferrals = clockKinds
    .filter((kind) => isOfReferral({ kind }))
    .map((kind) => {
      const running = cases.flatMap((one) => (one.referrals ?? []).filter((referral) => runsFor(kind, referral)));
      const misses = cases.flatMap(({ history }) => history.filter(({ type }) => type === 'sla.missed'));
      const missed = misses.filter(({ data }) => String(data['timer']).startsWith(`1.${kind}.`));
      return clockRow(kind, running.length, missed.length);
    });
  return [...ofReports, ...ofReferrals].filter(({ kept, missed }) => Number(kept) + Number(missed) > 0);
}

/** Clocks that run only where something was asked for, and by which event that is known. */
const begunBy: Partial<Record<ClockKind, string>> = {
  second_look: 'approval.asked',
  withdrawal_look: 'case.withdrawal_requested',
  call_look: 'referral.looked',
  danger_call: 'case.read',
};

function hasBegun(kind: ClockKind, { history }: ShownCase): boolean {
  const begins = begunBy[kind];
  return begins === undefined || history.some(({ type }) => type === begins);
}

function clockRow(clock: string, running: number, missed: number): Row {
  return { clock, kept: running - missed, missed, 'kept %': percent(running - missed, running) };
}

/** Of a referral that was sent; a hand-over of addresses has a clock of its own for being acknowledged. */
function runsFor(kind: ClockKind, { approvedAt, addressesOnly }: Referral): boolean {
  if (approvedAt === undefined) return false;
  return kind === 'referral_answer' || (kind === 'referral_hand_over') === (addressesOnly === true);
}

const steps = { read: 'readAt', handled: 'handledAt', resolved: 'resolvedAt' } as const;

function durations(cases: readonly ShownCase[]): Row[] {
  return Object.entries(steps).flatMap(([step, at]) =>
    [...severities, 'all' as const].flatMap((severity): Row[] => {
      const of = cases.filter((one) => severity === 'all' || one.severity === severity);
      const hours = of.flatMap(({ receivedAt, [at]: reached }) => {
        return reached === undefined ? [] : [(Date.parse(reached) - Date.parse(receivedAt)) / 3_600_000];
      });
      if (hours.length === 0) return [];
      return [{ until: step, severity, median: rounded(median(hours)), p90: rounded(quantile(hours, 0.9)) }];
    }),
  );
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

function referrals(cases: readonly ShownCase[]): Row[] {
  const all = cases.flatMap((one) => one.referrals ?? []);
  const statuses = [...new Set(all.map(({ status }) => status))];
  return [...Map.groupBy(all, ({ institution }) => institution)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([institution, of]) => ({
      institution,
      ...Object.fromEntries(statuses.map((status) => [status, of.filter((one) => one.status === status).length])),
    }));
}

/** What the metrics of the hand-over say of each list, taken together. */
const handOverParts = { 'report to decision': 'sinceReport', 'decision to answer': 'sinceSent' } as const;

function handOvers(cases: readonly ShownCase[]): Row[] {
  const times = cases.flatMap((after) => addressHandOverTimes({ before: {}, after }));
  return Object.entries(handOverParts).flatMap(([part, of]): Row[] => {
    const minutes = times.flatMap(({ [of]: seconds }) => (seconds === undefined ? [] : [seconds / 60]));
    if (minutes.length === 0) return [];
    return [{ part, lists: minutes.length, median: rounded(median(minutes)), p90: rounded(quantile(minutes, 0.9)) }];
  });
}

/** Mails that came back; of each somebody else was told. */
export function sentBack(cases: readonly ShownCase[]): number {
  return cases.flatMap(({ history }) => history.filter(({ type }) => type === 'mail.bounced')).length;
}

function raises(cases: readonly ShownCase[]): Row[] {
  const all = cases.flatMap(({ history }) => history.filter(({ type }) => type === 'case.escalated'));
  const isReminder = ({ data }: (typeof all)[number]): boolean => data['reminder'] !== 0;
  const rungs = country.ladder.rungs.map(({ id }) => ({
    rung: id,
    raises: all.filter((raise) => raise.data['rung'] === id && !isReminder(raise)).length,
  }));
  return [...rungs, { rung: 'reminders to all', raises: all.filter(isReminder).length }];
}

/** Incidents that the national report counts as one. */
const incidents: Readonly<Record<string, string>> = {
  sexual_extortion: 'blackmail',
  blackmail_other: 'blackmail',
  cyberbullying: 'bullying',
};

/** The sentence of the national report, from the data. */
export function nationalReport(cases: readonly ShownCase[]): string {
  const victims = cases.flatMap(({ reported }) => reported.victims);
  const girls = victims.filter(({ gender }) => gender === 'female').length;
  const [first, second] = counted(cases.map(({ reported: { category } }) => incidents[category] ?? category));
  return `${cases.length} incidents, ${percent(girls, victims.length)} % of the victims girls, ${first?.['what']} and ${second?.['what']} the main incidents`;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}
