import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiptFrom } from '#shared/domain/identifiers.ts';
import { country } from '#shared/country/current.ts';
import { answerCode } from '#functions/follow-up/pages/answer-code.ts';
import type { PageRequest, Route } from '#shared/contracts/http/http.ts';
import type { Desk } from '#test/functions/case-desk/desk.ts';
import { openDesk } from '#test/functions/case-desk/desk.ts';
import { bullying } from '#test/functions/case-desk/reports.ts';
import type { GatewayAnswer } from '#test/support/gateway.ts';
import { sendCode, type Filled } from '#test/support/pages/forms.ts';
import { noVisitEnded } from '#test/support/pages/no-visit-ended.ts';
import { readPage } from '#test/support/pages/read-page.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const send = (fields: Filled, language = 'en') =>
  sendCode(desk.followUpHandler, { go: 'message', ...fields }, language);
const reported = async (): Promise<string> => (await desk.receive({ ...bullying, urls: [] })).receipt;
/** Hidden fields and textareas of the form for a message. */
const fieldsOn = ({ text }: GatewayAnswer): Record<string, string> =>
  Object.fromEntries([...readPage(text).fieldsOf('message')].map(([name, [value = '']]) => [name, value]));
const alertOn = ({ text }: GatewayAnswer): string =>
  readPage(text)
    .elements.filter(({ attributes }) => attributes.get('role') === 'alert')
    .map((one) => one.text)
    .join();
const said = async (receipt: string): Promise<string[]> =>
  ((await desk.followUp(receipt)).json['messages'] as { text: string }[]).map(({ text }) => text);

const words = '\r\nSot përsëri.\r\n</textarea><b>';
const urls = 'https://a.example/x\r\n\r\n@b';

describe('a message that is not taken', () => {
  it.each([
    ['en', 'This text is 3 characters too long. Make it a little shorter.'],
    ['sq', 'Teksti ka 3 karaktere më shumë se lejohet. Shkurtoje pak.'],
  ])('because it is too long comes back with how many signs are too many, in %s', async (language, message) => {
    const receipt = await reported();
    const [key, text] = [randomUUID(), '😀'.repeat(4003)];
    const visit = randomUUID();
    const answer = await send({ receipt, key, visit, text, urls }, language);
    expect(answer.status).toBe(422);
    expect(alertOn(answer)).toBe(message);
    expect(fieldsOn(answer)).toEqual({ receipt, key, visit, text, urls });
    expect(await said(receipt)).toEqual([]);
  });

  it('because its code opens nothing comes back whole', async () => {
    const receipt = receiptFrom(new Uint8Array(10).fill(7));
    const key = randomUUID();
    const visit = randomUUID();
    const answer = await send({ receipt, key, visit, text: words, urls });
    expect(answer.status).toBe(404);
    expect(fieldsOn(answer)).toEqual({ receipt, key, visit, text: words, urls });
  });

  it.each(['', 'short', '0'.repeat(36)])(
    'because its key is none (%j) gets a fresh one, and can be sent',
    async (key) => {
      const receipt = await reported();
      const answer = await send({ receipt, key, text: words, urls });
      expect(answer.status).toBe(400);
      expect(alertOn(answer)).not.toMatch(/Idempotency|ASCII/);
      const again = fieldsOn(answer);
      expect(again).toMatchObject({ receipt, text: words, urls });
      expect((await send(again)).status).toBe(200);
      expect(await said(receipt)).toEqual(['Sot përsëri.\n</textarea><b>']);
    },
  );

  it('because its key was used for another gets a fresh one; both are stored once', async () => {
    const receipt = await reported();
    const key = randomUUID();
    expect((await send({ receipt, key, text: 'First.' })).status).toBe(200);
    const answer = await send({ receipt, key, text: 'Second.' });
    expect(answer.status).toBe(422);
    expect(fieldsOn(answer)['key']).not.toBe(key);
    const again = fieldsOn(answer);
    for (let times = 0; times < 3; times += 1) expect((await send(again)).status).toBe(200);
    expect(await said(receipt)).toEqual(['First.', 'Second.']);
  });
});

it('“still happening” is never taken for the message of the same page', async () => {
  const receipt = await reported();
  const key = randomUUID();
  expect((await send({ receipt, key, text: 'First.' })).status).toBe(200);
  for (let times = 0; times < 2; times += 1) {
    expect((await send({ receipt, key, go: 'still' })).status).toBe(200);
  }
  expect(await said(receipt)).toEqual(['First.', 'It is still happening.']);
});

it('what was stored is told, also when the messages cannot be shown then', async () => {
  const route = (path: string, handle: Route['handle']): Route => ({ method: 'POST', path, handle });
  const { draw } = answerCode({
    routes: [
      route('/v1/follow-up/messages', async () => ({ status: 201, body: { nextStep: 'Somebody reads it.' } })),
      route('/v1/follow-up', () => Promise.reject(new Error('canary'))),
    ],
    visits: noVisitEnded,
    country,
    clock: desk.clock,
    newKey: randomUUID,
    log: () => undefined,
  });
  const request = (go: string): PageRequest => ({
    path: {},
    query: {},
    headers: {},
    body: undefined,
    language: 'en',
    traceparent: '',
    root: '../',
    form: new Map([
      ['go', [go]],
      ['text', ['x']],
      ['key', [randomUUID()]],
      ['receipt', ['x']],
    ]),
  });
  const { status, page } = await draw(request('message'));
  expect([status, page.includes('We have your message. Somebody reads it.')]).toEqual([200, true]);
  await expect(draw(request('open'))).rejects.toThrow('canary');
});
