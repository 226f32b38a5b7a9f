import { DeleteItemCommand, PutItemCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { catchLog } from '#test/support/catch-log.ts';
import { randomId } from '#test/support/new-case.ts';
import { openDesk, type Desk } from '../desk.ts';
import { bullying } from '../reports.ts';

const lines = catchLog();
let desk: Desk;
let good: { caseNumber: string };
let meta: Row;

type Row = Record<string, AttributeValue>;
const written: Row[] = [];

beforeAll(async () => {
  desk = await openDesk('memory');
  good = await desk.receive(bullying);
  meta = (await desk.rows('cases')).find(({ sk }) => sk?.S === 'META') ?? {};
});
afterEach(async () => {
  const { db, tables } = desk.database;
  for (const { pk = { S: '' }, sk = { S: '' } } of written.splice(0)) {
    await db.send(new DeleteItemCommand({ TableName: tables.cases, Key: { pk, sk } }));
  }
});
afterAll(() => desk.stop());

async function put(row: Row): Promise<void> {
  written.push(row);
  await desk.database.db.send(new PutItemCommand({ TableName: desk.database.tables.cases, Item: row }));
}
const without = (name: string): Row => Object.fromEntries(Object.entries(meta).filter(([known]) => known !== name));
/** The cases of a list but the broken one, which stands where nothing of it is missed. */
const othersIn = (text: string): string[] =>
  (JSON.parse(text) as { cases: { caseNumber: string }[] }).cases
    .map(({ caseNumber }) => caseNumber)
    .filter((number) => number !== 'B-0000-0000');
const first = { S: '0#2026-01-01T00:00:00.000Z#broken' };
const brokenId = randomId();
const broken = {
  pk: { S: `CASE#${brokenId}` },
  caseId: { S: brokenId },
  caseNumber: { S: 'B-0000-0000' },
  queueSk: first,
};

describe.each<[string, () => Row]>([
  ['what was reported is missing', () => ({ ...without('reported'), ...broken })],
  ['its deadlines are no list', () => ({ ...meta, ...broken, deadlines: { S: 'soon' } })],
])('A case of which %s', (_, row) => {
  it.each(['list', 'attention', 'shift'] as const)('hides no other case in %s', async (list) => {
    const before = await desk[list]('officer');
    await put(row());
    const after = await desk[list]('officer');
    expect([after.status, othersIn(after.text)]).toEqual([200, othersIn(before.text)]);
  });

  it('rings, because it is missing in the list', async () => {
    await put(row());
    expect((await desk.list('officer')).text).not.toContain('B-0000-0000');
    expect(lines()).toContainEqual(expect.objectContaining({ code: 'case_unreadable', caseId: brokenId }));
    expect(lines().filter((line) => 'CaseUnreadable' in line)).toHaveLength(1);
  });
});

it('a row that is no case hides none, though it stands in the index of the list', async () => {
  const { queuePk = { S: '' } } = meta;
  await put({ pk: { S: 'VISIT#broken' }, sk: { S: 'ENDED' }, queuePk, queueSk: first });
  expect((await desk.list('officer')).text).toContain(good.caseNumber);
  for (const list of ['list', 'attention', 'shift'] as const) {
    expect([list, (await desk[list]('officer')).status]).toEqual([list, 200]);
  }
});
