import { expect, it } from 'vitest';
import { writeCount } from '#infra/local/engines/database-writes.ts';

it('counts for a function what others wrote to the tables that it reads, nothing else', () => {
  const count = writeCount();
  count.note('sweep', 'Query', { TableName: 'Cases' });
  expect(count.ofOthersFor('sweep')).toBe(0);
  count.note('sweep', 'PutItem', { TableName: 'Cases' });
  count.note('relay', 'UpdateItem', { TableName: 'Events' });
  expect(count.ofOthersFor('sweep')).toBe(0);
  count.note('desk', 'PutItem', { TableName: 'arn:aws:dynamodb:eu-south-1:000000000000:table/Cases' });
  expect(count.ofOthersFor('sweep')).toBe(1);
});

it('counts a transaction once for each of its tables, and a batch that reads as reading', () => {
  const count = writeCount();
  const put = (TableName: string) => ({ Put: { TableName } });
  count.note('intake', 'TransactWriteItems', { TransactItems: [put('Cases'), put('Cases'), put('Events')] });
  count.note('sweep', 'BatchGetItem', { RequestItems: { Cases: { Keys: [] } } });
  expect([count.to('Cases'), count.to('Events'), count.by('intake'), count.ofOthersFor('sweep')]).toEqual([1, 1, 2, 1]);
});

it('learns of a table read later what was written to it before', () => {
  const count = writeCount();
  count.note('desk', 'PutItem', { TableName: 'Directory' });
  expect(count.ofOthersFor('sweep')).toBe(0);
  count.note('sweep', 'GetItem', { TableName: 'Directory' });
  expect(count.ofOthersFor('sweep')).toBe(1);
});
