import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SESClient } from '@aws-sdk/client-ses';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import { accessKeyOf, startAwsProxy } from '#infra/local/services/aws-proxy.ts';
import type { FunctionPlan } from '#infra/local/template/blueprint.ts';
import { openDataFolder } from '#infra/local/data-folder.ts';
import type { BusEvent } from '#infra/local/sources/event-bus.ts';
import { faults } from '#infra/local/services/faults.ts';
import { keyService } from '#infra/local/services/key-service.ts';
import { listen } from '#infra/local/gateway/listen.ts';
import { mailService } from '#infra/local/services/mail-service.ts';
import { unitMeter } from '#infra/local/engines/unit-meter.ts';
import { startSecrets } from '#infra/local/rights/start-secrets.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const arn = (name: string): string => `arn:aws:kms:eu-south-1:000000000000:key/${name}`;
const keys = [
  { name: 'content', arn: arn('content'), kind: 'data' as const },
  { name: 'other', arn: arn('other'), kind: 'data' as const },
  { name: 'ids', arn: arn('ids'), kind: 'hmac' as const },
];
export const at = new Date('2026-03-01T10:00:00Z');

/** The services behind a proxy, for a function that may do what `may` says, called by the real SDK. */
export async function services({
  may = () => true,
  path = temporaryFolder(),
  databaseEndpoint = 'http://127.0.0.1:9',
}: { may?: (action: string) => boolean; path?: string; databaseEndpoint?: string } = {}) {
  const folder = openDataFolder(path);
  const secrets = startSecrets();
  const server = createServer();
  const url = `http://127.0.0.1:${await listen(server, 0)}`;
  const published: BusEvent[] = [];
  const mails = mailService({ identities: ['besa.example'], configurationSets: ['set'] }, folder, () => at, {
    isPublished: (_, type) => type === 'bounce',
    put: async (event) => void published.push(event),
  });
  const plan: FunctionPlan = {
    name: 'F',
    title: 'f',
    arn: 'arn:f',
    folder: '',
    handler: '',
    environment: {},
    timeoutMs: 1000,
    memoryMegabytes: 128,
    principal: { roleArn: 'arn:role', roleName: 'role', may: ({ action }) => may(action) },
  };
  const injected = faults();
  const proxy = startAwsProxy(server, url, {
    account: { region: 'eu-south-1', accountId: '000000000000', tables: new Map() },
    functions: [plan],
    database: { url: databaseEndpoint },
    queues: { url: 'http://127.0.0.1:9' },
    secrets,
    keys: keyService(keys, folder),
    mails,
    mailIdentities: ['besa.example'],
    faults: injected,
    meter: unitMeter(),
    isAwaited: () => false,
    crash: () => undefined,
    onDatabaseWrite: () => undefined,
    say: () => undefined,
  });
  const config = {
    endpoint: url,
    region: 'eu-south-1',
    credentials: { accessKeyId: accessKeyOf('F'), secretAccessKey: 'x', sessionToken: secrets.ofFunction('F') },
    maxAttempts: 1,
  };
  const close = async (): Promise<void> => {
    await proxy.close();
    if (folder.state.isOpen) folder.close();
  };
  onTestFinished(close);
  return {
    kms: new KMSClient(config),
    ses: new SESClient(config),
    db: new DynamoDBClient(config),
    config,
    mails,
    published,
    proxy,
    faults: injected,
    path,
    close,
  };
}
