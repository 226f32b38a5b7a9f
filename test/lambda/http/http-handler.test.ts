import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it, vi } from 'vitest';
import { securityHeaders } from '#shared/contracts/http/security-headers.ts';
import type { ProblemReader } from '#shared/domain/problems.ts';
import { country } from '#shared/country/current.ts';
import type { HttpRequest, Route } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { metrics } from '#shared/lambda/log/metrics.ts';
import { catchLog } from '#test/support/catch-log.ts';
import { callHandler, gatewayEvent, postOf } from '#test/support/gateway.ts';

/** A handler with one POST and one cacheable GET; the POST does what the test wants. */
function handlerThat(handle: Route['handle'], more: Partial<Route> = {}, reader?: ProblemReader) {
  return httpHandler(
    [
      { method: 'POST', path: '/v1/things/{id}', handle, ...more },
      { method: 'GET', path: '/v1/words', cacheSeconds: 300, handle: async () => ({ status: 200, body: { a: 1 } }) },
    ],
    country,
    reader,
  );
}

async function seenBy(request: Parameters<typeof callHandler>[1]): Promise<HttpRequest> {
  let seen: HttpRequest | undefined;
  const handler = handlerThat(async (given) => {
    seen = given;
    return { status: 200, body: {} };
  });
  await callHandler(handler, request);
  if (seen === undefined) throw new Error('The route was not reached.');
  return seen;
}

const ok = handlerThat(async () => ({ status: 201, body: { stored: true } }));
const failing = (error: unknown, more?: Partial<Route>) =>
  callHandler(
    handlerThat(() => Promise.reject(error), more),
    postOf('/v1/things/{id}', {}),
  );
const named = (name: string, more: object = {}): Error =>
  Object.assign(new Error('with somebody’s words'), { name, ...more });

describe('every answer', () => {
  it.each([
    ['a success', postOf('/v1/things/{id}', {}), 201],
    ['a problem', postOf('/v1/things/{id}', Buffer.from('{')), 400],
    ['an unknown route', { resource: '/v1/nowhere' }, 404],
    ['another method', { resource: '/v1/words', method: 'DELETE' }, 405],
  ])('carries help, the security headers and no-store: %s', async (_, request, status) => {
    const answer = await callHandler(ok, request);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({ ...securityHeaders, 'Cache-Control': 'no-store' });
    expect(answer.json['help']).toContainEqual(expect.objectContaining({ phone: expect.stringMatching(/^\d+$/) }));
  });

  it.each([
    ['GET', { resource: '/v1/words' }, 200],
    ['a problem', { resource: '/v1/nowhere' }, 404],
    ['what the client has', { resource: '/v1/words', headers: { 'If-None-Match': '*' } }, 304],
  ])('to HEAD is the one to GET without its body: %s', async (_, request, status) => {
    const [got, head] = await Promise.all([
      callHandler(ok, request),
      ok(gatewayEvent({ ...request, method: 'HEAD' }), {} as never),
    ]);
    const { 'Content-Length': length, ...headers } = { ...head.headers };
    expect([got.status, head.statusCode]).toEqual([status, status]);
    expect(headers).toEqual(got.headers);
    expect(head.body).toBe('');
    expect(length).toBe(status === 304 ? undefined : String(Buffer.byteLength(got.text)));
  });

  it('to HEAD is another one where only POST answers', async () => {
    const head = await ok(gatewayEvent({ resource: '/v1/things/{id}', method: 'HEAD' }), {} as never);
    expect([head.statusCode, head.body]).toEqual([405, '']);
  });

  it('is a problem in the language asked for, the body’s own first', async () => {
    const refuse = handlerThat(() => Promise.reject(new Problem('erased', 410)));
    const titles = (await country.loadProblemTexts()).problems.erased.title;
    const inAlbanian = await callHandler(
      refuse,
      postOf('/v1/things/{id}', {}, { 'Accept-Language': 'de, sq-AL;q=0.8, en;q=0.5' }),
    );
    const byBody = await callHandler(
      refuse,
      postOf('/v1/things/{id}', { language: 'en-GB' }, { 'Accept-Language': 'sq' }),
    );
    expect(inAlbanian.json['title']).toBe(titles['sq']);
    expect(inAlbanian.headers['Content-Type']).toBe('application/problem+json');
    expect(byBody.json['title']).toBe(titles['en']);
    expect(byBody.headers['Content-Language']).toBe('en');
  });

  it('to staff is a problem in their own language, whoever the body is about', async () => {
    const refuse = handlerThat(() => Promise.reject(new Problem('erased', 410)), {}, 'staff');
    const answer = await callHandler(
      refuse,
      postOf('/v1/things/{id}', { language: 'sq' }, { 'Accept-Language': 'en' }),
    );
    expect(answer.headers['Content-Language']).toBe('en');
  });

  it('to what cannot be read at all is in the language asked for, too', async () => {
    const { problems } = await country.loadProblemTexts();
    const ask = (body: unknown, type = 'application/json') =>
      callHandler(ok, postOf('/v1/things/{id}', body, { 'Accept-Language': 'en', 'Content-Type': type }));
    expect((await ask(Buffer.from('{'))).json['title']).toBe(problems.malformed_json.title['en']);
    expect((await ask({}, 'text/plain')).json['title']).toBe(problems.unsupported_media_type.title['en']);
    expect((await ask(Buffer.alloc(65_537, '1'))).json['title']).toBe(problems.too_large.title['en']);
  });

  it('is text to the gateway', async () => {
    const asked = [postOf('/v1/things/{id}', {}), { resource: '/v1/words' }, { resource: '/v1/nowhere' }];
    const kept = { resource: '/v1/words', headers: { 'If-None-Match': '*' } };
    const answers = await Promise.all([...asked, kept].map((one) => ok(gatewayEvent(one), {} as never)));
    expect(answers.map(({ statusCode, isBase64Encoded }) => [statusCode, isBase64Encoded])).toEqual([
      [201, false],
      [200, false],
      [404, false],
      [304, false],
    ]);
  });

  it('survives whatever an event leaves out or twists', async () => {
    const events: unknown[] = [
      undefined,
      {},
      { httpMethod: 'POST', resource: '/v1/things/{id}' },
      {
        httpMethod: 'POST',
        resource: '/v1/things/{id}',
        body: null,
        headers: null,
        pathParameters: { id: '%E0%A4%A' },
      },
      {
        httpMethod: 'POST',
        resource: '/v1/things/{id}',
        body: '###',
        isBase64Encoded: true,
        headers: { a: undefined },
      },
    ];
    for (const event of events) {
      const answer = await ok(event as never, undefined as never);
      expect(answer.statusCode).toBeLessThan(500);
    }
  });

  it('is never a 5xx for what a client sent, whatever the bytes and headers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.dictionary(fc.string(), fc.string()),
        fc.option(fc.string(), { nil: undefined }),
        async (body, headers, type) => {
          const answer = await callHandler(ok, {
            method: 'POST',
            resource: '/v1/things/{id}',
            body,
            headers: {
              ...headers,
              ...(type === undefined ? { 'content-type': 'application/json' } : { 'content-type': type }),
            },
          });
          expect(answer.status).toBeLessThan(500);
        },
      ),
    );
  });
});

