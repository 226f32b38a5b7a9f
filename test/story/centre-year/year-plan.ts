import { moreUrgent, type Severity } from '#shared/domain/report/severity.ts';
import type { Chance } from '../chance.ts';
import { chance } from '../chance.ts';
import { atLocal, wallClock } from '../local-time.ts';
import { textOf } from '#test/support/long-thread.ts';
import type { DrawnReport } from './year-reports.ts';
import { drawReports } from './year-reports.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What is played: a whole year, or a week of it. Instants in ms since 1970. */
export interface Span {
  seed: number;
  from: number;
  days: number;
  reports: number;
  /** School classes that sit down together: on which day of the span, at which minute of the day, how many pupils. */
  classes: readonly { day: number; minute: number; pupils: number }[];
  /** How often several people report the same event. */
  sameEvents: number;
  /** Days on which people talk about it, and so many times as many report by themselves; the last is not among them. */
  campaign?: { from: number; to: number; times: number };
  /** How many reports nobody looks at until the ladder has climbed. */
  leftAlone: number;
  /** How many reporters go on writing, far more than one page of a thread holds. */
  longThreads?: number;
}

/** When somebody gets to a case. */
export interface Work {
  acknowledgeAt?: number;
  readAt: number;
  handleAt: number;
  resolveAt: number;
  /** When institutions say that they have what was written to them; some let it lie. */
  receiptAt: number;
  /** When institutions answer to which the case was passed on; some decline. */
  answerAt: number;
  isDeclined: boolean;
}

export interface PlannedReport extends DrawnReport {
  at: number;
  work: Work;
  /** Nobody looks at it until the ladder has climbed. */
  isLeftAlone: boolean;
  /** Whoever resolves it first forgets the decision on the duty to report. */
  isInAHurry: boolean;
  /** What the reporter goes on writing once the report was read, minute by minute. */
  thread?: readonly (readonly string[])[];
  /** Reports of the same event share its name; the first of them is resolved first and leads. */
  event?: string;
}

/** Plans a span: which reports come when, and when somebody gets to each. The same seed plans the same. */
export function planSpan(span: Span): PlannedReport[] {
  const dice = chance(span.seed);
  const left = drawReports(span.reports, dice);
  const instant = instants(span, dice);
  const inClasses = span.classes.flatMap((one, index) => aClass(takeClass(left, one.pupils), index, one, span, dice));
  const sharing = Array.from({ length: span.sameEvents }, (_, index) => sameEvent(left, index, instant(), dice)).flat();
  const alone = withThreads(
    left.map((report): PlannedReport => planned(report, instant(), dice)),
    span.longThreads ?? 0,
  );
  const leftAlone = alone
    .filter(({ severity, thread: words }) => severity !== 'critical' && words === undefined)
    .slice(0, span.leftAlone)
    .map(leaveAlone);
  const byLife = [...inClasses, ...sharing, ...alone.filter((one) => !leftAlone.some(({ body }) => body === one.body))];
  return [...byLife, ...leftAlone].toSorted((a, b) => a.at - b.at);
}

/** Half as fast as a case takes messages, for so many minutes: more than two pages of a thread. */
const messagesAMinute = 5;
const minutesOfWriting = 24;
const thread = Array.from({ length: minutesOfWriting }, (_, minute) =>
  Array.from({ length: messagesAMinute }, (_, nth) => textOf(minute * messagesAMinute + nth + 1)),
);

/** Reporters of ordinary cases who go on writing while the case is read and not yet handled. */
function withThreads(reports: readonly PlannedReport[], most: number): PlannedReport[] {
  const isFit = ({ channel, severity, work: { readAt, handleAt } }: PlannedReport): boolean =>
    channel === 'web' && severity === 'normal' && handleAt - readAt > (minutesOfWriting + 10) * minuteMs;
  const writing = new Set(reports.filter(isFit).slice(0, most));
  return reports.map((report) => (writing.has(report) ? { ...report, thread } : report));
}

/** Takes out the reports of a class: pupils report by themselves, six in ten of them the same group chat. */
function takeClass(left: DrawnReport[], pupils: number): DrawnReport[] {
  const isPupils = ({ channel, body }: DrawnReport): boolean => channel === 'web' && 'victims' in body;
  const chat = take(left, Math.round(pupils * 0.6), (one) => isPupils(one) && one.category === 'cyberbullying');
  const others = take(left, pupils - chat.length, (one) => isPupils(one) && one.severity === 'normal');
  return [...chat, ...others, ...take(left, pupils - chat.length - others.length, isPupils)];
}

