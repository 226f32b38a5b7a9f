import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timerId } from '#shared/domain/case/timer-id.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk, people, receivedAt } from './desk.ts';
import type { Desk } from './desk.ts';
import { bullying, canary, extortion, handling } from './reports.ts';

catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk('engine');
});
afterAll(() => desk.stop());

describe('a case lived to its end', () => {
  it('is acknowledged, claimed, read, handled and resolved, and the reporter reads what became of it', async () => {
    const { caseNumber, receipt } = await desk.receive(extortion);
    await desk.raise(caseNumber, '1.must_be_acknowledged.report');

    const acknowledged = await desk.command(
      'officer',
      caseNumber,
      'escalations/1.must_be_acknowledged.report/duty/acknowledgement',
      {},
    );
    expect(acknowledged.json).toMatchObject({ status: 'triaged', acknowledgedAt: receivedAt });

    const claimed = await desk.command('officer', caseNumber, 'claim', {});
    expect(claimed.json).toMatchObject({ caseNumber, assignee: people.officer.id, severity: 'critical' });

    desk.later(5);
    const readAt = desk.clock.now();
    const read = await desk.command('officer', caseNumber, 'read', { reason: 'assigned_to_me' });
    expect(read.json).toMatchObject({ status: 'in_progress', readAt, narrative: extortion.narrative, messages: [] });

    desk.later(20);
    const handledAt = desk.clock.now();
    const handled = await desk.decide('officer', caseNumber, 'handling', {
      ...handling,
      severity: 'critical',
      safetyDecision: 'at_risk_acted',
    });
    expect(handled.status).toBe(200);
    expect(handled.json).toMatchObject({ status: 'in_progress', handledAt });
    expect((await desk.stateOf(caseNumber)).timers.map(timerId).sort()).toEqual([
      '1.promise_resolve.report',
      '1.resolve.report',
    ]);

    desk.later(40);
    await desk.command('officer', caseNumber, 'referrals', {
      institution: 'police_cybercrime',
      basis: 'al_cc_117',
      lead: true,
    });
    const sent = await desk.command('officer', caseNumber, 'referrals/police_cybercrime-1/sending', {
      fields: ['narrative'],
      ground: 'consent',
      call: { name: canary },
    });
    expect(sent.status).toBe(200);

    desk.later(20);
    const resolvedAt = desk.clock.now();
    const resolved = await desk.decide('officer', caseNumber, 'resolution', {
      outcome: 'police_involved',
      alsoOutcomes: ['helpline_support'],
      dutyToReport: { decision: 'required', basis: 'al_cc_117', sentTo: 'police_cybercrime' },
      message: 'The police know. Call 116 111 any time.',
    });
    expect(resolved.status).toBe(200);
    expect(resolved.json).toMatchObject({ status: 'resolved', resolvedAt });

    const { case: of, timers } = await desk.stateOf(caseNumber);
    expect(timers).toEqual([]);
    expect(of).toMatchObject({
      outcomes: ['police_involved', 'helpline_support'],
      dutyToReport: { decision: 'required', sentTo: 'police_cybercrime', decidedBy: people.officer.id },
      severityConfirmedBy: people.officer.id,
      messageCount: 2,
    });

    const seen = await desk.followUp(receipt);
    expect(seen.json['status']).toMatchObject({ code: 'resolved' });
    expect(seen.json['messages']).toEqual([
      { from: 'centre', at: handledAt, text: handling.message },
      { from: 'centre', at: resolvedAt, text: 'The police know. Call 116 111 any time.' },
    ]);
  });

  it('leaves a history of who did what when, without a word of what was said', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('counsellor', caseNumber, 'read', {});
    await desk.decide('counsellor', caseNumber, 'handling', { ...handling, severity: 'normal' });
    await desk.decide('counsellor', caseNumber, 'resolution', {
      outcome: 'advice_given',
      noMessageBecause: 'no_thread_wanted',
    });
    const shown = await desk.show('counsellor', caseNumber);
    expect(
      (shown.json['history'] as { type: string; actor: string }[]).map(({ type, actor }) => [type, actor]),
    ).toEqual([
      ['case.received', 'reporter'],
      ['case.triaged', 'besa:triage'],
      ['case.read', 'staff:staff-counsellor'],
      ['case.handled', 'staff:staff-counsellor'],
      ['case.message_posted', 'staff:staff-counsellor'],
      ['case.resolved', 'staff:staff-counsellor'],
    ]);
    expect(shown.json).toMatchObject({ outcomes: ['advice_given'], endNotToldBecause: 'no_thread_wanted', timers: [] });
  });

  it('waits for the reporter while its promise runs on, and for no institution before one was written to', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', {});
    const asked = await desk.decide('officer', caseNumber, 'handling', {
      ...handling,
      severity: 'normal',
      nextStep: 'ask_reporter',
    });
    expect(asked.json).toMatchObject({ status: 'waiting_reporter' });
    const firstHandledAt = asked.json['handledAt'];
    desk.later(30);
    const referred = await desk.decide('officer', caseNumber, 'handling', {
      severity: 'normal',
      safetyDecision: 'cannot_tell',
      nextStep: 'refer_institution',
      noMessageBecause: 'unsafe',
    });
    expect(referred.json).toMatchObject({ status: 'in_progress', handledAt: firstHandledAt });
    const { case: of, timers } = await desk.stateOf(caseNumber);
    expect(of.handling).toEqual({
      safetyDecision: 'cannot_tell',
      nextStep: 'refer_institution',
      noMessageBecause: 'unsafe',
    });
    expect(timers.map(({ kind }) => kind).sort()).toEqual(['promise_resolve', 'resolve']);
  });
});