describe('a request', () => {
  it('reaches its route parsed: lower-case headers, decoded path, strict body, verified subject, a trace of its own', async () => {
    const seen = await seenBy({
      ...postOf('/v1/things/{id}', { a: 'ë' }, { 'X-Odd-CASE': '1', traceparent: 'theirs' }),
      path: { id: 'B-7K3M%2D9QX1' },
      query: { q: 'x' },
      claims: { sub: 'staff-1' },
    });
    expect(seen).toMatchObject({
      path: { id: 'B-7K3M-9QX1' },
      query: { q: 'x' },
      body: { a: 'ë' },
      subject: 'staff-1',
    });
    expect(seen.headers['x-odd-case']).toBe('1');
    expect(seen.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });

  it('keeps a path that cannot be decoded as it is, and leaves out what has no value', async () => {
    const seen = await seenBy({ ...postOf('/v1/things/{id}', {}), path: { id: '%E0%A4%A' } });
    expect(seen.path).toEqual({ id: '%E0%A4%A' });
    const event = {
      ...gatewayEvent(postOf('/v1/things/{id}', {})),
      queryStringParameters: { q: 'x', gone: undefined },
    };
    let query: HttpRequest['query'] = {};
    const handler = handlerThat(async (request) => {
      query = request.query;
      return { status: 200, body: {} };
    });
    await handler(event, {} as never);
    expect(query).toEqual({ q: 'x' });
    expect('gone' in query).toBe(false);
  });

  it('may have no body, and then any type', async () => {
    const seen = await seenBy({ method: 'POST', resource: '/v1/things/{id}' });
    expect(seen.body).toBeUndefined();
    expect(seen.language).toBe(country.defaultLanguage);
  });

  it.each(['application/json', 'Application/JSON; charset=UTF-8', 'application/json;charset="utf-8"'])(
    'may say its type as %s',
    async (type) => {
      expect((await callHandler(ok, postOf('/v1/things/{id}', {}, { 'Content-Type': type }))).status).toBe(201);
    },
  );

  it.each(['text/plain', 'application/json; charset=iso-8859-1', 'application/jsonp', 'multipart/form-data', ''])(
    'is refused as %s',
    async (type) => {
      const answer = await callHandler(ok, postOf('/v1/things/{id}', {}, { 'Content-Type': type }));
      expect(answer.status).toBe(415);
      expect(answer.json['type']).toBe('urn:besa:problem:unsupported_media_type');
    },
  );

  it('may have 64 KiB and not a byte more', async () => {
    const of = (bytes: number): Buffer => Buffer.from(`"${'x'.repeat(bytes - 2)}"`);
    expect((await callHandler(ok, postOf('/v1/things/{id}', of(65_536)))).status).toBe(201);
    expect((await callHandler(ok, postOf('/v1/things/{id}', of(65_537)))).status).toBe(413);
  });
});

describe('what fails on our side', () => {
  it.each([
    ['the key service', named('KeysUnavailable')],
    ['a throttled database', named('ProvisionedThroughputExceededException')],
    ['a database nobody can reach', named('Error', { code: 'ECONNREFUSED' })],
  ])('is a 503 with Retry-After when it is certain that nothing was stored: %s', async (_, error) => {
    const answer = await failing(error);
    expect(answer.status).toBe(503);
    expect(Number(answer.headers['Retry-After'])).toBeGreaterThan(0);
    expect(answer.json['type']).toBe('urn:besa:problem:unavailable');
  });

  it('is a 500 when a write may have happened, and a 503 where nothing is ever stored', async () => {
    for (const error of [named('TimeoutError'), named('InternalServerError'), named('Error', { code: 'ECONNRESET' })]) {
      expect((await failing(error)).status).toBe(500);
      expect((await failing(error, { changesNothing: true })).status).toBe(503);
    }
  });

  it('says nothing of what was thrown, and logs its name alone', async () => {
    const lines: string[] = [];
    const written = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
      lines.push(String(line));
      return true;
    });
    const answer = await failing(named('TypeError'));
    written.mockRestore();
    expect(answer.status).toBe(500);
    expect(answer.text + lines.join('')).not.toContain('words');
    expect(lines.join('')).toContain('"errorName":"TypeError"');
  });

  it('may be the time: a route that does not end is answered just before Lambda ends it', async () => {
    const outOfTime = async (more: Partial<Route>): Promise<number> => {
      const endless = handlerThat(() => new Promise<never>(() => undefined), more);
      const context = { getRemainingTimeInMillis: () => 0 };
      return (await endless(gatewayEvent(postOf('/v1/things/{id}', {})), context as never)).statusCode;
    };
    expect(await outOfTime({})).toBe(500);
    expect(await outOfTime({ changesNothing: true })).toBe(503);
  });

  it('may be anything that can be thrown', async () => {
    for (const thrown of [undefined, null, 'text', 7, {}]) expect((await failing(thrown)).status).toBe(500);
  });
});

