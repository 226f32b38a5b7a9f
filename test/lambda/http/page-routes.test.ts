import { describe, expect, it } from 'vitest';
import { Problem, type PageRoute, type Route } from '#shared/contracts/http/http.ts';
import { country } from '#shared/country/current.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { rootFrom } from '#shared/lambda/http/page-request.ts';
import { drawProblem } from '#shared/pages/problem-pages.ts';
import { callHandler, type GatewayRequest } from '#test/support/gateway.ts';

const browser = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'Accept-Language': 'en' };
const boundary = 'xyz';
const sent = (text: string, headers: Record<string, string> = {}): Partial<GatewayRequest> => ({
  method: 'POST',
  body: Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="words"\r\n\r\n${text}\r\n--${boundary}--\r\n`,
  ),
  headers: { ...browser, 'Content-Type': `multipart/form-data; boundary=${boundary}`, ...headers },
});

const ours = { 'Content-Type': 'text/html', 'Content-Language': 'sq', 'Content-Security-Policy': 'none' };

const plain: Route = {
  method: 'GET',
  path: '/v1/thing',
  handle: () => Promise.reject(new Problem('invalid_fields', 422)),
};
const form: PageRoute = {
  method: 'POST',
  path: '/sq/form',
  language: 'sq',
  form: { words: 'one' },
  draw: ({ form: fields, language, root }) => {
    const [words] = fields.get('words') ?? [];
    if (words === 'refuse') throw new Problem('unavailable', 503, { retryAfterSeconds: 7 });
    if (words === 'break') throw new Error('canary');
    return Promise.resolve({
      status: 200,
      page: `${root} ${language} ${words}`,
      headers: ours,
    });
  },
  redraw: ({ form: fields }, { status, code }) =>
    Promise.resolve({
      status,
      page: `again ${code} ${fields.get('words')?.join()}`,
      headers: ours,
    }),
};
const handler = httpHandler([plain, form], country, 'anybody', (...problem) => drawProblem(country, ...problem));
const ask = (request: Partial<GatewayRequest>) => callHandler(handler, { resource: '/sq/form', ...request });

describe('a route with a page', () => {
  it('gets the fields, the language of its address and the way to the root', async () => {
    const { status, text, headers } = await ask(sent('ë'));
    expect([status, text]).toEqual([200, '../ sq ë']);
    expect(headers).toMatchObject({ 'Content-Type': 'text/html', 'Cache-Control': 'no-store' });
  });

  it('draws its form again with what was typed, when it is refused or fails', async () => {
    const refused = await ask(sent('refuse'));
    expect([refused.status, refused.text]).toEqual([503, 'again unavailable refuse']);
    expect(refused.headers).toMatchObject({ 'Retry-After': '7', Vary: 'Accept, Accept-Language' });
    expect(await ask(sent('break'))).toMatchObject({ status: 500, text: 'again internal break' });
  });

  it('tells a program in JSON', async () => {
    const refused = await ask(sent('refuse', { Accept: 'application/json' }));
    expect(refused.json).toMatchObject({ status: 503, type: 'urn:besa:problem:unavailable' });
  });

  it('takes no form from another site, and nothing but a form', async () => {
    expect((await ask(sent('x', { 'Sec-Fetch-Site': 'cross-site' }))).status).toBe(403);
    for (const site of ['same-origin', 'none', 'same-site']) {
      expect((await ask(sent('x', { 'Sec-Fetch-Site': site }))).status).toBe(200);
    }
    expect((await ask(sent('x', { 'Content-Type': 'application/json' }))).status).toBe(415);
    expect((await ask({ ...sent('x'), body: Buffer.from('x') })).status).toBe(400);
    expect((await ask(sent('x'.repeat(64 * 1024)))).status).toBe(413);
  });
});

describe('a problem', () => {
  it('is a page for a browser, with a number that answers, at every route', async () => {
    const { status, text, headers } = await callHandler(handler, { resource: '/v1/thing', headers: browser });
    expect(status).toBe(422);
    expect(text).toMatch(/^<!doctype html>/);
    expect(text).toContain('tel:116111');
    expect(text).toMatch(/<title>Error: /);
    expect(headers).toMatchObject({ 'Content-Language': 'en', Vary: 'Accept, Accept-Language' });
    expect(headers['Content-Security-Policy']).toMatch(/style-src 'sha256-/);
  });

  it('is JSON for whoever does not ask for a page, and where a function has no pages', async () => {
    const json = await callHandler(handler, { resource: '/v1/thing' });
    expect(json.json).toMatchObject({ status: 422, help: [expect.anything()] });
    const none = await callHandler(httpHandler([plain], country), { resource: '/v1/thing', headers: browser });
    expect(none.json).toMatchObject({ status: 422 });
    expect(none.headers).not.toHaveProperty('Vary');
  });

  it('is JSON when its page cannot be drawn', async () => {
    const broken = httpHandler([plain], country, 'anybody', () => Promise.reject(new Error('canary')));
    const { json } = await callHandler(broken, { resource: '/v1/thing', headers: browser });
    expect(json).toMatchObject({ status: 422 });
  });

  it('tells HEAD the length alone', async () => {
    const request = { resource: '/v1/thing', headers: browser };
    const { text } = await callHandler(handler, request);
    const head = await callHandler(handler, { ...request, method: 'HEAD' });
    expect(head).toMatchObject({ status: 422, text: '' });
    expect(head.headers['Content-Length']).toBe(String(Buffer.byteLength(text)));
  });
});

describe('the way to the root', () => {
  const root = (resource: string, seen: string, proxy?: string): string =>
    rootFrom({
      resource,
      path: seen,
      pathParameters: proxy === undefined ? null : { proxy },
      requestContext: { path: seen } as never,
    });
  /** Where a browser at an address goes by the way. */
  const ends = (resource: string, seen: string, proxy?: string): string =>
    new URL(root(resource, seen, proxy), `https://besa.example${seen}`).pathname;

  it.each(['', '/live', '/some/base'])('is found below %s', (base) => {
    expect(ends('/', `${base}/`)).toBe(`${base}/`);
    expect(ends('/{lang}', `${base}/sq`)).toBe(`${base}/`);
    expect(ends('/sq/tell/{who}', `${base}/sq/tell/c`)).toBe(`${base}/`);
    expect(ends('/sq/tell/{who}', `${base}/sq/tell/c/`)).toBe(`${base}/`);
    expect(ends('/{proxy+}', `${base}/a/b/c`, 'a/b/c')).toBe(`${base}/`);
    expect(ends('/sq/{proxy+}', `${base}/sq/x`, 'x')).toBe(`${base}/`);
  });

  it.each([
    ['/sq/a%2Fb', 'a/b'],
    ['/sq/a%2Fb', 'a%2Fb'],
    ['/sq/a%2Fb/%C3%AB', 'a/b/ë'],
    ['/sq//x', 'x'],
    ['/sq/x//', 'x'],
    ['/sq/x/sq/x', 'x/sq/x'],
    ['/sq/%', '%'],
  ])('is found from %s, whose rest the gateway gives as %s', (seen, rest) => {
    for (const base of ['', '/live']) expect(ends('/sq/{proxy+}', `${base}${seen}`, rest)).toBe(`${base}/`);
  });

  it('is found at a stage without a slash at its end', () => {
    expect(ends('/', '/live')).toBe('/live/');
  });
});
