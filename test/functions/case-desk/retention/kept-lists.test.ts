import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptPage } from '#shared/contracts/http/openapi/openapi-keeping.ts';
import { country } from '#shared/country/current.ts';
import { keptLists } from '#shared/domain/keeping/kept-lists.ts';
import type { KeptList } from '#shared/domain/keeping/kept-lists.ts';
import { plusDays } from '#shared/domain/time/instant.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { house } from '#test/support/kept-house.ts';
import { openDesk, people } from '../desk.ts';
import type { Desk, Who } from '../desk.ts';
import { bullying, canary, extortion, handling } from '../reports.ts';

catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk('engine');
});
afterAll(() => desk.stop());

type Line = ReturnType<typeof keptPage.parse>['cases'][number];

/** All pages of a list, as this person sees it. */
async function listed(who: Who, kind: KeptList): Promise<Line[]> {
  const lines: Line[] = [];
  let cursor: string | undefined;
  do {
    const answer = await desk.keeping(who, { kind, ...(cursor === undefined ? {} : { cursor }) });
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain(canary);
    const page = keptPage.parse(answer.json);
    lines.push(...page.cases);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return lines;
}
const lineOf = async (who: Who, kind: KeptList, caseNumber: string): Promise<Line | undefined> =>
  (await listed(who, kind)).find((line) => line.caseNumber === caseNumber);
/** In which lists the case stands for this person. */
async function listsWith(who: Who, caseNumber: string): Promise<KeptList[]> {
  const found = await Promise.all(keptLists.map(async (kind) => ({ kind, of: await lineOf(who, kind, caseNumber) })));
  return found.flatMap(({ kind, of }) => (of === undefined ? [] : [kind]));
}

async function anEndedCase(): Promise<string> {
  const { caseNumber } = await desk.receive(bullying);
  const { severity } = (await desk.stateOf(caseNumber)).case;
  for (const [name, body] of [
    ['claim', {}],
    ['read', { reason: 'on_duty' }],
    ['handling', { ...handling, severity }],
    ['resolution', { outcome: 'advice_given', message: 'This is what you can do.' }],
  ] as const) {
    expect([name, (await desk.decide('officer', caseNumber, name, body)).status]).toEqual([name, 200]);
  }
  return caseNumber;
}
const hourly = () => house(desk.database, { now: desk.clock.now() }).run();
const wish = { because: 'person_concerned_asked', safetyDecision: 'safe_for_now' };

describe('The lists of keeping', () => {
  it('have a case while it is held, then as due, and no more once it is erased', async () => {
    const caseNumber = await anEndedCase();
    const endedAt = desk.clock.now();
    await desk.command('officer', caseNumber, 'hold', { because: 'court_proceedings' });
    const hold = { because: 'court_proceedings', by: people.officer.id, since: endedAt };
    expect(await lineOf('supervisor', 'held', caseNumber)).toMatchObject({ hold, status: 'resolved' });
    expect(await listsWith('supervisor', caseNumber)).toEqual(['held']);

    await desk.command('supervisor', caseNumber, 'release', {});
    const { days } = country.retention;
    const { severity } = (await desk.stateOf(caseNumber)).case;
    const eraseAt = plusDays(endedAt, days.advice_given[severity]);
    const keeping = { endedAt, because: 'outcome', days: days.advice_given[severity], eraseAt, waitsFor: [] };
    expect(await lineOf('supervisor', 'due', caseNumber)).toMatchObject({ keeping, outcome: 'advice_given' });
    expect(await listsWith('supervisor', caseNumber)).toEqual(['due']);

    await hourly();
    expect(await lineOf('supervisor', 'due', caseNumber)).toMatchObject({ keeping });
    desk.clock.set(plusDays(eraseAt, -country.retention.warningDays));
    await hourly();
    const told = { at: desk.clock.now(), eraseAt };
    expect((await lineOf('supervisor', 'due', caseNumber))?.keeping).toMatchObject({ told, eraseAt });
    desk.clock.set(eraseAt);
    await hourly();
    expect(await listsWith('supervisor', caseNumber)).toEqual([]);
  });

  it('say that an ended case waits for somebody to read what came, and give it no date', async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    const { severity } = (await desk.stateOf(caseNumber)).case;
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    await desk.decide('officer', caseNumber, 'handling', { ...handling, severity });
    await desk.decide('officer', caseNumber, 'resolution', { outcome: 'advice_given', message: 'That is all.' });
    desk.later(5);
    const key = { 'Idempotency-Key': 'kept-lists-words-0123456789' };
    expect((await desk.ask('messages', { receipt, text: canary }, key)).status).toBe(201);
    await hourly();
    const line = await lineOf('supervisor', 'due', caseNumber);
    expect(line?.keeping).toMatchObject({ waitsFor: ['words_unread'], because: 'outcome' });
    expect(line?.keeping).not.toHaveProperty('eraseAt');
  });

  it('have an erasure as a request until a second person agrees, then as due at the next run', async () => {
    const caseNumber = await anEndedCase();
    expect((await desk.command('officer', caseNumber, 'erasure', wish)).status).toBe(200);
    const asked = { id: 'erasure-1', askedBy: people.officer.id, because: wish.because };
    expect((await lineOf('head', 'requests', caseNumber))?.approvals).toMatchObject([asked]);
    await desk.command('supervisor', caseNumber, 'approvals/erasure-1', { verdict: 'approve' });
    expect(await listsWith('head', caseNumber)).toEqual(['due']);
    const keeping = { because: 'on_request', eraseAt: desk.clock.now() };
    expect(await lineOf('head', 'due', caseNumber)).toMatchObject({ keeping });
    await hourly();
    expect(await listsWith('head', caseNumber)).toEqual([]);
  });

  it('have a withdrawal until the case has ended, for those who see it', async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    expect((await desk.ask('withdrawal', { receipt })).status).toBe(202);
    const withdrawal = { askedAt: desk.clock.now(), waitUntil: plusDays(desk.clock.now(), 3) };
    expect(await lineOf('officer', 'requests', caseNumber)).toMatchObject({ withdrawal });
    expect(await listsWith('head', caseNumber)).toEqual([]);
  });

  it('say of each export who asked, who decided, and who took the copy, whatever came after', async () => {
    const { caseNumber } = await desk.receive(extortion);
    const states = async () =>
      (await lineOf('supervisor', 'exports', caseNumber))?.approvals?.map(({ id, state }) => [id, state]);
    await desk.command('officer', caseNumber, 'export', { reason: 'police_request' });
    expect(await states()).toEqual([['export-1', 'pending']]);
    await desk.command('supervisor', caseNumber, 'approvals/export-1', { verdict: 'approve' });
    expect(await states()).toEqual([['export-1', 'approved']]);
    const taken = await desk.command('officer', caseNumber, 'export/export-1/copy', {});
    expect(taken.status).toBe(200);
    await desk.command('other', caseNumber, 'export', { reason: 'audit' });
    await desk.command('head', caseNumber, 'approvals/export-2', { verdict: 'refuse' });
    await desk.command('other', caseNumber, 'export', { reason: 'audit' });
    desk.clock.set(plusDays(desk.clock.now(), 30));
    expect((await lineOf('head', 'exports', caseNumber))?.approvals).toMatchObject([
      {
        id: 'export-1',
        state: 'taken',
        reason: 'police_request',
        askedBy: people.officer.id,
        decidedBy: people.supervisor.id,
        takenAt: expect.any(String),
      },
      { id: 'export-2', state: 'refused', askedBy: people.other.id, decidedBy: people.head.id },
      { id: 'export-3', state: 'lapsed', askedBy: people.other.id },
    ]);
  });

  it('show nothing of a case to a person whom it keeps out', async () => {
    const caseNumber = await anEndedCase();
    await desk.command('officer', caseNumber, 'export', { reason: 'audit' });
    await desk.command('officer', caseNumber, 'erasure', wish);
    expect(await listsWith('other', caseNumber)).toEqual(['due', 'requests', 'exports']);
    await desk.decide('officer', caseNumber, 'exclusions', { institutions: [], people: [people.other.id] });
    expect(await listsWith('other', caseNumber)).toEqual([]);
    await desk.command('officer', caseNumber, 'hold', { because: 'audit' });
    expect([await listsWith('other', caseNumber), await listsWith('officer', caseNumber)]).toEqual([
      [],
      ['held', 'requests', 'exports'],
    ]);
  });

  it('hide from the director what a director does not see of a case', async () => {
    const caseNumber = await anEndedCase();
    expect(await lineOf('officer', 'due', caseNumber)).toHaveProperty('outcome');
    expect(await lineOf('head', 'due', caseNumber)).not.toHaveProperty('outcome');
  });
});

describe('What is asked of the lists', () => {
  it.each([
    ['kind', {}],
    ['kind', { kind: 'all' }],
    ['cursor', { kind: 'held', cursor: 'due.kept.' }],
    ['cursor', { kind: 'held', cursor: 'held.kept.' }],
    ['cursor', { kind: 'requests', cursor: 'exports.asked.' }],
    ['cursor', { kind: 'exports', cursor: 'exports.asked.bm9wZQ' }],
    ['cursor', { kind: 'exports', cursor: canary }],
    ['since', { kind: 'exports', since: '2026-11-01' }],
  ])('is refused by name where %s is wrong: %o', async (field, query) => {
    const answer = await desk.keeping('supervisor', query);
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer: `/${field}` }] } });
    expect(answer.text).not.toContain(canary);
  });

  it.each(['volunteer', 'counsellor', 'auditor', 'statistician', 'administrator', 'gone'] as const)(
    'is not for a %s',
    async (who) => {
      expect((await desk.keeping(who, { kind: 'due' })).status).toBe(403);
    },
  );
});
