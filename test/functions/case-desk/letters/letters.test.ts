import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letters } from '#shared/adapters/aws/mail/letters.ts';
import { letterSchema } from '#shared/contracts/http/staff/letters.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { callHandler, postOf } from '#test/support/gateway.ts';
import type { GatewayAnswer } from '#test/support/gateway.ts';
import { openDesk, people, receivedAt } from '../desk.ts';
import type { Desk, Who } from '../desk.ts';
import { bullying, canary, extortion } from '../reports.ts';

const logged = catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

async function letterAbout(...caseNumbers: string[]): Promise<string> {
  const ids = await Promise.all(caseNumbers.map(async (number) => (await desk.stateOf(number)).case.caseId));
  const id = `letter-${caseNumbers.join('-')}`;
  const events = ids.map((caseId) => `${caseId}#2`);
  await letters(desk.database.db, desk.database.tables).write({
    id,
    to: people.officer.id,
    sentAt: receivedAt,
    events,
  });
  return id;
}
const asks = (who: Who, letter: string): Promise<GatewayAnswer> =>
  callHandler(desk.desk, { resource: '/v1/letters/{letter}', path: { letter }, claims: { sub: people[who].id } });
const says = (who: Who, letter: string, body: object = {}, headers = {}): Promise<GatewayAnswer> =>
  callHandler(desk.desk, {
    ...postOf('/v1/letters/{letter}/acknowledge', body, headers),
    path: { letter },
    claims: { sub: people[who].id },
  });

describe('a letter', () => {
  it('shows its reader the cases that it names, the most urgent first, and no word of them', async () => {
    const [normal, critical] = [await desk.receive(bullying), await desk.receive(extortion)];
    const { status, json, text } = await asks('officer', await letterAbout(normal.caseNumber, critical.caseNumber));
    expect(status).toBe(200);
    expect(letterSchema.safeParse(json).error?.issues).toBeUndefined();
    expect((json['cases'] as { caseNumber: string }[]).map(({ caseNumber }) => caseNumber)).toEqual([
      critical.caseNumber,
      normal.caseNumber,
    ]);
    expect(text).not.toContain(canary);
  });

  it('leaves out a case that excludes its reader by now', async () => {
    const { caseNumber } = await desk.receive(extortion);
    const letter = await letterAbout(caseNumber);
    await desk.command('supervisor', caseNumber, 'read', { reason: 'on_duty' });
    const out = { institutions: [], people: [people.officer.id] };
    expect((await desk.decide('supervisor', caseNumber, 'exclusions', out)).status).toBe(200);
    expect((await asks('officer', letter)).json['cases']).toEqual([]);
    expect((await says('officer', letter)).status).toBe(200);
    expect((await desk.historyOf(caseNumber)).map(({ type }) => type)).not.toContain('escalation.acknowledged');
  });

  it('is there for its reader alone', async () => {
    const letter = await letterAbout((await desk.receive(extortion)).caseNumber);
    for (const [who, status] of [
      ['other', 404],
      ['supervisor', 404],
      ['volunteer', 403],
      ['gone', 403],
    ] as const) {
      const statuses = [(await asks(who, letter)).status, (await says(who, letter)).status];
      expect([who, ...statuses]).toEqual([who, status, status]);
    }
    expect((await asks('officer', 'letter-unknown')).status).toBe(404);
    expect((await desk.deps.letters.find(letter))?.acknowledgedAt).toBeUndefined();
  });

  it('is acknowledged once: each raised clock is held, and a retry changes nothing', async () => {
    const { caseNumber } = await desk.receive(extortion);
    await desk.raise(caseNumber, '1.must_be_acknowledged.report');
    const letter = await letterAbout(caseNumber);
    const first = await says('officer', letter);
    expect(first.json).toMatchObject({ letter, isDone: true });
    const held = (await desk.stateOf(caseNumber)).timers;
    desk.later(3);
    const second = await says('officer', letter);
    expect(second.json).toMatchObject({ acknowledgedAt: first.json['acknowledgedAt'], isDone: true });
    expect((await desk.stateOf(caseNumber)).timers).toEqual(held);
    expect(held.find(({ kind }) => kind === 'must_be_acknowledged')?.heldByLetter).toBe(true);
    expect((await desk.historyOf(caseNumber)).filter(({ type }) => type === 'escalation.acknowledged')).toHaveLength(1);
    expect((await asks('officer', letter)).json['acknowledgedAt']).toBe(first.json['acknowledgedAt']);
  });

  it('is not acknowledged without a key, nor with anything in the body', async () => {
    const letter = await letterAbout((await desk.receive(extortion)).caseNumber);
    expect((await says('officer', letter, {}, { 'Idempotency-Key': '' })).status).toBe(400);
    expect((await says('officer', letter, { note: canary })).status).toBe(422);
    expect((await desk.deps.letters.find(letter))?.acknowledgedAt).toBeUndefined();
    expect(JSON.stringify(logged())).not.toContain(canary);
  });
});
