import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk, people } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { bullying, canary, extortion, handling } from '../reports.ts';

catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const lowered = { severity: 'high', reason: 'lesser_danger' };

describe('setting the severity', () => {
  it('lets anybody on shift raise', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const answer = await desk.decide('counsellor', caseNumber, 'severity', {
      severity: 'critical',
      reason: 'greater_danger',
    });
    expect(answer.json).toMatchObject({ severity: 'critical' });
    const { case: of } = await desk.stateOf(caseNumber);
    expect(of.severityConfirmedBy).toBe(people.counsellor.id);
    expect(of.severityReasons).toContain('set_by_staff');
    expect((await desk.historyOf(caseNumber)).at(-1)).toMatchObject({
      type: 'case.severity_changed',
      actor: 'staff:staff-counsellor',
      data: {},
    });
  });

  it('lets an officer and a supervisor lower, and no counsellor', async () => {
    const { caseNumber } = await desk.receive(extortion);
    const refused = await desk.decide('counsellor', caseNumber, 'severity', lowered);
    expect(refused.status).toBe(403);
    expect((await desk.stateOf(caseNumber)).case.severity).toBe('critical');
    const unread = await desk.decide('officer', caseNumber, 'severity', lowered);
    expect(unread.json).toMatchObject({ status: 409, because: 'not_read' });
    await desk.command('counsellor', caseNumber, 'read', { reason: 'on_duty' });
    expect((await desk.decide('officer', caseNumber, 'severity', lowered)).status).toBe(200);
    const again = await desk.decide('supervisor', caseNumber, 'severity', { severity: 'low', reason: 'prank_or_test' });
    expect(again.json).toMatchObject({ severity: 'low' });
  });

  it('keeps who changed what and why, in order', async () => {
    const { caseNumber } = await desk.receive(extortion);
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    await desk.decide('officer', caseNumber, 'severity', lowered);
    desk.later(10);
    await desk.decide('counsellor', caseNumber, 'severity', { severity: 'critical', reason: 'new_information' });
    const shown = await desk.show('supervisor', caseNumber);
    expect(shown.json['severityChanges']).toMatchObject([
      { from: 'critical', to: 'high', because: 'lesser_danger', by: people.officer.id },
      { from: 'high', to: 'critical', because: 'new_information', by: people.counsellor.id, at: desk.clock.now() },
    ]);
  });

  it('never moves the promise', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const { promise } = (await desk.stateOf(caseNumber)).case;
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    const lower = await desk.decide('officer', caseNumber, 'severity', { severity: 'low', reason: 'lesser_danger' });
    expect(lower.status).toBe(200);
    expect((await desk.stateOf(caseNumber)).case.promise).toEqual(promise);
  });

  it('wants a reason of the list, and does not repeat what was sent instead', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const answer = await desk.decide('officer', caseNumber, 'severity', { severity: 'high', reason: canary });
    expect(answer.status).toBe(422);
    expect(answer.json['errors']).toMatchObject([{ pointer: '/reason', code: 'unknown_code' }]);
    expect(answer.text).not.toContain(canary);
  });

  it('refuses what changes nothing, and what comes after the end', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const same = await desk.decide('officer', caseNumber, 'severity', {
      severity: 'normal',
      reason: 'new_information',
    });
    expect(same.json).toMatchObject({ status: 409, because: 'severity_unchanged' });
    await desk.command('officer', caseNumber, 'read', {});
    await desk.decide('officer', caseNumber, 'handling', { ...handling, severity: 'normal' });
    await desk.decide('officer', caseNumber, 'resolution', { outcome: 'test', noMessageBecause: 'content_only' });
    const late = await desk.decide('officer', caseNumber, 'severity', { severity: 'high', reason: 'new_information' });
    expect(late.json).toMatchObject({ status: 409, because: 'wrong_status', case: { status: 'resolved' } });
  });
});
