import { describe, expect, it } from 'vitest';
import { tableDesigns } from '#shared/adapters/aws/dynamo/table-design.ts';
import { MemoryDatabase } from './memory-database.ts';

const hour = 60 * 60_000;
const key = { pk: { S: 'CASE#a' }, sk: { S: 'META' } };
const event = (number: number) => ({ pk: { S: 'CASE#a' }, number: { N: String(number) } });

/** A database whose clock is stepped by hand, and whose indexes follow when they are let. */
function aDatabase() {
  const clock = { now: Date.UTC(2026, 10, 20) };
  const database = new MemoryDatabase(
    (['Cases', 'CaseEvents'] as const).map((name) => ({ name, ...tableDesigns[name] })),
    () => clock.now,
  );
  const put = (TableName: string, Item: object): unknown => database.call('PutItem', { TableName, Item });
  return { clock, database, put };
}

describe('The database in memory', () => {
  it('shows what was there before to an index and to reads that need not be consistent, until they follow', () => {
    const { database, put } = aDatabase();
    put('Cases', { ...key, duePk: { S: 'DUE#0' }, dueSk: { S: '1' } });
    database.follow();
    put('Cases', { ...key, revision: { N: '2' } });
    const due = { TableName: 'Cases', IndexName: 'due', KeyConditionExpression: 'duePk = :shard' };
    const queried = { TableName: 'Cases', KeyConditionExpression: 'pk = :pk' };
    const seen = () => ({
      due: database.call('Query', { ...due, ExpressionAttributeValues: { ':shard': { S: 'DUE#0' } } })['Count'],
      rows: [false, true].map((ConsistentRead) => {
        const { Items } = database.call('Query', {
          ...queried,
          ConsistentRead,
          ExpressionAttributeValues: { ':pk': key.pk },
        }) as { Items: Record<string, unknown>[] };
        return Items[0]?.['revision'];
      }),
      got: [false, true].map((ConsistentRead) => {
        const { Item } = database.call('GetItem', { TableName: 'Cases', Key: key, ConsistentRead }) as {
          Item: Record<string, unknown>;
        };
        return Item['revision'];
      }),
    });
    const now = { N: '2' };
    expect(seen()).toEqual({ due: 1, rows: [undefined, now], got: [undefined, now] });
    expect([undefined, key.pk.S, 'CASE#another'].map((pk) => database.isBehind(pk))).toEqual([true, true, false]);
    database.follow();
    expect(database.isBehind(key.pk.S)).toBe(false);
    expect(seen()).toEqual({ due: 0, rows: [now, now], got: [now, now] });
  });

  it('streams what is new, once, and forgets it after a day', () => {
    const { clock, database, put } = aDatabase();
    put('CaseEvents', event(1));
    clock.now += 20 * hour;
    put('CaseEvents', event(2));
    put('CaseEvents', { ...event(1), sentAt: { S: 'now' } });
    const numbers = (): unknown[] => database.stream.map(({ image }) => image['number']?.N);
    expect(numbers()).toEqual(['1', '2']);
    expect(database.forget(clock.now)).toBe(0);
    expect(database.forget(clock.now + 5 * hour)).toBe(1);
    expect(numbers()).toEqual(['2']);
    expect(database.forget(clock.now + 24 * hour)).toBe(1);
  });
});
