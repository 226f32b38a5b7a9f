import { randomUUID } from 'node:crypto';
import * as fc from '#test/support/fast-check.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf, writeThread } from '#test/support/long-thread.ts';
import { catchLog } from '#test/support/catch-log.ts';
import type { Desk } from '../desk.ts';
import { openDesk } from '../desk.ts';
import { bullying } from '../reports.ts';
import { family, together } from './family.ts';
import type { Part } from './family.ts';

catchLog();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const waits = { timeout: 120_000 };
const most = 300_000;
const on = (numbers: readonly string[]) => numbers.map((number) => ({ number }));
const sized = (length: number) => ({ ...bullying, urls: [], narrative: 'ë'.repeat(length) });
const readAtOf = async (number: string) => (await desk.stateOf(number)).case.readAt;

function textsIn(parts: readonly Part[]): number {
  const shown = parts.map(({ case: of = {} }) => {
    const { narrative, details, addresses, addressPositions, messages, notes } = of as Record<string, unknown>;
    return { narrative, details, addresses, addressPositions, messages, notes };
  });
  return shown.reduce((sum, texts) => sum + Buffer.byteLength(JSON.stringify(texts)), 0);
}

async function accessRows(): Promise<Map<string, number>> {
  const rows = (await desk.rows('accessLog')).filter((row) => row['action']?.S === 'read');
  const counts = new Map<string, number>();
  for (const row of rows) {
    const number = row['caseNumber']?.S ?? '';
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

/** Reads a family answer by answer, as a client does: `next` is sent back as it came. */
async function readAll(parent: string, numbers: readonly string[]) {
  const answers: Awaited<ReturnType<typeof together>>[] = [];
  let cases: readonly object[] | undefined = on(numbers);
  while (cases !== undefined) {
    const answer = await together(desk, parent, 'read', { cases, reason: 'on_duty' });
    expect(answer.status).toBe(200);
    expect(textsIn(answer.cases)).toBeLessThanOrEqual(most);
    expect(answer.cases.length).toBeGreaterThan(0);
    answers.push(answer);
    cases = answer.next;
  }
  return answers;
}

describe('Linked cases are read together', () => {
  it('as far as they fit: what is not shown is neither opened nor read, and follows', waits, async () => {
    const of = await family(desk, 30, () => sized(7900));
    const first = await together(desk, of.parent, 'read', { cases: on(of.all), reason: 'on_duty' });
    const shown = first.cases.map(({ number }) => number);
    const left = (first.next ?? []).map(({ number }) => number);
    expect([...shown, ...left]).toEqual(of.all);
    expect(shown.length).toBeGreaterThan(10);
    expect(textsIn(first.cases)).toBeLessThanOrEqual(most);
    for (const number of shown) expect(await readAtOf(number)).toBeDefined();
    for (const number of left) expect(await readAtOf(number)).toBeUndefined();
    const rows = await accessRows();
    expect(of.all.map((number) => rows.get(number) ?? 0)).toEqual(
      of.all.map((number) => (shown.includes(number) ? 1 : 0)),
    );

    await readAll(of.parent, left);
    const after = await accessRows();
    expect(of.all.map((number) => after.get(number))).toEqual(of.all.map(() => 1));
    for (const number of of.all) expect(await readAtOf(number)).toBeDefined();
  });

  it('also a thread that is longer than an answer: its words are read as far as they were shown', waits, async () => {
    const of = await family(desk, 3);
    const [, long = '', last = ''] = of.all;
    await desk.command('officer', long, 'read', {});
    const count = 420;
    await writeThread(
      {
        reporter: (said) => desk.ask('messages', { receipt: of.receipts[1] ?? '', ...said }),
        centre: (text) => desk.command('officer', long, 'messages', { text }),
        later: (minutes) => desk.later(minutes),
      },
      { to: count },
    );
    const first = await together(desk, of.parent, 'read', { cases: on(of.all), reason: 'on_duty' });
    const place = first.next?.find(({ number }) => number === long);
    const { case: half } = await desk.stateOf(long);
    expect(place?.fromMessage).toBeGreaterThan(100);
    expect(half.unreadFrom?.message).toBe(place?.fromMessage);
    const answers = [first];
    let cases: readonly object[] | undefined = first.next;
    while (cases !== undefined) {
      const answer = await together(desk, of.parent, 'read', { cases, reason: 'on_duty' });
      answers.push(answer);
      cases = answer.next;
    }
    const texts = answers
      .flatMap((answer) => answer.cases)
      .filter(({ number }) => number === long)
      .flatMap(({ case: opened }) => (opened?.['messages'] ?? []) as { number: number; text: string }[]);
    expect(new Map(texts.map(({ number, text }) => [number, text]))).toEqual(
      new Map(Array.from({ length: count }, (_, index) => [index + 1, textOf(index + 1)])),
    );
    expect((await desk.stateOf(long)).case.unreadFrom).toBeUndefined();
    expect(await readAtOf(last)).toBeDefined();
  });

  it('the reason is asked for where a case is critical or high, of that case alone', async () => {
    const of = await family(desk, 4);
    const answer = await together(desk, of.parent, 'read', { cases: on(of.all) });
    expect(answer.cases.map(({ status }) => status)).toEqual([422, 200, 200, 200]);
    expect(answer.cases[0]?.problem).toMatchObject({ errors: [{ pointer: '/reason', code: 'required' }] });
    expect(await readAtOf(of.parent)).toBeUndefined();
  });

  it('a text that does not open leaves its case unread, and the others go on', async () => {
    const of = await family(desk, 4);
    const [, broken = ''] = of.all;
    const { caseId } = (await desk.stateOf(broken)).case;
    const at = desk.with({
      keys: {
        open: async (id, kind, wrapped) => {
          if (id === caseId) throw new Error('This key opens nothing.');
          return desk.keys.open(id, kind, wrapped);
        },
      },
    });
    const answer = await together(desk, of.parent, 'read', { cases: on(of.all), reason: 'on_duty' }, { at });
    expect(answer.cases.map(({ status }) => status)).toEqual([200, 500, 200, 200]);
    expect(await readAtOf(broken)).toBeUndefined();
  });

  it('a retry shows the same again, and reads nothing twice', async () => {
    const of = await family(desk, 3);
    const key = randomUUID();
    const body = { cases: on(of.all), reason: 'on_duty' };
    const first = await together(desk, of.parent, 'read', body, { key });
    const again = await together(desk, of.parent, 'read', body, { key });
    expect(again.text).toBe(first.text);
    for (const number of of.all) {
      const types = (await desk.historyOf(number)).map(({ type }) => type);
      expect(types.filter((type) => type === 'case.read')).toHaveLength(1);
    }
  });

  it('whatever the sizes: every text comes once, in order, and no answer is too large', waits, async () => {
    const size = fc.integer({ min: 1, max: 10_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(size, { minLength: 2, maxLength: 25 }), async (sizes) => {
        const of = await family(desk, sizes.length, (nth) => sized(sizes[nth] ?? 1));
        const answers = await readAll(of.parent, of.all);
        const shown = answers.flatMap(({ cases }) => cases);
        expect(shown.map(({ number }) => number)).toEqual(of.all);
        expect(shown.every(({ status }) => status === 200)).toBe(true);
      }),
      { numRuns: 6 },
    );
  });
});
