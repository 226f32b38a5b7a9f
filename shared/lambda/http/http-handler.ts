import { createHash } from 'node:crypto';
import lambdaHandler from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { helpFor } from '../../contracts/http/public/help.ts';
import { problemAnswer, problemMediaType } from '../../contracts/http/problem-answer.ts';
import { noStore, securityHeaders } from '../../contracts/http/security-headers.ts';
import type { CountryPack } from '../../domain/country-pack.ts';
import { isNotWritten, isOutage } from '../faults.ts';
import { languageOf, newTraceparent, readRequest } from './http-event.ts';
import type { HttpAnswer, HttpRequest, Route } from '../../contracts/http/http.ts';
import { Problem } from '../../contracts/http/http.ts';
import { errorName, log, measure, withLogIds } from '../log/log.ts';

/** What of a country pack an answer is made from. */
export type AnswerPack = Pick<CountryPack, 'languages' | 'defaultLanguage' | 'helpLines' | 'loadProblemTexts'>;

export type HttpLambda = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;

/** Seconds a client waits before it tries again when something behind us does not answer. */
const retryAfterSeconds = 5;

/**
 * A Lambda handler for a REST API (proxy integration, payload version 1): finds the route by the gateway's own resource
 * template, parses strictly, and puts on every answer what the contract asks of every answer: the security headers,
 * `Cache-Control`, `help`, and for what went wrong a problem in the reader's language. Never throws.
 */
export function httpHandler(routes: readonly Route[], country: AnswerPack): HttpLambda {
  /** What is known of each request under way, for what goes wrong later. */
  const known = new WeakMap<Event, { traceparent: string; language: string }>();
  const knownOf = (event: Event): { traceparent: string; language: string } =>
    known.get(event) ?? { traceparent: newTraceparent(), language: languageOf(event, country) };
  const handler = lambdaHandler<Event, APIGatewayProxyResult>()
    .handler(async (event: Event) => {
      const route = findRoute(routes, event);
      if (route === undefined) throw noRoute(routes, event);
      const request = readRequest(event, country, knownOf(event).traceparent);
      known.set(event, request);
      const answer = await route.handle(request);
      return route.cacheSeconds === undefined
        ? plainAnswer(answer, route, country, request.language)
        : cacheableAnswer(answer, route, country, request);
    })
    .onError(async (failed) => {
      const { language } = knownOf(failed.event);
      failed.response = await refusal(failed.error, findRoute(routes, failed.event), language, country);
    });
  return async (given, context) => {
    const event: Event = given ?? {};
    const begun = knownOf(event);
    known.set(event, begun);
    return withLogIds({ traceparent: begun.traceparent }, () => handler(event, context ?? {}));
  };
}

type Event = Partial<APIGatewayProxyEvent>;

function findRoute(routes: readonly Route[], event: Event): Route | undefined {
  return routes.find(({ method, path }) => path === event.resource && method === event.httpMethod);
}

function noRoute(routes: readonly Route[], event: Event): Problem {
  return routes.some(({ path }) => path === event.resource)
    ? new Problem('method_not_allowed', 405)
    : new Problem('not_found', 404);
}

function bodyOf(answer: HttpAnswer, route: Route, country: AnswerPack, language: string): string {
  const help = route.help === false || 'help' in answer.body ? {} : { help: helpFor(country, language) };
  return JSON.stringify({ ...answer.body, ...help });
}

function plainAnswer(answer: HttpAnswer, route: Route, country: AnswerPack, language: string): APIGatewayProxyResult {
  return {
    statusCode: answer.status,
    headers: { ...commonHeaders('application/json', language), 'Cache-Control': noStore, ...answer.headers },
    body: bodyOf(answer, route, country, language),
    isBase64Encoded: false,
  };
}

function cacheableAnswer(
  answer: HttpAnswer,
  route: Route,
  country: AnswerPack,
  request: HttpRequest,
): APIGatewayProxyResult {
  const body = bodyOf(answer, route, country, request.language);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = {
    ...commonHeaders('application/json', request.language),
    'Cache-Control': `public, max-age=${route.cacheSeconds}`,
    ETag: etag,
    Vary: 'Accept-Language',
    ...answer.headers,
  };
  return isKnown(request.headers['if-none-match'], etag)
    ? { statusCode: 304, headers, body: '', isBase64Encoded: false }
    : { statusCode: answer.status, headers, body, isBase64Encoded: false };
}

/** RFC 9110, 13.1.2: a list of tags, weak ones count, `*` is any. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((tag) => [etag, '*'].includes(tag.trim().replace(/^W\//, '')));
}

async function refusal(
  error: unknown,
  route: Route | undefined,
  requestLanguage: string,
  country: AnswerPack,
): Promise<APIGatewayProxyResult> {
  const problem = error instanceof Problem ? error : problemOf(error, route);
  const language = problem.language ?? requestLanguage;
  log('request_refused', { problem: problem.code, status: problem.status });
  const wordings = { ...country, problemTexts: await country.loadProblemTexts() };
  return {
    statusCode: problem.status,
    headers: {
      ...commonHeaders(problemMediaType, language),
      'Cache-Control': noStore,
      ...(problem.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(problem.retryAfterSeconds) }),
      ...(problem.status === 405 ? { Allow: 'GET, POST' } : {}),
    },
    body: JSON.stringify({ ...problemAnswer(wordings, language, problem), ...problem.extra }),
    isBase64Encoded: false,
  };
}

/**
 * What failed is logged by its name alone: messages of other people's code may quote what they were given. A 503 promises
 * that nothing was stored, so a write whose end nobody knows is a 500; the same key tells later.
 */
function problemOf(error: unknown, route: Route | undefined): Problem {
  const isSafeToRepeat = isNotWritten(error) || (route?.changesNothing === true && isOutage(error));
  const problem = isSafeToRepeat
    ? new Problem('unavailable', 503, { retryAfterSeconds })
    : new Problem('internal', 500);
  log('request_failed', { errorName: errorName(error), status: problem.status });
  measure('RequestFailed', 1);
  if (errorName(error) === 'KeysUnavailable') measure('KeysUnavailable', 1);
  return problem;
}

function commonHeaders(contentType: string, language: string): Record<string, string> {
  return { ...securityHeaders, 'Content-Type': contentType, 'Content-Language': language };
}
