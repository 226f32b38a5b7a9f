import { randomUUID } from 'node:crypto';
import { DeleteItemCommand, PutItemCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { erasing } from '#shared/adapters/aws/erasing/erasing.ts';
import { erasedLogs } from '#shared/adapters/aws/erasing/erased-logs.ts';
import { erasureJournal } from '#shared/adapters/aws/erasing/erasure-journal.ts';
import { tableDesigns } from '#shared/adapters/aws/dynamo/table-design.ts';
import { mostDeadCodes } from '#shared/domain/case/receipts/receipt.ts';
import { plusDays } from '#shared/domain/time/instant.ts';
import { replayErasures } from '#shared/use-cases/replay-erasures.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { house } from '#test/support/kept-house.ts';
import { openDesk } from '../case-desk/desk.ts';
import type { Desk } from '../case-desk/desk.ts';
import { bullying, canary, handling } from '../case-desk/reports.ts';

catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk('engine');
});
afterAll(() => desk.stop());

type Row = Record<string, AttributeValue>;
/** The tables that are restored together, each with how far it can go back. */
const restorable = { cases: 'Cases', caseEvents: 'CaseEvents', keys: 'Keys' } as const;
type Restored = keyof typeof restorable;
interface Snapshot {
  takenAt: string;
  rows: Record<Restored, Row[]>;
}

async function snapshot(): Promise<Snapshot> {
  const [cases, caseEvents, keys] = await Promise.all([desk.rows('cases'), desk.rows('caseEvents'), desk.rows('keys')]);
  return { takenAt: desk.clock.now(), rows: { cases, caseEvents, keys } };
}

const sortKeyOf = (table: Restored) => tableDesigns[restorable[table]].sortKey;

/**
 * Point-in-time recovery: every table that can go back so far is as it was then, every other one stays as it is. Answers
 * which were restored.
 */
async function restore({ takenAt, rows }: Snapshot): Promise<Restored[]> {
  const restored = (Object.keys(restorable) as Restored[]).filter(
    (table) => plusDays(takenAt, tableDesigns[restorable[table]].recoveryDays) >= desk.clock.now(),
  );
  for (const table of restored) {
    const sortKey = sortKeyOf(table);
    const present = await desk.rows(table);
    const keyOf = (row: Row): Row => ({ pk: row['pk'] ?? { S: '' }, [sortKey]: row[sortKey] ?? { S: '' } });
    const TableName = desk.database.tables[table];
    for (const row of present) await desk.database.db.send(new DeleteItemCommand({ TableName, Key: keyOf(row) }));
    for (const Item of rows[table]) await desk.database.db.send(new PutItemCommand({ TableName, Item }));
  }
  return restored;
}

const daily = () => house(desk.database, { now: desk.clock.now() }).run();
const replay = () => {
  const { db, tables } = desk.database;
  return replayErasures({
    journal: erasureJournal(db, tables),
    erasing: erasing(db, tables),
    logs: erasedLogs(db, tables),
  });
};
const laterBy = (days: number) => desk.clock.set(plusDays(desk.clock.now(), days));
const read = (caseNumber: string) => desk.command('officer', caseNumber, 'read', { reason: 'on_duty' });

