import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { describe } from 'vitest';
import { bothAgree, N, S, type Item, type Place } from './both-databases.ts';

type Put = NonNullable<TransactWriteItem['Put']>;
const put = ({ table, pk }: Place, other: string, attributes: Item = {}, more: Partial<Put> = {}) => ({
  Put: { TableName: table, Item: { pk: S(`${pk}${other}`), sk: S('META'), ...attributes }, ...more },
});
const many = (at: Place, count: number) => Array.from({ length: count }, (_, one) => put(at, `#${one}`));
const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };
const whichShows = { ...isNew, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

describe('A transaction', () => {
  bothAgree([
    { it: 'has up to a hundred entries', does: (at) => at.write(many(at, 100)), answers: undefined },
    {
      it: 'has not one more',
      does: (at) => at.write(many(at, 101)),
      answers: /^ValidationException: .*less than or equal to 100/s,
    },
    {
      it: 'is not empty',
      does: ({ write }) => write([]),
      answers: /^ValidationException: .*greater than or equal to 1/,
    },
    {
      it: 'does nothing twice to the same item',
      does: (at) => at.write([put(at, ''), { Delete: { TableName: at.table, Key: at.key } }]),
      answers: /^ValidationException: .*multiple operations on one item/,
    },
    {
      it: 'refuses an entry with two writes',
      does: (at) => at.write([{ ...put(at, ''), Delete: { TableName: at.table, Key: { ...at.key, sk: S('other') } } }]),
      answers: /^ValidationException: .*only contain one/,
    },
    { it: 'has no empty entry', does: ({ write }) => write([{}]), answers: /^ValidationException/ },
    {
      it: 'has at most four megabytes',
      does: (at) =>
        at.write(Array.from({ length: 11 }, (_, one) => put(at, `${one}`, { a: S('x'.repeat(390 * 1024)) }))),
      answers: /^ValidationException: .*4MB/,
    },
    {
      it: 'says in their order why it was not done, and shows items only to who asks',
      does: async (at) => {
        await at.put({ a: N('1') });
        return at.write([
          put(at, 'a'),
          put(at, '', {}, whichShows),
          { Delete: { TableName: at.table, Key: { pk: S(`${at.pk}b`), sk: S('META') } } },
          {
            ConditionCheck: {
              TableName: at.table,
              Key: { pk: S(`${at.pk}c`), sk: S('META') },
              ConditionExpression: 'attribute_exists(pk)',
            },
          },
        ]);
      },
      answers:
        /^TransactionCanceledException: None; ConditionalCheckFailed The conditional request failed \{"a":\{"N":"1"\},.*\}; None; ConditionalCheckFailed The conditional request failed$/,
    },
    {
      it: 'does nothing when one entry cannot be done',
      does: async (at) => {
        await at.put({ a: N('1') });
        const [first, second] = [put(at, '', { a: N('2') }), put(at, 'other')];
        const check = {
          TableName: at.table,
          Key: { pk: S(`${at.pk}c`), sk: S('META') },
          ConditionExpression: 'attribute_exists(pk)',
        };
        await at.write([first, second, { ConditionCheck: check }]).catch(() => undefined);
        const { Items } = await at.query('pk = :p', { ':p': S(`${at.pk}other`) });
        return { left: await at.read(), made: Items };
      },
      answers: { left: { a: N('1') }, made: [] },
    },
    {
      it: 'says which update could not be made',
      does: async (at) => {
        await at.put();
        return at.write([
          { Update: { TableName: at.table, Key: at.key, UpdateExpression: 'SET a = b' } },
          put(at, 'a'),
        ]);
      },
      answers: /^TransactionCanceledException: ValidationError .*does not exist in the item; None$/,
    },
    {
      it: 'says which item would grow too large',
      does: async (at) => {
        await at.put({ a: S('x'.repeat(300 * 1024)) });
        const values = { ':b': S('x'.repeat(200 * 1024)) };
        return at.write([
          put(at, 'a'),
          {
            Update: {
              TableName: at.table,
              Key: at.key,
              UpdateExpression: 'SET b = :b',
              ExpressionAttributeValues: values,
            },
          },
        ]);
      },
      answers: /^TransactionCanceledException: None; ValidationError Item size to update/,
    },
    {
      it: 'that comes again under its token is done once',
      does: async (at) => {
        const token = { ClientRequestToken: at.pk.slice(-36) };
        await at.write([put(at, '', { a: N('1') })], token);
        await at.update('SET a = :five', { ':five': N('5') });
        await at.write([put(at, '', { a: N('1') })], token);
        return at.read();
      },
      answers: { a: N('5') },
    },
    {
      it: 'that is another cannot come under the same token',
      does: async (at) => {
        const token = { ClientRequestToken: at.pk.slice(-36) };
        await at.write([put(at, '', { a: N('1') })], token);
        return at.write([put(at, '', { a: N('2') })], token);
      },
      answers: /^IdempotentParameterMismatchException/,
    },
    {
      it: 'that was not done leaves its token free',
      does: async (at) => {
        const token = { ClientRequestToken: at.pk.slice(-36) };
        await at.put();
        await at.write([put(at, '', {}, isNew)], token).catch(() => undefined);
        await at.write([put(at, '', { b: N('2') })], token);
        return at.read();
      },
      answers: { b: N('2') },
    },
    {
      it: 'has a token of at most 36 characters',
      does: (at) => at.write([put(at, '')], { ClientRequestToken: 'x'.repeat(37) }),
      answers: /^ValidationException: .*clientRequestToken/,
    },
    {
      it: 'checks nothing without a condition',
      does: (at) => at.write([{ ConditionCheck: { TableName: at.table, Key: at.key, ConditionExpression: '' } }]),
      answers: /^(ValidationException|TransactionCanceledException: ValidationError)/,
    },
  ]);
});
