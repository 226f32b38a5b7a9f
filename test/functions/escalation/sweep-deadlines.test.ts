import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workQueue } from '#shared/adapters/aws/indexes/work-queue.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { acknowledgeRung } from '#shared/domain/sla/timer.ts';
import { timerId, type TimerId } from '#shared/domain/case/timer-id.ts';
import { type Centre, Crash, openCentre } from '../centre.ts';
import { policy } from '../policy.ts';

const acknowledge: TimerId = '1.must_be_acknowledged.report';

describe('The escalation sweep', () => {
  let centre: Centre;
  let start: Instant;
  beforeEach(async () => {
    centre = await openCentre();
    start = centre.now();
  });
  afterEach(() => centre.stop());

  const minutes = (at: Instant): number => (Date.parse(at) - Date.parse(start)) / 60_000;

  /** Triaged and with its clocks armed at `start`. */
  async function open(overrides: Partial<Case> = {}): Promise<Case> {
    const of = await centre.receive({ severity: 'critical', ...overrides });
    await centre.settle(of);
    return of;
  }

  async function raises(of: Case, timer?: TimerId): Promise<string[]> {
    return (await centre.history(of)).flatMap((event) => say(event, timer));
  }

  function say(event: CaseEvent, timer?: TimerId): string[] {
    if (!('timer' in event.data) || (timer !== undefined && event.data.timer !== timer)) return [];
    const what =
      event.type === 'case.escalated'
        ? `${event.data.rung}${event.data.reminder > 0 ? ` reminder ${event.data.reminder}` : ''}`
        : event.type;
    return [`${minutes(event.time)} ${what}`];
  }

  const delays = (): number[] =>
    centre.measured.filter(({ metric }) => metric === 'RaiseDelay').map(({ value }) => value);

  /** Lets time pass as the local clock does: from one instant at which something is due to the next. */
  async function run(of: Case, untilMinute: number): Promise<void> {
    for (;;) {
      await centre.sweep();
      await centre.settle(of);
      // What staff were told of meanwhile may ring again before anything else is due.
      const { nextAt } = await centre.sweep();
      if (nextAt === undefined || minutes(nextAt) > untilMinute) break;
      centre.at(nextAt);
    }
  }

  it('moves a case up the work list when it finds a deadline missed, also one of release 0.1.0', async () => {
    // `receive` stores a case as release 0.1.0 did: without a list of its deadlines.
    const read = (at: Instant) => ({ status: 'in_progress', readAt: at, lastReadAt: at }) as const;
    const of = await open({ severity: 'normal', ...read(start) });
    const { timers } = await centre.read(of);
    const deadline = timers.find(({ kind }) => kind === 'handle')?.deadline ?? start;
    centre.at(plusMinutes(deadline, -5));
    const critical = await open({ severity: 'critical', ...read(centre.now()) });
    const queue = workQueue(centre.database.db, centre.database.tables);
    const listed = async (): Promise<string[]> => (await queue.page()).cases.map(({ caseId }) => caseId);
    expect(await listed()).toEqual([critical.caseId, of.caseId]);
    centre.at(deadline);
    await centre.sweep();
    expect((await centre.read(of)).case.deadlines).toEqual([
      { clock: 'handle', at: deadline, missed: true },
      { clock: 'promise_handle', at: plusMinutes(start, 48 * 60) },
      { clock: 'resolve', at: plusMinutes(start, 48 * 60) },
      { clock: 'promise_resolve', at: plusMinutes(start, 72 * 60) },
    ]);
    expect(await listed()).toEqual([of.caseId, critical.caseId]);
  });

  it('climbs the ladder of a critical case to the minute, to the last rung and the reminders after it', async () => {
    const of = await open();
    await run(of, 150);
    expect(await raises(of, acknowledge)).toEqual([
      '0 duty',
      '10 backup',
      '15 sla.missed',
      '20 supervisor',
      '40 director',
      '60 partner',
      '90 partner reminder 1',
      '120 partner reminder 2',
      '150 partner reminder 3',
    ]);
    const mails = (await centre.mailsOf(of)).filter(
      (mail) => mail.timer === acknowledge || mail.occasion === 'new_case',
    );
    const sent = (occasion: string) =>
      mails
        .filter((mail) => mail.occasion === occasion)
        .map((mail) => `${minutes(mail.createdAt)} ${mail.to}`)
        .toSorted();
    expect(sent('new_case')).toEqual(['0 staff-duty']);
    expect(sent('escalated')).toEqual([
      '10 staff-backup',
      '20 staff-supervisor',
      '40 staff-director',
      '60 staff-partner',
    ]);
    expect(sent('reminder')).toHaveLength(3 * 5);
  });

  it('sends the last raise of a critical case again every five minutes, until the next rung is called', async () => {
    const of = await open();
    await run(of, 119);
    const about = centre.letters.filter(({ subject }) => /New case|Raised to/.test(subject));
    const told = (to: string) => about.filter((letter) => letter.to.startsWith(to)).map(({ at }) => minutes(at));
    expect(told('duty').filter((at) => at < 60)).toEqual([0, 5]);
    expect(told('backup').filter((at) => at < 60)).toEqual([10, 15]);
    expect(told('supervisor').filter((at) => at < 60)).toEqual([20, 25, 30, 35]);
    expect(told('director').filter((at) => at < 60)).toEqual([40, 45, 50, 55]);
    expect(told('partner')).toEqual([60]);
  });

  it('rings every five minutes though sending takes a moment, wherever in the minute the sweep comes', async () => {
    const of = await open();
    const begun = Date.parse(of.receivedAt);
    const at = (seconds: number): string => new Date(begun + seconds * 1000).toISOString();
    centre.between.onSend = () => centre.at(new Date(Date.parse(centre.now()) + 300).toISOString());
    for (let minute = 1; minute < 40; minute += 1) {
      centre.at(at(minute * 60 + 37));
      await centre.sweep();
      await centre.settle(of);
    }
    const supervisor = centre.letters
      .filter(({ to }) => to.startsWith('supervisor'))
      .map((letter) => minutes(letter.at));
    expect(supervisor.map((minute) => Math.round(minute - (supervisor[0] ?? 0)))).toEqual([0, 5, 10, 15]);
  });

  it.each([
    ['a rung is acknowledged', { acknowledgedAt: '2026-11-20T22:12:00.000Z' }],
    ['the case is read', { readAt: '2026-11-20T22:12:00.000Z' }],
  ])('rings no more once %s, and counts what rang as told', async (_, set) => {
    const of = await open();
    await run(of, 6);
    expect(centre.letters).toHaveLength(2);
    await centre.change(of, { set, events: [], timersDisarmed: [acknowledge] });
    await run(of, 40);
    expect(centre.letters).toHaveLength(2);
    expect(
      (await centre.mailsOf(of)).map(({ sentAt, droppedBecause }) => [minutes(sentAt ?? ''), droppedBecause]),
    ).toEqual([[5, undefined]]);
  });

  it('rings on after a repeat that the mail service did not take, and loses none to a crash', async () => {
    const of = await open();
    for (const fault of ['onSend', 'afterSend'] as const) {
      centre.between[fault] = () => {
        throw new Crash();
      };
      centre.later(5);
      await centre.sweep();
      delete centre.between[fault];
    }
    await run(of, 19);
    const rings = centre.letters.filter(({ to }) => to.startsWith('duty') || to.startsWith('backup'));
    expect(rings.length).toBeGreaterThanOrEqual(3);
  });

  it('warns of a target, misses it, and starts its ladder with the miss', async () => {
    const of = await open({ severity: 'high' });
    await run(of, 361);
    expect(await raises(of, '1.handle.report')).toEqual([
      '180 sla.warned',
      '240 sla.missed',
      '240 duty',
      '300 backup',
      '360 supervisor',
    ]);
  });

  it('raises one rung per sweep after an outage of twelve hours, and counts on from there', async () => {
    const of = await open();
    centre.later(12 * 60);
    await centre.sweep();
    expect(await raises(of, acknowledge)).toEqual(['720 sla.missed', '720 duty']);
    await centre.sweep();
    expect(await raises(of, acknowledge)).toHaveLength(2);
    centre.later(9);
    await centre.sweep();
    expect(await raises(of, acknowledge)).toHaveLength(2);
    centre.later(1);
    await centre.sweep();
    expect((await raises(of, acknowledge)).slice(2)).toEqual(['730 backup']);
  });

  it('raises each rung once when two sweeps run at once', async () => {
    const of = await open();
    await Promise.all([centre.sweep(), centre.sweep(), centre.sweep()]);
    expect(await raises(of)).toEqual(['0 duty']);
  });

  it('waits out an acknowledgement, then climbs on', async () => {
    const of = await open({ severity: 'high' });
    const reading: TimerId = '1.must_be_read.report';
    await run(of, 240);
    expect(await raises(of, reading)).toEqual(['240 sla.missed', '240 duty']);
    // Fifty minutes later, with ten to go: the hold of thirty minutes outlasts the step.
    centre.later(50);
    const timer = (await centre.read(of)).timers.find((armed) => timerId(armed) === reading);
    if (timer === undefined) throw new Error('The timer is not armed.');
    const held = acknowledgeRung(timer, 'duty', policy, centre.now(), 'staff:staff-duty');
    if (held.outcome !== 'held') throw new Error('The acknowledgement came too late.');
    await centre.change(of, { set: {}, events: held.events, timersArmed: [held.timer] });
    await run(of, 330);
    expect(await raises(of, reading)).toEqual([
      '240 sla.missed',
      '240 duty',
      '290 escalation.acknowledged',
      '320 backup',
    ]);
  });

  it('deletes the timers of what has happened meanwhile, and raises nothing for them', async () => {
    const of = await open();
    // As if the command had left its timers behind.
    await centre.change(of, {
      set: {
        status: 'closed',
        readAt: start,
        handledAt: start,
        resolvedAt: start,
        closedAt: start,
      },
      events: [],
    });
    centre.later(80 * 60);
    await centre.sweep();
    expect((await centre.read(of)).timers).toEqual([]);
    expect(await raises(of)).toEqual([]);
    expect(await centre.sweep()).toEqual({});
  });

  it('deletes the timers of an old clock number', async () => {
    const of = await open({ severity: 'high' });
    await centre.change(of, { set: { clockNumber: 2 }, events: [] });
    centre.later(80 * 60);
    await centre.sweep();
    expect((await centre.read(of)).timers).toEqual([]);
    expect(await raises(of)).toEqual([]);
  });

  it('takes critical cases first, however long others have been due', async () => {
    await open({ severity: 'normal' });
    centre.later(30 * 60);
    const critical = await open();
    const order: string[] = [];
    const load = centre.cases.load.bind(centre.cases);
    centre.cases.load = (caseId) => {
      order.push(caseId);
      return load(caseId);
    };
    await centre.sweep();
    expect(new Set(order).size).toBe(2);
    expect(order[0]).toBe(critical.caseId);
  });

  it('leaves what it has no time for to the next sweep, counts it, and sends the mails of what it raised', async () => {
    const first = await open();
    const second = await open();
    let asked = 0;
    // Time enough for one case; then only what is reserved for mails.
    const hurried = await centre.sweep(() => ((asked += 1) === 1 ? Infinity : 30_000));
    expect([...(await raises(first)), ...(await raises(second))]).toEqual(['0 duty']);
    expect(centre.measured).toContainEqual({ metric: 'TimersLeftUndone', value: 1 });
    expect(minutes(hurried.nextAt ?? '')).toBe(1);
    await centre.sweep();
    expect([...(await raises(first)), ...(await raises(second))]).toEqual(['0 duty', '0 duty']);
    expect(centre.measured).toContainEqual({ metric: 'TimersLeftUndone', value: 0 });
  });

  it('reads past what it could not raise, counts it, and comes back for it within a minute', async () => {
    const stuck = await open();
    const other = await open();
    let isStuck = true;
    const write = centre.writer.write.bind(centre.writer);
    centre.writer.write = async (change, also) => {
      if (isStuck && change.before.caseId === stuck.caseId) throw new Crash();
      return write(change, also);
    };
    const { nextAt } = await centre.sweep();
    expect(await raises(stuck)).toEqual([]);
    expect(await raises(other)).toEqual(['0 duty']);
    expect(centre.measured).toContainEqual({ metric: 'RaiseFailed', value: 1 });
    expect(minutes(nextAt ?? '')).toBe(1);

    isStuck = false;
    centre.at(nextAt ?? '');
    await centre.sweep();
    expect(await raises(stuck)).toEqual(['1 duty']);
  });

  it.each(['beforeWrite', 'afterWrite'] as const)('loses and doubles no rung when it dies %s', async (point) => {
    const of = await open();
    centre.between[point] = () => {
      throw new Crash();
    };
    await centre.sweep();
    delete centre.between[point];
    await centre.sweep();
    expect(await raises(of)).toEqual(['0 duty']);
  });

  it('says how late it is and when there is something to do next', async () => {
    const of = await open();
    centre.later(2);
    const first = await centre.sweep();
    expect(centre.measured).toContainEqual({ metric: 'RaiseDelay', value: 120 });
    expect(await raises(of)).toEqual(['2 duty']);
    // What it did made nothing else due. The mail about the new case rings again before the next rung is due at 12.
    expect(minutes(first.nextAt ?? '')).toBe(5);
    const second = await centre.sweep();
    expect(minutes(second.nextAt ?? '')).toBe(5);
  });

  it('is not late for what was entered only now, however long ago it was told, sweep after sweep', async () => {
    for (let sheet = 0; sheet < 3; sheet += 1) {
      const of = await centre.receive({
        severity: 'critical',
        receivedAt: plusMinutes(centre.now(), -20 * 60),
        enteredAt: centre.now(),
      });
      centre.later(0.5);
      await centre.sweep();
      expect((await centre.history(of)).map(({ type }) => type)).toContain('sla.missed');
      centre.later(0.5);
    }
    expect(delays()).toEqual([30, 30, 30]);
  });

  it('is late for what was entered late and raised late, counted from the entry', async () => {
    await centre.receive({
      severity: 'critical',
      receivedAt: plusMinutes(centre.now(), -20 * 60),
      enteredAt: centre.now(),
    });
    centre.later(7);
    await centre.sweep();
    expect(delays()).toEqual([420]);
  });

  it('is as late as the deadline that it could not raise', async () => {
    await open();
    centre.later(3);
    centre.between.beforeWrite = () => {
      throw new Crash();
    };
    await centre.sweep();
    expect(delays()).toEqual([180]);
  });

  it('lets a case be lived to its end up the whole ladder, and then rests', async () => {
    const of = await open();
    await run(of, 100);
    const { timers } = await centre.read(of);
    await centre.change(of, {
      set: { status: 'resolved', readAt: centre.now(), handledAt: centre.now(), resolvedAt: centre.now() },
      events: [{ type: 'case.resolved', actor: 'staff:staff-director', data: {} }],
      timersDisarmed: timers.map(timerId),
    });
    const mails = centre.letters.length;
    // What waited for its pace falls away when its turn comes.
    await run(of, 200);
    expect(await centre.sweep()).toEqual({});
    centre.later(10 * 24 * 60);
    await centre.settle(of);
    expect(await centre.sweep()).toEqual({});
    expect(centre.letters).toHaveLength(mails);
  });
});
