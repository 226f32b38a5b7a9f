import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defanged } from '#shared/contracts/http/staff/defanged.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { confusable, injection, naughty, unseen } from './vectors/texts.ts';
import type { TextVector } from './vectors/texts.ts';
import { openWholeApi } from './whole-api.ts';
import type { WholeApi } from './whole-api.ts';

const logged = catchLog();
let api: WholeApi;
beforeAll(async () => {
  api = await openWholeApi();
});
afterAll(() => api.stop());

const families: [string, TextVector[]][] = [
  ['naughty texts', naughty],
  ['texts for an interpreter', injection],
  ['what nobody sees', unseen],
  ['what looks like something else', confusable],
];

const cleared = { who: 'officer', reason: 'on_duty' } as const;

const nothings = [
  '',
  ' ',
  '\u0000',
  '\u202e\u200f',
  '\ufeff',
  '\u00a0\u3000',
  '\u200b',
  '\u3164',
  '\u2800',
  '\u{e0041}',
];

async function opened(number: string): Promise<Record<string, unknown>> {
  const answer = await api.desk.command(cleared.who, number, 'read', { reason: cleared.reason });
  expect(answer.status).toBe(200);
  return answer.json;
}

describe.each(families)('%s', (_, vectors) => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))(
    '%s: taken in every field, and read as documented',
    async (__, { sent, stored = sent }) => {
      const answer = await api.desk.send({
        category: 'not_sure',
        narrative: sent,
        urls: [sent],
        accounts: [{ handle: sent }],
        reporter: { name: sent, organisation: sent, contact: { email: sent.slice(0, 60), whenSafe: sent } },
        place: { school: sent },
      });
      expect([answer.status, answer.json['errors']]).toEqual([201, undefined]);
      const line = stored.replaceAll(/\n+/g, ' ');
      const number = String(answer.json['caseNumber']);
      expect(await opened(number)).toMatchObject({
        narrative: stored,
        details: {
          reporter: { name: line, organisation: line, contact: { whenSafe: line } },
          place: { school: line },
        },
        addresses: { urls: [defanged(line)], accounts: [{ handle: line }] },
      });
    },
  );

  it.each(vectors.map((vector) => [vector.name, vector] as const))(
    '%s: the same in what is said later, from either side',
    async (__, { sent, stored = sent }) => {
      const { caseNumber, receipt } = await api.desk.receive({ category: 'not_sure', narrative: 'Help.' });
      expect((await api.desk.ask('messages', { receipt, text: sent })).status).toBe(201);
      await opened(caseNumber);
      expect((await api.desk.command('officer', caseNumber, 'messages', { text: sent })).status).toBe(200);
      expect((await api.desk.command('officer', caseNumber, 'notes', { text: sent })).status).toBe(200);
      const { messages, notes } = (await opened(caseNumber)) as Record<'messages' | 'notes', { text: string }[]>;
      expect([...messages, ...notes].map(({ text }) => text)).toEqual([stored, stored, stored]);
      const thread = (await api.desk.followUp(receipt)).json['messages'] as { from: string; text: string }[];
      expect(thread).toMatchObject([
        { from: 'you', text: stored },
        { from: 'centre', text: stored },
      ]);
    },
  );
});

it('counts the longest text in code points, after it was composed', async () => {
  const send = async (narrative: string) => (await api.desk.send({ category: 'not_sure', narrative })).status;
  expect(await send('😀'.repeat(10_000))).toBe(201);
  expect(await send('😀'.repeat(10_001))).toBe(422);
  expect(await send('e\u0301'.repeat(10_000))).toBe(201);
  expect(await send(`${'a'.repeat(10_000)}\u200e\u0000 `)).toBe(201);
  // One code point that NFC makes three of.
  expect(await send('\ufb2c'.repeat(10_000))).toBe(422);
});

it('says that a report is empty when nobody could see what it says', async () => {
  const empty = { pointer: '/narrative', code: 'empty_report' };
  for (const nothing of nothings) {
    const answer = await api.desk.send({ category: 'not_sure', narrative: nothing, urls: [nothing] });
    expect([answer.status, answer.json['errors']]).toMatchObject([422, [empty]]);
    const filed = await api.ask({
      method: 'POST',
      resource: '/v1/cases',
      who: 'counsellor',
      body: { channel: 'helpline', category: 'not_sure', narrative: nothing },
    });
    expect([filed.status, filed.json['errors']]).toMatchObject([422, [empty]]);
  }
});

it('says that a message or a note is empty when nobody could see what it says', async () => {
  const { caseNumber, receipt } = await api.desk.receive({ category: 'not_sure', narrative: 'Help.' });
  await opened(caseNumber);
  for (const nothing of nothings) {
    const answers = [
      await api.desk.ask('messages', { receipt, text: nothing }),
      await api.desk.command('officer', caseNumber, 'messages', { text: nothing }),
      await api.desk.command('officer', caseNumber, 'notes', { text: nothing }),
    ];
    for (const { status, json } of answers) {
      expect([status, json['errors']]).toMatchObject([422, [{ pointer: '/text', code: 'empty_text' }]]);
    }
  }
});

it('leaves none of them in a log', () => {
  const lines = JSON.stringify(logged());
  for (const { sent } of [...injection, ...unseen]) expect(lines).not.toContain(JSON.stringify(sent).slice(1, -1));
});
