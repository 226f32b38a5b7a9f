import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { accessKeyOf } from '#infra/local/services/aws-proxy.ts';
import { startEngines } from '#infra/local/engines/engines.ts';
import { startSecrets } from '#infra/local/rights/start-secrets.ts';
import { arn, services } from '../aws-services.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { startTinyBesa } from '../tiny-besa.ts';

/** Another program of the same machine, which knows the names of functions and keys but not the secret of this start. */
const stranger = { accessKeyId: accessKeyOf('F'), secretAccessKey: 'local' };
const mac = new GenerateMacCommand({ KeyId: arn('ids'), Message: Buffer.from('x'), MacAlgorithm: 'HMAC_SHA_256' });

/** The status of a request that names a host. */
const asked = (url: string, host: string, method = 'GET'): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers: { host } });
    outgoing.on('response', (answer) => resolve(answer.resume().statusCode));
    outgoing.on('error', reject);
    outgoing.end();
  });

describe('another program of the same machine', () => {
  it.each([
    ['no secret', {}],
    ['a secret that it made up', { sessionToken: 'x'.repeat(43) }],
    ['the secret of another start', { sessionToken: startSecrets().ofFunction('F') }],
  ])('with %s is refused as a function', async (_, shown) => {
    const { config } = await services();
    const kms = new KMSClient({ ...config, credentials: { ...stranger, ...shown } });
    await expect(kms.send(mac)).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
      $metadata: { httpStatusCode: 403 },
    });
    const db = new DynamoDBClient({ ...config, credentials: { ...stranger, ...shown } });
    const put = new PutItemCommand({ TableName: 'T', Item: { pk: { S: 'x' } } });
    await expect(db.send(put)).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  });

  it('that is one function cannot be another', async () => {
    const besa = await startTinyBesa();
    const [taker, doer] = [besa.environmentOf('taker'), besa.environmentOf('doer')];
    expect(taker['AWS_SESSION_TOKEN']).not.toBe(doer['AWS_SESSION_TOKEN']);
    const kms = new KMSClient({
      endpoint: taker['AWS_ENDPOINT_URL'] ?? '',
      region: taker['AWS_REGION'] ?? '',
      maxAttempts: 1,
      credentials: {
        accessKeyId: taker['AWS_ACCESS_KEY_ID'] ?? '',
        secretAccessKey: 'local',
        sessionToken: doer['AWS_SESSION_TOKEN'] ?? '',
      },
    });
    await expect(kms.send(mac)).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
  });

  it('finds a queue engine that answers the runtime alone', async () => {
    const engines = await startEngines({
      dataDir: temporaryFolder(),
      clockOffsetMs: 0,
      databaseEndpoint: undefined,
      secret: 'the secret of this start',
      say: () => undefined,
    });
    onTestFinished(() => engines.stop());
    const sqs = new SQSClient({ endpoint: engines.queues.url, region: 'x', credentials: stranger, maxAttempts: 1 });
    await expect(sqs.send(new ListQueuesCommand())).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  });

  it('finds the database at no address that a page in a browser could try', async () => {
    const hosts = await Promise.all(
      [1, 2].map(async () => {
        const engines = await startEngines({
          dataDir: temporaryFolder(),
          clockOffsetMs: 0,
          databaseEndpoint: undefined,
          secret: 's',
          say: () => undefined,
        });
        onTestFinished(() => engines.stop());
        return new URL(engines.database.url).hostname;
      }),
    );
    for (const host of hosts) expect(host).toMatch(/^127\./);
    expect(process.platform === 'linux' && hosts[0] === hosts[1]).toBe(false);
  });
});

describe('a page elsewhere whose name leads to this machine', () => {
  it('gets nothing from any place of this machine', async () => {
    const besa = await startTinyBesa();
    const { port } = new URL(besa.url);
    const others = ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1:${Number(port) + 1}`];
    const own = [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`];
    const paths = [
      '/v1/things',
      '/local/inbox',
      '/local/',
      '/oauth2/authorize',
      '/oauth2/token',
      '/logout',
      '/.well-known/jwks.json',
      '/staff/v1/x',
    ];
    for (const path of paths) {
      for (const host of others)
        expect([path, host, await asked(`${besa.url}${path}`, host)]).toEqual([path, host, 421]);
      for (const host of own) {
        expect([path, host, await asked(`${besa.url}${path}`, host)]).not.toEqual([path, host, 421]);
      }
    }
  });

  it('gets nothing from the address of AWS calls', async () => {
    const { config } = await services();
    expect(await asked(config.endpoint, 'evil.example', 'POST')).toBe(421);
    expect(await asked(config.endpoint, new URL(config.endpoint).host, 'POST')).not.toBe(421);
  });
});

describe('another user of the same machine', () => {
  const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

  it('enters no data folder and reads no file of it, also of one that was there before', async () => {
    const dataDir = temporaryFolder();
    chmodSync(dataDir, 0o755);
    for (const folder of ['queues', 'functions', 'compiled', 'mine']) mkdirSync(join(dataDir, folder), { mode: 0o755 });
    for (const file of ['functions.log', 'note.txt']) writeFileSync(join(dataDir, file), '', { mode: 0o644 });
    const besa = await startTinyBesa({ dataDir });
    await besa.put({ id: 'one' });
    await besa.quiet();
    expect(mode(dataDir)).toBe('700');
    const entries = readdirSync(dataDir, { withFileTypes: true }).filter(
      ({ name }) => !['mine', 'note.txt'].includes(name),
    );
    const modes = Object.fromEntries(entries.map(({ name }) => [name, mode(join(dataDir, name))]));
    for (const entry of entries)
      expect([entry.name, modes[entry.name]]).toEqual([entry.name, entry.isDirectory() ? '700' : '600']);
    expect(Object.keys(modes)).toEqual(expect.arrayContaining(['database.db', 'runtime.db', 'keys.json', 'queues']));
    for (const file of readdirSync(join(dataDir, 'queues'))) {
      expect([file, mode(join(dataDir, 'queues', file))]).toEqual([file, '600']);
    }
    // What is not Besa's stays as it is.
    expect([mode(join(dataDir, 'mine')), mode(join(dataDir, 'note.txt'))]).toEqual(['755', '644']);
  });
});
