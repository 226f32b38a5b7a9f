import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import * as fc from '#test/support/fast-check.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defanged } from '#shared/contracts/http/staff/defanged.ts';
import { doors } from '#shared/contracts/http/public/pages/page-paths.ts';
import { reportFormShape } from '#shared/contracts/http/public/pages/report-form.ts';
import { catchLog } from '#test/support/catch-log.ts';
import type { GatewayAnswer } from '#test/support/gateway.ts';
import {
  formBytes,
  formType,
  partBytes,
  sendBytes,
  sendCode,
  sendReport,
  type Filled,
} from '#test/support/pages/forms.ts';
import { readPage } from '#test/support/pages/read-page.ts';
import { codesOfNobody } from './generated-values.ts';
import { runs } from './runs.ts';
import { noReport, notJson, taken } from './vectors/json.ts';
import { inheritedNames, poisoned, refusedKeys } from './vectors/keys.ts';
import { confusable, injection, naughty, unseen } from './vectors/texts.ts';
import { openWholeApi } from './whole-api.ts';
import type { WholeApi } from './whole-api.ts';

const logged = catchLog();
let api: WholeApi;
beforeAll(async () => {
  api = await openWholeApi();
});
afterAll(() => api.stop());

const texts = ['narrative', 'urls', 'school', 'name', 'organisation', 'phone', 'email', 'whenSafe'] as const;
const chosen = Object.keys(reportFormShape).filter(
  (name) => !['key', 'visit', 'go', 'campaign', ...texts].includes(name),
);
const vectors = [...naughty, ...injection, ...unseen, ...confusable];
/** What is taken whatever else is typed. */
const plain = { category: 'not_sure', urls: 'https://example.com/a' };

const send = (fields: Filled, door = 's', language = 'en') => sendReport(api.desk.intake, fields, { door, language });
const rawly = (body: Uint8Array, headers: Record<string, string> = {}) =>
  sendBytes(api.desk.intake, { resource: '/en/tell/{who}', path: { who: 's' } }, body, headers);

/** What a page is made of, without any text and without what stands in a field. */
function madeOf({ text }: GatewayAnswer): string[] {
  return readPage(text).elements.map(({ name, attributes }) =>
    [name, ...[...attributes].map(([key, value]) => (key === 'value' ? key : `${key}=${value}`))].join(' '),
  );
}

/** What a browser types into a field: its line breaks go out as both signs, and a page holds no zero. */
const asTyped = (text: string): string => text.replaceAll('\0', '').replaceAll(/\r\n?|\n/g, '\r\n');

/** What somebody sees who is refused, and how much is stored then. */
async function refusal({ status, headers, text }: GatewayAnswer) {
  return { status, type: headers['Content-Type'], hasPhone: text.includes('tel:116111'), rows: await api.rows() };
}
const asPage = (status: number, rows: number) => ({
  status,
  type: 'text/html; charset=utf-8',
  hasPhone: true,
  rows,
});

describe('bytes that no form of ours sends', () => {
  it.each([...taken, ...notJson, ...noReport])('$name, as a form', async ({ bytes }) => {
    const body = Buffer.from(bytes);
    const before = await api.rows();
    expect(await refusal(await rawly(body))).toEqual(asPage(400, before));
    const asJson = await rawly(body, { 'Content-Type': 'application/json' });
    expect(await refusal(asJson)).toEqual(asPage(415, before));
  });

  it.each([...taken, ...notJson, ...noReport])('$name, in a field', async ({ bytes }) => {
    const before = await api.rows();
    const answer = await rawly(
      Buffer.concat([
        partBytes('narrative', Buffer.from(bytes)),
        formBytes({ category: 'no such', key: randomUUID(), go: 'send' }),
      ]),
    );
    const isText = isUtf8(Buffer.from(bytes));
    expect(await refusal(answer)).toEqual(asPage(isText ? 422 : 400, before));
    const back = readPage(answer.text).fieldsOf().get('narrative');
    expect(back).toEqual(isText ? [asTyped(Buffer.from(bytes).toString())] : undefined);
  });

  it.each([...poisoned, ...inheritedNames, ...refusedKeys])('%s, as a name', async (name) => {
    const before = await api.rows();
    const body = Buffer.concat([partBytes(name, Buffer.from('x')), formBytes({ ...plain, go: 'send' })]);
    expect(await refusal(await rawly(body))).toEqual(asPage(400, before));
    expect({}).not.toHaveProperty('polluted');
  });

  it('a field twice, a file, too many parts, too many bytes', async () => {
    const before = await api.rows();
    const once = partBytes('narrative', Buffer.from('x'));
    const file = Buffer.from(once.toString().replace('"narrative"', '"narrative"; filename="a.png"'));
    const many = Array.from({ length: 400 }, () => partBytes('needs', Buffer.from('call_me')));
    for (const parts of [[once, once], [file], many]) {
      expect(await refusal(await rawly(Buffer.concat([...parts, formBytes({})])))).toEqual(asPage(400, before));
    }
    const large = await rawly(formBytes({ narrative: 'x'.repeat(64 * 1024) }));
    expect(await refusal(large)).toEqual(asPage(413, before));
    const otherType = await rawly(formBytes(plain), { 'Content-Type': `${formType}; charset=utf-7` });
    expect(await refusal(otherType)).toEqual(asPage(415, before));
  });

  it('a form behind no door', async () => {
    expect(await refusal(await send({ ...plain, narrative: 'x' }, 'x'))).toEqual(asPage(404, await api.rows()));
  });
});

