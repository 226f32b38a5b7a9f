import { describe, expect, it } from 'vitest';
import { country } from '#shared/country/current.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { Problem, type HttpRequest, type Route } from '#shared/contracts/http/http.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { callHandler, postOf } from '#test/support/gateway.ts';

const path = '/v1/things/{id}';
const posting = (handle: Route['handle'], more: Partial<Route> = {}) =>
  httpHandler([{ method: 'POST', path, handle, ...more }], country);
const ok = posting(async () => ({ status: 201, body: { stored: true } }));

describe('An answer', () => {
  it('is JSON, and says so', async () => {
    const answer = await callHandler(ok, postOf(path, {}));
    expect(answer.headers['Content-Type']).toBe('application/json');
    expect(answer.json).toMatchObject({ stored: true, help: expect.any(Array) as unknown });
  });

  it('has no help where it has a form of its own, and keeps help that it brought', async () => {
    const document = posting(async () => ({ status: 200, body: { openapi: '3.1.0' } }), { help: false });
    expect((await callHandler(document, postOf(path, {}))).json).toEqual({ openapi: '3.1.0' });
    const own = posting(async () => ({ status: 200, body: { help: ['its own'] } }));
    expect((await callHandler(own, postOf(path, {}))).json).toEqual({ help: ['its own'] });
  });

  it('carries the headers of its route', async () => {
    const slow = posting(async () => ({ status: 202, body: {}, headers: { Location: '/v1/things/7' } }));
    expect((await callHandler(slow, postOf(path, {}))).headers).toMatchObject({ Location: '/v1/things/7' });
  });

  it('that may be kept varies with the language only, and has a tag of the same length whatever it says', async () => {
    const words = httpHandler(
      [{ method: 'GET', path, cacheSeconds: 60, handle: async () => ({ status: 200, body: { a: 1 } }) }],
      country,
    );
    const { headers, status } = await callHandler(words, { resource: path });
    expect(status).toBe(200);
    expect(headers).toMatchObject({ Vary: 'Accept-Encoding, Accept-Language', 'Content-Type': 'application/json' });
    expect(headers['ETag']).toMatch(/^"[\w-]{27}"$/);
    const ofAnother = { resource: path, headers: { 'If-None-Match': `"W/${String(headers['ETag']).slice(1)}` } };
    expect((await callHandler(words, ofAnother)).status).toBe(200);
  });
});

describe('A refusal', () => {
  const lines = catchLog();

  it('is logged by its code and status, under the trace of the request', async () => {
    let seen: HttpRequest | undefined;
    const refuse = posting(async (request) => {
      seen = request;
      throw new Problem('erased', 410);
    });
    await callHandler(refuse, postOf(path, {}));
    expect(lines()).toEqual([
      expect.objectContaining({
        level: 'info',
        code: 'request_refused',
        problem: 'erased',
        status: 410,
        traceparent: seen?.traceparent,
      }),
    ]);
  });

  it('of a method says which there are, and no other refusal does', async () => {
    const wrongMethod = await callHandler(ok, { method: 'DELETE', resource: path });
    expect(wrongMethod.status).toBe(405);
    expect(wrongMethod.headers).toMatchObject({ Allow: 'GET, POST' });
    const unknown = await callHandler(ok, { resource: '/v1/nowhere' });
    expect(unknown.headers).not.toHaveProperty('Allow');
    expect(unknown.headers).not.toHaveProperty('Retry-After');
  });

  it('of ours is an error in the log, by name and status', async () => {
    await callHandler(
      posting(() => Promise.reject(new TypeError('x'))),
      postOf(path, {}),
    );
    expect(lines()).toContainEqual(
      expect.objectContaining({ level: 'error', code: 'request_failed', errorName: 'TypeError', status: 500 }),
    );
  });

  it.each([
    ['a body that is too large', Buffer.alloc(65_537, 0x20), {}, 413],
    ['another type', {}, { 'Content-Type': 'text/plain' }, 415],
    ['a body that is no JSON', Buffer.from('{'), {}, 400],
  ])('speaks the language that was asked for: %s', async (_, body, headers, status) => {
    for (const language of country.languages) {
      const answer = await callHandler(ok, postOf(path, body, { ...headers, 'Accept-Language': language }));
      expect(answer.status).toBe(status);
      expect(answer.headers['Content-Language']).toBe(language);
    }
  });

  it('of a path that is not there speaks the language that was asked for', async () => {
    for (const language of country.languages) {
      const answer = await callHandler(ok, { resource: '/v1/nowhere', headers: { 'Accept-Language': language } });
      expect(answer.headers['Content-Language']).toBe(language);
    }
  });
});

describe('A request', () => {
  async function seenBy(request: Partial<Parameters<typeof callHandler>[1]>): Promise<HttpRequest> {
    let seen: HttpRequest | undefined;
    const handler = posting(async (given) => {
      seen = given;
      return { status: 200, body: {} };
    });
    await callHandler(handler, { ...postOf(path, {}), ...request });
    if (seen === undefined) throw new Error('The route was not reached.');
    return seen;
  }

  it.each([undefined, {}, { sub: '' }, { sub: 7 }, { sub: null }])(
    'is nobody’s without a name in its token: %o',
    async (claims) => {
      expect(await seenBy(claims === undefined ? {} : { claims })).not.toHaveProperty('subject');
    },
  );

  it('has no body when it only asks', async () => {
    let seen: HttpRequest | undefined;
    const asking = httpHandler(
      [
        {
          method: 'GET',
          path,
          handle: async (request) => {
            seen = request;
            return { status: 200, body: {} };
          },
        },
      ],
      country,
    );
    await callHandler(asking, { ...postOf(path, { a: 1 }), method: 'GET' });
    expect(seen).toMatchObject({ body: undefined });
  });

  it.each([null, ['en'], 'en', { language: 7 }])(
    'keeps the language of its headers when its body names none: %o',
    async (body) => {
      const { headers } = postOf(path, body);
      expect((await seenBy({ body, headers: { ...headers, 'Accept-Language': 'en' } })).language).toBe('en');
      expect((await seenBy({ body, headers: { ...headers, 'Accept-Language': 'sq' } })).language).toBe('sq');
    },
  );

  it.each([
    'application/json;',
    'application/json ; charset = "utf-8" ;',
    'application/json;charset=utf8',
    ' application/json ',
  ])('may say its type as "%s"', async (type) => {
    expect((await callHandler(ok, postOf(path, {}, { 'Content-Type': type }))).status).toBe(201);
  });

  it.each(['text/application/json', 'application/json; charset=utf-8; x', 'application/json charset=utf-8'])(
    'is refused as "%s"',
    async (type) => {
      expect((await callHandler(ok, postOf(path, {}, { 'Content-Type': type }))).status).toBe(415);
    },
  );
});
