import { describe, expect, it } from 'vitest';
import { noStore, securityHeaders } from '#shared/contracts/http/security-headers.ts';
import { country } from '#shared/country/current.ts';
import { pageRoutes } from '#functions/information/page-routes.ts';
import { informationRoutes } from '#functions/information/routes.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { drawProblem } from '#shared/pages/problem-pages.ts';
import { callHandler } from '#test/support/gateway.ts';
import { zembla } from '#test/support/invented-country.ts';

const handlerOf = (pack: typeof country) => {
  const published = { ofYear: () => Promise.resolve([]) };
  const clock = { now: () => '2026-12-01T10:00:00.000Z' };
  return httpHandler(
    [
      ...informationRoutes(pack, published),
      ...pageRoutes(pack, published, { clock, newKey: () => '00000000-0000-4000-8000-000000000001' }),
    ],
    pack,
    'anybody',
    (...problem) => drawProblem(pack, ...problem),
  );
};
const handler = handlerOf(country);
const browser = { Accept: 'text/html', 'Accept-Language': 'en' };
const ask = (resource: string, headers: Record<string, string> = browser) =>
  callHandler(handler, { resource, headers });

describe('a page that tells', () => {
  it.each(['/', '/sq', '/en', '/sq/code', '/en/code', '/sq/help', '/en/help', '/sq/numbers', '/en/numbers'])(
    '%s is one request, and has a heading, the exit and a number that answers',
    async (path) => {
      const { status, text, headers } = await ask(path);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        ...securityHeaders,
        'Content-Security-Policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-/),
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': noStore,
      });
      expect(text.match(/<h1/g)).toHaveLength(1);
      expect(text).toContain('tel:116111');
      expect(text).toMatch(/id="leave"[^>]*href="[./]*exit"/);
      expect(text).not.toMatch(/src=|https?:|undefined|\[object|«|\{\w+\}/);
      expect(Buffer.byteLength(text)).toBeLessThan(30 * 1024);
    },
  );

  it('speaks the language of its address, and at the root that of the browser', async () => {
    expect((await ask('/sq')).text).toContain('<html lang="sq">');
    const root = await ask('/');
    expect(root.text).toContain('<html lang="en">');
    expect(root.headers).toMatchObject({ Vary: 'Accept-Language', 'Content-Language': 'en' });
    expect((await ask('/', { Accept: 'text/html' })).text).toContain('<html lang="sq">');
  });

  it('never names the centre', async () => {
    for (const path of ['/sq', '/en', '/sq/code', '/sq/help']) {
      expect((await ask(path)).text).not.toMatch(/iSIGURT|Besa/i);
    }
  });
});

describe('the code of a poster', () => {
  const asked = (resource: string, c: string) =>
    callHandler(handler, { resource, query: { c }, path: { who: 's' }, headers: browser });

  it('goes through every door into the form', async () => {
    const { text } = await asked('/sq', 'sid-2026');
    expect(text.match(/href="[./]*sq\/tell\/[cpsa]\?c=sid-2026"/g)).toHaveLength(4);
    expect((await asked('/sq/tell/{who}', 'sid-2026')).text).toContain('name="campaign" value="sid-2026"');
  });

  it('is left out where it is none', async () => {
    for (const c of ['', 'x', '"><script>', 'canary 7', 'y'.repeat(33)]) {
      expect((await asked('/sq', c)).text).not.toContain('?c=');
      expect((await asked('/sq/tell/{who}', c)).text).not.toContain('campaign');
    }
  });
});

describe('leaving', () => {
  it('takes two hops, and what the browser keeps of us goes in the second', async () => {
    const first = await ask('/exit');
    expect(first.text).toContain('<meta http-equiv="refresh" content="0;url=./exit/2">');
    expect(first.headers).not.toHaveProperty('Clear-Site-Data');
    const second = await ask('/exit/2');
    expect(second.text).toContain('content="0;url=https://www.wikipedia.org/"');
    expect(second.headers['Clear-Site-Data']).toBe('"cache"');
    for (const { text } of [first, second]) expect(text).not.toMatch(/<script|116/);
  });
});

describe('an address that does not exist', () => {
  it('has a page for a browser and a problem for a program', async () => {
    const page = await callHandler(handler, { resource: '/{proxy+}', path: { proxy: 'no/where' }, headers: browser });
    expect(page.status).toBe(404);
    expect(page.text).toContain('href="../en"');
    expect(page.text).toContain('tel:116111');
    const json = await callHandler(handler, { resource: '/{proxy+}', path: { proxy: 'nowhere' } });
    expect(json.json).toMatchObject({ status: 404, type: 'urn:besa:problem:not_found' });
  });
});

it('another country’s pages are drawn by its pack alone', async () => {
  const theirs = handlerOf(zembla);
  for (const path of ['/', '/el', '/el/code', '/el/help', '/el/numbers']) {
    const { status, text } = await callHandler(theirs, { resource: path, headers: browser });
    expect([path, status]).toEqual([path, 200]);
    expect(text).toContain('tel:777');
    expect(text).not.toMatch(/[ëç]|116/);
  }
  expect((await callHandler(theirs, { resource: '/exit/2' })).text).toContain('https://weather.example/');
});