function aClass(
  reports: readonly DrawnReport[],
  index: number,
  { day, minute }: Span['classes'][number],
  span: Span,
  dice: Chance,
): PlannedReport[] {
  const at = onDay(span, day, minute);
  const campaign = `SHKOLLA-${index + 1}`;
  const school = { region: dice.pick(['AL-03', 'AL-02', 'AL-06']), school: 'Një shkollë e shpikur' };
  // A counsellor sits down with the whole class at once, and next day resolves what can be resolved.
  const work = workOn(reports.map(({ severity }) => severity).reduce(moreUrgent), at, dice);
  const all = reports.map((report) => {
    const body = { ...report.body, campaign, place: school };
    return { ...planned({ ...report, body }, at, dice), work };
  });
  return following(
    all.map((one) => (one.category === 'cyberbullying' ? { ...one, event: `class ${index + 1}` } : one)),
  );
}

/** Two to four people report the same thing within hours. */
function sameEvent(left: DrawnReport[], index: number, firstAt: number, dice: Chance): PlannedReport[] {
  const category = dice.pick(['cyberbullying', 'sexual_extortion', 'impersonation_account', 'threat_violence']);
  const reports = take(left, dice.whole(2, 4), (one) => one.category === category);
  const all = reports.map((report, place) => {
    const at = firstAt + (place === 0 ? 0 : dice.whole(1, 300) * minuteMs);
    return { ...planned(report, at, dice), event: `event ${index + 1}` };
  });
  return following(all);
}

/** Whoever follows a lead case is resolved after it. */
function following(reports: readonly PlannedReport[]): PlannedReport[] {
  const led = reports.filter(({ event }) => event !== undefined);
  const lead = led.toSorted((a, b) => a.work.resolveAt - b.work.resolveAt)[0];
  return reports.map((report): PlannedReport => {
    if (lead === undefined || report.event === undefined || report === lead) return report;
    const resolveAt = Math.max(lead.work.resolveAt, report.work.handleAt) + 5 * minuteMs;
    return { ...report, work: { ...report.work, resolveAt } };
  });
}

function take(from: DrawnReport[], most: number, isWanted: (report: DrawnReport) => boolean): DrawnReport[] {
  const wanted = from.filter(isWanted).slice(0, most);
  for (const report of wanted) from.splice(from.indexOf(report), 1);
  return wanted;
}

/** Reports come when children are awake and alone: less in summer, most in the evening, some at night. */
const byMonth = [10, 12, 11, 10, 10, 6, 4, 4, 8, 10, 11, 9];
const byHour = [3, 2, 1, 1, 1, 1, 1, 2, 3, 3, 3, 3, 4, 5, 6, 6, 6, 6, 7, 8, 9, 9, 8, 5];

function instants(span: Span, dice: Chance): () => number {
  const { from, to, times } = span.campaign ?? { from: 0, to: 0, times: 1 };
  const days = Array.from({ length: span.days }, (_, day) => {
    const usual = byMonth[wallClock(onDay(span, day, 720)).month - 1] ?? 1;
    return day >= from && day < to ? usual * times : usual;
  });
  return () =>
    onDay(span, dice.weighted(days), dice.weighted(byHour) * 60 + dice.whole(0, 59)) + dice.whole(0, 59) * 1000;
}

function onDay({ from }: Span, day: number, minute: number): number {
  const first = wallClock(from + 12 * hourMs);
  return atLocal(first.year, first.month, first.day + day, minute);
}

function planned(report: DrawnReport, at: number, dice: Chance): PlannedReport {
  const isInAHurry = report.category === 'sexual_extortion' && dice.happens(0.2);
  const work = workOn(report.severity, at, dice);
  return { ...report, at, isLeftAlone: false, isInAHurry, work: isList(report) ? takenOver(work) : work };
}

/** A list of addresses for the cyber authority, which has an hour for it. */
function isList({ category, body }: DrawnReport): boolean {
  return body['about'] === 'content_only' && (category === 'illegal_site' || category === 'csam');
}