describe.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_, { sent, stored = sent }) => {
  it('is taken in every field, and read as documented', async () => {
    const key = randomUUID();
    const answer = await send({
      key,
      category: 'not_sure',
      narrative: sent,
      urls: `https://example.com/a\r\n${sent.replaceAll(/[\r\n]/g, ' ')}`,
      school: sent,
      name: sent,
      organisation: sent,
      email: sent.slice(0, 60),
      whenSafe: sent,
    });
    expect(answer.status).toBe(201);
    const number = await api.desk.numberBehind(key);
    const opened = await api.desk.command('officer', number, 'read', { reason: 'on_duty' });
    const line = stored.replaceAll(/\n+/g, ' ');
    expect(opened.json).toMatchObject({
      narrative: stored,
      details: {
        reporter: { name: line, organisation: line, contact: { whenSafe: line } },
        place: { school: line },
      },
    });
    expect(JSON.stringify(opened.json['addresses'])).toContain(
      JSON.stringify(defanged('https://example.com/a')).slice(1, -1),
    );
  });

  it('comes back as it was typed when the form is refused, and is nothing but text', async () => {
    const before = await api.rows();
    const short = Array.from(sent).slice(0, 20).join('');
    const typed: Filled = { ...Object.fromEntries(texts.map((name) => [name, sent])), phone: short, email: short };
    const refused = await send({ ...typed, platform: 'no such' });
    expect(await refusal(refused)).toEqual(asPage(422, before));
    const fields = readPage(refused.text).fieldsOf();
    expect(texts.map((name) => fields.get(name))).toEqual(texts.map((name) => [asTyped(String(typed[name]))]));
    const harmless = await send({ ...Object.fromEntries(texts.map((name) => [name, 'x'])), platform: 'no such' });
    expect(madeOf(refused)).toEqual(madeOf(harmless));
  });

  it('comes back as it was typed when a message is refused, and is nothing but text', async () => {
    const code = { go: 'message', receipt: '7K3M-9QXR-2F5T-8WNA-Z', text: sent, urls: sent };
    const refused = await sendCode(api.desk.followUpHandler, code, 'en');
    expect(refused.status).toBe(422);
    const { elements } = readPage(refused.text);
    const given = elements.filter(({ name }) => name === 'textarea').map(({ text }) => asTyped(text));
    expect(given).toEqual([asTyped(sent), asTyped(sent)]);
  });
});

describe('what nobody can choose', () => {
  it.each(chosen)('as %s is refused, and what was typed stays', async (field) => {
    const before = await api.rows();
    for (const code of [...codesOfNobody, '"><script>', '\0', '-1', '1e9']) {
      const refused = await send({ ...plain, narrative: 'Mbetet.', [field]: code });
      expect(await refusal(refused)).toEqual(asPage(422, before));
      const page = readPage(refused.text);
      expect(page.fieldsOf().get('narrative')).toEqual(['Mbetet.']);
      const [link = ''] = page.elements
        .flatMap(({ attributes }) => attributes.get('href') ?? [])
        .filter((href) => href.startsWith('#f-'));
      const ids = page.elements.map(({ attributes }) => attributes.get('id'));
      expect(ids).toContain(link.slice(1));
    }
  });

  it('a code of a poster that is none stands in nobody’s way', async () => {
    for (const campaign of ['<script>', 'x'.repeat(300), '\0', 'ë']) {
      expect((await send({ ...plain, campaign })).status).toBe(201);
    }
  });
});

describe('everything that was typed and chosen', () => {
  const choices = fc.record(Object.fromEntries(chosen.map((name) => [name, fc.nat()])));
  const text = fc.string({ unit: 'binary', maxLength: 60 }).map((one) => one.toWellFormed());
  const written = fc.record(Object.fromEntries([...texts, 'key'].map((name) => [name, text])));

  const visit = '00000000-0000-4000-8000-00000000000a';

  it.each(Object.values(doors))('stands in the form again, behind the door %s, in any language', async (door) => {
    const drawn = await send({ go: 'check' }, door);
    const offered = optionsOf(drawn);
    await fc.assert(
      fc.asyncProperty(choices, written, fc.constantFrom('check', 'sq', 'en'), async (picked, words, go) => {
        const answers = Object.fromEntries(
          [...offered].map(([name, codes]) => [name, codes[(picked[name] ?? 0) % codes.length] ?? '']),
        );
        const filled: Record<string, string> = { ...answers, ...words, visit };
        const again = await send({ ...filled, go }, door);
        expect(again.status).toBe(200);
        const fields = readPage(again.text).fieldsOf();
        for (const [name, [value = ''] = []] of fields)
          expect([name, value]).toEqual([name, asTyped(filled[name] ?? '')]);
      }),
      runs(25),
    );
  });
});

/** What each list and group of answers of a form offers. */
function optionsOf({ text }: GatewayAnswer): Map<string, string[]> {
  const offered = new Map<string, string[]>();
  let list = '';
  for (const { name, attributes } of readPage(text).elements) {
    const type = attributes.get('type') ?? '';
    const value = attributes.get('value') ?? '';
    if (name === 'select') list = attributes.get('name') ?? '';
    const field = name === 'option' ? list : ['radio', 'checkbox'].includes(type) ? (attributes.get('name') ?? '') : '';
    if (field !== '') offered.set(field, [...(offered.get(field) ?? []), value]);
  }
  return offered;
}

it('leaves none of it in a log', () => {
  const lines = JSON.stringify(logged());
  for (const { sent } of [...injection, ...unseen]) expect(lines).not.toContain(JSON.stringify(sent).slice(1, -1));
});
