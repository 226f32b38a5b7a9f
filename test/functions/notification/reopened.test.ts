import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import { decideReopen } from '#shared/domain/commands/lifecycle/reopen.ts';
import { decideInformation } from '#shared/domain/commands/reporter/add-information.ts';
import type { Severity } from '#shared/domain/report/severity.ts';
import { type Centre, openCentre } from '../centre.ts';
import { policy } from '../policy.ts';

describe('a case that goes on', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.stop());

  const told = () => centre.letters.map(({ to, subject }) => `${to.split('@')[0]}: ${subject.split(':')[0]}`);

  /** A case that ended, with nothing left that waits or runs. */
  async function ended(severity: Severity, overrides: Partial<Case> = {}): Promise<Case> {
    const of = await centre.receive({ severity });
    await centre.settle(of);
    const at = centre.now();
    const { timers } = await centre.read(of);
    const timersDisarmed = timers.map(({ clock, kind, subject }) => `${clock}.${kind}.${subject}` as const);
    const set = { status: 'resolved', readAt: at, lastReadAt: at, acknowledgedAt: at, resolvedAt: at } as const;
    await centre.change(of, { set: { ...set, unreadFrom: undefined, ...overrides }, events: [], timersDisarmed });
    // Mails of its first days had their turn.
    centre.later(24 * 60);
    await centre.sweep();
    centre.letters.length = 0;
    return of;
  }

  const changes = async (of: Case, decision: Decision): Promise<void> => {
    if (decision.outcome !== 'change') throw new Error(`It came to ${decision.outcome}.`);
    await centre.change(of, decision.parts);
    await centre.settle(of);
  };
  async function reporterSays(of: Case): Promise<void> {
    const { case: now, timers } = await centre.read(of);
    const input = { flags: {}, words: [], stillHappening: true, addresses: 0 };
    await centre.change(of, decideInformation(now, timers, input, policy, centre.now()).parts);
    await centre.settle(of);
  }
  async function colleagueReopens(of: Case, id: string): Promise<void> {
    const { case: now, timers } = await centre.read(of);
    await changes(of, decideReopen(now, timers, policy, `staff:${id}`, centre.now()));
  }
  async function minutes(count: number): Promise<void> {
    centre.later(count);
    await centre.sweep();
  }

  it('is told at once to who has it and to who is on duty where the reporter says so, as one thing', async () => {
    await reporterSays(await ended('high', { assignee: 'staff-backup' }));
    await minutes(1);
    expect(told().toSorted()).toEqual(['backup: Reopened', 'duty: Reopened']);
  });

  it('is told to who is on duty where nobody has it', async () => {
    await reporterSays(await ended('high'));
    await minutes(1);
    expect(told()).toEqual(['duty: Reopened']);
  });

  it('waits for the next daily mail below high, and is told to who has it', async () => {
    await reporterSays(await ended('normal', { assignee: 'staff-backup' }));
    await minutes(1);
    expect(told()).toEqual([]);
    await minutes(10 * 60);
    expect(told().filter((one) => one.endsWith('Reopened'))).toEqual(['backup: Reopened']);
  });

  it('is told to who has a critical one beside the ladder, which calls who is on duty within the minute', async () => {
    const of = await ended('critical', { assignee: 'staff-backup' });
    await reporterSays(of);
    expect(told()).toEqual(['backup: Reopened']);
    await minutes(1);
    await centre.settle(of);
    expect(told().filter((one) => one.startsWith('duty'))).toHaveLength(1);
  });

  it('is told to who has it when a colleague reopens it, else to who is on duty, and never to who did it', async () => {
    await colleagueReopens(await ended('high', { assignee: 'staff-backup' }), 'staff-supervisor');
    await minutes(1);
    expect(told()).toEqual(['backup: Reopened']);
    await colleagueReopens(await ended('high'), 'staff-supervisor');
    await minutes(1);
    expect(told()).toEqual(['duty: Reopened']);
    for (const assignee of ['staff-duty', undefined]) {
      await colleagueReopens(await ended('high', assignee === undefined ? {} : { assignee }), 'staff-duty');
      await minutes(1);
      expect(told()).toEqual([]);
    }
  });
});
