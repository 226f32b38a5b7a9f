import { onTestFinished } from 'vitest';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { startBesa } from '#infra/local/besa.ts';
import type { RunningBesa } from '#infra/local/besa.ts';
import type { CloudTemplate } from '#infra/local/template/template.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { tinySystem } from './tiny-system.ts';

export interface TinyBesa extends RunningBesa {
  put: (thing: { id: string; note?: string; dueAt?: string }) => Promise<Response>;
  /** One of the rows of a thing, as plain text values. */
  row: (id: string, kind: 'DONE' | 'STRUCK' | 'EVENT') => Promise<Record<string, string> | undefined>;
}

/** Its functions load the whole SDK: what one compiled of it, the next one takes. */
const { NODE_COMPILE_CACHE: compiledIn } = process.env;
export const keepsCompiled = compiledIn === undefined ? {} : { compiledIn };

/** Runs the tiny system until the test is over. */
export async function startTinyBesa(
  options: { dataDir?: string; startsAt?: string; change?: (template: CloudTemplate) => void } = {},
): Promise<TinyBesa> {
  const { dataDir = temporaryFolder(), startsAt, change } = options;
  const begin = startsAt === undefined ? {} : { startsAt };
  const given = { ...keepsCompiled, ...begin };
  const besa = await startBesa({ dataDir, quiet: true, givesWay: false, system: tinySystem(change), ...given });
  onTestFinished(() => besa.stop());
  const db = new DynamoDBClient({
    endpoint: besa.databaseEndpoint,
    region: 'eu-south-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  onTestFinished(() => db.destroy());
  return {
    ...besa,
    put: (thing) => fetch(`${besa.url}/v1/things`, { method: 'POST', body: JSON.stringify(thing) }),
    row: async (id, kind) => {
      const Key = { pk: { S: `THING#${id}` }, sk: { S: kind } };
      const { Item } = await db.send(new GetItemCommand({ TableName: 'Tiny-Things', Key, ConsistentRead: true }));
      return Item && Object.fromEntries(Object.entries(Item).map(([name, value]) => [name, value.S ?? value.N ?? '']));
    },
  };
}
