import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seededPeople } from '#infra/local/seed-people.ts';
import { staffRows } from '#shared/adapters/aws/directory.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { startTestBesa, typesIn, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
beforeAll(async () => {
  besa = await startTestBesa();
});
afterAll(() => besa.end());

/** Gives people other addresses, as whoever keeps the directory does. */
async function readdress(addresses: Readonly<Record<string, string>>): Promise<void> {
  const db = new DynamoDBClient({
    endpoint: besa.inside.databaseEndpoint,
    region: 'eu-south-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { DIRECTORY_TABLE: table } = besa.inside.environmentOf('notification');
  for (const person of seededPeople) {
    for (const Item of staffRows({ ...person, mail: addresses[person.id] ?? person.mail })) {
      await db.send(new PutItemCommand({ TableName: table, Item }));
    }
  }
  db.destroy();
}
const addressedTo = async (caseNumber: string): Promise<string[]> =>
  (await besa.inbox()).filter(({ subject }) => subject.includes(caseNumber)).map(({ to }) => to);
const supervisor = () => besa.signIn('staff-elira');

it('a mail that bounces is not "told": the history says so, the next rung gets the mail, the address is used no more', async () => {
  await readdress({
    'staff-arta': 'bounce+arta@simulator.amazonses.com',
    'staff-blerim': 'suppressionlist@simulator.amazonses.com',
    'staff-drita': 'complaint@simulator.amazonses.com',
  });
  const { caseNumber } = (await besa.report(reportOf.critical)).body;
  await besa.inside.quiet();

  expect(new Set(await addressedTo(caseNumber))).toEqual(
    new Set([
      'bounce+arta@simulator.amazonses.com',
      'suppressionlist@simulator.amazonses.com',
      'complaint@simulator.amazonses.com',
      'elira@besa.example',
    ]),
  );
  const shown = (await (await supervisor()).show(caseNumber)).body;
  const bounced = shown.history.filter(({ type }) => type === 'mail.bounced');
  expect(new Set(bounced.map(({ data }) => [data['to'], data['because']].join(' ')))).toEqual(
    new Set(['staff-arta bounced', 'staff-blerim bounced', 'staff-drita complained']),
  );

  const next = (await besa.report(reportOf.critical)).body;
  await besa.inside.quiet();
  expect(await addressedTo(next.caseNumber)).toEqual(['elira@besa.example']);
  expect((await besa.queues()).reduce((sum, queue) => sum + queue.deadLetters, 0)).toBe(0);
  expect(besa.inside.refusals()).toEqual([]);
});

it('reaches those again whose addresses are put right', async () => {
  await readdress({});
  const { caseNumber } = (await besa.report(reportOf.critical)).body;
  await besa.inside.quiet();
  expect(new Set(await addressedTo(caseNumber))).toEqual(new Set(['arta@besa.example', 'blerim@besa.example']));
  expect(typesIn((await (await supervisor()).show(caseNumber)).body)).not.toContain('mail.bounced');
});
