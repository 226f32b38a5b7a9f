import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessLog } from '#shared/adapters/aws/access/access-log.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { randomId } from '#test/support/new-case.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

const query = async (expression: string, value: string, index?: string) => {
  const { Items } = await database.db.send(
    new QueryCommand({
      TableName: database.tables.accessLog,
      ...(index === undefined ? {} : { IndexName: index }),
      KeyConditionExpression: expression,
      ExpressionAttributeValues: { ':value': { S: value } },
    }),
  );
  return Items ?? [];
};

describe('The access log', () => {
  it('keeps every reading, also two in the same millisecond', async () => {
    const caseId = randomId();
    const entry = {
      caseId,
      at: '2026-11-20T22:10:00.000Z',
      actor: 'staff-a',
      action: 'read',
      reason: 'on_duty',
    } as const;
    const log = accessLog(database.db, database.tables);
    await Promise.all([log.record(entry), log.record(entry)]);
    const rows = await query('pk = :value', `CASE#${caseId}`);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ actor: { S: 'staff-a' }, action: { S: 'read' }, reason: { S: 'on_duty' } });
  });

  it('finds what one person read in one month', async () => {
    const log = accessLog(database.db, database.tables);
    const actor = `staff-${randomId()}`;
    for (const at of ['2026-10-31T23:59:59.999Z', '2026-11-01T00:00:00.000Z', '2026-11-30T12:00:00.000Z']) {
      await log.record({ caseId: randomId(), at, actor, action: 'read', reason: 'on_duty' });
    }
    expect(await query('actorPk = :value', `ACTOR#${actor}#2026-11`, 'actor')).toHaveLength(2);
  });

  it('fails when it cannot write, so that the text stays closed', async () => {
    const nowhere = accessLog(database.db, { accessLog: 'no-such-table' });
    await expect(
      nowhere.record({ caseId: randomId(), at: '2026-11-20T22:10:00.000Z', actor: 'a', action: 'read', reason: 'r' }),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
