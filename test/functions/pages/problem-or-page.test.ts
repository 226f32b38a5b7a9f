import { describe, expect, it } from 'vitest';
import { codeRoutes } from '#functions/follow-up/pages/code-routes.ts';
import { answerCode } from '#functions/follow-up/pages/answer-code.ts';
import { pageRoutes } from '#functions/information/page-routes.ts';
import { informationRoutes } from '#functions/information/routes.ts';
import { answerForm } from '#functions/intake/answer-form.ts';
import { formRoutes } from '#functions/intake/form-routes.ts';
import { Problem, type PageRoute, type Route } from '#shared/contracts/http/http.ts';
import { noStore, securityHeaders } from '#shared/contracts/http/security-headers.ts';
import { country } from '#shared/country/current.ts';
import type { ProblemCode } from '#shared/domain/problems.ts';
import { log } from '#shared/lambda/log/log.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import { drawProblem } from '#shared/pages/problem-pages.ts';
import { noVisitEnded } from '#test/support/pages/no-visit-ended.ts';
import { callHandler, type GatewayAnswer, type GatewayRequest } from '#test/support/gateway.ts';

/** What goes wrong behind a route: a refusal, or a fault whose message nobody may read. */
type Wrong = Problem | Error;

const canary = 'canary of what somebody wrote';
const clock = { now: () => '2026-12-01T10:00:00.000Z' };
const newKey = (): string => '00000000-0000-4000-8000-000000000001';

/** The three public functions with their own routes, behind which everything goes wrong in the same way. */
const functions: Readonly<Record<string, (wrong: Wrong) => readonly (Route | PageRoute)[]>> = {
  information: (wrong) => {
    const published = { ofYear: () => Promise.reject(wrong) };
    return [...informationRoutes(country, published), ...pageRoutes(country, published, { clock, newKey })];
  },
  intake: (wrong) => {
    const take = () => Promise.reject(wrong);
    const answers = answerForm({ take, visits: noVisitEnded, country, clock, newKey, ...patience });
    return [{ method: 'POST', path: '/v1/reports', handle: take }, ...formRoutes(country, async () => answers)];
  },
  'follow-up': (wrong) => {
    const routes = ['', '/messages', '/withdrawal', '/lock', '/helped'].map((path): Route => ({
      method: 'POST',
      path: `/v1/follow-up${path}`,
      handle: () => Promise.reject(wrong),
    }));
    return [
      ...routes,
      ...codeRoutes(country, async () => answerCode({ routes, visits: noVisitEnded, country, clock, newKey, log })),
    ];
  },
};

/** Nobody waits in this test. */
const patience = { pause: () => Promise.resolve() };

