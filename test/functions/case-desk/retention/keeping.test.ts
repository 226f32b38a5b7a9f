import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdReasons } from '#shared/domain/case/case.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { house } from '#test/support/kept-house.ts';
import { openDesk } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { bullying, handling } from '../reports.ts';

catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const wish = { because: 'person_concerned_asked', safetyDecision: 'safe_for_now' };

async function anEndedCase(): Promise<{ caseNumber: string; receipt: string }> {
  const reported = await desk.receive(bullying);
  await end(reported.caseNumber);
  return reported;
}

async function end(caseNumber: string): Promise<void> {
  const { severity } = (await desk.stateOf(caseNumber)).case;
  for (const [name, body] of [
    ['read', { reason: 'on_duty' }],
    ['handling', { ...handling, severity }],
    ['resolution', { outcome: 'advice_given', message: 'This is what you can do.' }],
  ] as const) {
    const answer = await desk.decide('officer', caseNumber, name, body);
    expect([name, answer.status, answer.json]).toMatchObject([name, 200, {}]);
  }
}

/** Two people agree that the case is erased; answers what came of it. */
async function agree(caseNumber: string, id: string): Promise<readonly number[]> {
  const asked = await desk.command('officer', caseNumber, 'erasure', wish);
  const agreed = await desk.command('supervisor', caseNumber, `approvals/${id}`, { verdict: 'approve' });
  return [asked.status, agreed.status];
}

/** The reporter writes, a while later. */
async function writes(receipt: string, more: object = {}): Promise<void> {
  desk.later(5);
  const said = await desk.ask(
    'messages',
    { receipt, text: 'He is at my door.', ...more },
    { 'Idempotency-Key': randomUUID() },
  );
  expect(said.status).toBe(201);
  desk.later(5);
}

const daily = () => house(desk.database, { now: desk.clock.now() }).run();

describe('A legal hold', () => {
  it.each(holdReasons)('is set for %s by an officer, and no counsellor', async (because) => {
    const { caseNumber } = await desk.receive(bullying);
    expect((await desk.command('counsellor', caseNumber, 'hold', { because })).status).toBe(403);
    expect((await desk.command('officer', caseNumber, 'hold', { because })).status).toBe(200);
    const { hold } = (await desk.stateOf(caseNumber)).case;
    expect(hold).toEqual({ because, by: 'staff-officer', since: desk.clock.now() });
    expect((await desk.historyOf(caseNumber)).at(-1)).toMatchObject({ type: 'case.held', data: {} });
  });

  it('has a reason of the list, and says which field is not', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const answer = await desk.command('officer', caseNumber, 'hold', { because: 'a feeling' });
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer: '/because' }] } });
  });

  it('is lifted once, and not where there is none', async () => {
    const { caseNumber } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'hold', { because: 'audit' });
    expect((await desk.command('supervisor', caseNumber, 'release', {})).status).toBe(200);
    expect((await desk.stateOf(caseNumber)).case.hold).toBeUndefined();
    const again = await desk.command('supervisor', caseNumber, 'release', {});
    expect(again).toMatchObject({ status: 409, json: { because: 'not_held' } });
  });
});

describe('Erasing on request', () => {
  it('is for cases that have ended', async () => {
    const { caseNumber } = await desk.receive(bullying);
    const answer = await desk.command('officer', caseNumber, 'erasure', wish);
    expect(answer).toMatchObject({ status: 409, json: { because: 'wrong_status' } });
  });

  it('takes two people and the next daily run, after which neither number nor receipt finds anything', async () => {
    const { caseNumber, receipt } = await anEndedCase();
    expect((await desk.command('counsellor', caseNumber, 'erasure', wish)).status).toBe(403);
    expect((await desk.command('officer', caseNumber, 'erasure', wish)).status).toBe(200);
    await daily();
    expect((await desk.show('officer', caseNumber)).status).toBe(200);
    const own = await desk.command('officer', caseNumber, 'approvals/erasure-1', { verdict: 'approve' });
    expect(own).toMatchObject({ status: 409, json: { because: 'own_request' } });
    const agreed = await desk.command('supervisor', caseNumber, 'approvals/erasure-1', { verdict: 'approve' });
    expect(agreed.status).toBe(200);
    expect((await desk.followUp(receipt)).status).toBe(200);
    await daily();
    expect((await desk.show('officer', caseNumber)).status).toBe(404);
    expect((await desk.followUp(receipt)).status).toBe(404);
    expect((await desk.command('officer', caseNumber, 'hold', { because: 'audit' })).status).toBe(404);
  });

  it('does not happen while the case is held, though it was agreed to', async () => {
    const { caseNumber } = await anEndedCase();
    await desk.command('officer', caseNumber, 'erasure', wish);
    await desk.command('supervisor', caseNumber, 'approvals/erasure-1', { verdict: 'approve' });
    await desk.command('other', caseNumber, 'hold', { because: 'court_proceedings' });
    await daily();
    expect((await desk.show('officer', caseNumber)).status).toBe(200);
    await desk.command('other', caseNumber, 'release', {});
    await daily();
    expect((await desk.show('officer', caseNumber)).status).toBe(404);
  });

  it('erases nothing that the reporter wrote before somebody has read it, and is then asked for anew', async () => {
    const { caseNumber, receipt } = await anEndedCase();
    expect(await agree(caseNumber, 'erasure-1')).toEqual([200, 200]);
    await writes(receipt);
    await daily();
    expect((await desk.show('officer', caseNumber)).status).toBe(200);
    await desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });
    await daily();
    expect((await desk.show('officer', caseNumber)).status).toBe(200);
    desk.later(5);
    expect(await agree(caseNumber, 'erasure-2')).toEqual([200, 200]);
    await daily();
    expect((await desk.show('officer', caseNumber)).status).toBe(404);
  });

  it('is void when the child needs help again: what was agreed to does not erase the case after its next end', async () => {
    const { caseNumber, receipt } = await anEndedCase();
    expect(await agree(caseNumber, 'erasure-1')).toEqual([200, 200]);
    await writes(receipt, { stillHappening: true });
    await end(caseNumber);
    desk.later(5);
    await daily();
    expect((await desk.show('officer', caseNumber)).status).toBe(200);
    expect(await agree(caseNumber, 'erasure-2')).toEqual([200, 200]);
    await daily();
    expect((await desk.show('officer', caseNumber)).status).toBe(404);
  });

  it('is nothing to approve any more when the child needs help again', async () => {
    const { caseNumber, receipt } = await anEndedCase();
    await desk.command('officer', caseNumber, 'erasure', wish);
    await writes(receipt, { stillHappening: true });
    const late = await desk.command('supervisor', caseNumber, 'approvals/erasure-1', { verdict: 'approve' });
    expect(late).toMatchObject({ status: 409, json: { because: 'approval_over' } });
  });

  it('says what would be right when nobody has looked whether a child is safe', async () => {
    const { caseNumber } = await anEndedCase();
    const unsure = await desk.command('officer', caseNumber, 'erasure', { ...wish, safetyDecision: 'cannot_tell' });
    expect(unsure).toMatchObject({ status: 409, json: { because: 'safety_unclear' } });
    const silent = await desk.command('officer', caseNumber, 'erasure', { because: wish.because });
    expect(silent).toMatchObject({ status: 422, json: { errors: [{ pointer: '/safetyDecision' }] } });
  });
});
