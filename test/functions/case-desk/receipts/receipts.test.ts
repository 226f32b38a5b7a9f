import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk } from '../desk.ts';
import type { Desk, Who } from '../desk.ts';
import { bullying } from '../reports.ts';

const logged = catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const assured = { assuredBy: 'called_safe_contact' };
const key = { 'Idempotency-Key': 'another-receipt-for-the-reporter' };

/** A case that this person has opened: nobody else gives out another code. */
async function readBy(who: Who): Promise<{ caseNumber: string; receipt: string }> {
  const received = await desk.receive(bullying);
  await desk.command(who, received.caseNumber, 'read', { reason: 'on_duty' });
  return received;
}

/** In both tables: what leads to a case, and what opens its thread. */
async function receiptRows(): Promise<number> {
  const rows = [...(await desk.rows('cases')), ...(await desk.rows('keys'))];
  return rows.filter((row) => row['pk']?.S?.startsWith('RECEIPT#')).length;
}

describe('another receipt', () => {
  it('opens the whole thread, also after the first one was locked, and takes messages on', async () => {
    const { caseNumber, receipt } = await readBy('counsellor');
    await desk.ask('messages', { receipt, text: 'Dikush e ka kodin tim.' });
    await desk.ask('lock', { receipt });
    const answer = await desk.command('counsellor', caseNumber, 'receipt', assured);
    expect(answer.status).toBe(200);
    const again = String(answer.json['receipt']);
    expect(again).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}-[0-9A-Z]$/);
    expect(again).not.toBe(receipt);
    expect((await desk.followUp(receipt)).status).toBe(404);
    const opened = await desk.followUp(again);
    expect(opened.json['messages']).toMatchObject([{ from: 'you', text: 'Dikush e ka kodin tim.' }]);
    expect((await desk.ask('messages', { receipt: again, text: 'Tani jam vetëm unë.' })).status).toBe(201);
    const { case: of } = await desk.stateOf(caseNumber);
    expect(of).not.toHaveProperty('receiptLockedAt');
    expect((await desk.historyOf(caseNumber)).map(({ type, actor }) => `${type} ${actor}`)).toContain(
      'case.receipt_reissued staff:staff-counsellor',
    );
  });

  it('voids the one before, lost or not, each time', async () => {
    const { caseNumber, receipt } = await readBy('officer');
    const before = await receiptRows();
    const given = [receipt];
    for (const _ of [1, 2]) {
      const { json } = await desk.command('officer', caseNumber, 'receipt', { assuredBy: 'told_what_was_reported' });
      given.push(String(json['receipt']));
    }
    const statuses = await Promise.all(given.map(async (one) => (await desk.followUp(one)).status));
    expect(statuses).toEqual([404, 404, 200]);
    // The row of a dead code stays, and says so. Its key is gone.
    expect(await receiptRows()).toBe(before + 2);
  });

  it('is answered once: a retry tells how the case stands and changes nothing', async () => {
    const { caseNumber } = await readBy('officer');
    const first = await desk.command('officer', caseNumber, 'receipt', assured, key);
    const retry = await desk.command('officer', caseNumber, 'receipt', assured, key);
    expect(retry.status).toBe(200);
    expect(retry.json).not.toHaveProperty('receipt');
    expect((await desk.followUp(String(first.json['receipt']))).status).toBe(200);
  });

  it('is written down before it is given, by whom and how they were assured; else it is not given', async () => {
    const { caseNumber, receipt } = await readBy('counsellor');
    await desk.command('counsellor', caseNumber, 'receipt', assured);
    const entries = await desk.rows('accessLog');
    expect(entries.map((row) => [row['action']?.S, row['reason']?.S])).toContainEqual([
      'receipt',
      'called_safe_contact',
    ]);
    const other = await readBy('counsellor');
    const broken = desk.with({
      accessLog: {
        record: async () => {
          throw new Error('The log is full.');
        },
      },
    });
    expect((await desk.commandAt(broken, 'counsellor', other.caseNumber, 'receipt', assured)).status).toBe(500);
    expect((await desk.followUp(other.receipt)).status).toBe(200);
    expect((await desk.followUp(receipt)).status).toBe(404);
  });

  it('stands in no row and no log line', async () => {
    const { caseNumber } = await readBy('counsellor');
    const { json } = await desk.command('counsellor', caseNumber, 'receipt', assured, {
      'Idempotency-Key': 'a-receipt-that-is-looked-for',
    });
    const receipt = String(json['receipt']);
    const tables = ['cases', 'keys', 'caseEvents', 'accessLog'] as const;
    const stored =
      JSON.stringify(await Promise.all(tables.map((table) => desk.rows(table)))) + JSON.stringify(logged());
    for (const form of [receipt, receipt.replaceAll('-', '')]) expect(stored).not.toContain(form);
    expect(stored).toContain(caseNumber);
  });

  it('is refused without saying how one was assured', async () => {
    const { caseNumber } = await readBy('counsellor');
    const answer = await desk.command('counsellor', caseNumber, 'receipt', {});
    expect(answer.status).toBe(422);
    expect(answer.json['errors']).toMatchObject([{ pointer: '/assuredBy', code: 'required' }]);
  });
});