describe('A restore after an erasure', () => {
  let key: string;
  let erased: { caseNumber: string; receipt: string };
  let kept: { caseNumber: string; receipt: string };
  let before: Snapshot;

  /** Erases one case of two. `meanwhile` is what happens to it after the backup. */
  async function eraseOne(meanwhile: () => Promise<void> = async () => {}): Promise<void> {
    key = randomUUID();
    erased = await desk.receive(bullying, { 'Idempotency-Key': key });
    kept = await desk.receive({ ...bullying, urls: ['https://elsewhere.example/x'] });
    const { caseNumber } = erased;
    expect((await read(caseNumber)).status).toBe(200);
    const { severity } = (await desk.stateOf(caseNumber)).case;
    await desk.decide('officer', caseNumber, 'handling', { ...handling, severity });
    await desk.decide('officer', caseNumber, 'resolution', { outcome: 'advice_given', message: 'What you can do.' });
    before = await snapshot();
    await meanwhile();
    const wish = { because: 'person_concerned_asked', safetyDecision: 'safe_for_now' };
    expect((await desk.command('officer', caseNumber, 'erasure', wish)).status).toBe(200);
    await desk.command('supervisor', caseNumber, 'approvals/erasure-1', { verdict: 'approve' });
    laterBy(1);
    await daily();
    laterBy(1);
    await daily();
    expect((await desk.show('officer', caseNumber)).status).toBe(404);
  }
  beforeEach(() => eraseOne());

  /** Nobody finds it, nothing opens it, no row has it, and its retry is answered. */
  async function expectGone(): Promise<void> {
    expect((await desk.show('officer', erased.caseNumber)).status).toBe(404);
    expect((await read(erased.caseNumber)).status).toBe(404);
    expect((await desk.followUp(erased.receipt)).status).toBe(404);
    expect((await desk.send(bullying, { 'Idempotency-Key': key })).status).toBe(410);
    const caseId = before.rows.cases.find((row) => row['caseNumber']?.S === erased.caseNumber)?.['caseId']?.S ?? '';
    expect(caseId).not.toBe('');
    for (const table of ['cases', 'caseEvents', 'keys'] as const) {
      const rows = (await desk.rows(table)).map((row) => JSON.stringify(row));
      expect(rows.filter((row) => row.includes(caseId) || row.includes(erased.caseNumber))).toEqual([]);
    }
  }

  it('brings the case back, keys and all, within a week; replaying the journal makes it unreadable again', async () => {
    laterBy(3);
    expect(await restore(before)).toEqual(['cases', 'caseEvents', 'keys']);
    const back = await read(erased.caseNumber);
    expect([back.status, back.text.includes(canary)]).toEqual([200, true]);
    expect((await desk.followUp(erased.receipt)).status).toBe(200);
    expect((await desk.send(bullying, { 'Idempotency-Key': key })).status).toBe(201);

    expect((await replay()).cameBack).toBe(1);
    await expectGone();
    expect((await replay()).cameBack).toBe(0);
  });

  it('opens no sealed field after a week, even before the journal is replayed: the keys do not come back', async () => {
    laterBy(10);
    expect(await restore(before)).toEqual(['cases', 'caseEvents']);
    expect((await desk.show('officer', erased.caseNumber)).status).toBe(200);
    const opened = await read(erased.caseNumber);
    expect(opened.status).toBeGreaterThanOrEqual(400);
    expect(opened.text).not.toContain(canary);
    expect((await desk.followUp(erased.receipt)).status).toBe(404);

    await replay();
    await expectGone();
  });

  it('takes the key of a code that the backup knows and the journal does not: others were given out since', async () => {
    await eraseOne(async () => {
      await desk.ask('lock', { receipt: erased.receipt });
      await desk.command('counsellor', erased.caseNumber, 'read', { reason: 'on_duty' });
      // So many that the case has forgotten the first one by then.
      for (let given = 0; given <= mostDeadCodes; given += 1) {
        const answer = await desk.command('counsellor', erased.caseNumber, 'receipt', {
          assuredBy: 'called_safe_contact',
        });
        expect(answer.status).toBe(200);
      }
    });
    laterBy(3);
    await restore(before);
    expect((await desk.followUp(erased.receipt)).status).toBe(200);

    await replay();
    await expectGone();
    const codes = (rows: Row[]) => rows.map(({ pk }) => pk?.S ?? '').filter((pk) => pk.startsWith('RECEIPT#'));
    expect(codes(await desk.rows('keys')).sort()).toEqual(codes(await desk.rows('cases')).sort());
  });

  it('has nothing of it left to restore after thirty-five days', async () => {
    laterBy(36);
    expect(await restore(before)).toEqual([]);
    await expectGone();
  });

  it('leaves every other case as it was restored: it opens, and its reporter finds it', async () => {
    laterBy(3);
    await restore(before);
    await replay();
    const opened = await read(kept.caseNumber);
    expect([opened.status, opened.text.includes(canary)]).toEqual([200, true]);
    expect((await desk.followUp(kept.receipt)).status).toBe(200);
  });

  it('is not let go live while somebody still writes to an erased case', async () => {
    laterBy(3);
    await restore(before);
    const { db, tables } = desk.database;
    const busy = { remove: async () => 1 };
    const replayed = replayErasures({
      journal: erasureJournal(db, tables),
      erasing: busy,
      logs: erasedLogs(db, tables),
    });
    await expect(replayed).rejects.toThrow(/is being written to/);
  });
});
