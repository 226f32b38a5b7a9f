import { BatchGetItemCommand, PutItemCommand, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { describe } from 'vitest';
import { bothAgree, N, S, type Item, type Place, type QueryAnswer } from './both-databases.ts';

const letters = ['a', 'b', 'c', 'd', 'e'];
const row = ({ pk }: Place, letter: string): Item => ({
  pk: S(pk),
  sk: S(letter),
  x: S(letter === 'c' ? 'no' : 'yes'),
  duePk: S(`DUE#${pk}`),
  dueSk: S(`2#${letter}`),
  severity: S('high'),
});
const keyIn = (at: Place, letter: string, of = row(at, letter)): Item => ({ pk: S(at.pk), sk: of['sk'] ?? S('') });
const dueKey = (at: Place, letter: string): Item => {
  const { pk, sk, duePk, dueSk } = row(at, letter) as Record<'pk' | 'sk' | 'duePk' | 'dueSk', Item[string]>;
  return { pk, sk, duePk, dueSk };
};

/** Five rows, and what a query brings of them: their letters, and where it goes on. */
const brings =
  (condition: string, values: Item = {}, more: (at: Place) => object = () => ({})) =>
  async (at: Place): Promise<unknown> => {
    for (const letter of letters)
      await at.database.db.send(new PutItemCommand({ TableName: at.table, Item: row(at, letter) }));
    return toldOf(await at.query(condition, values, more(at)));
  };
const toldOf = ({ Items = [], LastEvaluatedKey: last }: QueryAnswer): string =>
  [...Items.map(({ sk }) => sk?.S), ...(last === undefined ? [] : [`then from ${last['sk']?.S}`])].join(' ');

const inIndex =
  (condition: string, values: Item = {}, more: (at: Place) => object = () => ({})) =>
  (at: Place): Promise<unknown> =>
    brings(condition, { ':p': S(`DUE#${at.pk}`), ...values }, (of) => ({ IndexName: 'due', ...more(of) }))(at);

describe('A query', () => {
  bothAgree([
    { it: 'brings a partition in order', does: brings('pk = :p'), answers: 'a b c d e' },
    {
      it: 'goes backwards',
      does: brings('pk = :p', {}, () => ({ ScanIndexForward: false, Limit: 2 })),
      answers: 'e d then from d',
    },
    {
      it: 'says that it may go on where its last row was the last',
      does: brings('pk = :p', {}, () => ({ Limit: 5 })),
      answers: 'a b c d e then from e',
    },
    {
      it: 'counts what it looks at, not what it brings',
      does: brings('pk = :p', { ':y': S('yes') }, () => ({ Limit: 3, FilterExpression: 'x = :y' })),
      answers: 'a b then from c',
    },
    {
      it: 'goes on backwards',
      does: brings('pk = :p', {}, (at) => ({ Limit: 2, ScanIndexForward: false, ExclusiveStartKey: keyIn(at, 'd') })),
      answers: 'c b then from b',
    },
    {
      it: 'goes on from a row that is gone',
      does: brings('pk = :p', {}, (at) => ({ ExclusiveStartKey: { pk: S(at.pk), sk: S('bb') } })),
      answers: 'c d e',
    },
    { it: 'takes its conditions in any order', does: brings('sk > :c AND pk = :p', { ':c': S('c') }), answers: 'd e' },
    { it: 'takes brackets', does: brings('(pk = :p) AND (sk = :c)', { ':c': S('c') }), answers: 'c' },
    {
      it: 'takes a range',
      does: brings('pk = :p AND sk BETWEEN :b AND :d', { ':b': S('b'), ':d': S('d') }),
      answers: 'b c d',
    },
    {
      it: 'brings what is asked for of each row',
      does: async (at) => {
        await at.put({ a: N('1'), b: N('2') });
        return (
          await at.query('pk = :p', {}, { ProjectionExpression: 'a, #b', ExpressionAttributeNames: { '#b': 'b' } })
        ).Items;
      },
      answers: [{ a: N('1'), b: N('2') }],
    },
    {
      it: 'brings no more than a count',
      does: async (at) => {
        await at.put();
        const { Items, Count } = await at.query('pk = :p', {}, { Select: 'COUNT' });
        return { Items, Count };
      },
      answers: { Items: undefined, Count: 1 },
    },
    {
      it: 'brings at most a megabyte',
      does: async (at) => {
        for (const letter of letters)
          await at.database.db.send(
            new PutItemCommand({ TableName: at.table, Item: { ...row(at, letter), large: S('x'.repeat(300 * 1024)) } }),
          );
        return toldOf(await at.query('pk = :p'));
      },
      answers: 'a b c then from c',
    },
    {
      it: 'orders numbers by their size',
      does: async ({ database, pk }) => {
        for (const number of ['10', '9', '-1', '2.5'])
          await database.db.send(
            new PutItemCommand({ TableName: database.tables.caseEvents, Item: { pk: S(pk), number: N(number) } }),
          );
        const { Items = [] } = await database.db.send(
          new QueryCommand({
            TableName: database.tables.caseEvents,
            KeyConditionExpression: 'pk = :p',
            ExpressionAttributeValues: { ':p': S(pk) },
          }),
        );
        return Items.map(({ number }) => number?.N);
      },
      answers: ['-1', '2.5', '9', '10'],
    },
    {
      it: 'orders texts by their bytes',
      does: async (at) => {
        for (const sk of ['\u{1F600}', '\uff5e', 'é', 'Z', 'a'])
          await at.database.db.send(new PutItemCommand({ TableName: at.table, Item: { pk: S(at.pk), sk: S(sk) } }));
        return toldOf(await at.query('pk = :p'));
      },
      answers: 'Z a é \uff5e \u{1F600}',
    },
    {
      it: 'is limited to one row at least',
      does: brings('pk = :p', {}, () => ({ Limit: 0 })),
      answers: /greater than or equal to 1/,
    },
    { it: 'names its partition', does: brings('sk = :p'), answers: /missed key schema element: pk/ },
    { it: 'names one partition', does: brings('pk > :p'), answers: /^ValidationException/ },
    { it: 'has no OR', does: brings('pk = :p OR sk = :p'), answers: /^ValidationException/ },
    { it: 'has no <>', does: brings('pk = :p AND sk <> :p'), answers: /^ValidationException/ },
    { it: 'has no NOT', does: brings('pk = :p AND NOT sk = :p'), answers: /^ValidationException/ },
    { it: 'asks nothing beside the key', does: brings('pk = :p AND x = :p'), answers: /missed key schema element: sk/ },
    {
      it: 'asks one thing of the sort key',
      does: brings('pk = :p AND sk > :a AND sk < :b', { ':a': S('a'), ':b': S('d') }),
      answers: /^ValidationException/,
    },
    {
      it: 'refuses a range that ends before it begins',
      does: brings('pk = :p AND sk BETWEEN :d AND :b', { ':b': S('b'), ':d': S('d') }),
      answers: /upper bound/,
    },
    {
      it: 'refuses a partition of another type',
      does: brings('pk = :p', { ':p': N('1') }),
      answers: /does not match schema type/,
    },
    {
      it: 'refuses a sort key of another type',
      does: brings('pk = :p AND sk > :a', { ':a': N('1') }),
      answers: /does not match schema type/,
    },
    { it: 'refuses an empty partition', does: brings('pk = :p', { ':p': S('') }), answers: /empty string value/ },
    {
      it: 'refuses an empty sort key',
      does: brings('pk = :p AND sk > :a', { ':a': S('') }),
      answers: /empty string value/,
    },
    {
      it: 'refuses an empty beginning of a sort key',
      does: brings('pk = :p AND begins_with(sk, :a)', { ':a': S('') }),
      answers: /empty string value/,
    },
    {
      it: 'leaves out nothing by its key',
      does: brings('pk = :p', { ':y': S('a') }, () => ({ FilterExpression: 'sk = :y' })),
      answers: /non-primary key attributes.*sk/,
    },
    {
      it: 'refuses to go on from another partition',
      does: brings('pk = :p', {}, () => ({ ExclusiveStartKey: { pk: S('other'), sk: S('b') } })),
      answers: /outside query boundaries/,
    },
    {
      it: 'refuses to go on from outside of what is asked',
      does: brings('pk = :p AND sk > :c', { ':c': S('c') }, (at) => ({ ExclusiveStartKey: keyIn(at, 'a') })),
      answers: /range key predicate/,
    },
    {
      it: 'goes on from no half of a key',
      does: brings('pk = :p', {}, (at) => ({ ExclusiveStartKey: { pk: S(at.pk) } })),
      answers: /starting key is invalid/,
    },
    {
      it: 'goes on from no place of an index',
      does: brings('pk = :p', {}, (at) => ({ ExclusiveStartKey: dueKey(at, 'a') })),
      answers: /starting key is invalid/,
    },
  ]);
});

describe('A query of an index', () => {
  bothAgree([
    {
      it: 'brings what is in the index',
      does: async (at) => {
        await at.database.db.send(new PutItemCommand({ TableName: at.table, Item: row(at, 'a') }));
        const { Items = [] } = await at.query('duePk = :p', { ':p': S(`DUE#${at.pk}`) }, { IndexName: 'due' });
        return Items.map((item) => Object.keys(item).sort());
      },
      answers: [['duePk', 'dueSk', 'pk', 'severity', 'sk']],
    },
    {
      it: 'goes on from a place in it',
      does: inIndex('duePk = :p', {}, (at) => ({ Limit: 1, ExclusiveStartKey: dueKey(at, 'b') })),
      answers: 'c then from c',
    },
    {
      it: 'is never consistent',
      does: inIndex('duePk = :p', {}, () => ({ ConsistentRead: true })),
      answers: /not supported on global secondary indexes/,
    },
    {
      it: 'goes on from no place in the table',
      does: inIndex('duePk = :p', {}, (at) => ({ ExclusiveStartKey: keyIn(at, 'a') })),
      answers: /starting key is invalid/,
    },
    {
      it: 'goes on from no place of another index',
      does: inIndex('duePk = :p', {}, (at) => ({
        ExclusiveStartKey: { ...keyIn(at, 'a'), queuePk: S('q'), queueSk: S('q') },
      })),
      answers: /starting key is invalid/,
    },
    {
      it: 'needs the index',
      does: brings('pk = :p', {}, () => ({ IndexName: 'nope' })),
      answers: /does not have the specified index: nope/,
    },
    {
      it: 'refuses to bring from an index what is not in it',
      does: inIndex('duePk = :p', {}, () => ({ ProjectionExpression: 'x' })),
      answers: /does not project/,
    },
  ]);
});

describe('Reading many', () => {
  bothAgree([
    {
      it: 'brings a batch in no order, without what is not there',
      does: async (at) => {
        await at.put({ a: N('1') });
        const Keys = [at.key, { pk: S(at.pk), sk: S('none') }];
        const { Responses } = await at.database.db.send(
          new BatchGetItemCommand({ RequestItems: { [at.table]: { Keys, ConsistentRead: true } } }),
        );
        return Responses?.[at.table]?.map(({ a }) => a);
      },
      answers: [N('1')],
    },
    {
      it: 'has each key of a batch once',
      does: ({ database, table, key }) =>
        database.db.send(new BatchGetItemCommand({ RequestItems: { [table]: { Keys: [key, key] } } })),
      answers: /^ValidationException: .*duplicates/,
    },
    {
      it: 'has at most a hundred keys in a batch',
      does: ({ database, table, pk }) => {
        const Keys = Array.from({ length: 101 }, (_, one) => ({ pk: S(pk), sk: S(`${one}`) }));
        return database.db.send(new BatchGetItemCommand({ RequestItems: { [table]: { Keys } } }));
      },
      answers: /^ValidationException/,
    },
    {
      it: 'scans page by page',
      does: async ({ database, pk }) => {
        const table = database.tables.erasures;
        for (const letter of letters)
          await database.db.send(
            new PutItemCommand({ TableName: table, Item: { pk: S(`${pk}${letter}`), sk: S('a') } }),
          );
        const found = new Set<string | undefined>();
        let from: Item | undefined;
        let pages = 0;
        do {
          const page = await database.db.send(
            new ScanCommand({ TableName: table, Limit: 2, ...(from === undefined ? {} : { ExclusiveStartKey: from }) }),
          );
          page.Items?.forEach((item) => found.add(item['pk']?.S));
          from = page.LastEvaluatedKey;
          pages += 1;
        } while (from !== undefined);
        return { found: letters.every((letter) => found.has(`${pk}${letter}`)), isPaged: pages > 2 };
      },
      answers: { found: true, isPaged: true },
    },
    {
      it: 'scans an index',
      does: async ({ database, table }) =>
        (await database.db.send(new ScanCommand({ TableName: table, IndexName: 'due', Select: 'COUNT' }))).Items,
      answers: undefined,
    },
  ]);
});
