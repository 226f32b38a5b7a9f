import { randomBytes, randomUUID } from 'node:crypto';
import { DeleteItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { receiptFrom } from '#shared/domain/identifiers.ts';
import type { Database } from '#test/support/engine.ts';
import { startDatabase } from '#test/support/engine.ts';
import { callHandler, postOf, type GatewayRequest } from '#test/support/gateway.ts';
import { publicApi, steppedClock } from '#test/support/public-api.ts';

let database: Database;
beforeAll(async () => {
  database = await startDatabase('memory');
});
afterAll(() => database.stop());

/** What a form sends, as the gateway hands it over. */
function formOf(resource: string, fields: Readonly<Record<string, string>>): GatewayRequest {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    method: 'POST',
    resource,
    headers: { 'Content-Type': 'multipart/form-data; boundary=b', Accept: 'text/html' },
    body: Buffer.from(`${parts.join('')}--b--\r\n`),
  };
}

/** The texts of the main part, in their order. */
const readOn = (page: string): string[] =>
  (page.split('<main>')[1] ?? '')
    .split(/<[^>]*>/)
    .map((text) => text.trim())
    .filter((text) => text !== '');

const report = { category: 'cyberbullying', narrative: 'Tallen.', reporter: { role: 'child' }, language: 'sq' };

/** A report, and the pages that its code opens. */
async function reported(clock = steppedClock('2026-11-17T09:00:00.000Z')) {
  const { intake, followUp } = publicApi(database, albania, clock);
  const { json } = await callHandler(intake, postOf('/v1/reports', report));
  const receipt = String(json['receipt']);
  const ask = (fields: Record<string, string>) =>
    callHandler(followUp, formOf('/sq/code', { receipt, key: randomUUID(), ...fields }));
  return { receipt, ask };
}

/** What erasing takes first: the rows of all cases, while those of their receipts still stand. */
async function eraseAll({ db, tables }: Database): Promise<void> {
  const { Items = [] } = await db.send(new ScanCommand({ TableName: tables.cases }));
  for (const { pk, sk } of Items) {
    if (pk === undefined || sk === undefined || pk.S?.startsWith('CASE#') !== true) continue;
    await db.send(new DeleteItemCommand({ TableName: tables.cases, Key: { pk, sk } }));
  }
}

it('what was missed is read first and once, and no time that has passed is promised', async () => {
  const clock = steppedClock('2026-11-17T09:00:00.000Z');
  const { ask } = await reported(clock);
  const inTime = await ask({ go: 'open' });
  expect(readOn(inTime.text)[0]).toBe('E morëm raportimin tënd.');
  expect(inTime.text).toContain('<dl class="times">');
  clock.set('2026-11-20T10:00:00.000Z');
  const late = await ask({ go: 'open' });
  expect(readOn(late.text)[0]).toMatch(/^Të premtuam një përgjigje deri .* dhe nuk e mbajtëm premtimin\./);
  expect(late.text.split('nuk e mbajtëm premtimin')).toHaveLength(2);
  expect(late.text).not.toContain('<dl class="times">');
});

const steps = ['open', 'guidance', 'all', 'withdraw', 'withdraw-now', 'lock', 'yes', 'still', 'message'];

it('a code that is locked or erased is answered in the bytes of one that was never given out', async () => {
  const [locked, erased] = [await reported(), await reported()];
  const never = receiptFrom(randomBytes(10));
  const visit = randomUUID();
  const answers = (receipt: string) =>
    Promise.all(
      steps.map(async (go) => {
        const fields = { go, visit, key: 'a-key-as-good-as-any-5d1f0', text: go === 'message' ? 'Ende.' : '' };
        const { status, text } = await locked.ask({ ...fields, receipt });
        return { go, status, text: text.replaceAll(receipt, 'the code') };
      }),
    );
  const nothing = await answers(never);
  expect(nothing.map(({ status }) => status)).toEqual(steps.map(() => 404));
  expect((await locked.ask({ go: 'lock-now' })).status).toBe(200);
  expect(await answers(locked.receipt)).toEqual(nothing);
  expect((await erased.ask({ go: 'open' })).status).toBe(200);
  await eraseAll(database);
  expect(await answers(erased.receipt)).toEqual(nothing);
});

it('everything that was written with a code is shown, and neither the first report nor what others said', async () => {
  const { ask } = await reported();
  const none = await ask({ go: 'all' });
  expect(none.text).toContain('Me këtë kod nuk na ke shkruar asgjë tjetër.');
  await ask({ go: 'message', text: 'Dje <b>përsëri</b>.' });
  const { status, text } = await ask({ go: 'all', key: 'a-key-as-good-as-any-5d1f1', text: 'Ende pa dërguar.' });
  expect(status).toBe(200);
  expect(text).toContain('Dje &lt;b&gt;përsëri&lt;/b&gt;.');
  // Nothing of the first report, and the way to it.
  expect(text).not.toContain(report.narrative);
  expect(text).toContain('Raportimin e parë nuk e tregojmë këtu');
  // What is typed and not sent goes with every button of the page, under its key.
  expect(text).toContain('name="text" value="Ende pa dërguar."');
  expect(text).toContain('name="key" value="a-key-as-good-as-any-5d1f1"');
  expect(text).toContain('value="open"');
  expect(text).toContain('Ende nuk ka një datë kur i fshijmë.');
  // Nothing is saved by itself: the page has no file.
  expect(text).not.toMatch(/download=|data:text/);
});

it('everything is read page by page where a thread is long, and messages of the centre are on none of them', async () => {
  const { ask, receipt } = await reported();
  for (const each of ['Një.', 'Dy.']) await ask({ go: 'message', text: each });
  const { text } = await ask({ go: 'all' });
  expect(text).toMatch(/Një\.[^]*Dy\./);
  expect(text).not.toContain('value="all-earlier"');
  const before = await ask({ go: 'all-earlier', before: '2' });
  expect(before.text).toContain('Një.');
  expect(before.text).not.toContain('Dy.');
  expect(before.text).not.toContain(receipt.toLowerCase());
});
