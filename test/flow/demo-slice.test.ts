import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findings, lookBack, type Remains } from '#test/story/audit.ts';
import { byPages } from '#test/story/centre-year/by-pages.ts';
import { onPage } from '#test/story/centre-year/plan-pages.ts';
import { bouncedMailbox } from '#test/story/centre-year/bounced-mailbox.ts';
import { timesOfInstitutions } from '#test/story/institutions/institution-figures.ts';
import { liveThrough, until, type LivedReport } from '#test/story/live-through.ts';
import { atLocal, wallClock } from '#test/story/local-time.ts';
import { outageFindings, outageHits } from '#test/story/centre-year/outage-figures.ts';
import { nobodyAlone } from '#test/story/centre-year/nobody-alone.ts';
import { rightHelp } from '#test/story/centre-year/right-help.ts';
import { centreItself } from '#test/story/centre-year/centre-itself.ts';
import { shiftChanges } from '#test/story/centre-year/shift-changes.ts';
import { trueWords } from '#test/story/centre-year/true-words.ts';
import { queueOutage, type QueueOutage } from '#test/story/centre-year/queue-outage.ts';
import { staffAtWork, type StaffAtWork } from '#test/story/staff-at-work.ts';
import { suspendedHolder } from '#test/story/centre-year/suspended-holder.ts';
import { nationalReport, sentBack } from '#test/story/centre-year/year-figures.ts';
import { planSpan } from '#test/story/centre-year/year-plan.ts';
import { startTestBesa, timesOf, type BesaUnderTest } from '#test/support/running-besa.ts';

/** One week of the demo year, with everything that is in a year: a class, a same event, one left alone, an outage. */
const hourMs = 3_600_000;
const reports = 20;
const pupils = 5;

let besa: BesaUnderTest;
let lived: LivedReport[];
let remains: Remains;
let counts: ReturnType<StaffAtWork['counts']>;
let answers: ReturnType<StaffAtWork['institutions']['counts']>;
let outage: QueueOutage;
let alone: Awaited<ReturnType<typeof nobodyAlone>>;
let words: Awaited<ReturnType<typeof trueWords>>;
let help: Awaited<ReturnType<typeof rightHelp>>;
let shifts: Awaited<ReturnType<typeof shiftChanges>>;
let centre: Awaited<ReturnType<typeof centreItself>>;
let pages: Awaited<ReturnType<typeof byPages>>;
beforeAll(async () => {
  besa = await startTestBesa();
  const { year, month, day } = wallClock(Date.parse(await besa.now()));
  const from = atLocal(year, month, day + 1, 0);
  const plan = planSpan({
    seed: 29,
    from,
    days: 7,
    reports,
    classes: [{ day: 1, minute: 10 * 60, pupils }],
    sameEvents: 1,
    leftAlone: 1,
    longThreads: 1,
  });
  const staff = await staffAtWork(besa);
  // From before the class comes until the afternoon.
  outage = queueOutage(besa.inside, from + 32 * hourMs, from + 38 * hourMs);
  const bounces = bouncedMailbox(besa.inside, 'staff-arta', from, from + 72 * hourMs);
  const suspension = suspendedHolder(besa.inside, staff, plan);
  alone = await nobodyAlone(
    besa,
    [4, 5].map((days) => from + days * 24 * hourMs + 10 * hourMs),
  );
  words = await trueWords(besa, [from + 6 * 24 * hourMs + 10 * hourMs]);
  help = await rightHelp(besa, [from + 6 * 24 * hourMs + 12 * hourMs]);
  shifts = await shiftChanges(besa, [from + 3 * 24 * hourMs + 14 * hourMs]);
  centre = await centreItself(besa, [from + 6 * 24 * hourMs + 8 * hourMs]);
  pages = await byPages(besa, [from + 6 * 24 * hourMs + 14 * hourMs]);
  lived = await liveThrough(besa, staff, plan, {
    mishaps: [
      bounces,
      outage,
      suspension,
      ...alone.mishaps,
      ...words.mishaps,
      ...help.mishaps,
      ...shifts.mishaps,
      ...centre.mishaps,
      ...pages.mishaps,
    ],
  });
  // Dead letters are kept for fourteen days.
  await until(besa, Math.max(...plan.map(({ work }) => work.resolveAt)) + 15 * 24 * hourMs);
  remains = await lookBack(besa, staff.supervisor, lived);
  counts = staff.counts();
  answers = staff.institutions.counts();
}, 300_000);
afterAll(() => besa.end());