const boundary = 'xyz';
const formOf = (fields: Readonly<Record<string, string>>): Pick<GatewayRequest, 'method' | 'body'> => ({
  method: 'POST',
  body: Buffer.from(
    `${Object.entries(fields)
      .map(([name, text]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`)
      .join('')}--${boundary}--\r\n`,
  ),
});
const form = (resource: string, fields: Readonly<Record<string, string>>, path = {}): GatewayRequest => ({
  ...formOf(fields),
  resource,
  path,
  headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
});
const json = (resource: string): GatewayRequest => ({
  method: 'POST',
  resource,
  body: {},
  headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() },
});
const get = (resource: string, path = {}): GatewayRequest => ({ resource, path });

/** Requests that reach what goes wrong, one for each kind of route. */
const reaching: readonly [keyof typeof functions, string, GatewayRequest][] = [
  ['information', 'figures for programs', { ...get('/v1/statistics'), query: { year: '2026' } }],
  ['information', 'the page of figures', get('/sq/numbers')],
  ['information', 'the page of figures in English', get('/en/numbers')],
  ['intake', 'a report', json('/v1/reports')],
  ['intake', 'the form of a child', form('/sq/tell/{who}', { go: 'send', narrative: canary }, { who: 'c' })],
  ['intake', 'the form of a school', form('/en/tell/{who}', { go: 'send', narrative: canary }, { who: 's' })],
  ['follow-up', 'a thread', json('/v1/follow-up')],
  ['follow-up', 'a code', form('/sq/code', { go: 'open', receipt: 'AAAA' })],
  ['follow-up', 'a message', form('/en/code', { go: 'message', receipt: 'AAAA', text: canary })],
  ['follow-up', 'a lock', form('/sq/code', { go: 'lock-now', receipt: 'AAAA' })],
];

const of = (code: ProblemCode, status: number, retryAfterSeconds?: number): Problem =>
  new Problem(code, status, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });

const wrongs: readonly [number, () => Wrong][] = [
  [400, () => of('malformed_json', 400)],
  [403, () => of('forbidden', 403)],
  [404, () => of('not_found', 404)],
  [409, () => of('in_progress', 409, 2)],
  [410, () => of('erased', 410)],
  [413, () => of('too_large', 413)],
  [415, () => of('unsupported_media_type', 415)],
  [422, () => of('invalid_fields', 422)],
  [429, () => of('too_many_requests', 429, 60)],
  [500, () => new Error(canary)],
  [503, () => of('unavailable', 503, 5)],
];

/** What goes wrong before any handler: each function answers it by itself. */
const before: readonly [number, keyof typeof functions, string, GatewayRequest][] = [
  [404, 'information', 'an address that does not exist', get('/{proxy+}', { proxy: 'no/where' })],
  [404, 'information', 'an address that does not exist in English', get('/en/{proxy+}', { proxy: 'no' })],
  [404, 'information', 'a door that does not exist', get('/sq/tell/{who}', { who: 'x' })],
  [405, 'information', 'a form where none is', form('/sq/help', {})],
  [404, 'intake', 'a door that does not exist', form('/en/tell/{who}', { go: 'send' }, { who: 'x' })],
  [405, 'intake', 'a form that is only looked at', get('/en/tell/{who}', { who: 'c' })],
  [405, 'follow-up', 'a code that is only looked at', get('/sq/code')],
  [400, 'intake', 'a field that the form does not have', form('/sq/tell/{who}', { stranger: '' }, { who: 'c' })],
  [400, 'follow-up', 'a field that the form does not have', form('/en/code', { stranger: '' })],
  [400, 'intake', 'what is not JSON', { ...json('/v1/reports'), body: Buffer.from('{') }],
  [413, 'intake', 'a form that is too long', form('/sq/tell/{who}', { narrative: 'x'.repeat(70_000) }, { who: 'c' })],
  [413, 'follow-up', 'a form that is too long', form('/en/code', { text: 'x'.repeat(70_000) })],
  [415, 'intake', 'JSON for a form', { ...json('/en/tell/{who}'), path: { who: 'c' } }],
  [415, 'follow-up', 'a form for JSON', form('/v1/follow-up', { receipt: 'AAAA' })],
];

const accepts: Readonly<Record<string, string | undefined>> = {
  'a browser': 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'a program': 'application/json',
  'a program that takes anything': '*/*',
  'a program that says nothing': undefined,
  'a program that also reads pages': 'application/problem+json, text/html;q=0.5',
};

/** The language of an answer: that of the page’s address, and elsewhere that of the reader, who is English here. */
const languageAt = (resource: string): string => /^\/(sq|en)(?:\/|$)/.exec(resource)?.[1] ?? 'en';

describe.each(Object.entries(accepts))('for %s', (name, accept) => {
  const asked = ({ headers, ...request }: GatewayRequest): GatewayRequest => ({
    ...request,
    headers: { ...headers, 'Accept-Language': 'en', ...(accept === undefined ? {} : { Accept: accept }) },
  });
  const expectOurs = name === 'a browser' ? expectPage : expectJson;

  it.each(reaching)('%s tells of everything that goes wrong behind %s', async (of, _, request) => {
    for (const [status, wrong] of wrongs) {
      const problem = wrong();
      const answer = await callHandler(handlerOf(of, problem), asked(request));
      expectOurs(answer, { status, resource: request.resource, request });
      const wait = problem instanceof Problem ? problem.retryAfterSeconds : undefined;
      expect(answer.headers['Retry-After']).toBe(wait === undefined ? undefined : String(wait));
    }
  });

  it.each(before)('%s by %s: %s', async (status, of, _, request) => {
    const answer = await callHandler(handlerOf(of, new Error(canary)), asked(request));
    expectOurs(answer, { status, resource: request.resource, request });
    expect('Allow' in answer.headers).toBe(status === 405);
  });

  it('HEAD has the headers of GET, and nothing else', async () => {
    for (const [status, request] of [
      [404, get('/sq/{proxy+}', { proxy: 'no' })],
      [503, get('/en/numbers')],
    ] as const) {
      const handler = handlerOf('information', of('unavailable', 503, 5));
      const whole = await callHandler(handler, asked(request));
      const head = await callHandler(handler, asked({ ...request, method: 'HEAD' }));
      expect([head.status, head.text]).toEqual([status, '']);
      expect(head.headers).toEqual({ ...whole.headers, 'Content-Length': String(Buffer.byteLength(whole.text)) });
    }
  });
});

it('A page that cannot be drawn leaves a browser with what a program gets', async () => {
  const texts = { ...country, loadPages: () => Promise.reject(new Error(canary)) };
  const routes = pageRoutes(texts, { ofYear: () => Promise.resolve([]) }, { clock, newKey });
  const handler = httpHandler(routes, texts, 'anybody', (...problem) => drawProblem(texts, ...problem));
  for (const resource of ['/sq', '/en/code', '/']) {
    const answer = await callHandler(handler, { resource, headers: { Accept: 'text/html', 'Accept-Language': 'en' } });
    expectJson(answer, { status: 500, resource });
    expect(answer.text).toContain('urn:besa:problem:internal');
  }
});

function handlerOf(name: keyof typeof functions, wrong: Wrong) {
  const routes = functions[name]?.(wrong) ?? [];
  return httpHandler(routes, country, 'anybody', (...problem) => drawProblem(country, ...problem));
}

interface Expected {
  status: number;
  resource: string;
  request?: GatewayRequest;
}

/** On every refusal, whatever its form. */
function expectRefusal({ status: had, headers, text }: GatewayAnswer, { status, resource }: Expected): void {
  expect(had).toBe(status);
  const { 'Content-Security-Policy': _, ...others } = securityHeaders;
  expect(headers).toMatchObject({ ...others, 'Cache-Control': noStore, 'Content-Language': languageAt(resource) });
  expect(headers['Vary']).toContain('Accept');
  expect(text).not.toMatch(/Error:? canary|at .*\.ts|undefined|\[object/);
}

function expectPage(answer: GatewayAnswer, expected: Expected): void {
  expectRefusal(answer, expected);
  const { text, headers } = answer;
  expect(headers['Content-Type']).toBe('text/html; charset=utf-8');
  expect(headers['Content-Security-Policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(text).toMatch(new RegExp(`^<!doctype html><html lang="${languageAt(expected.resource)}">`));
  expect(text).toContain('href="tel:116111"');
  expect(text).toMatch(/id="leave"/);
  expect(text).not.toMatch(/src=|https?:/);
  // Words come back only in the form where they were typed.
  const sent = expected.request?.body instanceof Buffer ? expected.request.body.toString() : '';
  if (!sent.includes(canary)) expect(text).not.toContain(canary);
}

function expectJson(answer: GatewayAnswer, expected: Expected): void {
  expectRefusal(answer, expected);
  const { headers, json: body, text } = answer;
  expect(headers['Content-Type']).toBe('application/problem+json');
  expect(headers['Content-Security-Policy']).toBe(securityHeaders['Content-Security-Policy']);
  expect(body).toMatchObject({ status: expected.status, help: [{ phone: '116111' }] });
  expect(text).not.toContain(canary);
}
