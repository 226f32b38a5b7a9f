import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BuiltFiles } from '#functions/console/built-files.ts';
import { consoleRoutes } from '#functions/console/routes.ts';
import { country } from '#shared/country/current.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { letterStyleSource } from '#shared/pages/letter/letter-style.ts';
import { callHandler } from '#test/support/gateway.ts';

const script = 'export const ë = 1;';
const contents = new Map([
  ['main-AAAAAAAA.js', { contentType: 'text/javascript; charset=utf-8', text: script }],
  ['style-BBBBBBBB.css', { contentType: 'text/css; charset=utf-8', text: 'a{}' }],
  ['texts-sq-cccccccc.json', { contentType: 'application/json; charset=utf-8', text: '{}' }],
  ['texts-en-dddddddd.json', { contentType: 'application/json; charset=utf-8', text: '{}' }],
]);
let asked: string[] = [];
beforeEach(() => {
  asked = [];
});
const built: BuiltFiles = {
  first: {
    script: 'main-AAAAAAAA.js',
    scripts: ['chunk-EEEEEEEE.js'],
    next: ['chunk-HHHHHHHH.js'],
    style: 'style-BBBBBBBB.css',
    texts: { sq: 'texts-sq-cccccccc.json', en: 'texts-en-dddddddd.json' },
    centreTexts: { sq: 'centre-sq-ffffffff.json', en: 'centre-en-gggggggg.json' },
  },
  file: (name) => {
    asked.push(name);
    const found = contents.get(name);
    if (found === undefined) return undefined;
    return { contentType: found.contentType, gzipped: gzipSync(found.text), plain: () => found.text };
  },
};
const signIn = { address: 'https://sign-in.example/pool', clientId: 'client-1' };
const handler = httpHandler(
  consoleRoutes(() => built, signIn),
  country,
  'staff',
);

/** Asks for a path below the root of the console, as the gateway hands it on. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') => {
  const stage = { seen: `/live${path}`, headers, method };
  return path === '/'
    ? callHandler(handler, { resource: '/', ...stage })
    : callHandler(handler, { resource: '/{proxy+}', path: { proxy: path.slice(1) }, ...stage });
};

describe('the document', () => {
  it.each([
    ['/', './'],
    ['/cases', './'],
    ['/file', './'],
    ['/cases/B-1234-5678', '../'],
    ['/a/b/c/d', '../../../'],
  ])('is the answer to %s, with the way to its files', async (path, root) => {
    const { status, headers, text } = await ask(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
    expect(text).toContain(`src="${root}files/main-AAAAAAAA.js"`);
    expect(text).toContain(`rel="modulepreload" href="${root}files/chunk-EEEEEEEE.js"`);
    expect(text).toContain(`href="${root}files/style-BBBBBBBB.css"`);
  });

  it('refuses scripts, addresses and elements of anybody else', async () => {
    const { headers } = await ask('/');
    const policy = String(headers['Content-Security-Policy']).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        // The console's own file, and the one style of a printed letter, which a frame shows.
        `style-src 'self' ${letterStyleSource}`,
        "connect-src 'self' https://sign-in.example",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types letter',
      ]),
    );
    // A frame is filled, and loads nothing.
    expect(policy.filter((rule) => /^(frame|child)-src/u.test(rule))).toEqual([]);
    expect(headers).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Strict-Transport-Security': expect.any(String),
    });
  });

  it('begins in the language of the browser, and preloads its texts', async () => {
    const { headers, text } = await ask('/cases/B-1', { 'Accept-Language': 'en' });
    expect(headers['Content-Language']).toBe('en');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('href="../files/texts-en-dddddddd.json"');
  });

  it('holds nothing of the address', async () => {
    const { text } = await ask('/cases/<script>alert(1)</script>"\'');
    expect(text).not.toContain('alert');
  });

  it('has no body for HEAD', async () => {
    const { status, text } = await ask('/cases', {}, 'HEAD');
    expect([status, text]).toEqual([200, '']);
  });
});

describe('a file', () => {
  it('may be kept for ever, and is packed for whoever takes that', async () => {
    const { status, headers, text } = await ask('/files/main-AAAAAAAA.js', { 'Accept-Encoding': 'gzip, deflate, br' });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'Content-Type': 'text/javascript; charset=utf-8',
      'Content-Encoding': 'gzip',
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: expect.stringContaining('Accept-Encoding'),
      'X-Content-Type-Options': 'nosniff',
    });
    expect(gunzipSync(Buffer.from(text, 'base64')).toString()).toBe(script);
  });

  it.each([
    ['gzip', true],
    ['GZIP', true],
    ['x-gzip', true],
    ['br;q=1.0, gzip;q=0.5', true],
    [' gzip ; q=1', true],
    ['gzip;q=0.001', true],
    ['gzip;q=0', false],
    ['gzip;q=0.000, br', false],
    ['br', false],
    ['identity', false],
    ['*', false],
    ['', false],
    ['notgzip', false],
    ['gzipped', false],
    [','.repeat(5_000), false],
  ])('row %# of what Accept-Encoding may say', async (accepted, isPacked) => {
    const { headers, text } = await ask('/files/main-AAAAAAAA.js', { 'Accept-Encoding': accepted });
    expect(headers['Content-Encoding']).toBe(isPacked ? 'gzip' : undefined);
    expect(isPacked ? gunzipSync(Buffer.from(text, 'base64')).toString() : text).toBe(script);
  });

  it('is plain where nothing is said', async () => {
    expect((await ask('/files/style-BBBBBBBB.css')).text).toBe('a{}');
  });
});

describe('what does not exist', () => {
  it.each([
    '/files/',
    '/files/none.js',
    '/files/main-AAAAAAAA.js/more',
    '/files/../handler.ts',
    '/files/..%2fhandler.ts',
    '/files/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/files/..\\first.json',
    '/files/first.json',
    '/files/main-AAAAAAAA.js\0.css',
    '/files/main-AAAAAAAA.js%00',
    '/files/__proto__',
    `/files/${'a'.repeat(8_000)}`,
    '/v1',
    '/v1/nothing',
    '/v1/cases/../x',
    '//v1/nothing',
  ])('row %#', async (path) => {
    const { status, headers, json } = await ask(path);
    expect(status).toBe(404);
    expect(headers).toMatchObject({ 'Cache-Control': 'no-store' });
    expect(String(headers['Content-Type'])).toContain('json');
    expect(json).toMatchObject({ status: 404 });
  });

  it('is looked for among the names that were built, and nowhere else', async () => {
    await ask('/files/..%2fhandler.ts');
    await ask('/files/../handler.ts');
    await ask('/files/constructor');
    expect(asked).toEqual(['constructor']);
  });
});

it.each(['POST', 'PUT', 'DELETE'])('%s is refused', async (method) => {
  expect((await ask('/cases', {}, method)).status).toBe(405);
});
