import { randomUUID } from 'node:crypto';
import { DeleteItemCommand, PutItemCommand, ScanCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import type { Database } from '#test/support/engine.ts';
import { startDatabase } from '#test/support/engine.ts';
import { callHandler, postOf } from '#test/support/gateway.ts';
import { publicApi, steppedClock } from '#test/support/public-api.ts';
import { formOf } from '#test/support/sent-form.ts';

const words = 'Kanarina e bardhë.';
const cleared = 'This screen was cleared. To see it again, type your code.';
const codeForm = /(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]/;

let database: Database;
beforeAll(async () => {
  database = await startDatabase('memory');
});
afterAll(() => database.stop());

/** Somebody at a computer that others use, and what their browser can send again. */
function somebodyAtASchool() {
  const { intake, followUp } = publicApi(database, country, steppedClock('2026-11-20T22:10:00.000Z'));
  const visit: string = randomUUID();
  const key = randomUUID();
  const form = { key, visit, category: 'cyberbullying', narrative: words, go: 'send' };
  const sendForm = (fields: Record<string, string> = {}) =>
    callHandler(intake, formOf('/en/tell/{who}', { ...form, ...fields }, 'c'));
  const sendCode = (fields: Record<string, string>) =>
    callHandler(followUp, formOf('/en/code', { visit, go: 'open', ...fields }));
  const done = (over = visit) => callHandler(followUp, formOf('/en/code', { visit: over, go: 'done' }));
  const look = async (receipt: string) => (await callHandler(followUp, postOf('/v1/follow-up', { receipt }))).json;
  return { visit, sendForm, sendCode, done, look };
}

async function codeOf(sent: Promise<{ text: string }>): Promise<string> {
  const [code] = codeForm.exec((await sent).text) ?? [];
  if (code === undefined) throw new Error('There is no code on the page.');
  return code;
}

const rowsOfVisits = async (): Promise<unknown[]> => {
  const { Items = [] } = await database.db.send(new ScanCommand({ TableName: database.tables.cases }));
  return Items.filter((row) => row['pk']?.S?.startsWith('VISIT#'));
};

describe('before a visit has ended', () => {
  it('the same form gives the same receipt, and hands the visit on to the thread', async () => {
    const { sendForm, sendCode, visit } = somebodyAtASchool();
    const first = await codeOf(sendForm());
    const again = await sendForm();
    expect(again.text).toContain(first);
    expect(again.text).toContain(`name="visit" value="${visit}"`);
    const thread = await sendCode({ receipt: first });
    // The form of the thread has it, and the form of leaving.
    expect(thread.text.match(new RegExp(`name="visit" value="${visit}"`, 'g'))).toHaveLength(2);
  });

  it('leaving from what was sent is a form, and its answer is the first hop', async () => {
    const { sendForm, done } = somebodyAtASchool();
    const { text } = await sendForm();
    expect(text).toMatch(/<button class="leave out" id="leave" form="out" data-exit="\.\.\/\.\.\/exit">/);
    const left = await done();
    expect(left.status).toBe(200);
    expect(left.text).toContain('<meta http-equiv="refresh" content="0;url=../exit/2">');
    // Here the page before would be kept after the answer.
    expect(left.headers).not.toHaveProperty('Clear-Site-Data');
  });

  it('an unknown visit, or none, is no visit that has ended', async () => {
    const { sendForm, done } = somebodyAtASchool();
    const before = (await rowsOfVisits()).length;
    await done('no-visit');
    expect(await rowsOfVisits()).toHaveLength(before);
    const code = await codeOf(sendForm({ visit: 'no-visit' }));
    expect((await sendForm({ visit: 'no-visit' })).text).toContain(code);
  });
});

describe('after a visit has ended', () => {
  it('the form that is sent again shows no receipt and no word', async () => {
    const { sendForm, done } = somebodyAtASchool();
    await sendForm();
    await done();
    for (const again of [await sendForm(), await sendForm({ category: '' }), await sendForm({ go: 'sq' })]) {
      expect(again.status).toBe(200);
      expect(again.text).toContain(cleared);
      expect(again.text).not.toMatch(codeForm);
      expect(again.text).not.toContain(words);
    }
  });

  it('no page behind the code is shown again, nor is anything done', async () => {
    const { sendForm, sendCode, done, look } = somebodyAtASchool();
    const receipt = await codeOf(sendForm());
    await done();
    for (const go of ['open', 'earlier', 'still', 'yes', 'withdraw', 'withdraw-now', 'lock', 'lock-now']) {
      const again = await sendCode({ receipt, go, key: randomUUID() });
      expect([go, again.text.includes(cleared), codeForm.test(again.text)]).toEqual([go, true, false]);
    }
    expect(await look(receipt)).toMatchObject({ messages: [], canDo: expect.arrayContaining(['withdraw', 'lock']) });
  });

  it('a wrong code that was typed is not shown either', async () => {
    const { sendCode, done } = somebodyAtASchool();
    const typed = '7K3M-9QXR-2F5T-8WNA-Z';
    expect((await sendCode({ receipt: typed })).text).toContain(typed);
    await done();
    expect((await sendCode({ receipt: typed })).text).not.toContain(typed);
  });

  it('words that were never sent are kept, once', async () => {
    const { sendForm, sendCode, done, look } = somebodyAtASchool();
    const receipt = await codeOf(sendForm());
    await done();
    const message = { receipt, go: 'message', key: randomUUID(), text: words };
    for (const again of [await sendCode(message), await sendCode(message)]) expect(again.text).not.toContain(words);
    expect(await look(receipt)).toMatchObject({ messages: [{ from: 'you', text: words }] });
    await sendCode({ receipt, go: 'still', key: randomUUID(), text: 'Edhe sot.' });
    expect(await look(receipt)).toMatchObject({ messages: [{ text: words }, { text: 'Edhe sot.' }] });
  });

  it('the code, typed anew, opens everything, and a report that is new gets its receipt', async () => {
    const { sendForm, sendCode, done } = somebodyAtASchool();
    const receipt = await codeOf(sendForm());
    await done();
    const [, fresh = ''] = /name="visit" value="([^"]+)"/.exec((await sendForm()).text) ?? [];
    expect((await sendCode({ receipt, visit: fresh })).text).toContain(receipt);
    expect(await codeOf(sendForm({ key: randomUUID() }))).not.toBe(receipt);
  });

  it('its row says nothing of who or what, and goes by itself', async () => {
    const { visit, done } = somebodyAtASchool();
    const before = new Set((await rowsOfVisits()).map((row) => JSON.stringify(row)));
    await done();
    await done();
    const [row, ...more] = (await rowsOfVisits()).filter((one) => !before.has(JSON.stringify(one)));
    expect(more).toEqual([]);
    expect(row).toEqual({
      pk: { S: expect.stringMatching(/^VISIT#[0-9a-f]{32}$/) },
      sk: { S: 'ENDED' },
      removeAt: { N: String(Date.parse('2027-02-18T22:10:00.000Z') / 1000) },
    });
    expect(JSON.stringify(row)).not.toContain(visit.slice(0, 8));
  });

  it('its row counts as long as it is there, whatever its time, and no report goes with it', async () => {
    const { sendForm, done, look } = somebodyAtASchool();
    const receipt = await codeOf(sendForm());
    await done();
    const { db, tables } = database;
    const ended = (await rowsOfVisits()) as Record<string, AttributeValue>[];
    for (const row of ended)
      await db.send(new PutItemCommand({ TableName: tables.cases, Item: { ...row, removeAt: { N: '1' } } }));
    expect((await sendForm()).text).not.toContain(receipt);
    for (const { pk = { S: '' }, sk = { S: '' } } of ended) {
      await db.send(new DeleteItemCommand({ TableName: tables.cases, Key: { pk, sk } }));
    }
    expect(await codeOf(sendForm())).toBe(receipt);
    expect(await look(receipt)).toMatchObject({ status: { code: 'received' } });
  });
});
