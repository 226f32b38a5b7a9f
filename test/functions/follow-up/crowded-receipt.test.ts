import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messagesPerMinute } from '#shared/domain/commands/reporter/message-rate.ts';
import { receiptFrom } from '#shared/domain/identifiers.ts';
import type { Desk } from '#test/functions/case-desk/desk.ts';
import { openDesk } from '#test/functions/case-desk/desk.ts';
import { bullying } from '#test/functions/case-desk/reports.ts';
import { catchLog } from '#test/support/catch-log.ts';

catchLog();

/** As many connections as one program easily opens. */
const connections = Array.from({ length: 16 }, (_, index) => index);

describe.each([['engine'], ['memory']] as const)('sixteen connections on one receipt, on the %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await (kind === 'engine' ? openDesk('engine') : openDesk('memory'));
  });
  afterAll(() => desk.stop());

  const writes = (receipt: string, text: string) =>
    desk.ask('messages', { receipt, text }, { 'Idempotency-Key': randomUUID() });

  it('leave ten messages a minute, no fault, and staff at work', { timeout: 60_000 }, async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    await desk.command('officer', caseNumber, 'read', {});
    const flood = connections.map(async (one) => [
      await writes(receipt, `first of ${one}`),
      await writes(receipt, `second of ${one}`),
    ]);
    const notes = [1, 2, 3].map((one) => desk.command('officer', caseNumber, 'notes', { text: `note ${one}` }));
    const claims = desk.command('counsellor', caseNumber, 'claim', {});
    const answers = (await Promise.all(flood)).flat();
    const statuses = answers.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([201, 429]));
    expect(statuses.filter((status) => status === 201)).toHaveLength(messagesPerMinute);
    const refused = answers.filter(({ status }) => status === 429);
    for (const { headers, json } of refused) {
      expect(Number(headers['Retry-After'])).toBeGreaterThan(0);
      expect(Number(headers['Retry-After'])).toBeLessThanOrEqual(60);
      expect(json['help']).not.toEqual([]);
    }
    expect((await Promise.all([...notes, claims])).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await desk.stateOf(caseNumber)).case).toMatchObject({ messageCount: messagesPerMinute, noteCount: 3 });

    // The child's own words come through when the minute is over.
    desk.later(2);
    expect((await writes(receipt, 'Jam unë.')).status).toBe(201);
  });

  it('ask once to withdraw, and lock once', { timeout: 60_000 }, async () => {
    const { caseNumber, receipt } = await desk.receive(bullying);
    const asked = await Promise.all(connections.map(() => desk.ask('withdrawal', { receipt })));
    expect(asked.filter(({ status }) => status === 202).length).toBeGreaterThan(0);
    expect(asked.every(({ status }) => status === 202 || status === 429)).toBe(true);
    desk.later(1);
    const locked = await Promise.all(connections.map(() => desk.ask('lock', { receipt })));
    expect(locked.some(({ status }) => status === 202)).toBe(true);
    expect(locked.every(({ status }) => [202, 404, 429].includes(status))).toBe(true);
    const types = (await desk.historyOf(caseNumber)).map(({ type }) => type);
    for (const once of ['case.withdrawal_requested', 'case.locked']) {
      expect(types.filter((type) => type === once)).toHaveLength(1);
    }
  });

  it('leave no row behind when the receipt was never one', async () => {
    const before = (await desk.rows('cases')).length;
    const unknown = receiptFrom(new Uint8Array(10).fill(5));
    const statuses = (await Promise.all(connections.map(() => writes(unknown, 'a')))).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([404]));
    expect((await desk.rows('cases')).length).toBe(before);
  });
});

describe('what the holder of a receipt asks for', () => {
  it('counts by its kind: no other request keeps the child from locking the code', async () => {
    const desk = await openDesk();
    const { receipt } = await desk.receive(bullying);
    for (let one = 0; one < messagesPerMinute; one += 1) {
      const key = { 'Idempotency-Key': randomUUID() };
      expect((await desk.ask('messages', { receipt, text: `${one}` }, key)).status).toBe(201);
    }
    const tooMuch = await desk.ask('messages', { receipt, text: 'more' }, { 'Idempotency-Key': randomUUID() });
    expect(tooMuch.status).toBe(429);
    expect((await desk.ask('lock', { receipt })).status).toBe(202);
    await desk.stop();
  });
});
