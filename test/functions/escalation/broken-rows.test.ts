import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shardOf } from '#shared/adapters/aws/dynamo/shard.ts';
import { randomId } from '#test/support/new-case.ts';
import { openCentre, type Centre } from '../centre.ts';

describe('A row that nothing of ours wrote, among what is due', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.stop());

  const brokenId = randomId();
  it.each([
    ['VISIT#broken', 'ENDED'],
    [`CASE#${brokenId}`, 'TIMER#1#must_be_read#report'],
    [`CASE#${brokenId}`, 'TIMER#nonsense'],
    [`CASE#${brokenId}`, 'MAIL#1#nobody'],
    [`CASE#${brokenId}`, 'MAIL#'],
    [`CASE#${brokenId}`, 'OWED#1'],
    ['LETTER#broken', 'LETTER'],
  ])('keeps nobody from being called for another case: %s %s', async (pk, sk) => {
    const of = await centre.receive({ severity: 'critical' });
    await centre.settle(of);
    const { db, tables } = centre.database;
    const duePk = `DUE#${shardOf(of.caseId)}`;
    const dueSk = `2026-01-01T00:00:00.000Z#${brokenId}#${sk}`;
    const Item = { pk: { S: pk }, sk: { S: sk }, duePk: { S: duePk }, dueSk: { S: dueSk } };
    await db.send(new PutItemCommand({ TableName: tables.cases, Item }));
    centre.later(31);
    const told = centre.letters.length;
    await centre.sweep();
    await centre.settle(of);
    expect((await centre.history(of)).map(({ type }) => type)).toContain('case.escalated');
    expect(centre.letters.length).toBeGreaterThan(told);
  });
});
