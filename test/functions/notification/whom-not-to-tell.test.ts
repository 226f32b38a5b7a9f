import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import type { NewEvent } from '#shared/domain/case/events.ts';
import { ownCase } from '#test/support/new-case.ts';
import { type TimerId } from '#shared/domain/case/timer-id.ts';
import { sesEvent } from '#test/support/ses-events.ts';
import { type Centre, openCentre, staff } from '../centre.ts';

const reading: TimerId = '1.must_be_read.report';

describe('Somebody excluded from a case', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.stop());

  const told = () => centre.letters.map(({ to }) => to.split('@')[0]);

  async function excluding(people: readonly string[], overrides: Partial<Case> = {}): Promise<Case> {
    return centre.receive({ severity: 'critical', exclusions: { institutions: [], people }, ...overrides });
  }
  async function hear(of: Case, event: NewEvent): Promise<void> {
    await centre.change(of, { set: {}, events: [event] });
    await centre.deliver('notification', await centre.lastEvent(of, event.type));
  }
  const raise = (of: Case, rung: string, reminder = 0) =>
    hear(of, { type: 'case.escalated', actor: 'besa:escalation', data: { timer: reading, rung, reminder } });

  it('is not told as the holder of a rung: its other holders are', async () => {
    await centre.putMember({ ...staff[0]!, id: 'staff-colleague', mail: 'colleague@centre.example' });
    await raise(await excluding(['staff-duty']), 'duty');
    expect(told()).toEqual(['colleague']);
    expect(centre.logged).not.toContainEqual(expect.objectContaining({ code: 'rung_skipped' }));
  });

  it('leaves an empty rung to the next one, which is said', async () => {
    await raise(await excluding(['staff-duty', 'staff-backup']), 'duty');
    expect(told()).toEqual(['supervisor']);
    expect(centre.logged).toContainEqual(expect.objectContaining({ code: 'rung_skipped' }));
    expect(centre.measured).toContainEqual({ metric: 'RungSkipped', value: 2 });
    expect(centre.measured).toContainEqual({ metric: 'CriticalRungSkipped', value: 2 });
  });

  it('is not told again as the last one there is: rather nobody is, loudly', async () => {
    const of = await excluding(staff.map(({ id }) => id));
    await raise(of, 'duty');
    expect(told()).toEqual([]);
    expect(centre.measured).toContainEqual({ metric: 'NobodyToTell', value: 1 });
  });

  it('is not told as the assignee, nor of a reminder to everybody', async () => {
    const of = await excluding(['staff-backup'], { assignee: 'staff-backup' });
    await hear(of, { type: 'sla.warned', actor: 'besa:escalation', data: { timer: reading } });
    expect(told()).toEqual(['duty']);
    await hear(of, { type: 'sla.missed', actor: 'besa:escalation', data: { timer: reading } });
    expect(told()).toEqual(['duty']);
    // So long after the last letter that nobody's pace makes it wait.
    centre.later(31);
    await raise(of, 'partner', 1);
    expect(new Set(told().slice(1))).toEqual(new Set(['duty', 'supervisor', 'director', 'partner']));
  });

  it('is not told instead of somebody whose mail came back', async () => {
    const of = await excluding(['staff-backup']);
    await centre.settle(of);
    expect(told()).toEqual(['duty']);
    const [mail] = await centre.mailsOf(of);
    await centre.feedback(sesEvent('transient', mail!.letters!.at(-1)!, 'duty@centre.example'));
    await centre.settle(of);
    expect(told()).toEqual(['duty', 'supervisor']);
  });

  it('rings no more from then on; whoever comes next is told', async () => {
    const of = await centre.receive({ severity: 'critical' });
    await centre.settle(of);
    await centre.sweep();
    await centre.settle(of);
    expect(told()).toEqual(['duty']);
    await centre.change(of, { set: { exclusions: { institutions: [], people: ['staff-duty'] } }, events: [] });
    centre.later(5);
    await centre.sweep();
    await centre.settle(of);
    expect(told()).toEqual(['duty', 'backup']);
    expect(await centre.lastEvent(of, 'mail.bounced')).toMatchObject({
      actor: 'besa:escalation',
      data: { to: 'staff-duty', because: 'excluded' },
    });
    expect(centre.measured).not.toContainEqual(expect.objectContaining({ metric: 'MailUndelivered' }));
  });
});

describe('A mail that waited', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
    // 15:00 in Tirana.
    centre.at('2026-11-20T14:00:00.000Z');
  });
  afterEach(() => centre.stop());

  const told = () => centre.letters.map(({ to }) => to.split('@')[0]);
  async function waiting(): Promise<Case> {
    const of = await centre.receive({ severity: 'normal', reported: ownCase().reported });
    await centre.settle(of);
    return of;
  }
  async function atTheNextMails(...cases: Case[]): Promise<void> {
    centre.at('2026-11-20T17:00:00.000Z');
    await centre.sweep();
    for (const of of cases) await centre.settle(of);
    centre.at('2026-11-21T07:00:00.000Z');
    await centre.sweep();
  }

  it.each([
    ['unreachable', { unreachable: { since: '2026-11-20T16:30:00.000Z', because: 'bounced' as const } }],
    ['left', { active: false }],
  ])('until its reader was %s is not sent there, but to whoever comes next, once', async (because, change) => {
    const of = await waiting();
    await centre.putMember({ ...staff[0]!, ...change });
    await atTheNextMails(of);
    expect(told()).toEqual(['backup']);
    expect(await centre.lastEvent(of, 'mail.bounced')).toMatchObject({ data: { to: 'staff-duty', because } });
    await centre.sweep();
    expect((await centre.history(of)).filter(({ type }) => type === 'mail.bounced')).toHaveLength(1);
  });

  it('goes without the case its reader was excluded from, and that case to whoever comes next', async () => {
    const [kept, barred] = [await waiting(), await waiting()];
    await centre.change(barred, { set: { exclusions: { institutions: [], people: ['staff-duty'] } }, events: [] });
    await atTheNextMails(kept, barred);
    expect(told()).toEqual(['duty', 'backup']);
    expect(centre.letters[0]?.text).not.toContain(barred.caseNumber);
    expect(centre.letters[1]?.subject).toContain(barred.caseNumber);
  });
});
