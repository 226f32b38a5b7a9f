import { beforeAll, describe, expect, it } from 'vitest';
import { erasing } from '#shared/adapters/aws/erasing/erasing.ts';
import { possibleDuplicates } from '#shared/adapters/aws/indexes/possible-duplicates.ts';
import { country } from '#shared/country/current.ts';
import { disclosureCopy } from '#functions/case-desk/referrals/disclosure-copy.ts';
import { openDesk } from '#test/functions/case-desk/desk.ts';
import type { Desk } from '#test/functions/case-desk/desk.ts';
import { bullying, handling } from '#test/functions/case-desk/reports.ts';
import { aReferral } from '#test/support/builders.ts';
import { textOf, writeThread } from '#test/support/long-thread.ts';
import type { ThreadWriters } from '#test/support/long-thread.ts';
import { figuresOfErased } from '#test/support/figures.ts';

let desk: Desk;
let caseNumber: string;
let receipt: string;

/** Nobody reads while 640 messages are written. Every fourth is the reporter's. */
const count = 640;
const notes = 410;
const every = 4;
const writersOf = (of: { caseNumber: string; receipt: string }): ThreadWriters => ({
  reporter: (said) => desk.ask('messages', { receipt: of.receipt, ...said }),
  centre: (text) => desk.command('officer', of.caseNumber, 'messages', { text }),
  later: (minutes) => desk.later(minutes),
});
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

beforeAll(async () => {
  desk = await openDesk();
  ({ caseNumber, receipt } = await desk.receive(bullying));
  await desk.command('officer', caseNumber, 'read', {});
  await writeThread(writersOf({ caseNumber, receipt }), { to: count, every });
  desk.later(1);
}, 120_000);

const stateNow = () => desk.stateOf(caseNumber);
const numbersIn = (json: Record<string, unknown>) =>
  (json['messages'] as { number: number }[]).map((one) => one.number);
/** On a busy machine hundreds of requests take longer than a test usually may. */
const waits = { timeout: 90_000 };
const isWatched = async () => (await stateNow()).timers.some((timer) => timer.kind === 'must_be_read');

