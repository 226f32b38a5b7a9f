import { expect, it } from 'vitest';
import { writeCount } from '#infra/local/engines/database-writes.ts';

it('counts for a function what others wrote to the tables in which it looks, nothing else', () => {
  const count = writeCount();
  count.note('sweep', 'Query', { TableName: 'Cases' });
  expect(count.ofOthersFor('sweep')).toBe(0);
  count.note('sweep', 'PutItem', { TableName: 'Cases' });
  count.note('relay', 'UpdateItem', { TableName: 'Events' });
  expect(count.ofOthersFor('sweep')).toBe(0);
  count.note('desk', 'PutItem', { TableName: 'arn:aws:dynamodb:eu-south-1:000000000000:table/Cases' });
  expect(count.ofOthersFor('sweep')).toBe(1);
});

it('counts a transaction once for each of its tables, and not what is read by its key', () => {
  const count = writeCount();
  const put = (TableName: string) => ({ Put: { TableName } });
  count.note('intake', 'TransactWriteItems', { TransactItems: [put('Cases'), put('Cases'), put('Events')] });
  count.note('sweep', 'Query', { TableName: 'Cases' });
  count.note('sweep', 'BatchGetItem', { RequestItems: { Events: { Keys: [] } } });
  expect([count.to('Cases'), count.to('Events'), count.by('intake'), count.ofOthersFor('sweep')]).toEqual([1, 1, 2, 1]);
});

it('learns of a table looked at later what was written to it before', () => {
  const count = writeCount();
  count.note('desk', 'PutItem', { TableName: 'Directory' });
  expect(count.ofOthersFor('sweep')).toBe(0);
  count.note('sweep', 'Query', { TableName: 'Directory' });
  expect(count.ofOthersFor('sweep')).toBe(1);
});

it('counts of a table whose index is queried what enters that index, however it is written', () => {
  const count = writeCount();
  count.note('sweep', 'Query', { TableName: 'Cases', IndexName: 'due' });
  count.note('sweep', 'Query', { TableName: 'Cases' });
  count.note('desk', 'PutItem', { TableName: 'Cases', Item: { pk: { S: 'CASE#1' }, queuePk: { S: 'QUEUE#1' } } });
  count.note('desk', 'DeleteItem', { TableName: 'Cases', Key: { pk: { S: 'CASE#1' } } });
  expect(count.ofOthersFor('sweep')).toBe(0);
  const armed = { Put: { TableName: 'Cases', Item: { duePk: { S: 'DUE#1' } } } };
  count.note('desk', 'TransactWriteItems', { TransactItems: [{ Put: { TableName: 'Events', Item: {} } }, armed] });
  count.note('notification', 'UpdateItem', { TableName: 'Cases', UpdateExpression: 'SET duePk = :due' });
  expect(count.ofOthersFor('sweep')).toBe(2);
});

it('counts nothing for a function that only reads the rows of a known case', () => {
  const count = writeCount();
  count.note('sweep', 'Query', { TableName: 'Cases', ExpressionAttributeValues: { ':pk': { S: 'CASE#1' } } });
  count.note('desk', 'PutItem', { TableName: 'Cases', Item: {} });
  expect(count.ofOthersFor('sweep')).toBe(0);
});
