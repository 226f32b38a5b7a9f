import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mostWritesOf } from '#infra/documents/bounds-table.ts';
import { directoryBook } from '#shared/adapters/aws/directory/directory-book.ts';
import { roles } from '#shared/domain/access/authorize.ts';
import { dutiesOf } from '#shared/domain/people/duties.ts';
import { country } from '#shared/country/current.ts';
import type { StaffRecord } from '#shared/domain/people/staff-record.ts';
import { aPerson } from '#test/support/builders.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { openOffice, type Office } from './office.ts';

catchLog();
let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.stop());

it('a suspension with every list full is one transaction with room to spare', async () => {
  const { db, tables } = office.database;
  const book = directoryBook(db, tables);
  const at = office.clock.now();
  const put = async (after: Omit<StaffRecord, 'revision'>) => {
    const before = (await book.people()).find(({ id }) => id === after.id);
    const audit = { at, by: 'test', action: 'loaded' as const, changes: [] };
    const rows = { person: { ...(before === undefined ? {} : { before }), after } };
    await book.write({ revision: await book.revision(), rows, audit, notices: [] });
  };
  const until = '2026-11-27T11:00:00.000Z';
  const approval = { id: 'directory_change-1', kind: 'directory_change', askedBy: 'ben', askedAt: at } as const;
  for (let other = 0; other < 20; other += 1) {
    const waiting = {
      set: { cleared: true },
      because: ['clearance_given' as const],
      approval: { ...approval, effectiveAt: until },
    };
    await put({ ...aPerson(`o${other}`, { role: 'officer' }), waiting });
  }
  for (let other = 0; other < 40; other += 1) await put(aPerson(`a${other}`, { role: 'administrator' }));
  const held = roles.map((role) => ({ role, until }));
  await put({ ...aPerson('full', { role: 'supervisor', duties: dutiesOf(country) }), held });

  const sizes: number[] = [];
  const send = db.send.bind(db) as (...given: unknown[]) => unknown;
  const counted = (command: unknown, ...more: unknown[]): unknown => {
    if (command instanceof TransactWriteItemsCommand) sizes.push(command.input.TransactItems?.length ?? 0);
    return send(command, ...more);
  };
  Object.assign(db, { send: counted });
  const out = await office.decide('ana', 'full', 'suspension');
  expect(out.json).toMatchObject({ barred: true });
  const worst = Math.max(...sizes);
  expect(worst).toBeGreaterThan(70);
  expect(worst).toBeLessThanOrEqual(mostWritesOf.directory.writes);
});
