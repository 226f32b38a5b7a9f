import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { receiptLookups } from '#shared/adapters/aws/indexes/lookup-index.ts';
import { receiptDesk } from '#shared/adapters/aws/cases/receipt-desk.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { voidDistrusted } from '#functions/escalation/void-distrusted.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { codeConcernsOf } from '#shared/domain/case/receipts/known-receipt.ts';
import { decideReissue } from '#shared/domain/commands/reporter/reporter-actions.ts';
import { aPerson } from '#test/support/builders.ts';
import { type Centre, openCentre } from '../centre.ts';

const enoughTime = () => 55_000;

describe('a person who is suspended because nobody trusts them', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.stop());

  /** A case whose present code this person gave out. Answers the lookup of that code. */
  async function knownCase(person: string, lookup: string): Promise<{ of: Case; lookup: string }> {
    const of = await centre.receive({ severity: 'normal', readers: [person] });
    const { db, tables } = centre.database;
    const before = await receiptLookups(db, tables).receiptsOf(of.caseId);
    if (before === undefined) throw new Error('The case is not there.');
    const { case: now } = await centre.read(of);
    const decided = decideReissue(now, person, centre.now());
    if (decided.outcome !== 'change') throw new Error('It was not given out.');
    const issue = { lookup, threadForReporter: 'sealed', knownTo: [person] };
    await caseWriter(db, tables).write(changeCase(now, decided.parts, centre.now()), {
      receipt: { before, dead: 'replaced', issue },
    });
    return { of, lookup };
  }

  async function suspend(id: string): Promise<void> {
    const { db, tables } = centre.database;
    const record = { ...aPerson(id, { role: 'counsellor', active: false }), revision: 1, distrusted: centre.now() };
    for (const Item of staffRows(record)) await db.send(new PutItemCommand({ TableName: tables.directory, Item }));
  }

  const isOpen = async (lookup: string): Promise<boolean> => {
    const found = await receiptDesk(centre.database.db, centre.database.tables).find(lookup);
    return found !== undefined && 'threadForReporter' in found;
  };

  it('loses every code they know, within a minute, and nobody else does', async () => {
    const theirs = [await knownCase('staff-besnik', 'a1'), await knownCase('staff-besnik', 'a2')];
    const another = await knownCase('staff-mira', 'b1');
    await centre.sweep();
    expect(await isOpen('a1')).toBe(true);
    await suspend('staff-besnik');
    await centre.sweep();
    for (const { of, lookup } of theirs) {
      expect(await isOpen(lookup)).toBe(false);
      const { case: now } = await centre.read(of);
      expect(codeConcernsOf(now)).toMatchObject([{ what: 'reporter_without_code' }]);
      expect(now).not.toHaveProperty('receiptKnownTo');
      expect((await centre.history(of)).at(-1)).toMatchObject({
        type: 'case.receipt_voided',
        actor: 'besa:escalation',
      });
    }
    expect(await isOpen(another.lookup)).toBe(true);
    const known = await centre.knownReceipts.knownTo('staff-besnik', 10);
    expect(known).toEqual([]);
  });

  it('loses the rest after a sweep that broke off', async () => {
    for (let one = 0; one < 12; one += 1) await knownCase('staff-besnik', `c${one}`);
    await suspend('staff-besnik');
    let writes = 0;
    centre.between.beforeWrite = () => {
      writes += 1;
      if (writes === 4) throw new Error('The machine is gone.');
    };
    await centre.sweep();
    centre.between.beforeWrite = undefined as never;
    await centre.sweep();
    const open = await Promise.all(Array.from({ length: 12 }, (_, one) => isOpen(`c${one}`)));
    expect(open).not.toContain(true);
    expect(centre.measured.filter(({ metric }) => metric === 'RaiseFailed')).toHaveLength(1);
  });

  it('is left to the next sweep when there is no time, and what leads nowhere is removed', async () => {
    await knownCase('staff-besnik', 'd1');
    await suspend('staff-besnik');
    const sweep = voidDistrusted(centre.sweepDeps);
    expect(await sweep(() => 0)).toEqual({ left: 1 });
    expect(await isOpen('d1')).toBe(true);
    await centre.database.db.send(
      new PutItemCommand({
        TableName: centre.database.tables.cases,
        Item: { pk: { S: 'KNOWS#staff-besnik' }, sk: { S: 'gone' }, caseId: { S: 'gone' } },
      }),
    );
    expect(await sweep(enoughTime)).toEqual({ left: 0 });
    expect(await isOpen('d1')).toBe(false);
    expect(await centre.knownReceipts.knownTo('staff-besnik', 10)).toEqual([]);
  });
});
