import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { batchOf, type Centre, Crash, openCentre } from '../centre.ts';

describe('Triage', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre(undefined, 'engine');
  });
  afterEach(() => centre.stop());

  const types = async (of: { caseId: string }) => (await centre.history(of)).map((event) => event.type);

  it('moves a case on, ends its clock and appends its event, in one step', async () => {
    const of = await centre.receive();
    centre.later(1);
    await centre.deliver('triage', await centre.lastEvent(of, 'case.received'));

    const after = await centre.read(of);
    expect(after.case).toMatchObject({ status: 'triaged', triagedAt: centre.now(), severity: 'normal', revision: 2 });
    expect(after.timers.map((timer) => timer.kind).toSorted()).toEqual([
      'handle',
      'must_be_read',
      'promise_handle',
      'promise_resolve',
      'resolve',
    ]);
    expect(await types(of)).toEqual(['case.received', 'case.triaged']);
  });

  it('takes effect once when the same event comes five times and two workers take it at once', async () => {
    const of = await centre.receive();
    const event = await centre.lastEvent(of, 'case.received');
    await Promise.all([centre.deliver('triage', event, event, event), centre.deliver('triage', event, event)]);
    // A worker that lost the race may have asked for the message again; now it finds the work done.
    expect(await centre.deliver('triage', event)).toBe(0);
    expect(await types(of)).toEqual(['case.received', 'case.triaged']);
  });

  it('raises a severity that the facts of the case ask for, and says so', async () => {
    const of = await centre.receive({ words: ['words_self_harm'], severity: 'normal' });
    await centre.deliver('triage', await centre.lastEvent(of, 'case.received'));
    const { case: after } = await centre.read(of);
    expect(after.severity).toBe('critical');
    expect(after.severityReasons).toContain('words_self_harm');
    expect(await types(of)).toEqual(['case.received', 'case.triaged', 'case.severity_changed']);
  });

  it('counts the reports that a person linked by then', async () => {
    const linkedCases = [1, 2, 3, 4, 5].map((n) => ({ caseId: `follower-${n}`, caseNumber: `B-000${n}-0000` }));
    const of = await centre.receive({ severity: 'normal', linkedCases });
    await centre.deliver('triage', await centre.lastEvent(of, 'case.received'));
    const { case: after } = await centre.read(of);
    expect([after.severity, after.severityReasons.includes('linked_reports')]).toEqual(['high', true]);
  });

  it('never lowers', async () => {
    const of = await centre.receive({ severity: 'critical', severityReasons: ['flag_inDanger'] });
    await centre.deliver('triage', await centre.lastEvent(of, 'case.received'));
    const { case: after } = await centre.read(of);
    expect(after).toMatchObject({ severity: 'critical', severityReasons: ['flag_inDanger'] });
    expect(await types(of)).not.toContain('case.severity_changed');
  });

  it('leaves alone what a person has set by then', async () => {
    const of = await centre.receive({
      words: ['words_weapon'],
      severity: 'high',
      severityReasons: ['set_by_staff'],
      severityConfirmedBy: 'staff-duty',
    });
    await centre.deliver('triage', await centre.lastEvent(of, 'case.received'));
    expect((await centre.read(of)).case.severity).toBe('high');
  });

  it('notes other cases with the same address, which changes no severity, clock or event', async () => {
    const earlier = await centre.receive({}, ['URL#blind']);
    centre.later(1);
    const of = await centre.receive({}, ['URL#blind']);
    await centre.deliver('triage', await centre.lastEvent(of, 'case.received'));
    const alone = await centre.receive();
    await centre.deliver('triage', await centre.lastEvent(alone, 'case.received'));

    const like = await centre.read(of);
    const unlike = await centre.read(alone);
    expect(like.case.maybeSameAs).toEqual([earlier.caseId]);
    expect(unlike.case.maybeSameAs).toEqual([]);
    expect(like.case.severity).toBe(unlike.case.severity);
    expect(like.timers).toEqual(unlike.timers);
    expect(await types(of)).toEqual(await types(alone));
  });

  it('lets a person who was faster keep their state', async () => {
    const of = await centre.receive();
    await centre.change(of, { set: { status: 'in_progress', readAt: centre.now() }, events: [] });
    await centre.deliver('triage', await centre.lastEvent(of, 'case.received'));
    expect((await centre.read(of)).case).toMatchObject({ status: 'in_progress', triagedAt: centre.now() });
  });

  it('does nothing when the event is redriven weeks after the case was triaged and resolved', async () => {
    const of = await centre.receive();
    await centre.change(of, {
      set: { status: 'resolved', triagedAt: centre.now(), resolvedAt: centre.now() },
      events: [{ type: 'case.resolved', actor: 'staff:staff-duty', data: {} }],
    });
    centre.later(21 * 24 * 60);
    const before = await centre.read(of);
    expect(await centre.deliver('triage', await centre.lastEvent(of, 'case.received'))).toBe(0);
    expect(await centre.read(of)).toEqual(before);
  });

  it('decides anew when somebody else wrote between reading and writing', async () => {
    const of = await centre.receive();
    let once = true;
    centre.between.beforeWrite = async () => {
      if (!once) return;
      once = false;
      await centre.change(of, { set: { assignee: 'staff-backup' }, events: [] });
    };
    expect(await centre.deliver('triage', await centre.lastEvent(of, 'case.received'))).toBe(0);
    expect((await centre.read(of)).case).toMatchObject({ assignee: 'staff-backup', status: 'triaged' });
  });

  it('asks for the message again when others never stop writing', async () => {
    const of = await centre.receive();
    centre.between.beforeWrite = () => centre.change(of, { set: {}, events: [] });
    expect(await centre.deliver('triage', await centre.lastEvent(of, 'case.received'))).toBe(1);
    expect((await centre.read(of)).case.status).toBe('received');
  });

  it.each(['beforeWrite', 'afterWrite'] as const)('loses and doubles nothing when it dies %s', async (point) => {
    const of = await centre.receive();
    const event = await centre.lastEvent(of, 'case.received');
    centre.between[point] = () => {
      throw new Crash();
    };
    expect(await centre.deliver('triage', event)).toBe(1);
    delete centre.between[point];
    expect(await centre.deliver('triage', event)).toBe(0);
    expect(await types(of)).toEqual(['case.received', 'case.triaged']);
  });

  it('lets one unreadable message harm no other of its batch', async () => {
    const of = await centre.receive();
    const event = await centre.lastEvent(of, 'case.received');
    expect(await centre.handlers.triage(batchOf(['poison']))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-0' }],
    });
    expect(await centre.deliver('triage', event)).toBe(0);
  });
});
