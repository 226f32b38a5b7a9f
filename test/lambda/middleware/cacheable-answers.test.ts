import withMiddleware from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { Route } from '#shared/contracts/http/http.ts';
import type { HttpCall } from '#shared/lambda/http/http-call.ts';
import { cacheableAnswers } from '#shared/lambda/middleware/cacheable-answers.ts';
import { noContext } from '#shared/lambda/middleware/no-context.ts';

const words: Route = { method: 'GET', path: '/v1/words', handle: async () => ({ status: 200, body: {} }) };
const call = (more: Partial<Route> = {}, headers: Record<string, string> = {}): HttpCall => ({
  event: { headers },
  traceparent: '',
  language: 'sq',
  route: { ...words, ...more },
});
const answering = (body: string, headers: Record<string, string> = {}) =>
  withMiddleware<HttpCall, APIGatewayProxyResult>()
    .use(cacheableAnswers())
    .handler(async () => ({ statusCode: 200, headers, body }));
const answer = answering('{"a":1}');

describe('An answer that may be kept', () => {
  it('says for how long, differs by language only, and has a tag of what it says', async () => {
    const kept = await answer(call({ cacheSeconds: 60 }), noContext);
    expect(kept).toMatchObject({ statusCode: 200, body: '{"a":1}' });
    expect(kept.headers).toEqual({
      'Cache-Control': 'public, max-age=60',
      ETag: expect.stringMatching(/^"[\w-]{27}"$/) as string,
      Vary: 'Accept-Encoding, Accept-Language',
    });
    const again = await answer(call({ cacheSeconds: 60 }), noContext);
    expect(again.headers?.['ETag']).toBe(kept.headers?.['ETag']);
    const other = await answering('{"a":2}')(call({ cacheSeconds: 60 }), noContext);
    expect(other.headers?.['ETag']).not.toBe(kept.headers?.['ETag']);
  });

  it('is not sent again to who has it', async () => {
    const first = await answer(call({ cacheSeconds: 60 }), noContext);
    const again = await answer(
      call({ cacheSeconds: 60 }, { 'If-None-Match': String(first.headers?.['ETag']) }),
      noContext,
    );
    expect(again).toEqual({ ...first, statusCode: 304, body: '' });
    const withOther = await answer(call({ cacheSeconds: 60 }, { 'If-None-Match': '"other"' }), noContext);
    expect(withOther).toEqual(first);
  });

  it('keeps the headers that its route gave it', async () => {
    const own = await answering('{}', { Vary: 'Accept' })(call({ cacheSeconds: 60 }), noContext);
    expect(own.headers).toMatchObject({ Vary: 'Accept', 'Cache-Control': 'public, max-age=60' });
  });
});

it('An answer of a route that says nothing of keeping is left as it is', async () => {
  const answers = [
    await answer(call({}, { 'If-None-Match': '*' }), noContext),
    await answer({ ...call(), route: undefined } as never, noContext),
  ];
  for (const one of answers) expect(one).toEqual({ statusCode: 200, headers: {}, body: '{"a":1}' });
});