describe('staff', () => {
  it('read every unread word, page by page; until the last page it stays unread and watched', async () => {
    const seen: number[] = [];
    for (const [from, to] of [
      [1, 300],
      [301, 600],
      [341, 640],
    ] as const) {
      expect((await stateNow()).case.unreadFrom).toBeDefined();
      expect(await isWatched()).toBe(true);
      const { status, json } = await desk.command('officer', caseNumber, 'read', {});
      expect(status).toBe(200);
      expect(numbersIn(json)).toEqual(range(from, to));
      expect(json['earlierMessages']).toBe(from === 1 ? undefined : from - 1);
      expect(json['laterMessages']).toBe(to === count ? undefined : count - to);
      seen.push(...numbersIn(json));
    }
    expect(new Set(seen)).toEqual(new Set(range(1, count)));
    expect((await stateNow()).case.unreadFrom).toBeUndefined();
    expect(await isWatched()).toBe(false);
  });

  it('open any page; what came later stays unread when words before it are', async () => {
    desk.later(2);
    await writeThread(writersOf({ caseNumber, receipt }), { from: count + 1, to: count + 1, every });
    const { json } = await desk.command('officer', caseNumber, 'read', { fromMessage: 11 });
    expect(numbersIn(json)).toEqual(range(11, 310));
    expect((await stateNow()).case.unreadFrom).toMatchObject({ message: count + 1 });
    expect(numbersIn((await desk.command('officer', caseNumber, 'read', {})).json).at(-1)).toBe(count + 1);
    expect((await stateNow()).case.unreadFrom).toBeUndefined();
    expect((await desk.command('officer', caseNumber, 'read', { fromMessage: 0 })).status).toBe(422);
  });

  it('get the same page again when they ask again, because the answer may have been lost', waits, async () => {
    const other = await desk.receive(bullying);
    await desk.command('officer', other.caseNumber, 'read', {});
    await writeThread(writersOf(other), { to: 340, every });
    desk.later(1);
    const key = { 'Idempotency-Key': 'the-first-page-of-two' };
    const first = await desk.command('officer', other.caseNumber, 'read', {}, key);
    expect(numbersIn(first.json)).toEqual(range(1, 300));
    const again = await desk.command('officer', other.caseNumber, 'read', {}, key);
    expect(numbersIn(again.json)).toEqual(range(1, 300));
    expect(numbersIn((await desk.command('officer', other.caseNumber, 'read', {})).json)).toEqual(range(41, 340));
    const accesses = await desk.rows('accessLog');
    const ofCase = accesses.filter((row) => row['caseNumber']?.S === other.caseNumber);
    expect(ofCase).toHaveLength(4);
  });

  it('tick addresses by their places in the whole case', async () => {
    const { json } = await desk.command('officer', caseNumber, 'read', { fromMessage: 600 });
    const { urls } = json['addresses'] as { urls: string[] };
    const positions = json['addressPositions'] as { urls: number[]; accounts: number[] };
    // The report has one. Every fifth message of the reporter brings five: 32 of them, the last two in 617 and 637.
    expect(urls.slice(0, 2)).toEqual(['hxxps://chat.example/group', 'hxxps://pictures.example/617/0']);
    expect(positions.urls).toEqual([0, ...range(151, 160)]);
    expect(positions.accounts).toEqual([30, 31]);
    const { case: of } = await stateNow();
    const copy = await disclosureCopy(desk.deps, of, aReferral(), {
      fields: ['addresses', 'accounts'],
      addresses: [0, 151],
      accounts: [30],
      policy: await country.loadReferrals(),
    });
    expect(JSON.parse(copy)).toMatchObject({
      addresses: ['https://chat.example/group', 'https://pictures.example/617/0'],
      accounts: [{ handle: '@account.617' }],
    });
  });

  it('get all notes, the newest first to hand', waits, async () => {
    for (const number of range(1, notes)) {
      expect((await desk.command('officer', caseNumber, 'notes', { text: `Note ${number}` })).status).toBe(200);
    }
    const notesIn = (json: Record<string, unknown>) => (json['notes'] as { number: number }[]).map((one) => one.number);
    const { json } = await desk.command('officer', caseNumber, 'read', {});
    expect(notesIn(json)).toEqual(range(notes - 299, notes));
    expect(json).toMatchObject({ earlierNotes: notes - 300 });
    const before = await desk.command('officer', caseNumber, 'read', { fromNote: 1 });
    expect(notesIn(before.json)).toEqual(range(1, 300));
    expect(before.json).toMatchObject({ laterNotes: notes - 300 });
  });

  it('see the newest of a long history, and what came before it when they ask', async () => {
    const shown = (await desk.show('officer', caseNumber)).json;
    const numbers = (shown['history'] as { number: number }[]).map((one) => one.number);
    const { lastEvent } = (await stateNow()).case;
    expect(lastEvent).toBeGreaterThan(1000);
    expect(numbers).toEqual(range(lastEvent - 999, lastEvent));
    expect(shown['earlierEvents']).toBe(lastEvent - 999);
    const before = (await desk.show('officer', caseNumber, { before: String(lastEvent - 999) })).json;
    expect((before['history'] as { number: number }[]).map((one) => one.number)).toEqual(range(1, lastEvent - 1000));
    expect(before['earlierEvents']).toBeUndefined();
    expect((await desk.show('officer', caseNumber, { before: 'x' })).status).toBe(422);
  });

  it('take a case file of it in parts, each with a line in the access log', async () => {
    const asked = await desk.command('officer', caseNumber, 'export', { reason: 'police_request' });
    expect(asked.status).toBe(200);
    await desk.command('supervisor', caseNumber, 'approvals/export-1', { verdict: 'approve' });
    const shown: number[] = [];
    for (let from = 1; from <= count + 1; from = (shown.at(-1) ?? 0) + 1) {
      const part = await desk.command(
        'officer',
        caseNumber,
        'export/export-1/copy',
        from === 1 ? {} : { fromMessage: from },
      );
      expect(part.status).toBe(200);
      expect(Buffer.byteLength(part.text)).toBeLessThan(4_000_000);
      shown.push(...numbersIn(part.json['export'] as Record<string, unknown>));
    }
    expect(shown).toEqual(range(1, count + 1));
    const exported = (await desk.rows('accessLog')).filter(
      (row) => row['caseNumber']?.S === caseNumber && row['action']?.S === 'export',
    );
    expect(exported).toHaveLength(3);
    const other = await desk.command('supervisor', caseNumber, 'export/export-1/copy', { fromMessage: 301 });
    expect(other.status).toBe(403);
  });
});

