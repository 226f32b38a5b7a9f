import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import { type Centre, Crash, openCentre } from '../centre.ts';

describe('The keeper of clocks', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre(undefined, 'engine');
  });
  afterEach(() => centre.stop());

  async function triaged(overrides: Partial<Case> = {}): Promise<{ of: Case; event: CaseEvent }> {
    const of = await centre.receive(overrides);
    await centre.deliver('triage', await centre.lastEvent(of, 'case.received'));
    return { of, event: await centre.lastEvent(of, 'case.triaged') };
  }
  /** As if the write that made the clocks necessary had not armed them. */
  async function withoutClocks(): Promise<{ of: Case; event: CaseEvent }> {
    const { of, event } = await triaged();
    const { timers } = await centre.read(of);
    await centre.change(of, { set: {}, events: [], timersDisarmed: timers.map(timerId) });
    return { of, event };
  }
  const kinds = async (of: Case) => (await centre.read(of)).timers.map((timer) => timer.kind).toSorted();
  const waiting = ['handle', 'must_be_read', 'promise_handle', 'promise_resolve', 'resolve'];

  it('arms what the policy wants, whatever is missing', async () => {
    const { of, event } = await withoutClocks();
    await centre.deliver('sla-timer', event);
    expect(await kinds(of)).toEqual(waiting);
  });

  it('finds the clocks that begin with triage armed by triage, and writes nothing to the case', async () => {
    const { of, event } = await triaged({ severity: 'critical' });
    const before = await centre.read(of);
    await centre.deliver('sla-timer', event);
    expect(await centre.read(of)).toEqual(before);
    expect(await kinds(of)).toEqual([...waiting, 'must_be_acknowledged'].toSorted());
  });

  it('has a critical case acknowledged, and starts that ladder at triage', async () => {
    const { of, event } = await triaged({ severity: 'critical' });
    await centre.deliver('sla-timer', event);
    const { timers } = await centre.read(of);
    expect(timers.find((timer) => timer.kind === 'must_be_acknowledged')).toMatchObject({
      deadline: plusMinutes(centre.now(), 15),
      nextRung: 0,
      nextRungAt: centre.now(),
    });
  });

  it('arms once when the same event comes five times and two workers take it at once', async () => {
    const { of, event } = await withoutClocks();
    await Promise.all([centre.deliver('sla-timer', event, event, event), centre.deliver('sla-timer', event, event)]);
    // A worker that lost the race may have asked for the message again; now it finds the work done.
    expect(await centre.deliver('sla-timer', event)).toBe(0);
    expect(await kinds(of)).toEqual(waiting);
    // Intake, triage, the change that took them away, and one reconciliation.
    expect((await centre.read(of)).case.revision).toBe(4);
  });

  it('comes to the same clocks in whatever order the events arrive', async () => {
    const { of, event } = await triaged();
    await centre.change(of, {
      set: { severity: 'high' },
      events: [{ type: 'case.severity_changed', actor: 'staff:staff-duty', data: {} }],
    });
    const changed = await centre.lastEvent(of, 'case.severity_changed');
    await centre.deliver('sla-timer', changed);
    const inOrder = (await centre.read(of)).timers;
    await centre.deliver('sla-timer', event);
    expect((await centre.read(of)).timers).toEqual(inOrder);
    expect(inOrder.find((timer) => timer.kind === 'handle')).toMatchObject({
      severity: 'high',
      deadline: plusMinutes(centre.now(), 240),
    });
  });

  it('never moves what the reporter was promised', async () => {
    const { of, event } = await triaged();
    await centre.deliver('sla-timer', event);
    centre.later(60);
    await centre.change(of, {
      set: { severity: 'critical' },
      events: [{ type: 'case.severity_changed', actor: 'staff:staff-duty', data: {} }],
    });
    await centre.deliver('sla-timer', await centre.lastEvent(of, 'case.severity_changed'));
    const { timers } = await centre.read(of);
    expect(timers.find((timer) => timer.kind === 'promise_handle')?.deadline).toBe(of.promise.handleBy);
    expect(timers.find((timer) => timer.kind === 'promise_resolve')?.deadline).toBe(of.promise.resolveBy);
  });

  it('keeps what a running timer has raised', async () => {
    const { of, event } = await triaged({ severity: 'critical' });
    await centre.deliver('sla-timer', event);
    centre.later(1);
    await centre.sweep();
    const raised = (await centre.read(of)).timers.find((timer) => timer.kind === 'must_be_acknowledged');
    await centre.deliver('sla-timer', { ...event, number: event.number + 7 });
    expect((await centre.read(of)).timers).toContainEqual(raised);
  });

  it('makes nothing from an event that is redriven after the case was resolved', async () => {
    const { of, event } = await triaged();
    const { timers } = await centre.read(of);
    await centre.change(of, {
      set: { status: 'resolved', handledAt: centre.now(), readAt: centre.now(), resolvedAt: centre.now() },
      events: [{ type: 'case.resolved', actor: 'staff:staff-duty', data: {} }],
      timersDisarmed: timers.map(timerId),
    });
    const before = await centre.read(of);
    centre.later(21 * 24 * 60);
    expect(await centre.deliver('sla-timer', event)).toBe(0);
    expect(await centre.read(of)).toEqual(before);
    expect(before.timers).toEqual([]);
  });

  it.each(['beforeWrite', 'afterWrite'] as const)('loses and doubles nothing when it dies %s', async (point) => {
    const { of, event } = await withoutClocks();
    centre.between[point] = () => {
      throw new Crash();
    };
    expect(await centre.deliver('sla-timer', event)).toBe(1);
    delete centre.between[point];
    expect(await centre.deliver('sla-timer', event)).toBe(0);
    expect(await kinds(of)).toEqual(waiting);
    expect((await centre.read(of)).case.revision).toBe(4);
  });
});
