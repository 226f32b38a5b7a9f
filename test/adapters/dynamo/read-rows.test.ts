import { BatchGetItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import { getRows, queryHead, rowsOfCase } from '#shared/adapters/aws/dynamo/read-rows.ts';
import { startDatabase, type Database } from '#test/support/engine.ts';
import { randomId } from '#test/support/new-case.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());

const keys = ['A', 'B', 'C'].map((sk) => ({ pk: 'STAFF#a', sk }));
const rows = keys.map(toRow);

describe('Reading many rows', () => {
  it('answers more than one call brings in the order asked for, as often as asked for, and says which are not there', async () => {
    const { db, tables } = database;
    const pk = `STAFF#${randomId()}`;
    const written = Array.from({ length: 110 }, (_, number) => ({ pk, sk: `ROW#${number}` }));
    for (const row of written) await db.send(new PutItemCommand({ TableName: tables.directory, Item: toRow(row) }));
    const asked = [...written, { pk, sk: 'ROW#none' }].toReversed();
    const found = await getRows(db, tables.directory, [...asked, ...written]);
    expect(found).toEqual([undefined, ...written.toReversed().map(toRow), ...written.map(toRow)]);
    expect(await getRows(db, tables.directory, [])).toEqual([]);
  });

  it('asks again for rows that were left unread', async () => {
    const pressed = new DynamoDBClient({});
    mockClient(pressed)
      .on(BatchGetItemCommand)
      .resolvesOnce({ Responses: { T: rows.slice(2) }, UnprocessedKeys: { T: { Keys: rows.slice(0, 2) } } })
      .resolvesOnce({ Responses: { T: rows.slice(0, 2) } });
    expect(await getRows(pressed, 'T', keys)).toEqual(rows);
  });

  it('goes on as long as each call brings some of them', async () => {
    const pressed = new DynamoDBClient({});
    const many = Array.from({ length: 6 }, (_, number) => ({ pk: 'STAFF#a', sk: `ROW#${number}` }));
    mockClient(pressed)
      .on(BatchGetItemCommand)
      .callsFake(({ RequestItems: { T } }: { RequestItems: { T: { Keys: object[] } } }) => {
        const [first, ...others] = T.Keys;
        return { Responses: { T: [first] }, UnprocessedKeys: others.length === 0 ? {} : { T: { Keys: others } } };
      });
    expect(await getRows(pressed, 'T', many)).toEqual(many.map(toRow));
  });

  it('says so when they stay unread, instead of taking them for rows that are not there', async () => {
    const pressed = new DynamoDBClient({});
    mockClient(pressed)
      .on(BatchGetItemCommand)
      .resolves({ Responses: { T: [] }, UnprocessedKeys: { T: { Keys: rows } } });
    await expect(getRows(pressed, 'T', keys)).rejects.toThrow('left unread');
  });
});

describe('Rows that are more than a page of the database, which is a megabyte,', () => {
  const caseId = randomId();
  const count = 5;
  beforeAll(async () => {
    const { db, tables } = database;
    for (let row = 0; row < count; row += 1) {
      const Item = toRow({ pk: `CASE#${caseId}`, sk: `MESSAGE#${row}`, text: 'x'.repeat(300 * 1024) });
      await db.send(new PutItemCommand({ TableName: tables.cases, Item }));
    }
  });

  it('are read to the last', async () => {
    const { db, tables } = database;
    expect(await rowsOfCase(db, tables.cases, caseId, 'MESSAGE#')).toHaveLength(count);
  });

  it('are read until one is beyond what is asked for', async () => {
    const { db, tables } = database;
    const query = {
      TableName: tables.cases,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toRow({ ':pk': `CASE#${caseId}` }),
    };
    expect(await queryHead(db, query, () => false)).toHaveLength(count);
    const head = await queryHead(db, query, ({ sk }) => (sk?.S ?? '') >= 'MESSAGE#2');
    expect(head.length).toBeLessThan(count);
  });
});
