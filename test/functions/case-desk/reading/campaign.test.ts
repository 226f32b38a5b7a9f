import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryRow } from '#shared/adapters/aws/directory/directory-lists.ts';
import { openDesk } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { bullying } from '../reports.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  const entry = { code: 'SID-2026', name: 'Safer Internet Day', from: '2026-02-01', to: '2026-02-28', revision: 1 };
  const { db, tables } = desk.database;
  await db.send(new PutItemCommand({ TableName: tables.directory, Item: entryRow('campaign', entry) }));
});
afterAll(() => desk.stop());

const metaOf = async (caseNumber: string) => (await desk.stateOf(caseNumber)).case;

describe('The campaign that a report names', () => {
  it('is sealed until somebody has read the report, and then told in clear', async () => {
    const { caseNumber } = await desk.receive({ ...bullying, campaign: 'sid-2026' });
    expect(JSON.stringify(await desk.rows('cases'))).not.toContain('SID-2026');
    await desk.command('officer', caseNumber, 'read', {});
    expect(await metaOf(caseNumber)).toMatchObject({ campaign: 'SID-2026' });
  });

  it('is told at once by who files the report', async () => {
    const filed = await desk.file('officer', { ...bullying, campaign: 'SID-2026', channel: 'school' });
    expect(filed.status).toBe(201);
    expect(await metaOf(String(filed.json['caseNumber']))).toMatchObject({ campaign: 'SID-2026' });
  });

  it('stays sealed where the centre has no such campaign: a person wrote it, and nobody looked at it', async () => {
    const own = { ...bullying, campaign: 'MIRELA-9A' };
    const { caseNumber } = await desk.receive(own);
    await desk.command('officer', caseNumber, 'read', {});
    await desk.file('officer', { ...own, channel: 'school' });
    expect(await metaOf(caseNumber)).not.toHaveProperty('campaign');
    expect(JSON.stringify(await desk.rows('cases'))).not.toContain('MIRELA');
    expect(JSON.stringify(await desk.rows('caseEvents'))).not.toContain('MIRELA');
  });
});