describe('a week at the centre', () => {
  it('loses nothing, leaves no dead letter, keeps or raises every promise, and resolves every case', () => {
    expect(lived.length).toBe(reports);
    expect(remains.cases.length).toBe(reports);
    expect(findings(remains)).toEqual([]);
    expect(outageFindings(remains.cases, outage)).toEqual([]);
  });

  it('has really been a week of trouble: hours without queues, a case left alone, refusals, misses', () => {
    const rungs = remains.cases.flatMap(({ history }) => history.flatMap(({ data }) => data['rung'] ?? []));
    const missed = remains.cases.filter(({ history }) => history.some(({ type }) => type === 'sla.missed'));
    expect(outage.deadLettersAtItsEnd()).toBeGreaterThan(0);
    const late = outageHits(remains.cases, outage).filter(({ triagedAt }) => triagedAt >= outage.to);
    expect(late.length).toBeGreaterThanOrEqual(pupils);
    expect(late.every(({ isMissed }) => isMissed)).toBe(true);
    expect(rungs).toContain('outside_partner');
    expect(missed.length).toBeGreaterThan(0);
    expect(missed.length).toBeLessThan(reports);
    expect(counts.refusedByGuards).toBeGreaterThan(0);
    expect(counts.takenOver).toBeGreaterThan(0);
    expect(counts.letters).toBeGreaterThan(0);
    expect(remains.cases.some((one) => timesOf(one, 'referral.looked') > 0)).toBe(true);
    expect(remains.cases.some((one) => timesOf(one, 'referral.silent') > 0)).toBe(true);
    const referrals = remains.cases.flatMap((one) => one.referrals ?? []);
    expect(referrals.filter(({ status }) => status === 'completed').length).toBeGreaterThan(0);
    expect(remains.mails.length).toBeGreaterThan(0);
    expect(sentBack(remains.cases)).toBeGreaterThan(0);
    // More than two pages of a thread.
    expect(Math.max(...remains.cases.map((one) => timesOf(one, 'case.information_added')))).toBe(120);
    expect(remains.owed).toEqual([]);
  });

  it('has institutions that answer at the desk, with a code that was read out, and others by phone', () => {
    const { desk, phone, spokenCodes } = answers;
    expect([desk, phone, spokenCodes].filter((count) => count === 0)).toEqual([]);
    const rows = timesOfInstitutions(remains.cases);
    expect(rows.some((row) => Number(row['by desk']) > 0)).toBe(true);
  });

  it('has everything in it that one person is not enough for', () => {
    expect(Object.entries(alone.counts()).filter(([, count]) => count === 0)).toEqual([]);
  });

  it('has everything in it that makes what is told true', () => {
    expect(Object.entries(words.counts()).filter(([, count]) => count === 0)).toEqual([]);
  });

  it('has everything in it that helps the right one, and that leaves the centre', () => {
    expect(Object.entries(help.counts()).filter(([, count]) => count === 0)).toEqual([]);
  });

  it('has a shift that changes, and what it leaves is found', () => {
    expect(Object.entries(shifts.counts()).filter(([, count]) => count === 0)).toEqual([]);
  });

  it('has a life of the centre itself, and its lists, audit and log say so', () => {
    expect(Object.entries(centre.counts()).filter(([, count]) => count === 0)).toEqual([]);
  });

  it('has people who come by the pages, and all that they do there', () => {
    expect(Object.entries(pages.counts()).filter(([, count]) => count === 0)).toEqual([]);
    expect(lived.filter(({ form }) => form !== undefined).length).toBeGreaterThan(0);
  });

  it('says the sentence of the national report from what was reported', () => {
    expect(nationalReport(remains.cases)).toMatch(
      /^20 incidents, 6\d % of the victims girls, (?:blackmail and bullying|bullying and blackmail) the main incidents$/u,
    );
  });
});

describe('the plan of a year', () => {
  const year = { seed: 1, from: atLocal(2027, 1, 1, 0), days: 365, reports: 407, sameEvents: 14, leftAlone: 9 };
  const classes = [{ day: 68, minute: 605, pupils: 30 }];

  it('is the same for the same seed and another for another', () => {
    const plan = JSON.stringify(planSpan({ ...year, classes }));
    expect(JSON.stringify(planSpan({ ...year, classes }))).toBe(plan);
    expect(JSON.stringify(planSpan({ ...year, classes, seed: 2 }))).not.toBe(plan);
  });

  it('has every report once, from all twelve regions, by all three ways', () => {
    const plan = planSpan({ ...year, classes });
    expect(plan.length).toBe(407);
    expect(new Set(plan.map(({ body }) => (body['place'] as { region: string }).region)).size).toBe(12);
    expect(new Set(plan.map(({ channel }) => channel))).toEqual(new Set(['web', 'helpline', 'school']));
    expect(plan.filter(({ isLeftAlone }) => isLeftAlone).length).toBe(9);
  });

  it('has reports through three doors of the pages, each of them severe as planned', () => {
    const doors = planSpan({ ...year, classes }).flatMap((one) => onPage(one)?.audience ?? []);
    expect(doors.length).toBeGreaterThan(40);
    expect(new Set(doors)).toEqual(new Set(['child', 'parent', 'adult']));
  });
});
