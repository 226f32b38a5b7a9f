import { createServer, request as httpRequest, type Server } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Functions } from '#infra/local/functions/function-processes.ts';
import { gateway, takesGzip } from '#infra/local/gateway/gateway.ts';
import { listen } from '#infra/local/gateway/listen.ts';
import { readRestApis } from '#infra/local/gateway/rest-apis.ts';
import type { Issuer } from '#infra/local/sign-in/issuer.ts';
import { namedTemplates } from '#infra/local/template/besa-templates.ts';
import { readTemplates } from '#infra/local/template/template.ts';
import { synthesizedOnce } from '#test/support/synthesized-once.ts';

const place = { region: 'eu-south-1', accountId: '000000000000', queueUrl: (name: string) => `http://queues/${name}` };
const long = 'ë'.repeat(1024);

/** The gateway with the routes that are deployed. Its functions answer what a test says, and keep what they were asked. */
let server: Server;
let url = '';
let answer: Record<string, unknown> = {};
let asked: APIGatewayProxyEvent | undefined;

beforeAll(async () => {
  const apis = readRestApis(readTemplates(namedTemplates(await synthesizedOnce('local')), place));
  const functions = {
    invoke: (_: string, event: unknown) => {
      asked = event as APIGatewayProxyEvent;
      return Promise.resolve({ ok: true, value: { statusCode: 200, headers: {}, body: 'short', ...answer } });
    },
  } as unknown as Functions;
  const issuer = { verify: () => Promise.resolve({ scope: 'besa/staff', sub: 'x' }) } as unknown as Issuer;
  const answerTo = gateway(apis, { functions, issuer, now: () => new Date(0), accountId: place.accountId });
  server = createServer((request, response) => void answerTo(request, response));
  url = `http://127.0.0.1:${await listen(server, 0)}`;
});
afterAll(() => server.close());

interface Got {
  status: number;
  headers: Readonly<Record<string, unknown>>;
  bytes: Buffer;
}

