import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dynamoClient, sqsClient } from '#shared/adapters/aws/dynamo/clients.ts';

interface Seen {
  userAgent: string;
  body: Record<string, unknown>;
}

/** Answers what it was asked, so that every call can be told from every other. */
const seen: Seen[] = [];
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Seen['body'];
    seen.push({ userAgent: String(request.headers['user-agent']), body });
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify({ Item: body['Key'], Successful: [], Failed: [] }));
  });
});
let origin: string;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv('AWS_ENDPOINT_URL', origin);
  vi.stubEnv('AWS_REGION', 'eu-south-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
});
beforeEach(() => {
  seen.length = 0;
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

const numbers = Array.from({ length: 40 }, (_, number) => String(number));

describe('A client that is used for many calls at once', () => {
  it('gives each call the answer to what that call asked', async () => {
    const db = dynamoClient();
    const answers = await Promise.all(
      numbers.map((pk) => db.send(new GetItemCommand({ TableName: `table-${pk}`, Key: { pk: { S: pk } } }))),
    );
    expect(answers.map(({ Item }) => Item?.['pk']?.S)).toEqual(numbers);
  });

  it('says the same of itself at the last call as at the first', async () => {
    const db = dynamoClient();
    for (const pk of numbers) await db.send(new GetItemCommand({ TableName: 'table', Key: { pk: { S: pk } } }));
    expect(new Set(seen.map(({ userAgent }) => userAgent)).size).toBe(1);
  });

  it('sends each batch to its own queue, at the address of that queue', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', undefined);
    const sqs = sqsClient();
    const queues = numbers.map((number) => `${origin}/000000000000/queue-${number}`);
    await Promise.all(
      queues.map((QueueUrl) =>
        sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: [{ Id: '0', MessageBody: QueueUrl }] })),
      ),
    );
    const said = (body: Seen['body']): unknown => (body['Entries'] as { MessageBody: string }[])[0]?.MessageBody;
    expect(new Set(seen.map(({ body }) => body['QueueUrl']))).toEqual(new Set(queues));
    expect(seen.filter(({ body }) => said(body) !== body['QueueUrl'])).toEqual([]);
  });
});
