import { expect, it } from 'vitest';
import { writeCount } from '#infra/local/engines/database-writes.ts';

/** A count in which the sweep has begun. */
function begun() {
  const count = writeCount();
  count.begin('sweep');
  return count;
}

it('keeps for a function what others wrote to the tables in which it looks, nothing else', () => {
  const count = begun();
  count.note('sweep', 'Query', { TableName: 'Cases' });
  expect(count.soonestFor('sweep')).toBeUndefined();
  count.note('sweep', 'PutItem', { TableName: 'Cases' });
  count.note('relay', 'UpdateItem', { TableName: 'Events' });
  expect(count.soonestFor('sweep')).toBeUndefined();
  count.note('desk', 'PutItem', { TableName: 'arn:aws:dynamodb:eu-south-1:000000000000:table/Cases' });
  expect(count.soonestFor('sweep')).toBe(0);
  count.begin('sweep');
  expect(count.soonestFor('sweep')).toBeUndefined();
});

it('counts a transaction once for each of its tables, and not what is read by its key', () => {
  const count = begun();
  const put = (TableName: string) => ({ Put: { TableName } });
  count.note('sweep', 'BatchGetItem', { RequestItems: { Events: { Keys: [] } } });
  count.note('intake', 'TransactWriteItems', { TransactItems: [put('Cases'), put('Cases'), put('Events')] });
  expect([count.to('Cases'), count.to('Events'), count.by('intake')]).toEqual([1, 1, 2]);
  expect(count.soonestFor('sweep')).toBeUndefined();
});

it('learns of a table looked at later what was written to it before', () => {
  const count = begun();
  count.note('desk', 'PutItem', { TableName: 'Directory' });
  expect(count.soonestFor('sweep')).toBeUndefined();
  count.note('sweep', 'Query', { TableName: 'Directory' });
  expect(count.soonestFor('sweep')).toBe(0);
});

it('knows of a table whose index is queried the instant of what enters that index, however it is written', () => {
  const count = begun();
  const [noon, eleven] = ['2026-11-20T12:00:00.000Z', '2026-11-20T11:00:00.000Z'];
  count.note('sweep', 'Query', { TableName: 'Cases', IndexName: 'due' });
  count.note('sweep', 'Query', { TableName: 'Cases' });
  count.note('desk', 'PutItem', { TableName: 'Cases', Item: { pk: { S: 'CASE#1' }, queuePk: { S: 'QUEUE#1' } } });
  count.note('desk', 'DeleteItem', { TableName: 'Cases', Key: { pk: { S: 'CASE#1' } } });
  count.note('desk', 'UpdateItem', { TableName: 'Cases', UpdateExpression: 'SET sentAt = :at REMOVE duePk, dueSk' });
  expect(count.soonestFor('sweep')).toBeUndefined();
  const armed = { Put: { TableName: 'Cases', Item: { duePk: { S: 'DUE#1' }, dueSk: { S: `${noon}#1#TIMER#1` } } } };
  count.note('desk', 'TransactWriteItems', { TransactItems: [{ Put: { TableName: 'Events', Item: {} } }, armed] });
  expect(count.soonestFor('sweep')).toBe(Date.parse(noon));
  const UpdateExpression = 'SET duePk = :duePk, dueSk = :dueSk';
  const moved = { ':duePk': { S: 'DUE#1' }, ':dueSk': { S: `${eleven}#1#TIMER#1` } };
  count.note('desk', 'UpdateItem', { TableName: 'Cases', UpdateExpression, ExpressionAttributeValues: moved });
  expect(count.soonestFor('sweep')).toBe(Date.parse(eleven));
  count.note('notification', 'UpdateItem', { TableName: 'Cases', UpdateExpression: 'SET duePk = :due' });
  expect(count.soonestFor('sweep')).toBe(0);
});

it('keeps nothing for a function that only reads the rows of a known case', () => {
  const count = begun();
  count.note('sweep', 'Query', { TableName: 'Cases', ExpressionAttributeValues: { ':pk': { S: 'CASE#1' } } });
  count.note('desk', 'PutItem', { TableName: 'Cases', Item: {} });
  expect(count.soonestFor('sweep')).toBeUndefined();
});