/** Asks without what `fetch` adds and unpacks by itself. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<Got> {
  asked = undefined;
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${url}${path}`, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

describe('the routes that are deployed', () => {
  it.each([
    ['/', '/', null],
    ['/sq', '/sq', null],
    ['/sq/', '/sq', null],
    ['/sq/tell/c', '/sq/tell/{who}', { who: 'c' }],
    ['/sq/nothing', '/sq/{proxy+}', { proxy: 'nothing' }],
    ['/en/code', '/en/code', null],
    ['/en/code/more', '/en/{proxy+}', { proxy: 'code/more' }],
    ['/exit/2', '/exit/2', null],
    ['/exit/3', '/{proxy+}', { proxy: 'exit/3' }],
    ['/de', '/{proxy+}', { proxy: 'de' }],
    ['/v1/taxonomy', '/v1/taxonomy', null],
  ])('take %s to %s', async (path, resource, pathParameters) => {
    expect((await ask(path)).status).toBe(200);
    expect(asked).toMatchObject({ resource, path, pathParameters, requestContext: { path } });
  });

  it('tell a function of the staff API the path as it was written, and the path without the API’s place', async () => {
    await ask('/staff/v1/cases', { authorization: 'Bearer x' });
    expect(asked).toMatchObject({ path: '/v1/cases', requestContext: { path: '/staff/v1/cases' } });
  });

  const long = 'x'.repeat(2000);
  it.each([
    ['/v1/cases/B/claim', '/v1/cases/{number}/{step}', { number: 'B', step: 'claim' }],
    ['/v1/cases/B/linked/read', '/v1/cases/{number}/linked/{step}', { number: 'B', step: 'read' }],
    [
      '/v1/cases/B/referrals/r/drop',
      '/v1/cases/{number}/referrals/{referral}/{step}',
      { number: 'B', referral: 'r', step: 'drop' },
    ],
    ['/v1/cases/B/referrals', '/v1/cases/{number}/referrals', { number: 'B' }],
    ['/v1/directory/people/p/return', '/v1/directory/people/{person}/{step}', { person: 'p', step: 'return' }],
    ['/v1/cases/B/__proto__', '/v1/cases/{number}/{step}', { number: 'B', step: '__proto__' }],
    ['/v1/cases/B/%2F', '/v1/cases/{number}/{step}', { number: 'B', step: '/' }],
    [`/v1/cases/B/${long}`, '/v1/cases/{number}/{step}', { number: 'B', step: long }],
    ['/v1/cases/B/claim?step=notes', '/v1/cases/{number}/{step}', { number: 'B', step: 'claim' }],
  ])('of staff take a command %s to %s, and nobody who is not signed in', async (path, resource, pathParameters) => {
    expect((await ask(`/staff${path}`, {}, 'POST')).status).toBe(401);
    expect(asked).toBeUndefined();
    expect((await ask(`/staff${path}`, { authorization: 'Bearer x' }, 'POST')).status).toBe(200);
    expect(asked).toMatchObject({ resource, pathParameters });
  });

  it.each([
    ['/staff', '/', null],
    ['/staff/', '/', null],
    ['/staff/index-1a2b.js', '/{proxy+}', { proxy: 'index-1a2b.js' }],
    ['/staff/case/B-7K3M-9QX1', '/{proxy+}', { proxy: 'case/B-7K3M-9QX1' }],
    ['/staff/v1/nothing', '/{proxy+}', { proxy: 'v1/nothing' }],
    ['/staff/v1/cases/B/linked/read/on', '/{proxy+}', { proxy: 'v1/cases/B/linked/read/on' }],
  ])('that are open for staff take %s to %s, with no sign-in', async (path, resource, pathParameters) => {
    expect((await ask(path)).status).toBe(200);
    expect(asked).toMatchObject({ resource, pathParameters, requestContext: { authorizer: null, path } });
  });

  it.each([
    ['GET', '/staff/v1/cases', 401],
    ['GET', '/staff/v1/cases/B', 401],
    ['GET', '/staff/v1/cases/B/claim', 404],
    ['POST', '/staff/v1/nothing', 404],
    ['POST', '/staff/', 404],
  ])('that are open let nobody to what is not: %s %s is answered %d', async (method, path, status) => {
    expect((await ask(path, {}, method)).status).toBe(status);
    expect(asked).toBeUndefined();
  });

  it('answer what has no route as JSON with help, whatever is asked for: by Accept nothing is documented', async () => {
    const { status, headers, bytes } = await ask('/sq/code', { accept: 'text/html' }, 'DELETE');
    expect(asked).toBeUndefined();
    expect([status, headers['content-type']]).toEqual([404, 'application/problem+json']);
    expect(JSON.parse(bytes.toString())).toMatchObject({ help: [{ phone: '116111' }] });
  });

  it('hand over a form as the bytes that came', async () => {
    const body = '--x\r\nContent-Disposition: form-data; name="narrative"\r\n\r\nmë 🙂\r\n--x--\r\n';
    await ask('/sq/tell/c', { 'content-type': 'multipart/form-data; boundary=x' }, 'POST', body);
    expect(asked?.isBase64Encoded).toBe(true);
    expect(Buffer.from(asked?.body ?? '', 'base64').toString()).toBe(body);
  });
});

describe('the firewall', () => {
  const tooLong = 'x'.repeat(65_537);

  it('turns a browser away with a page, in every language and with a number that answers', async () => {
    const { status, headers, bytes } = await ask('/sq/tell/c', { accept: 'text/HTML,*/*;q=0.8' }, 'POST', tooLong);
    expect(asked).toBeUndefined();
    expect([status, headers['content-type']]).toEqual([413, 'text/html']);
    expect(headers['content-security-policy']).toMatch(/style-src 'sha256-/);
    for (const part of ['<section lang="sq">', '<section lang="en">', 'href="tel:116111"']) {
      expect(bytes.toString()).toContain(part);
    }
  });

  it.each([undefined, '*/*', 'application/json'])('turns a program away in JSON: Accept %s', async (accept) => {
    const { status, headers } = await ask('/v1/reports', accept === undefined ? {} : { accept }, 'POST', tooLong);
    expect([status, headers['content-type']]).toEqual([413, 'application/json']);
  });
});

describe('a long answer', () => {
  const packed = { 'accept-encoding': 'gzip, deflate, br' };

  it('comes packed to whoever takes that, and unpacked is the same', async () => {
    answer = { body: long };
    const { headers, bytes } = await ask('/sq', packed);
    expect(headers['content-encoding']).toBe('gzip');
    expect(bytes.length).toBeLessThan(100);
    expect(gunzipSync(bytes).toString()).toBe(long);
  });

  it.each([
    ['nobody asks', '/sq', { body: long }, {}],
    ['it is short', '/sq', { body: 'x'.repeat(1023) }, packed],
    ['it is packed already', '/sq', { body: long, headers: { 'Content-Encoding': 'br' } }, packed],
    ['it is for staff', '/staff/v1/cases', { body: long }, { ...packed, authorization: 'Bearer x' }],
  ] as const)('comes as it is when %s', async (_, path, says, headers) => {
    answer = says;
    const got = await ask(path, headers);
    expect(got.headers['content-encoding']).not.toBe('gzip');
    expect(got.bytes.toString()).toBe(says.body);
  });

  it.each([
    ['gzip', true],
    ['gzip, deflate, br, zstd', true],
    ['GZIP;q=0.8, deflate;q=0.5', true],
    ['br;q=1, gzip;q=0.5', false],
    ['gzip;q=0', false],
    ['identity', false],
    ['*', false],
    ['', false],
  ])('is asked for packed by %s: %s', (header, isTaken) => {
    expect(takesGzip(header)).toBe(isTaken);
  });
});
