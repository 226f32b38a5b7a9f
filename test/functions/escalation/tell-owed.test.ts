import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rosterRow } from '#shared/adapters/aws/directory/directory.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { timerId, type TimerId } from '#shared/domain/case/timer-id.ts';
import { ownCase } from '#test/support/new-case.ts';
import { sesEvent } from '#test/support/ses-events.ts';
import { type Centre, openCentre, staff } from '../centre.ts';

const reading: TimerId = '1.must_be_read.report';
const away = staff.map((one) => ({ ...one, active: false }));

describe('An alert that finds nobody to tell', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre(away);
  });
  afterEach(() => centre.stop());

  const told = () => centre.letters.map((letter) => letter.to.split('@')[0]);
  const rang = () => centre.measured.filter(({ metric }) => metric === 'NobodyToTell').length;
  async function receive(overrides: Partial<Case> = {}): Promise<Case> {
    const of = await centre.receive({ severity: 'critical', ...overrides });
    await centre.settle(of);
    return of;
  }
  async function sweepAfter(seconds: number, ...cases: Case[]): Promise<{ nextAt?: string } | undefined> {
    centre.later(seconds / 60);
    const answer = await centre.sweep();
    for (const of of cases) await centre.settle(of);
    return answer;
  }
  async function raise(of: Case, rung: string, reminder = 0): Promise<void> {
    await centre.change(of, {
      set: {},
      events: [{ type: 'case.escalated', actor: 'besa:escalation', data: { timer: reading, rung, reminder } }],
    });
    await centre.settle(of);
  }

  it('goes to who is there seven seconds later, within the minute', async () => {
    const of = await receive();
    expect(told()).toEqual([]);
    expect(await centre.owedTo(of)).toMatchObject([{ since: centre.now(), event: { type: 'case.triaged' } }]);
    centre.later(7 / 60);
    await centre.putMember(staff[0]!);
    await sweepAfter(53);
    expect(told()).toEqual(['duty']);
    expect(await centre.owedTo(of)).toEqual([]);
    await sweepAfter(60);
    expect(told()).toEqual(['duty']);
  });

  it('is tried each minute while nobody is there, and rings as long', async () => {
    const of = await receive();
    const before = rang();
    for (let minute = 1; minute <= 5; minute += 1) {
      const { nextAt = '' } = (await sweepAfter(60)) ?? {};
      expect(Date.parse(nextAt) - Date.parse(centre.now())).toBeLessThanOrEqual(60_000);
      expect(rang()).toBe(before + minute);
    }
    expect(await centre.owedTo(of)).toHaveLength(1);
  });

  it('waits for whoever was suspended, and also for a rung further up', async () => {
    await receive();
    await sweepAfter(60);
    await centre.putMember({ ...staff[3]!, active: true });
    await sweepAfter(60);
    expect(told()).toEqual(['director']);
  });

  it('waits for the next shift', async () => {
    const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'holiday'] as const;
    const shift = { duty: 'duty', days, from: '23:30', to: '08:00', holders: ['staff-duty'] } as const;
    const roster = { timeZone: 'Europe/Tirane', shifts: [shift], holidays: [] };
    await centre.putMember(staff[0]!);
    await centre.database.db.send(
      new PutItemCommand({ TableName: centre.database.tables.directory, Item: rosterRow(roster) }),
    );
    // It is ten past eleven in Tirana.
    await receive();
    await sweepAfter(19 * 60);
    expect(told()).toEqual([]);
    await sweepAfter(60);
    expect(told()).toEqual(['duty']);
  });

  it('outlives a bounce that leaves nobody: the same address is tried again after a while', async () => {
    await centre.putMember(staff[0]!);
    const of = await receive();
    const [mail] = await centre.mailsOf(of);
    await centre.feedback(sesEvent('permanent', mail?.letters?.at(-1) ?? ''));
    await centre.settle(of);
    expect(await centre.owedTo(of)).toMatchObject([{ event: { type: 'mail.bounced' } }]);
    await sweepAfter(60);
    expect(told()).toEqual(['duty']);
    await sweepAfter(9 * 60);
    expect(told()).toEqual(['duty', 'duty']);
    expect(await centre.owedTo(of)).toEqual([]);
  });

  it('outlives that the reader of a waiting mail left', async () => {
    await centre.putMember(staff[0]!);
    centre.at('2026-11-20T14:00:00.000Z');
    const of = await receive({ severity: 'normal', reported: ownCase().reported });
    await centre.putMember(away[0]!);
    centre.at('2026-11-20T17:00:00.000Z');
    await sweepAfter(0, of);
    expect(await centre.owedTo(of)).toMatchObject([{ event: { type: 'mail.bounced' } }]);
    await centre.putMember(staff[1]!);
    await sweepAfter(60);
    // It is past six: it leaves with the next mails of the day.
    expect(told()).toEqual([]);
    expect((await centre.mailsOf(of)).at(-1)).toMatchObject({
      to: 'staff-backup',
      leavesAt: '2026-11-21T07:00:00.000Z',
    });
    centre.at('2026-11-21T07:00:00.000Z');
    await centre.sweep();
    expect(told()).toEqual(['backup']);
  });

  it('ends when it is no news any more', async () => {
    const of = await receive();
    const { timers } = await centre.read(of);
    await centre.change(of, {
      set: { status: 'resolved', resolvedAt: centre.now() },
      events: [],
      timersDisarmed: timers.map(timerId),
    });
    await centre.putMember(staff[0]!);
    await sweepAfter(60);
    expect(await centre.owedTo(of)).toEqual([]);
    expect(told()).toEqual([]);
    expect(centre.logged).toContainEqual(
      expect.objectContaining({ code: 'owed_ended', ids: expect.objectContaining({ reason: 'case_over' }) as object }),
    );
  });

  it('is one mail, though the clock raised it to each rung meanwhile', async () => {
    const of = await receive({ severity: 'high' });
    for (const { duties } of staff) await raise(of, duties[0]!);
    await raise(of, 'partner', 1);
    expect(await centre.owedTo(of)).toHaveLength(7);
    await sweepAfter(1);
    // The new case, and the latest of that clock.
    expect((await centre.owedTo(of)).map(({ event }) => event.type)).toEqual(['case.escalated', 'case.triaged']);
    await centre.putMember(staff[0]!);
    await sweepAfter(30);
    expect((await centre.mailsOf(of)).map(({ occasion }) => occasion).toSorted()).toEqual(['new_case', 'reminder']);
  });

  it('is tried by two sweeps at once, and told once', async () => {
    const of = await receive();
    await centre.putMember(staff[0]!);
    centre.later(1);
    await Promise.all([centre.sweep(), centre.sweep()]);
    expect(await centre.mailsOf(of)).toHaveLength(1);
    expect(told()).toEqual(['duty']);
  });

  it('of a critical case goes to somebody whose mails came back, when nobody else is there; the alarm rings', async () => {
    const unreachable = { since: centre.now(), because: 'bounced', againAt: '2026-11-21T22:10:00.000Z' } as const;
    await centre.putMember({ ...staff[1]!, unreachable });
    const normal = await receive({ severity: 'high' });
    expect(await centre.owedTo(normal)).toHaveLength(1);
    expect(told()).toEqual([]);
    const of = await receive();
    expect(told()).toEqual(['backup']);
    expect(rang()).toBe(2);
    expect((await centre.mailsOf(of))[0]).toMatchObject({ despiteMark: true, toldAt: centre.now() });
  });

  it('asks for a second person until there is one', async () => {
    const of = await receive();
    const askedAt = centre.now();
    await centre.change(of, {
      set: {
        approvals: [{ id: 'export-1', kind: 'export', reason: 'complaint', askedBy: 'staff-anna', askedAt }],
      },
      events: [{ type: 'approval.asked', actor: 'staff:staff-anna', data: { approval: 'export-1' } }],
    });
    await centre.settle(of);
    expect((await centre.owedTo(of)).map(({ event }) => event.type)).toContain('approval.asked');
    await centre.putMember({ ...staff[2]!, role: 'supervisor', duties: [] });
    await sweepAfter(60);
    expect(told()).toEqual(['supervisor']);
  });
});
