import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { jsonAnswer } from '#infra/local/services/service-answer.ts';
import { listen } from '#infra/local/gateway/listen.ts';
import { transactionTokens } from '#infra/local/engines/transaction-tokens.ts';
import { services } from '../aws-services.ts';

const taken = jsonAnswer('dynamodb', {});
const cancelled = jsonAnswer('dynamodb', { __type: 'TransactionCanceledException' }, 400);
const minutes = (count: number): number => count * 60_000;

describe('the token of a transaction', () => {
  it('lets it take effect once, however often it comes and however many at once', async () => {
    const { once } = transactionTokens();
    let performed = 0;
    const perform = async () => {
      performed += 1;
      return taken;
    };
    const atOnce = await Promise.all([once('a', perform), once('a', perform)]);
    expect([...atOnce, await once('a', perform)]).toEqual([taken, taken, taken]);
    expect(performed).toBe(1);
    await once('b', perform);
    expect(performed).toBe(2);
  });

  it('stands for nothing while nothing took effect', async () => {
    const { once } = transactionTokens();
    expect(await once('a', async () => cancelled)).toBe(cancelled);
    await expect(once('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(await once('a', async () => taken)).toBe(taken);
    expect(await once('a', async () => cancelled)).toBe(taken);
  });

  it('is known for ten minutes', async () => {
    let now = 0;
    const { once } = transactionTokens(() => now);
    await once('a', async () => taken);
    now = minutes(5);
    await once('b', async () => taken);
    now = minutes(10) - 1;
    expect(await once('a', async () => cancelled)).toBe(taken);
    now = minutes(10);
    expect(await once('a', async () => cancelled)).toBe(cancelled);
    expect(await once('b', async () => cancelled)).toBe(taken);
  });
});

describe('a transaction whose answer is lost', () => {
  it('reaches the database once, and without its token', async () => {
    const asked: string[] = [];
    const engine = createServer((request, response) => {
      request.on('data', (chunk: Buffer) => asked.push(chunk.toString()));
      request.on('end', () => response.end('{}'));
    });
    const port = await listen(engine, 0);
    onTestFinished(() => void engine.close());
    const { config, faults } = await services({ databaseEndpoint: `http://127.0.0.1:${port}` });
    const lost = faults.inject(({ action }) => action === 'TransactWriteItems', { kind: 'lost_answer' });

    const db = new DynamoDBClient({ ...config, maxAttempts: 2 });
    const item = { Put: { TableName: 'T', Item: { pk: { S: 'a' } } } };
    await db.send(new TransactWriteItemsCommand({ TransactItems: [item] }));
    expect(lost.hits()).toBe(1);
    expect(asked.map((body) => JSON.parse(body) as unknown)).toEqual([{ TransactItems: [item] }]);
  });
});
