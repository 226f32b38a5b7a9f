import { readBlueprint, type Blueprint, type TablePlan } from '#infra/local/template/blueprint.ts';
import { keyService, type KeyService } from '#infra/local/services/key-service.ts';
import { seededContacts, seededPeople } from '#infra/local/sign-in/seed-people.ts';
import { readTemplates } from '#infra/local/template/template.ts';
import { staffRows } from '#shared/adapters/aws/directory/directory.ts';
import { country } from '#shared/country/current.ts';
import type { MadeTable } from './database/memory-database.ts';
import type { QueueDesign } from './database/memory-queues.ts';
import type { Row } from './database/expressions.ts';
import { currentPlan } from './plan.ts';

export type Handler = (event: unknown, context: object) => unknown;

/** Besa as it is deployed, with its own handlers in this process: topology, environment and limits come from the template. */
export interface System {
  blueprint: Blueprint;
  handlers: ReadonlyMap<string, Handler>;
  tables: readonly MadeTable[];
  queues: readonly QueueDesign[];
  /** The same keys in every history, for functions keep what they once derived from them. */
  keys: KeyService;
  /** Which function a queue, stream or schedule invokes, by title. */
  titleOf: (functionArn: string) => string;
  /** What stands in the directory from the start. */
  directory: { table: string; rows: readonly Row[] };
}

const place = { region: 'eu-south-1', accountId: '000000000000' };

export async function loadSystem(instead: Record<string, string> = {}): Promise<System> {
  const plan = await currentPlan();
  const queueUrl = (name: string): string => `https://queues.example/${name}`;
  const resources = readTemplates(plan.templates, { ...place, queueUrl });
  const blueprint = readBlueprint(resources, (logicalId) => {
    const bundle = plan.functions[logicalId];
    if (bundle === undefined) throw new Error(`${logicalId} has no bundle.`);
    return bundle;
  });

  const handlers = new Map<string, Handler>();
  for (const { title, environment } of blueprint.functions) {
    Object.assign(process.env, environment, { AWS_REGION: place.region, TZ: 'UTC', ...instead });
    const { handler } = (await import(`../../functions/${title}/handler.ts`)) as { handler: Handler };
    handlers.set(title, handler);
  }
  await loadEverything();

  const directoryTable = blueprint.functions.map(({ environment }) => environment['DIRECTORY_TABLE']).find(Boolean);
  return {
    blueprint,
    handlers,
    tables: blueprint.tables.map(madeTable),
    queues: blueprint.queues.map((queue) => {
      const policy = queue.attributes['RedrivePolicy'];
      const redrive = policy === undefined ? undefined : (JSON.parse(policy) as { maxReceiveCount: number });
      return {
        name: queue.name,
        url: queueUrl(queue.name),
        visibilityMs: Number(queue.attributes['VisibilityTimeout'] ?? 30) * 1000,
        retentionMs: queue.retentionSeconds * 1000,
        ...(queue.deadLetters === undefined || redrive === undefined
          ? {}
          : { deadLetters: { name: queue.deadLetters, after: redrive.maxReceiveCount } }),
      };
    }),
    keys: keyService(blueprint.keys, {
      // From the keys come the ids of cases, and from these their shards and their order: with others, another history.
      readSecret: () =>
        JSON.stringify(
          Object.fromEntries(blueprint.keys.map(({ name }) => [name, Buffer.alloc(32, name).toString('base64')])),
        ),
      writeSecret: () => undefined,
    }),
    titleOf: (arn) => blueprint.functions.find((plan) => plan.arn === arn)?.title ?? '',
    directory: {
      table: directoryTable ?? '',
      rows: [...seededPeople, ...(await seededContacts())].flatMap(staffRows) as Row[],
    },
  };
}

/** What functions load when it is first asked for is loaded before any history begins, so that all begin alike. */
async function loadEverything(): Promise<void> {
  for (const [name, load] of Object.entries(country)) {
    if (name.startsWith('load') && typeof load === 'function') await (load as () => Promise<unknown>)();
  }
  const { globSync } = await import('node:fs');
  const root = new URL('../../', import.meta.url).pathname;
  // The console's app runs in browsers alone.
  for (const file of globSync('{functions,shared}/**/*.ts', { cwd: root, exclude: ['functions/console/app/**'] })) {
    if (!file.endsWith('/handler.ts')) await import(`../../${file}`);
  }
}

function madeTable({ name, keySchema, attributes, indexes, streamView }: TablePlan): MadeTable {
  const keys = (schema: unknown): { partitionKey: string; sortKey: string } => {
    const parts = schema as { AttributeName: string; KeyType: string }[];
    const named = (type: string): string => parts.find(({ KeyType }) => KeyType === type)?.AttributeName ?? '';
    return { partitionKey: named('HASH'), sortKey: named('RANGE') };
  };
  const all = (indexes ?? []) as {
    IndexName: string;
    KeySchema: unknown;
    Projection: { ProjectionType: string; NonKeyAttributes?: string[] };
  }[];
  const types = attributes as { AttributeName: string; AttributeType: 'S' | 'N' }[];
  const own = keys(keySchema);
  return {
    name,
    ...own,
    sortKeyType: types.find(({ AttributeName }) => AttributeName === own.sortKey)?.AttributeType ?? 'S',
    stream: streamView !== undefined,
    indexes: Object.fromEntries(
      all.map(({ IndexName, KeySchema, Projection }) => [
        IndexName,
        {
          ...keys(KeySchema),
          include: Projection.ProjectionType === 'ALL' ? 'ALL' : (Projection.NonKeyAttributes ?? []),
        },
      ]),
    ),
  };
}
