import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk, people } from './desk.ts';
import type { Desk, Who } from './desk.ts';
import { bullying, canary, extortion } from './reports.ts';

catchLog();
let desk: Desk;
let caseNumber: string;
beforeAll(async () => {
  desk = await openDesk();
  ({ caseNumber } = await desk.receive(extortion));
  await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
});
afterAll(() => desk.stop());

const course =
  'approvals assignee caseNumber clockNumber due enteredAt history may promise readAt receivedAt revision severity status team timers triagedAt';

describe('GET /v1/cases/{number}, by role', () => {
  it.each<[Who, string]>([
    ['volunteer', 'caseNumber due may severity'],
    ['head', `${course} exclusions`],
    ['auditor', course],
  ])('%s sees these fields at most: %s', async (who, fields) => {
    const { status, json, text } = await desk.show(who, caseNumber);
    expect(status).toBe(200);
    const { help: _, ...shown } = json;
    expect(Object.keys(shown).filter((field) => !fields.split(' ').includes(field))).toEqual([]);
    expect(shown).toMatchObject({ caseNumber, severity: 'critical' });
    for (const told of ['sexual_extortion', canary, 'male', 'threatToShare', 'child']) expect(text).not.toContain(told);
  });

  it('shows caseworkers what stands in clear', async () => {
    for (const who of ['counsellor', 'officer', 'supervisor'] as const) {
      expect((await desk.show(who, caseNumber)).json).toMatchObject({ reported: { category: 'sexual_extortion' } });
    }
  });

  it('shows statisticians and administrators no case, and a volunteer none that is over', async () => {
    for (const who of ['statistician', 'administrator', 'director', 'gone'] as const) {
      expect([who, (await desk.show(who, caseNumber)).status]).toEqual([who, 403]);
    }
    const over = await desk.receive(bullying);
    await desk.command('officer', over.caseNumber, 'read', {});
    const handling = { severity: 'normal', safetyDecision: 'safe_for_now', nextStep: 'advise_reporter' };
    await desk.decide('officer', over.caseNumber, 'handling', { ...handling, noMessageBecause: 'content_only' });
    await desk.decide('officer', over.caseNumber, 'resolution', { outcome: 'test', noMessageBecause: 'content_only' });
    expect((await desk.show('officer', over.caseNumber)).json['status']).toBe('resolved');
    expect((await desk.show('volunteer', over.caseNumber)).status).toBe(403);
    expect((await desk.show('auditor', over.caseNumber)).status).toBe(200);
  });
});

describe('GET /v1/cases, by role', () => {
  it('shows a volunteer number, severity and due time of each', async () => {
    const { json } = await desk.list('volunteer');
    const lines = json['cases'] as Record<string, unknown>[];
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(Object.keys(line).toSorted()).toEqual(['caseNumber', 'due', 'severity']);
  });

  it('shows director and auditor no category, region or channel', async () => {
    for (const who of ['head', 'auditor'] as const) {
      const { text, json } = await desk.list(who);
      expect(json['cases']).toContainEqual(expect.objectContaining({ caseNumber, status: 'in_progress' }));
      for (const told of ['sexual_extortion', '"category"', '"region"', '"channel"']) expect(text).not.toContain(told);
    }
  });

  it('lets nobody ask by what they do not see, and names it', async () => {
    const asked = await desk.list('volunteer', { category: 'sexual_extortion', severity: 'critical' });
    expect(asked.status).toBe(422);
    expect(asked.json['errors']).toMatchObject([{ pointer: '/category', code: 'unknown_field' }]);
    expect((await desk.list('head', { category: 'sexual_extortion' })).status).toBe(422);
    expect((await desk.list('volunteer', { severity: 'critical' })).status).toBe(200);
  });

  it('is not there for statisticians and administrators', async () => {
    for (const who of ['statistician', 'administrator'] as const) expect((await desk.list(who)).status).toBe(403);
  });
});

describe('text', () => {
  it('is opened by caseworkers alone, cleared or not', async () => {
    for (const who of ['volunteer', 'head', 'auditor', 'statistician', 'administrator'] as const) {
      const { status, text } = await desk.command(who, caseNumber, 'read', { reason: 'on_duty' });
      expect([who, status]).toEqual([who, 403]);
      expect(text).not.toContain(canary);
      expect(people[who].cleared).toBe(true);
    }
  });
});