describe('the reporter', () => {
  const read = async (before?: number) => (await desk.askAt('', { receipt, ...(before ? { before } : {}) })).json;
  const textsIn = (json: Record<string, unknown>) => (json['messages'] as { text: string }[]).map(({ text }) => text);

  it('reads the newest, and the earlier ones when asked for', async () => {
    const newest = await read();
    expect(textsIn(newest)).toEqual(range(count - 298, count + 1).map(textOf));
    expect(newest['earlier']).toBe(count - 298);
    const before = await read(count - 298);
    expect(textsIn(before)).toEqual(range(count - 598, count - 299).map(textOf));
    const first = await read(count - 598);
    expect(textsIn(first)).toEqual(range(1, count - 599).map(textOf));
    expect(first['earlier']).toBeUndefined();
  });

  it('is known by the key of an old message, hundreds of messages later', async () => {
    const other = await desk.receive(bullying);
    const said = { receipt: other.receipt, text: 'E para.' };
    const key = { 'Idempotency-Key': 'the-first-of-many-messages' };
    const first = await desk.ask('messages', said, key);
    await desk.command('officer', other.caseNumber, 'read', {});
    for (const _ of range(1, 60))
      await desk.command('officer', other.caseNumber, 'messages', { text: 'Faleminderit.' });
    expect((await desk.ask('messages', said, key)).json).toEqual(first.json);
    expect((await desk.stateOf(other.caseNumber)).case.messageCount).toBe(61);
    expect((await desk.ask('messages', { ...said, text: 'Tjetër' }, key)).status).toBe(422);
  });
});

describe('an address that a message brings late', () => {
  it('is looked for and counted like the first', async () => {
    const { db, tables } = desk.database;
    desk.later(2);
    const shared = ['https://found.example/late'];
    const other = await desk.receive({ ...bullying, urls: shared });
    const { caseId } = (await stateNow()).case;
    const before = (await stateNow()).case.addedAddresses ?? 0;
    const late = (await desk.stateOf(other.caseNumber)).case.caseId;
    expect(await possibleDuplicates(db, tables).sharedWith(caseId)).not.toContain(late);
    await desk.ask('messages', { receipt, text: 'Këtu.', urls: shared });
    expect((await stateNow()).case.addedAddresses).toBe(before + 1);
    expect(await possibleDuplicates(db, tables).sharedWith(caseId)).toContain(late);
  });
});

it('a case with a long thread is handled and resolved as any other', async () => {
  await desk.command('officer', caseNumber, 'read', {});
  expect((await desk.decide('officer', caseNumber, 'handling', { severity: 'normal', ...handling })).status).toBe(200);
  const ended = await desk.decide('officer', caseNumber, 'resolution', { outcome: 'advice_given', message: 'Done.' });
  expect(ended.status).toBe(200);
});

it('nothing is left of it when it is erased', waits, async () => {
  const { db, tables } = desk.database;
  const { case: of } = await stateNow();
  const house = erasing(db, tables);
  const now = desk.clock.now();
  const begun = await house.begin(of, figuresOfErased(of, now), now, 'outcome');
  if (begun === undefined) throw new Error('The case has changed.');
  const before = (await desk.rows('cases')).filter((row) => row['pk']?.S === `CASE#${of.caseId}`);
  expect(before.filter((row) => row['sk']?.S?.startsWith('POSTED#')).length).toBeGreaterThan(100);
  expect(before.filter((row) => row['sk']?.S?.startsWith('FOUND_BY#')).length).toBeGreaterThan(30);
  await house.remove(begun);
  for (const table of ['cases', 'caseEvents', 'keys'] as const) {
    const left = (await desk.rows(table)).filter((row) => [row['pk']?.S, row['sk']?.S].includes(`CASE#${of.caseId}`));
    expect(left).toEqual([]);
  }
});
