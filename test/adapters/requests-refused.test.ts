import { DeleteItemCommand, GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { describe } from 'vitest';
import { bothAgree, N, S, type Place } from './both-databases.ts';

const get = ({ database, table }: Place, key: Record<string, ReturnType<typeof S>>): Promise<unknown> =>
  database.db.send(new GetItemCommand({ TableName: table, Key: key }));
const put = ({ database, table }: Place, item: Record<string, ReturnType<typeof S>>): Promise<unknown> =>
  database.db.send(new PutItemCommand({ TableName: table, Item: item }));
const bytes = (count: number) => S('x'.repeat(count));
const kib = 1024;
/** What an item of 400 KB has left for the text of its attribute `a`. */
const room = ({ pk }: Place): number => 400 * kib - ['pk', pk, 'sk', 'META', 'a'].join('').length;

describe('A key', () => {
  bothAgree([
    {
      it: 'cannot be empty in its partition',
      does: (at) => put(at, { pk: S(''), sk: S('a') }),
      answers: /^ValidationException: .*empty string value/,
    },
    {
      it: 'cannot be empty in its place',
      does: (at) => put(at, { pk: S(at.pk), sk: S('') }),
      answers: /^ValidationException: .*empty string value/,
    },
    {
      it: 'cannot be empty to read by',
      does: (at) => get(at, { pk: S(at.pk), sk: S('') }),
      answers: /^ValidationException: .*empty string value/,
    },
    {
      it: 'cannot have more than is in it',
      does: (at) => get(at, { ...at.key, a: S('a') }),
      answers: /^ValidationException: .*does not match the schema/,
    },
    {
      it: 'cannot have less than is in it',
      does: (at) => get(at, { pk: S(at.pk) }),
      answers: /^ValidationException: .*does not match the schema/,
    },
    {
      it: 'cannot be of another type',
      does: (at) => get(at, { pk: S(at.pk), sk: N('1') }),
      answers: /^ValidationException: .*does not match the schema/,
    },
    {
      it: 'cannot be of another type to delete by',
      does: (at) => at.write([{ Delete: { TableName: at.table, Key: { pk: S(at.pk), sk: N('1') } } }]),
      answers: /does not match the schema/,
    },
    {
      it: 'must be in the item',
      does: (at) => put(at, { pk: S(at.pk) }),
      answers: /^ValidationException: .*Missing the key sk in the item/,
    },
    {
      it: 'must be of its type in the item',
      does: (at) => put(at, { pk: S(at.pk), sk: N('1') }),
      answers: /^ValidationException: .*Type mismatch for key sk/,
    },
    {
      it: 'cannot be updated',
      does: ({ update }) => update('SET sk = :a', { ':a': S('a') }),
      answers: /^ValidationException: .*Cannot update attribute sk/,
    },
    {
      it: 'has at most 2,048 bytes in its partition',
      does: (at) => put(at, { pk: bytes(2049), sk: S('a') }),
      answers: /^ValidationException: .*hashkey/,
    },
    {
      it: 'has at most 1,024 bytes in its place',
      does: (at) => put(at, { pk: S(at.pk), sk: bytes(1025) }),
      answers: /^ValidationException: .*range keys/,
    },
    {
      it: 'of an index cannot be empty',
      does: ({ put: write }) => write({ duePk: S(''), dueSk: S('a') }),
      answers: /^ValidationException: .*empty string value/,
    },
    {
      it: 'of an index cannot become empty',
      does: ({ update }) => update('SET duePk = :a', { ':a': S('') }),
      answers: /^ValidationException: .*empty string value/,
    },
    {
      it: 'of an index cannot be of another type',
      does: ({ put: write }) => write({ duePk: N('1'), dueSk: S('a') }),
      answers: /^ValidationException: .*Type mismatch for Index Key duePk/,
    },
  ]);
});

describe('An item', () => {
  bothAgree([
    { it: 'has at most 400 KB', does: (at) => at.put({ a: bytes(room(at)) }), answers: undefined },
    {
      it: 'has not one byte more',
      does: (at) => at.put({ a: bytes(room(at) + 1) }),
      answers: /^ValidationException: Item size has exceeded/,
    },
    {
      it: 'cannot grow beyond that',
      does: async ({ put: write, update }) => {
        await write({ a: bytes(300 * kib) });
        return update('SET b = :b', { ':b': bytes(200 * kib) });
      },
      answers: /^ValidationException: Item size to update has exceeded/,
    },
    { it: 'may have an empty text', does: ({ put: write }) => write({ a: S('') }), answers: undefined },
    {
      it: 'has no empty set',
      does: ({ put: write }) => write({ a: { SS: [] } }),
      answers: /^ValidationException: .*may not be empty/,
    },
    {
      it: 'has no set with the same twice',
      does: ({ put: write }) => write({ a: { SS: ['a', 'a'] } }),
      answers: /^ValidationException: .*duplicates/,
    },
    {
      it: 'has no number that is none',
      does: ({ put: write }) => write({ a: N('abc') }),
      answers: /^ValidationException: .*numeric value: abc/,
    },
    {
      it: 'writes a number in its shortest form',
      does: async ({ put: write, read }) => {
        await write({ a: N('01.50') });
        return read();
      },
      answers: { a: N('1.5') },
    },
    {
      it: 'has its table',
      does: ({ database, key }) => database.db.send(new GetItemCommand({ TableName: 'nowhere', Key: key })),
      answers: /^ResourceNotFoundException/,
    },
  ]);
});

describe('What is given with an expression', () => {
  bothAgree([
    {
      it: 'is not a name that is not used',
      does: ({ putIf }) => putIf('attribute_not_exists(pk)', undefined, { '#x': 'x' }),
      answers: /^ValidationException: .*ExpressionAttributeNames unused.*#x/,
    },
    {
      it: 'is not a value that is not used',
      does: ({ putIf }) => putIf('attribute_not_exists(pk)', { ':x': S('x') }),
      answers: /^ValidationException: .*ExpressionAttributeValues unused.*:x/,
    },
    {
      it: 'is not a value that is not used in a transaction',
      does: ({ write, table, key }) =>
        write([
          {
            Put: {
              TableName: table,
              Item: key,
              ConditionExpression: 'attribute_not_exists(pk)',
              ExpressionAttributeValues: { ':x': S('x') },
            },
          },
        ]),
      answers: /ExpressionAttributeValues unused.*:x/,
    },
    {
      it: 'is not without an expression',
      does: ({ put: write }) => write({}, { ExpressionAttributeValues: { ':x': S('x') } }),
      answers: /^ValidationException: .*can only be specified when using expressions/,
    },
    {
      it: 'is each value that is used',
      does: ({ putIf }) => putIf('a = :x OR b = :y', { ':y': S('x') }),
      answers: /^ValidationException: .*not defined; attribute value: :x/,
    },
    {
      it: 'is each name that is used',
      does: ({ putIf }) => putIf('attribute_exists(#a)'),
      answers: /^ValidationException: .*not defined; attribute name: #a/,
    },
    {
      it: 'is not an empty list of values',
      does: ({ putIf }) => putIf('attribute_not_exists(pk)', {}),
      answers: /^ValidationException: ExpressionAttributeValues must not be empty/,
    },
    {
      it: 'is not an empty list of names',
      does: ({ putIf }) => putIf('attribute_not_exists(pk)', undefined, {}),
      answers: /^ValidationException: ExpressionAttributeNames must not be empty/,
    },
    {
      it: 'has its colon',
      does: ({ update }) => update('SET a = :v', { v: S('x') }),
      answers: /^ValidationException: .*invalid key.*"v"/,
    },
    {
      it: 'is not an empty expression',
      does: ({ putIf }) => putIf(''),
      answers: /^ValidationException: .*can not be empty/,
    },
    {
      it: 'names no attribute by a reserved word',
      does: ({ update }) => update('SET status = :v', { ':v': S('x') }),
      answers: /^ValidationException: .*reserved keyword: status/,
    },
    {
      it: 'names no attribute by a reserved word in another case',
      does: ({ putIf }) => putIf('Name = :v', { ':v': S('x') }),
      answers: /^ValidationException: .*reserved keyword: Name/,
    },
    {
      it: 'names such an attribute by another name',
      does: async ({ update, read }) => {
        await update('SET #s = :v', { ':v': S('x') }, { ExpressionAttributeNames: { '#s': 'status' } });
        return read();
      },
      answers: { status: S('x') },
    },
  ]);
});

describe('A write', () => {
  bothAgree([
    {
      it: 'brings what was there before',
      does: async ({ put: write }) => {
        await write({ a: N('1') });
        const { pk: _, ...before } = (await write({}, { ReturnValues: 'ALL_OLD' })) as Record<string, unknown>;
        return before;
      },
      answers: { sk: S('META'), a: N('1') },
    },
    {
      it: 'of an item cannot bring what is there after it',
      does: ({ put: write }) => write({}, { ReturnValues: 'ALL_NEW' }),
      answers: /^ValidationException: .*ALL_OLD or NONE/,
    },
    {
      it: 'of attributes can',
      does: async ({ put: write, update }) => {
        await write({ a: N('1') });
        const more = { ReturnValues: 'ALL_NEW' } as const;
        const { pk: _, ...after } = (await update('SET b = :b', { ':b': S('b') }, more)) as Record<string, unknown>;
        return after;
      },
      answers: { sk: S('META'), a: N('1'), b: S('b') },
    },
    {
      it: 'returns what an update changed',
      does: ({ update }) => update('SET b = :b', { ':b': S('b') }, { ReturnValues: 'UPDATED_NEW' }),
      answers: { b: S('b') },
    },
    {
      it: 'that is refused shows the item only to who asks',
      does: async ({ put: write, putIf }) => {
        await write({ a: N('1') });
        const condition = 'attribute_not_exists(pk)';
        const shown = await write(
          {},
          { ConditionExpression: condition, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
        ).catch((error: unknown) => (error as { Item?: { a?: unknown } }).Item?.a);
        const hidden = await putIf(condition).catch((error: unknown) => (error as { Item?: unknown }).Item);
        return { shown, hidden };
      },
      answers: { shown: N('1'), hidden: undefined },
    },
    {
      it: 'without an expression makes the item',
      does: async ({ database, table, key, read }) => {
        await database.db.send(new UpdateItemCommand({ TableName: table, Key: key }));
        return read();
      },
      answers: {},
    },
    {
      it: 'deletes what is not there',
      does: async ({ database, table, key }) =>
        (await database.db.send(new DeleteItemCommand({ TableName: table, Key: key, ReturnValues: 'ALL_OLD' })))
          .Attributes,
      answers: undefined,
    },
  ]);
});
