import {
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type AttributeValue,
  type PutItemCommandInput,
  type QueryCommandInput,
  type TransactWriteItem,
  type TransactWriteItemsCommandInput,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { divergences } from './divergences.ts';

export type Item = Record<string, AttributeValue>;
export const S = (text: string): AttributeValue => ({ S: text });
export const N = (number: string): AttributeValue => ({ N: number });

/** A partition of the table of cases that no other case of the suite knows, and what is often done there. */
export interface Place {
  database: Database;
  table: string;
  pk: string;
  key: Item;
  put: (attributes?: Item, more?: Partial<PutItemCommandInput>) => Promise<unknown>;
  /** The same on a condition. */
  putIf: (condition: string, values?: Item, names?: Record<string, string>) => Promise<unknown>;
  update: (expression: string, values?: Item, more?: Partial<UpdateItemCommandInput>) => Promise<unknown>;
  /** The row without its key. */
  read: () => Promise<Item | undefined>;
  /** Queries with `:p` for the partition. */
  query: (condition: string, values?: Item, more?: Partial<QueryCommandInput>) => Promise<QueryAnswer>;
  write: (items: TransactWriteItem[], more?: Partial<TransactWriteItemsCommandInput>) => Promise<unknown>;
}
export interface QueryAnswer {
  Items?: Item[] | undefined;
  Count?: number | undefined;
  LastEvaluatedKey?: Item | undefined;
}

/** What both databases are asked, and what DynamoDB answers: an error that reads like this, or the value. */
export interface Asked {
  it: string;
  does: (at: Place) => Promise<unknown>;
  answers: unknown;
}

const engine =
  process.env['BESA_DATABASE'] === 'memory'
    ? 'memory'
    : process.env['DYNAMODB_ENDPOINT'] === undefined
      ? 'dynoxide'
      : 'DynamoDB';

/** Puts the cases of a suite to whichever database the suites run against. */
export function bothAgree(cases: readonly Asked[]): void {
  let database: Database;
  beforeAll(async () => {
    database = await startDatabase();
  });
  afterAll(() => database.stop());

  it.each(cases.map((one, at) => ({ ...one, at })))('$it', async ({ it: sentence, does, answers, at }) => {
    const divergence = divergences[sentence];
    const wanted = divergence?.engine === engine ? divergence.instead : answers;
    const answer = await answerOf(does(placeIn(database, `place ${at} of the suite`)));
    const form = wanted instanceof RegExp ? wanted : /^$/u;
    const forms = {
      accepted: expect.not.objectContaining({ refused: expect.anything() as unknown }) as unknown,
      refused: { refused: expect.stringMatching(form) as unknown },
      answered: { value: wanted },
    };
    expect(answer).toEqual(forms[wanted === 'accepts' ? 'accepted' : wanted === form ? 'refused' : 'answered']);
  });
}

async function answerOf(answer: Promise<unknown>): Promise<{ value: unknown } | { refused: string }> {
  try {
    return { value: await answer };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
    const told = reasons.map(({ Code, Message, Item: old }) =>
      [Code, Message, old && JSON.stringify(sorted(old))].filter(Boolean).join(' '),
    );
    return { refused: `${error.name}: ${reasons.length > 0 ? told.join('; ') : error.message}` };
  }
}

const sorted = (row: Item): Item => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));

function placeIn(database: Database, pk: string): Place {
  const { db, tables } = database;
  const table = tables.cases;
  const key = { pk: S(pk), sk: S('META') };
  const given = (values: Item | undefined) => (values === undefined ? {} : { ExpressionAttributeValues: values });
  const put: Place['put'] = (attributes = {}, more = {}) =>
    db
      .send(new PutItemCommand({ TableName: table, Item: { ...key, ...attributes }, ...more }))
      .then(({ Attributes }) => Attributes);
  return {
    database,
    table,
    pk,
    key,
    put,
    putIf: (ConditionExpression, values, names) =>
      put(
        {},
        {
          ConditionExpression,
          ...given(values),
          ...(names === undefined ? {} : { ExpressionAttributeNames: names }),
        },
      ),
    update: (UpdateExpression, values, more = {}) =>
      db
        .send(new UpdateItemCommand({ TableName: table, Key: key, UpdateExpression, ...given(values), ...more }))
        .then(({ Attributes }) => Attributes),
    read: async () => {
      const { Item: row } = await db.send(new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }));
      if (row === undefined) return undefined;
      const { pk: _, sk: __, ...rest } = row;
      return rest;
    },
    query: async (KeyConditionExpression, values = {}, more = {}) => {
      const partition = KeyConditionExpression.includes(':p') && values[':p'] === undefined ? { ':p': S(pk) } : {};
      const { $metadata: _, ...answer } = await db.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression,
          ExpressionAttributeValues: { ...partition, ...values },
          ...more,
        }),
      );
      return answer;
    },
    write: (TransactItems, more = {}) =>
      db.send(new TransactWriteItemsCommand({ TransactItems, ...more })).then(() => undefined),
  };
}
