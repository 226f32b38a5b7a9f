import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import { isOfReferral } from '#shared/domain/sla/timer.ts';
import { localTime } from '#shared/domain/time/local-time.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { aReferral } from '#test/support/builders.ts';
import { type Centre, openCentre, staff } from '../centre.ts';

const hours = 60;
const days = 24 * hours;

/** Cases and institutions that nobody takes in hand, lived through from one due instant to the next. */
describe('What is left alone', () => {
  let centre: Centre;
  let start: Instant;
  beforeEach(async () => {
    centre = await openCentre();
    start = centre.now();
  });
  afterEach(() => centre.stop());

  const tell = (people: string) => centre.letters.filter(({ to }) => to.startsWith(people));
  const perPerson = (): Record<string, number> =>
    Object.fromEntries(staff.map(({ name }) => [name, tell(name).length]));
  const localHour = (at: Instant): string => localTime(at, 'Europe/Tirane').time;

  async function run(cases: readonly Case[], minutes: number): Promise<void> {
    const until = plusMinutes(start, minutes);
    for (;;) {
      await centre.sweep();
      for (const of of cases) await centre.settle(of);
      const { nextAt } = await centre.sweep();
      if (nextAt === undefined || nextAt > until) return;
      centre.at(nextAt);
    }
  }

  /** How many transactions the sweeps write of the cases from now on. */
  function countWrites(): () => number {
    let count = 0;
    const write = centre.writer.write.bind(centre.writer);
    centre.writer.write = async (change, also) => {
      if (change.timersArmed.length > 0 && also === undefined) count += 1;
      return write(change, also);
    };
    return () => count;
  }

  async function escalations(of: Case): Promise<CaseEvent[]> {
    return (await centre.history(of)).filter(({ actor }) => actor === 'besa:escalation');
  }

  it('two critical cases and a normal one, for 73 hours: about one event an hour for each critical case', async () => {
    const cases = [await centre.receive({ severity: 'critical' }), await centre.receive({ severity: 'normal' })];
    centre.later(7);
    cases.push(await centre.receive({ severity: 'critical' }));
    for (const of of cases) await centre.settle(of);
    const writes = countWrites();
    await run(cases, 73 * hours);
    const [first, normal, second] = await Promise.all(cases.map(async (of) => (await escalations(of)).length));
    expect({ first, second, normal, writes: writes() }).toEqual({ first: 115, second: 114, normal: 20, writes: 210 });
  });

  it('a call that nobody looks at, of an ended case: its ladder once, then one letter each on a working day, at 08:00', async () => {
    const call = aReferral({ status: 'completed', calledAt: start, lookOwedSince: start });
    const seen = { triagedAt: start, readAt: start, lastReadAt: start, handledAt: start, resolvedAt: start };
    const of = await centre.receive({ severity: 'critical', status: 'resolved', ...seen, referrals: [call] });
    await centre.settle(of);
    await run([of], 14 * days);
    // Two weekends and two days of feast are among the two weeks.
    const mornings = ['11-25', '11-26', '11-27', '12-02', '12-03', '12-04'];
    const after = centre.letters.filter(({ at }) => at > plusMinutes(start, 2 * days));
    expect([...new Set(after.map(({ at }) => `${at.slice(5, 10)} ${localHour(at)}`))]).toEqual(
      mornings.map((day) => `${day} 08:00`),
    );
    expect(after).toHaveLength(staff.length * mornings.length);
  });

  describe('a police unit, for nine weeks', () => {
    const nineWeeks = 63 * days;
    const steps = ['owner', 'supervisor', 'authority', ...Array.from({ length: 6 }, () => 'reminder')];
    const sent = () => aReferral({ status: 'sent', approvedAt: start, sentAt: start });
    /** A case that somebody works on, with only the clocks of its institution. */
    async function worked(more: Partial<Case>): Promise<Case> {
      const seen = { triagedAt: start, readAt: start, lastReadAt: start, handledAt: start, assignee: 'staff-backup' };
      const of = await centre.receive({ ...seen, referrals: [sent()], ...more });
      const own = (await centre.read(of)).timers.filter((timer) => !isOfReferral(timer));
      await centre.change(of, { set: {}, events: [], timersDisarmed: own.map(timerId) });
      return of;
    }

    async function silences(of: Case): Promise<string[]> {
      return (await escalations(of)).flatMap(({ type, data, time }) =>
        type === 'referral.silent' ? [`${time.slice(5, 10)} ${data.step}`] : [],
      );
    }

    it.each([
      ['a resolved case', { status: 'resolved', resolvedAt: '2026-11-20T22:10:00.000Z', severity: 'critical' }],
      ['an open case that is not critical', { status: 'in_progress', severity: 'high' }],
    ] as const)('about %s: about one mail a week, by day, and to two people', async (_, more) => {
      const of = await worked(more);
      const writes = countWrites();
      await run([of], nineWeeks);
      expect((await silences(of)).map((one) => one.split(' ')[1])).toEqual(steps);
      expect((await escalations(of)).filter(({ type }) => type === 'case.escalated')).toEqual([]);
      expect(writes()).toBeLessThan(60);
      expect(perPerson()).toEqual({ duty: 0, backup: 1, supervisor: 8, director: 0, partner: 0 });
      for (const { at, subject } of centre.letters) {
        expect(localHour(at)).toBe('08:00');
        expect(subject).toMatch(/^Silent.*(Cyber|cyber|Krim)/u);
      }
      const days = centre.letters.map(({ at }) => at.slice(0, 10));
      expect(new Set(days).size).toBe(days.length);
    });

    it('forty times for one case: one sweep tells of all, in transactions that have room', async () => {
      const ids = Array.from({ length: 40 }, (_, n) => `police_cybercrime-${n + 1}`);
      const of = await worked({
        status: 'in_progress',
        severity: 'high',
        referrals: ids.map((id) => ({ ...sent(), id })),
      });
      centre.later(24 * hours);
      const writes = countWrites();
      await centre.sweep();
      expect(await silences(of)).toHaveLength(40);
      // Each of the forty that are due is a timer and three events.
      expect(writes()).toBe(3);
      const { timers } = await centre.read(of);
      expect(timers.filter(({ dueAt }) => dueAt <= centre.now())).toEqual([]);
    });

    it('about an open critical case: each rung once, and then as slowly', async () => {
      const of = await worked({ status: 'in_progress', severity: 'critical' });
      await run([of], nineWeeks);
      const climbed = (await escalations(of)).flatMap((event) => (event.type === 'case.escalated' ? [event.data] : []));
      expect(climbed.map(({ rung, reminder }) => `${rung} ${reminder}`)).toEqual([
        'duty 0',
        'backup 0',
        'supervisor 0',
        'director 0',
        'partner 0',
      ]);
      expect((await silences(of)).map((one) => one.split(' ')[1])).toEqual(steps.slice(1));
      // Who works on it stands on the second rung too, and is told of the miss as well.
      expect(perPerson()).toEqual({ duty: 1, backup: 2, supervisor: 1 + 8, director: 1, partner: 1 });
    });
  });
});
