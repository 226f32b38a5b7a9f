import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acknowledgeLetter } from '#functions/case-desk/letters/acknowledge-letter.ts';
import { letters } from '#shared/adapters/aws/mail/letters.ts';
import { mailbox } from '#shared/adapters/aws/mail/mailbox.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { TimerId } from '#shared/domain/case/timer-id.ts';
import { type Centre, Crash, openCentre, staff } from '../centre.ts';
import { policy } from '../policy.ts';

const acknowledge: TimerId = '1.must_be_acknowledged.report';

describe('Acknowledging a letter', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.stop());

  const minuteOf = (at: string): number =>
    Math.floor((Date.parse(at) - Date.parse('2026-11-20T22:10:00.000Z')) / 60_000);
  const minutesOf = (who: string): number[] =>
    centre.letters.filter(({ to }) => to.startsWith(who)).map(({ at }) => minuteOf(at));

  async function criticalCases(count: number): Promise<Case[]> {
    const cases: Case[] = [];
    for (let index = 0; index < count; index += 1) {
      const of = await centre.receive({ severity: 'critical' });
      await centre.settle(of);
      cases.push(of);
    }
    return cases;
  }
  async function pass(cases: readonly Case[], minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 1) {
      await centre.sweep();
      for (const of of cases) await centre.settle(of);
      centre.later(1);
    }
  }
  async function seen(letter: string | undefined): Promise<Readonly<Record<string, unknown>>> {
    const { db, tables } = centre.database;
    const say = acknowledgeLetter({
      admit: async () => ({ ...staff[0]!, role: 'officer', admittedFor: 'acknowledge_escalation' }),
      letters: letters(db, tables),
      mailbox: mailbox(db, tables),
      cases: centre.cases,
      writer: centre.writer,
      clock: { now: centre.now },
      country: policy,
      log: () => {},
    });
    const headers = { 'idempotency-key': randomUUID() };
    const request = { path: { letter: letter ?? '' }, query: {}, headers, body: {}, language: 'en', traceparent: '' };
    return (await say(request)).body;
  }
  const heldOf = async (of: Case): Promise<string[]> =>
    (await centre.history(of)).flatMap(({ type, data }) =>
      type === 'escalation.acknowledged'
        ? [`${(data as { timer: string }).timer} ${(data as { rung: string }).rung}`]
        : [],
    );
  const lastTo = (who: string) => centre.letters.findLast(({ to }) => to.startsWith(who));

  it('ends its repeats to who acknowledged, and holds the climb of its case for half an hour, once', async () => {
    const cases = await criticalCases(1);
    const [of] = cases as [Case];
    await pass(cases, 3);
    expect(await seen(lastTo('duty')?.tag)).toMatchObject({ isDone: true });
    await seen(lastTo('duty')?.tag);
    expect(await heldOf(of)).toEqual([`${acknowledge} duty`]);
    const { case: now, timers } = await centre.read(of);
    expect(now.acknowledgedAt).toBeUndefined();
    expect(timers.map(({ kind }) => kind)).toContain('must_be_acknowledged');
    await pass(cases, 29);
    expect(minutesOf('duty')).toEqual([0]);
    // The next rung was due at 10, and is held until 33.
    expect(minutesOf('backup')).toEqual([]);
    await pass(cases, 4);
    expect(minutesOf('backup')).toEqual([33]);
    // A later letter of the same case holds it no more.
    await seen(lastTo('duty')?.tag);
    expect((await heldOf(of)).filter((held) => held.startsWith(acknowledge))).toHaveLength(1);
  });

  it('holds what is raised but unread words, which must be read all the same', async () => {
    const cases = await criticalCases(1);
    const [of] = cases as [Case];
    await pass(cases, 70);
    await seen(lastTo('duty')?.tag);
    const held = await heldOf(of);
    expect(held.length).toBeGreaterThan(1);
    expect(held.filter((one) => one.includes('must_be_read'))).toEqual([]);
  });

  it('holds twenty-five of its cases at once, and the sweep the rest', async () => {
    const cases = await criticalCases(30);
    await pass(cases, 6);
    const letter = lastTo('duty');
    expect(letter?.subject).toBe('30 cases, 30 critical');
    expect(await seen(letter?.tag)).toMatchObject({ isDone: false });
    const heldNow = async () => (await Promise.all(cases.map(heldOf))).filter((held) => held.length > 0).length;
    expect(await heldNow()).toBe(25);
    await pass(cases, 2);
    expect(await heldNow()).toBe(30);
    for (const of of cases) expect(await heldOf(of)).toEqual([`${acknowledge} duty`]);
    await pass(cases, 20);
    expect(minutesOf('duty')).toEqual([0, 5]);
  });

  it('is finished by the sweep when whoever took it died on the way', async () => {
    const cases = await criticalCases(3);
    await pass(cases, 6);
    const letter = lastTo('duty');
    let writes = 0;
    centre.between.afterWrite = () => {
      writes += 1;
      if (writes === 2) throw new Crash();
    };
    await expect(seen(letter?.tag)).rejects.toThrow(Crash);
    delete centre.between.afterWrite;
    await pass(cases, 2);
    for (const of of cases) expect(await heldOf(of)).toEqual([`${acknowledge} duty`]);
    const told = centre.letters.length;
    await pass(cases, 12);
    expect(centre.letters.slice(told).filter(({ to }) => to.startsWith('duty'))).toEqual([]);
  });

  it('is for its reader alone, and for nobody when there is no such letter', async () => {
    const cases = await criticalCases(1);
    await pass(cases, 12);
    const { tag } = lastTo('backup')!;
    await expect(seen(tag)).rejects.toMatchObject({ status: 404 });
    await expect(seen('no-such-letter')).rejects.toMatchObject({ status: 404 });
    await expect(seen('#')).rejects.toMatchObject({ status: 404 });
    expect(await heldOf(cases[0]!)).toEqual([]);
  });
});
