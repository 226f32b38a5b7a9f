import { PutItemCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catchLog } from '#test/support/catch-log.ts';
import { openDesk } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { addContacts } from '../referrals/referral-desk.ts';
import { extortion, handling } from '../reports.ts';

type Row = Record<string, AttributeValue>;
type Table = 'cases' | 'keys';

const police = 'police_cybercrime-1';
const unit = 'child_protection_unit-1';

/** Every sealed value of the case below, by its row and attribute, under each thing that opens it. */
const opened = {
  'reading the case': [
    'REPORT narrative',
    'REPORT details',
    'REPORT addresses',
    'KEYS threadForStaff',
    'MESSAGE#1 sealed',
    'MESSAGE#2 sealed',
    'MESSAGE#2 answers',
    'MESSAGE#2 addresses',
    'MESSAGE#3 sealed',
    'MESSAGE#3 answers',
    'MESSAGE#3 addresses',
    'NOTE#1 sealed',
    'NOTE#2 sealed',
  ],
  'following it up': [`UNIT#${unit} sealed`, 'MESSAGE#1 sealed', 'MESSAGE#2 sealed', 'MESSAGE#3 sealed'],
  'reading the referral': [
    `REFERRAL#${police}#COPY sealed`,
    `REFERRAL#${police}#ANSWER sealed`,
    `REFERRAL#${unit}#COPY sealed`,
  ],
} as const;
type Opening = keyof typeof opened;

catchLog();
let desk: Desk;
let caseNumber: string;
let receipt: string;
/** Every sealed value with the row it lies in. */
let sealed: Map<string, { table: Table; row: Row; attribute: string }>;

beforeAll(async () => {
  desk = await openDesk();
  await addContacts(desk);
  ({ caseNumber, receipt } = await desk.receive(extortion));
  const done = async (what: Promise<{ status: number }>): Promise<void> => {
    expect((await what).status).toBeLessThan(300);
  };
  const command = (name: string, body: object) => done(desk.command('officer', caseNumber, name, body));
  await command('read', { reason: 'on_duty' });
  await done(desk.decide('officer', caseNumber, 'handling', { ...handling, severity: 'critical' }));
  for (const text of ['It goes on.', 'He wrote again.']) {
    const more = { flags: { weapon: 'unsure' }, stillHappening: true, urls: ['https://later.example/x'] };
    await done(desk.ask('messages', { receipt, text, ...more }));
    await command('notes', { text: `Of ${text}` });
  }
  await command('referrals', { institution: 'police_cybercrime', basis: 'al_cc_300' });
  await command(`referrals/${police}/sending`, { fields: ['narrative'], ground: 'consent' });
  await command(`referrals/${police}/answer`, { answer: 'acknowledged', how: 'mail', name: 'Kola' });
  await command('referrals', { institution: 'child_protection_unit', basis: 'al_cc_300' });
  const called = { fields: [], ground: 'consent', unit: 'Unit 3', call: { name: 'Zana' } };
  await command(`referrals/${unit}/sending`, called);
  sealed = await everythingSealed();
});
afterAll(() => desk.stop());

/** What is sealed reads like this: version 1, a nonce, a commitment, text in whole steps or a key, and a tag. */
function isSealed({ S: text }: AttributeValue): boolean {
  const bytes = Buffer.from(text ?? '', 'base64');
  return bytes.toString('base64') === text && bytes.length > 61 && bytes[0] === 1;
}

async function everythingSealed(): Promise<typeof sealed> {
  const { caseId } = (await desk.stateOf(caseNumber)).case;
  const found: typeof sealed = new Map();
  for (const table of ['cases', 'keys'] as const) {
    for (const row of await desk.rows(table)) {
      if (row['pk']?.S !== `CASE#${caseId}`) continue;
      for (const [attribute, value] of Object.entries(row)) {
        if (isSealed(value)) found.set(`${row['sk']?.S} ${attribute}`, { table, row, attribute });
      }
    }
  }
  return found;
}

const open: Record<Opening, () => Promise<{ status: number }>> = {
  'reading the case': () => desk.command('officer', caseNumber, 'read', { reason: 'on_duty' }),
  'following it up': () => desk.followUp(receipt),
  'reading the referral': () => desk.command('officer', caseNumber, `referrals/${police}/read`, {}),
};

/** Puts two sealed values into each other's place, looks, and puts them back. */
async function exchanged(one: string, other: string, look: () => Promise<{ status: number }>): Promise<number> {
  const [a, b] = [sealed.get(one), sealed.get(other)];
  if (a === undefined || b === undefined) throw new Error(`There is no ${one} or no ${other}.`);
  const [valueOfA, valueOfB] = [a.row[a.attribute], b.row[b.attribute]];
  if (valueOfA === undefined || valueOfB === undefined) throw new Error('Nothing is sealed there.');
  const { db, tables } = desk.database;
  const put = (table: Table, Item: Row) => db.send(new PutItemCommand({ TableName: tables[table], Item }));
  if (a.row === b.row) {
    await put(a.table, { ...a.row, [a.attribute]: valueOfB, [b.attribute]: valueOfA });
  } else {
    await put(a.table, { ...a.row, [a.attribute]: valueOfB });
    await put(b.table, { ...b.row, [b.attribute]: valueOfA });
  }
  const { status } = await look();
  await put(a.table, a.row);
  await put(b.table, b.row);
  return status;
}

describe('a sealed value', () => {
  it('is one of those that are tried here', () => {
    expect([...sealed.keys()].sort()).toEqual([...new Set(Object.values(opened).flat())].sort());
  });

  describe.each(Object.keys(opened) as Opening[])('in %s', (opening) => {
    const pairs = opened[opening].flatMap((one, at) => opened[opening].slice(at + 1).map((other) => [one, other]));

    it('opens in its own place', async () => {
      expect((await open[opening]()).status).toBe(200);
    });

    it.each(pairs)('does not open in the place of another: %s, %s', async (one, other) => {
      expect(await exchanged(one ?? '', other ?? '', open[opening])).toBe(500);
      expect((await open[opening]()).status).toBe(200);
    });
  });
});