describe('the work queue', () => {
  it('shows open cases, unread critical ones first, without a word of what was said', async () => {
    const early = await desk.receive(bullying);
    desk.later(1);
    const late = await desk.receive(extortion);
    const { status, json, text } = await desk.list('counsellor');
    const numbers = (json['cases'] as { caseNumber: string }[]).map(({ caseNumber }) => caseNumber);
    expect(status).toBe(200);
    expect(numbers.indexOf(late.caseNumber)).toBe(0);
    expect(numbers.indexOf(early.caseNumber)).toBeGreaterThan(0);
    expect(text).not.toContain(canary);
  });

  it('loses what is resolved', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', {});
    await desk.decide('officer', caseNumber, 'handling', { ...handling, severity: 'normal' });
    expect((await desk.list('officer')).text).toContain(caseNumber);
    await desk.decide('officer', caseNumber, 'resolution', { outcome: 'test', noMessageBecause: 'content_only' });
    expect((await desk.list('officer')).text).not.toContain(caseNumber);
  });

  it('refuses a cursor that no page gave, and does not repeat it', async () => {
    const answer = await desk.list('officer', { cursor: canary });
    expect(answer.status).toBe(422);
    expect(answer.json['errors']).toMatchObject([{ pointer: '/cursor', code: 'wrong_form' }]);
    expect(answer.text).not.toContain(canary);
  });
});

describe('showing a case', () => {
  it('gives clear fields, clocks with the rung to acknowledge, and the ETag', async () => {
    const { caseNumber } = await desk.receive(extortion);
    await desk.raise(caseNumber, '1.must_be_acknowledged.report');
    const shown = await desk.show('counsellor', caseNumber);
    const { revision } = (await desk.stateOf(caseNumber)).case;
    expect(shown.headers['ETag']).toBe(`"${revision}"`);
    expect(shown.json).toMatchObject({ caseNumber, revision, severity: 'critical', status: 'triaged', channel: 'web' });
    expect(shown.json['timers']).toContainEqual(
      expect.objectContaining({ id: '1.must_be_acknowledged.report', lastRung: 'duty', nextRung: 1 }),
    );
    for (const hidden of [canary, 'canary', '123 4567', (await desk.stateOf(caseNumber)).case.caseId]) {
      expect(shown.text).not.toContain(hidden);
    }
  });

  it('names a case that shares an address by its number, but not to whom that case excludes', async () => {
    const shared = { ...bullying, urls: [`https://same.example/${Date.now()}`] };
    const first = await desk.receive(shared);
    const second = await desk.receive(shared);
    expect((await desk.show('officer', second.caseNumber)).json['maybeSameAs']).toEqual([first.caseNumber]);
    const exclusions = { institutions: [], people: [people.officer.id] };
    await desk.decide('supervisor', first.caseNumber, 'exclusions', exclusions);
    expect((await desk.show('officer', second.caseNumber)).json['maybeSameAs']).toEqual([]);
  });

  it('takes a number as people type it, and knows none that is not there', async () => {
    const { caseNumber } = await desk.receive(bullying);
    expect((await desk.show('officer', caseNumber.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    for (const number of ['B-0000-0000', 'B-7K3M-9QX2', canary]) {
      const answer = await desk.show('officer', number);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain(canary);
    }
  });
});