/** Whoever takes lists over sits by the mail, and is so much quicker than institutions are with anything else. */
const timesAsQuick = 20;

function takenOver(work: Work): Work {
  const receiptAt = work.handleAt + Math.max(2 * minuteMs, (work.receiptAt - work.handleAt) / timesAsQuick);
  return { ...work, receiptAt, answerAt: Math.max(work.answerAt, receiptAt + minuteMs) };
}

/**
 * Minutes to reading, to handling after it, hours to resolving after that; and the same when it is late. A critical case
 * that is late reminds everybody every half hour: nobody lets it lie for a day.
 */
const paces: Readonly<
  Record<Severity, { read: Range; handle: Range; resolveHours: Range; slowRead: Range; lateHours: Range }>
> = {
  critical: { read: [4, 40], handle: [5, 25], resolveHours: [6, 30], slowRead: [62, 110], lateHours: [46, 51] },
  high: { read: [15, 150], handle: [10, 80], resolveHours: [6, 30], slowRead: [245, 400], lateHours: [50, 76] },
  normal: { read: [15, 200], handle: [40, 900], resolveHours: [2, 30], slowRead: [300, 900], lateHours: [72, 120] },
  low: { read: [30, 200], handle: [60, 900], resolveHours: [8, 30], slowRead: [1500, 1800], lateHours: [74, 120] },
};
type Range = readonly [low: number, high: number];

function workOn(severity: Severity, at: number, dice: Chance): Work {
  const { read, handle, resolveHours, slowRead, lateHours } = paces[severity];
  // The helpline is awake at all hours for what is urgent; the rest waits for the morning.
  const onShift =
    severity === 'critical' || severity === 'high' ? (when: number) => when : (when: number) => awake(when, dice);
  const isSlow = dice.happens(0.06);
  const readAt = onShift(at + dice.whole(...(isSlow ? slowRead : read)) * minuteMs);
  const handleAt = onShift(readAt + dice.whole(...handle) * minuteMs);
  const isLate = dice.happens(0.04);
  const hours = isLate ? dice.whole(...lateHours) : dice.whole(...resolveHours);
  const resolveAt = awake(handleAt + hours * hourMs, dice);
  const isSilentLong = severity !== 'critical' && dice.happens(0.1);
  // Some are silent until a supervisor has to decide who else is told.
  const answerDays = isSilentLong ? 7 + 4.5 * dice.share() : 1 + 5 * dice.share();
  // One in ten sleeps through the first ring, and somebody else is called.
  const isLyingThere = dice.happens(0.1);
  const receiptMinutes = isLyingThere ? dice.whole(26 * 60, 40 * 60) : dice.whole(60, 8 * 60);
  const receiptAt = awake(handleAt + receiptMinutes * minuteMs, dice);
  const seesPhoneAt = at + (dice.happens(0.1) ? dice.whole(12, 30) : dice.whole(2, 9)) * minuteMs;
  return {
    ...(severity === 'critical' && seesPhoneAt < readAt ? { acknowledgeAt: seesPhoneAt } : {}),
    readAt,
    handleAt,
    resolveAt,
    receiptAt,
    answerAt: Math.max(receiptAt, awake(handleAt + Math.round(answerDays * 24 * 60) * minuteMs, dice)) + minuteMs,
    isDeclined: dice.happens(0.1),
  };
}

/** The same instant when the desk is staffed, else some minutes after it opens: 08:00 to 23:00 every day. */
function awake(at: number, dice: Chance): number {
  const { year, month, day, minutes } = wallClock(at);
  if (minutes >= 8 * 60 && minutes < 23 * 60) return at;
  return atLocal(year, month, minutes < 8 * 60 ? day : day + 1, 8 * 60 + dice.whole(2, 50));
}

function leaveAlone(report: PlannedReport): PlannedReport {
  const isUrgent = report.severity === 'high';
  const readAt = report.at + (isUrgent ? 20 * hourMs : 5 * 24 * hourMs + 3 * hourMs);
  const handleAt = readAt + 30 * minuteMs;
  const times = { readAt, handleAt, resolveAt: readAt + 5 * hourMs };
  const work = { ...times, receiptAt: readAt + 2 * hourMs, answerAt: readAt + 48 * hourMs, isDeclined: false };
  return { ...report, isLeftAlone: true, work };
}
