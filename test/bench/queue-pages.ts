import { BatchWriteItemCommand, QueryCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { metaRow } from '#shared/adapters/aws/cases/rows.ts';
import { entriesPerPage, workQueue } from '#shared/adapters/aws/indexes/work-queue.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { startDatabase } from '#test/support/engine.ts';
import { ownCase } from '#test/support/new-case.ts';
import { figure, median, ms, type Figure } from './figures.ts';

const sizes = [1_000, 10_000, 100_000];
/** Rows that one BatchWriteItem takes. */
const batch = 25;

/** Entries read, read units and time of one page of the queue, among so many open cases; the same of one person's. */
export async function* queuePages(): AsyncGenerator<Figure> {
  const database = await startDatabase();
  try {
    const { db, tables } = database;
    let stored = 0;
    for (const size of sizes) {
      while (stored < size) {
        const inFlight = Math.min(20, Math.ceil((size - stored) / batch));
        await Promise.all(Array.from({ length: inFlight }, (_, n) => store(db, tables.cases, stored + n * batch)));
        stored += inFlight * batch;
      }
      for (const [what, part] of [
        ['first page', 'work'],
        ["one person's", { assignee: 'staff-0' }],
      ] as const) {
        const seen = { entries: 0, units: 0 };
        const queue = workQueue(metered(db, seen), tables);
        const took: number[] = [];
        for (let round = 0; round < 20; round += 1) {
          Object.assign(seen, { entries: 0, units: 0 });
          const startedAt = performance.now();
          await queue.page(undefined, part);
          took.push(performance.now() - startedAt);
        }
        yield figure(
          `${what} of ${size.toLocaleString('en')} cases`,
          `${seen.entries} entries, ${seen.units} units, ${ms(median(took))}`,
          `at most ${entriesPerPage} entries`,
          seen.entries <= entriesPerPage,
        );
      }
    }
  } finally {
    await database.stop();
  }
}

/** Open cases as their rows stand; every second one somebody has, one of ten people. */
async function store(db: DynamoDBClient, table: string, from: number): Promise<void> {
  const rows = Array.from({ length: batch }, (_, n) => metaRow(openCase(from + n)));
  const requests = rows.map((Item) => ({ PutRequest: { Item } }));
  const { UnprocessedItems } = await db.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
  if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('The engine left rows out.');
}

function openCase(n: number): Case {
  const of = ownCase();
  const resolveBy = new Date(Date.parse('2026-11-20T00:00:00Z') + n * 1000).toISOString();
  const assigned = n % 2 === 0 ? { assignee: `staff-${(n / 2) % 10}` } : {};
  return { ...of, ...assigned, promise: { ...of.promise, resolveBy } };
}

/** The same client, which counts what queries read. */
function metered(db: DynamoDBClient, seen: { entries: number; units: number }): DynamoDBClient {
  const send = async (command: unknown): Promise<unknown> => {
    if (!(command instanceof QueryCommand)) throw new Error('A page is read by queries alone.');
    const counted = new QueryCommand({ ...command.input, ReturnConsumedCapacity: 'TOTAL' });
    const page = await db.send(counted);
    seen.entries += page.ScannedCount ?? 0;
    seen.units += page.ConsumedCapacity?.CapacityUnits ?? 0;
    return page;
  };
  return { send } as unknown as DynamoDBClient;
}
