import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { tableDesigns, type TableDesign, type TableName } from '#shared/adapters/aws/dynamo/table-design.ts';
import type { TableNames } from '#shared/adapters/aws/dynamo/table-names.ts';
import { memoryClient } from '#test/sim/database/memory-client.ts';
import { MemoryDatabase } from '#test/sim/database/memory-database.ts';

export interface Database {
  db: DynamoDBClient;
  endpoint: string;
  tables: TableNames;
  stop(): Promise<void>;
}

/** A real engine, or the database in memory that the simulator runs on. Both are held to the suites of the adapters. */
export type DatabaseKind = 'engine' | 'memory';

/**
 * The database of a suite. Suites of adapters run on the engine, and on the one in memory as well. Those of functions run
 * in memory, except one of each function that names the engine. `BESA_DATABASE` names one of both for all suites.
 */
export async function startDatabase(usual: DatabaseKind = 'engine'): Promise<Database> {
  return (process.env['BESA_DATABASE'] ?? usual) === 'memory' ? memoryTables() : engineTables();
}

function memoryTables(): Database {
  const names = Object.keys(tableDesigns) as TableName[];
  const database = new MemoryDatabase(names.map((name) => ({ name, ...tableDesigns[name] })));
  return { db: memoryClient(database), endpoint: 'memory', tables: namesBy((name) => name), stop: async () => {} };
}

/**
 * The tables of the design in a real engine: the embedded one, in a folder of its own, or whatever `DYNAMODB_ENDPOINT`
 * names. Table names are made anew each time, so that suites can share an engine.
 */
async function engineTables(): Promise<Database> {
  const given = process.env['DYNAMODB_ENDPOINT'];
  const engine = given === undefined ? await startEngine() : { endpoint: given, stop: async () => {} };
  const db = clientOf(engine.endpoint);
  try {
    const tables = await createTables(db);
    return {
      db,
      endpoint: engine.endpoint,
      tables,
      stop: async () => {
        db.destroy();
        await engine.stop();
      },
    };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

function clientOf(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: 'eu-south-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

async function startEngine(): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const require = createRequire(import.meta.url);
  const binary = join(dirname(require.resolve('@dynoxide/linux-x64/package.json')), 'dynoxide');
  const folder = mkdtempSync(join(tmpdir(), 'besa-database-'));
  const port = await freePort();
  const engine = spawn(binary, ['serve', '--port', String(port), '--db-path', join(folder, 'data.sqlite')], {
    stdio: 'ignore',
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    const ended = engine.exitCode === null ? once(engine, 'exit') : undefined;
    engine.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  await answering(engine, endpoint);
  return { endpoint, stop };
}

/** Resolves when the engine answers, and rejects when it ends instead. */
async function answering(engine: ChildProcess, endpoint: string): Promise<void> {
  const db = clientOf(endpoint);
  const deadline = Date.now() + 10_000;
  for (;;) {
    if (engine.exitCode !== null) throw new Error(`The database engine ended with ${engine.exitCode}.`);
    const answered = await db.send(new ListTablesCommand()).then(
      () => true,
      () => false,
    );
    if (answered) break;
    if (Date.now() > deadline) throw new Error('The database engine does not answer.');
  }
  db.destroy();
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

async function createTables(db: DynamoDBClient): Promise<TableNames> {
  const run = randomUUID().slice(0, 8);
  const physical = (name: TableName): string => `${name}-${run}`;
  for (const name of Object.keys(tableDesigns) as TableName[])
    await db.send(createTable(physical(name), tableDesigns[name]));
  return namesBy(physical);
}

function namesBy(physical: (name: TableName) => string): TableNames {
  return {
    cases: physical('Cases'),
    caseEvents: physical('CaseEvents'),
    keys: physical('Keys'),
    accessLog: physical('AccessLog'),
    directory: physical('Directory'),
    erasures: physical('Erasures'),
    facts: physical('Facts'),
  };
}

function createTable(physicalName: string, design: TableDesign): CreateTableCommand {
  const indexes = Object.entries(design.indexes);
  const textAttributes = [design.partitionKey, ...indexes.flatMap(([, index]) => [index.partitionKey, index.sortKey])];
  return new CreateTableCommand({
    TableName: physicalName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(design),
    AttributeDefinitions: [
      { AttributeName: design.sortKey, AttributeType: design.sortKeyType },
      ...textAttributes.map((name) => ({ AttributeName: name, AttributeType: 'S' as const })),
    ],
    ...(indexes.length === 0
      ? {}
      : {
          GlobalSecondaryIndexes: indexes.map(([name, index]) => ({
            IndexName: name,
            KeySchema: keySchema(index),
            Projection:
              index.include === 'ALL'
                ? { ProjectionType: 'ALL' as const }
                : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...index.include] },
          })),
        }),
    ...(design.stream ? { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' as const } } : {}),
  });
}

function keySchema(keys: { partitionKey: string; sortKey: string }) {
  return [
    { AttributeName: keys.partitionKey, KeyType: 'HASH' as const },
    { AttributeName: keys.sortKey, KeyType: 'RANGE' as const },
  ];
}
