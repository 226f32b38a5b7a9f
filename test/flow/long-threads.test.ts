import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseFinder } from '#shared/adapters/aws/cases/case-finder.ts';
import { caseReader } from '#shared/adapters/aws/cases/case-reader.ts';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { StaffOverHttp } from '#test/support/besa-over-http.ts';
import { reportOf } from '#test/support/http-reports.ts';
import { fullLists } from '#test/support/full-lists.ts';
import { textOf, writeThread } from '#test/support/long-thread.ts';
import { startTestBesa, type BesaUnderTest } from '#test/support/running-besa.ts';

let besa: BesaUnderTest;
let officer: StaffOverHttp;
beforeAll(async () => {
  besa = await startTestBesa();
  officer = await besa.signIn('staff-blerim');
});
afterAll(() => besa.end());

/** Milliseconds that somebody waits at most, on a machine that does other things as well. */
const longestWait = 3000;
const messages = 300;

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = performance.now();
  const answer = await work();
  const took = Math.round(performance.now() - before);
  console.log(`${name}: ${took} ms`);
  expect(took).toBeLessThan(longestWait);
  return answer;
}

async function received(): Promise<{ caseNumber: string; receipt: string }> {
  const { status, body } = await besa.report(reportOf.normal);
  expect(status).toBe(201);
  return body;
}

it('a thread of 300 messages, and of more, is read by both sides without a wait', async () => {
  const { caseNumber, receipt } = await received();
  await officer.command(caseNumber, 'read', {});
  const writers = {
    reporter: (said: object) => besa.post('/v1/follow-up/messages', { receipt, ...said }, { 'idempotency-key': key() }),
    centre: (text: string) => officer.command(caseNumber, 'messages', { text }),
    later: async (minutes: number) => {
      await officer.command(caseNumber, 'read', {});
      await besa.advance(`PT${minutes}M`);
    },
  };
  await writeThread(writers, { to: messages, every: 5 });
  const read = await timed('Staff read 300 messages', () => officer.command(caseNumber, 'read', {}));
  const opened = read.body as { messages: { text: string }[]; addresses: { urls: string[] } };
  expect(opened.messages.map(({ text }) => text)).toEqual(texts());
  expect(opened.addresses.urls.length).toBeGreaterThanOrEqual(60);
  const looked = await timed('The reporter reads 300 messages', () => besa.followUp(receipt));
  expect(looked.body.messages.map(({ text }) => text)).toEqual(texts());
  const shown = await timed('Staff look at their case', () => officer.show(caseNumber));
  expect(shown.status).toBe(200);

  // The next messages are taken as well. Then each side sees the newest page, and reaches what came before it.
  await writers.later(1);
  const further = messages + 20;
  await writeThread(writers, { from: messages + 1, to: further, every: 5 });
  const newest = await timed('The reporter reads the newest of 320 messages', () =>
    besa.post('/v1/follow-up', { receipt }),
  );
  expect(textsIn(newest.body)).toEqual(texts(21, further));
  const before = await besa.post('/v1/follow-up', { receipt, before: (newest.body as Page).earlier });
  expect(textsIn(before.body)).toEqual(texts(1, 20));
  const unread = await timed('Staff read what is unread of 320 messages', () =>
    officer.command(caseNumber, 'read', {}),
  );
  expect(textsIn(unread.body)).toEqual(texts(21, further));
  const first = await officer.command(caseNumber, 'read', { fromMessage: 1 });
  expect(textsIn(first.body)).toEqual(texts());
});

it('a case with every list full is looked at without a wait', async () => {
  const { caseNumber, receipt } = await received();
  const others = [];
  for (let number = 0; number < 100; number += 1) others.push((await received()).caseNumber);
  await besa.inside.quiet();
  await officer.command(caseNumber, 'read', {});
  for (let number = 0; number < 60; number += 1) {
    expect((await officer.command(caseNumber, 'notes', { text: textOf(number) })).status).toBe(200);
  }
  await besa.inside.quiet();
  await fill(caseNumber, others);
  const shown = await timed('Staff look at a case with every list full', () => officer.show(caseNumber));
  expect(shown.body.referrals).toHaveLength(50);
  expect((shown.body as unknown as { linkedCases: string[] }).linkedCases).toEqual(others);
  const read = await timed('Staff read it', () => officer.command(caseNumber, 'read', {}));
  expect(read.status).toBe(200);
  const looked = await timed('Its reporter looks at it', () => besa.followUp(receipt));
  expect(looked.status).toBe(200);
});

/** Writes the lists into the case itself: by commands it would take an hour. */
async function fill(caseNumber: string, others: readonly string[]): Promise<void> {
  const db = new DynamoDBClient({
    region: 'eu-south-1',
    endpoint: besa.inside.databaseEndpoint,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { CASES_TABLE = '', CASE_EVENTS_TABLE = '', KEYS_TABLE = '' } = besa.inside.environmentOf('case-desk');
  const tables = { cases: CASES_TABLE, caseEvents: CASE_EVENTS_TABLE, keys: KEYS_TABLE };
  const idOf = async (number: string) => (await caseFinder(db, tables).byNumber(number)) ?? '';
  const linked = [];
  for (const number of others) linked.push({ caseId: await idOf(number), caseNumber: number });
  const of = await caseReader(db, tables).loadWithoutTimers(await idOf(caseNumber));
  if (of === undefined) throw new Error('The case is gone.');
  const now = await besa.now();
  const lists = fullLists(of, { free: 0, at: now, by: 'staff-officer', asker: 'staff-officer' });
  const maybeSameAs = linked.slice(0, 50).map(({ caseId }) => caseId);
  const change = changeCase(of, { set: { ...lists, linkedCases: linked, maybeSameAs }, events: [] }, now);
  expect(await caseWriter(db, tables).write(change)).toEqual({ written: true });
  db.destroy();
}

const key = (): string => crypto.randomUUID();
/** The texts of messages `from` to `to`. */
const texts = (from = 1, to = messages): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => textOf(from + index));

interface Page {
  messages: { text: string }[];
  earlier?: number;
}
const textsIn = (page: unknown): string[] => (page as Page).messages.map(({ text }) => text);