describe('a failure of ours', () => {
  const lines = catchLog();
  const measured = (): string[] =>
    lines().flatMap((line) => Object.keys(line).filter((name) => Object.hasOwn(metrics, name)));

  it('is measured, that of the keys also by itself', async () => {
    await failing(named('TypeError'));
    expect(measured()).toEqual(['RequestFailed']);
    await failing(named('KeysUnavailable'));
    expect(measured()).toEqual(['RequestFailed', 'RequestFailed', 'KeysUnavailable']);
  });
});

describe('what may be kept', () => {
  it('has an ETag, and is not sent again to who has it', async () => {
    const first = await callHandler(ok, { resource: '/v1/words' });
    expect(first.headers['Cache-Control']).toBe('public, max-age=300');
    const etag = String(first.headers['ETag']);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await callHandler(ok, { resource: '/v1/words', headers: { 'If-None-Match': known } });
      expect(again).toMatchObject({ status: 304, text: '' });
      expect(again.headers).toMatchObject({ ...securityHeaders, ETag: etag });
    }
    expect((await callHandler(ok, { resource: '/v1/words', headers: { 'if-none-match': '"other"' } })).status).toBe(
      200,
    );
  });

  it('has another ETag in another language', async () => {
    const [sq, en] = await Promise.all(
      ['sq', 'en'].map((language) =>
        callHandler(ok, { resource: '/v1/words', headers: { 'Accept-Language': language } }),
      ),
    );
    expect(sq?.headers['ETag']).not.toBe(en?.headers['ETag']);
  });
});

it('reads a gateway event with base64 and one without alike', async () => {
  const event = gatewayEvent(postOf('/v1/things/{id}', { a: 1 }));
  const plain = { ...event, body: '{"a":1}', isBase64Encoded: false };
  expect((await ok(plain, {} as never)).statusCode).toBe(201);
});
