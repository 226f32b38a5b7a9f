import { afterEach, describe, expect, it } from 'vitest';
import { decideInformation } from '#shared/domain/commands/reporter/add-information.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { type Centre, openCentre } from '../centre.ts';
import { policy } from '../policy.ts';

// The stories of which the trial of the mails was made, with letters counted for each person.
describe('Letters to one person', () => {
  let centre: Centre;
  afterEach(() => centre.stop());

  async function open(mailsPerDay?: number): Promise<void> {
    centre = await openCentre(undefined, 'memory', mailsPerDay === undefined ? {} : { mailsPerDay });
  }
  const minuteOf = (at: string): number =>
    Math.floor((Date.parse(at) - Date.parse('2026-11-20T22:10:00.000Z')) / 60_000);
  const minutesOf = (who: string): number[] =>
    centre.letters.filter(({ to }) => to.startsWith(who)).map(({ at }) => minuteOf(at));
  const people = ['duty', 'backup', 'supervisor', 'director', 'partner'];

  /** Minute by minute, as the schedule does. */
  async function pass(cases: readonly Case[], minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 1) {
      await centre.sweep();
      for (const of of cases) await centre.settle(of);
      centre.later(1);
    }
  }
  /** The same, from one instant at which something is due to the next. */
  async function passTo(cases: readonly Case[], end: string): Promise<void> {
    while (centre.now() < end) {
      const { nextAt } = await centre.sweep();
      for (const of of cases) await centre.settle(of);
      centre.at(nextAt ?? end);
    }
  }
  async function criticalCases(count: number): Promise<Case[]> {
    const cases: Case[] = [];
    for (let index = 0; index < count; index += 1) {
      const of = await centre.receive({ severity: 'critical' });
      await centre.settle(of);
      cases.push(of);
    }
    return cases;
  }
  function expectFiveMinutesApart(): void {
    for (const who of people) {
      const minutes = minutesOf(who);
      for (const [index, minute] of minutes.slice(1).entries())
        expect(minute - minutes[index]!).toBeGreaterThanOrEqual(5);
    }
  }

  it('of forty messages on one critical case within a minute: one letter, and not forty', async () => {
    await open();
    const [of] = (await criticalCases(1)) as [Case];
    await centre.sweep();
    const { timers } = await centre.read(of);
    await centre.change(of, {
      set: { status: 'in_progress', readAt: centre.now(), lastReadAt: centre.now(), assignee: 'staff-duty' },
      events: [],
      timersDisarmed: timers.map(timerId),
    });
    centre.later(10);
    await centre.sweep();
    centre.letters.length = 0;
    for (let message = 0; message < 40; message += 1) {
      const { case: now, timers: armed } = await centre.read(of);
      const said = { flags: {}, words: [], stillHappening: false, addresses: 0 };
      const decided = decideInformation(now, armed, said, policy, centre.now());
      await centre.change(of, decided.parts);
      await centre.settle(of);
      centre.at(plusMinutes(centre.now(), 1 / 60));
    }
    await pass([of], 30);
    // The first message at once. All others have joined one mail, which waits for the pace of what is only more.
    expect(minutesOf('duty').length).toBeLessThanOrEqual(2);
    expect(
      (await centre.mailsOf(of)).filter(({ occasion }) => occasion === 'from_reporter').length,
    ).toBeLessThanOrEqual(2);
  });

  it('of twenty-six critical reports within seconds, nobody acting for an hour: at most one in five minutes, and all are named', async () => {
    await open();
    const cases = await criticalCases(26);
    expect(minutesOf('duty')).toEqual([0]);
    await pass(cases, 61);
    expectFiveMinutesApart();
    for (const who of people) expect(minutesOf(who).length).toBeLessThanOrEqual(13);
    const second = centre.letters.find(({ to, at }) => to.startsWith('duty') && minuteOf(at) === 5);
    expect(second?.subject).toBe('26 cases, 26 critical');
    for (const { caseNumber } of cases) expect(second?.text.split(caseNumber).length).toBeGreaterThan(1);
  });

  it('of many more cases than one letter holds: the rest is told by the next', { timeout: 120_000 }, async () => {
    await open();
    const cases = await criticalCases(300);
    await pass(cases, 11);
    expectFiveMinutesApart();
    const told = centre.letters
      .filter(({ to }) => to.startsWith('duty'))
      .map(({ text }) => text)
      .join();
    for (const { caseNumber } of cases) expect(told).toContain(caseNumber);
    expect(centre.measured.filter(({ metric, value }) => metric === 'OldestUnsentMailAge' && value >= 600)).toEqual([]);
  });

  it('load a case once, however many of its mails wait', async () => {
    await open();
    const [of] = (await criticalCases(1)) as [Case];
    const { timers } = await centre.read(of);
    await centre.change(of, {
      set: { readAt: centre.now(), assignee: 'staff-duty' },
      events: [],
      timersDisarmed: ['1.must_be_acknowledged.report'],
    });
    for (const timer of timers.filter(({ kind }) => kind !== 'must_be_acknowledged')) {
      await centre.change(of, {
        set: {},
        events: [{ type: 'sla.warned', actor: 'besa:escalation', data: { timer: timerId(timer) } }],
      });
      await centre.settle(of);
    }
    const waiting = (await centre.mailsOf(of)).filter(({ to, sentAt }) => to === 'staff-duty' && sentAt === undefined);
    expect(waiting.length).toBeGreaterThan(3);
    centre.later(31);
    let loads = 0;
    const load = centre.cases.load.bind(centre.cases);
    centre.cases.load = (caseId) => {
      loads += 1;
      return load(caseId);
    };
    centre.between.onSend = () => void (centre.cases.load = load);
    await centre.sendDue();
    expect(centre.letters.filter(({ to }) => to.startsWith('duty'))).toHaveLength(2);
    expect(loads).toBe(1);
  });

  it('keep a reserve of the day for first news of critical cases', async () => {
    await open(200);
    const cases = await criticalCases(3);
    await passTo(cases, plusMinutes(centre.now(), 24 * 60));
    expect(centre.letters.length).toBeLessThan(200);
    expect(centre.measured.some(({ metric, value }) => metric === 'MailQuotaUsed' && value >= 50)).toBe(true);
    const before = centre.letters.length;
    const [late] = (await criticalCases(1)) as [Case];
    await pass([late], 7);
    const told = centre.letters.slice(before).filter(({ text }) => text.includes(late.caseNumber));
    expect(told[0]?.to).toBe('duty@centre.example');
  });

  it('are never two when two workers send at the same time', async () => {
    await open();
    const first = await centre.receive({ severity: 'critical' });
    const second = await centre.receive({ severity: 'critical' });
    for (const of of [first, second]) {
      await centre.deliver('triage', await centre.lastEvent(of, 'case.received'));
      await centre.deliver('sla-timer', await centre.lastEvent(of, 'case.triaged'));
    }
    const events = await Promise.all([first, second].map((of) => centre.lastEvent(of, 'case.triaged')));
    await Promise.all(events.map((event) => centre.deliver('notification', event)));
    expect(minutesOf('duty')).toEqual([0]);
    centre.later(2);
    await Promise.all([centre.sweep(), centre.sweep()]);
    expect(minutesOf('duty')).toEqual([0]);
    centre.later(3);
    await Promise.all([centre.sweep(), centre.sweep()]);
    expect(minutesOf('duty')).toEqual([0, 5]);
    expect(centre.letters.at(-1)?.text).toContain(first.caseNumber);
    expect(centre.letters.at(-1)?.text).toContain(second.caseNumber);
  });

  it('of a critical case wait for one that had waited for its burst, and not for daily news', async () => {
    await open();
    const high = await centre.receive({ severity: 'high' });
    await centre.settle(high);
    centre.later(1);
    await centre.sweep();
    await criticalCases(1);
    expect(minutesOf('duty')).toEqual([1]);
    centre.later(5);
    await centre.sweep();
    expect(minutesOf('duty')).toEqual([1, 6]);

    await open();
    const normal = await centre.receive({ severity: 'normal' });
    await centre.settle(normal);
    centre.at('2026-11-21T07:00:00.000Z');
    await centre.sweep();
    expect(minutesOf('duty')).toHaveLength(1);
    await criticalCases(1);
    expect(minutesOf('duty')).toHaveLength(2);
  });

  it('wake the sweep only when one may leave', async () => {
    await open();
    await criticalCases(3);
    await centre.sweep();
    const { nextAt } = await centre.sweep();
    expect(minuteOf(nextAt ?? '')).toBe(5);
  });
});
