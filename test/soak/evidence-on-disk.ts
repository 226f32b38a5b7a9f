import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, paginateListTables, paginateScan } from '@aws-sdk/client-dynamodb';
import type { RunningBesa } from '#infra/local/besa.ts';
import type { Evidence } from '#test/sim/checks/evidence.ts';
import type { Row } from '#test/sim/database/expressions.ts';
import { besaOverHttp } from '#test/support/besa-over-http.ts';
import { seenOf } from './crowd.ts';

/**
 * What a Besa on real engines has left: rows by scanning past all checks, and every file of its folder, for tables,
 * streams, queues, mails and log lines all end there.
 */
export async function evidenceOnDisk(besa: RunningBesa, folder: string): Promise<Evidence> {
  const { CASES_TABLE = '', CASE_EVENTS_TABLE = '' } = besa.environmentOf('sweeper');
  const people = besaOverHttp(besa.url);
  const queues = await besa.queues();
  return {
    now: Date.parse(besa.clock.now()),
    tables: () => everyRow(besa.databaseEndpoint),
    casesTable: CASES_TABLE,
    eventsTable: CASE_EVENTS_TABLE,
    mails: besa.inbox(),
    // What the relay gave up on in the stream stays listed for a person, and the sweeper has sent it since; the messages of
    // every other function are to be gone, dead letters too.
    queues: queues.map(({ name, visible, inFlight, deadLetters }) => ({
      name,
      messages: visible + inFlight + (name === 'relay' ? 0 : deadLetters),
    })),
    places: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => [file, readFileSync(file, 'latin1')] as const),
    followUp: (receipt) => seenOf(people.followUp(receipt)),
    sendAgain: ({ body, key }) => seenOf(people.report(body, key)),
  };
}

async function everyRow(endpoint: string): Promise<Map<string, Row[]>> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'eu-south-1', credentials });
  const rows = new Map<string, Row[]>();
  try {
    for await (const { TableNames = [] } of paginateListTables({ client }, {})) {
      for (const TableName of TableNames) {
        const found: Row[] = [];
        for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true }))
          found.push(...Items);
        rows.set(TableName, found);
      }
    }
    return rows;
  } finally {
    client.destroy();
  }
}
