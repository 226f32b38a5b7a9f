import type { APIGatewayProxyResult } from 'aws-lambda';
import { Problem, type HttpAnswer, type PageAnswer, type PageRoute, type Route } from '../../contracts/http/http.ts';
import { helpFor } from '../../contracts/http/public/help.ts';
import type { CountryPack } from '../../domain/country-pack.ts';
import type { ProblemReader } from '../../domain/problems.ts';
import { addLogIds } from '../log/log.ts';
import type { HttpCall } from './http-call.ts';
import { readRequest } from './http-event.ts';
import { readPageRequest } from './page-request.ts';

/** The part of a country pack that an answer needs. */
export type RouterPack = Pick<CountryPack, 'languages' | 'defaultLanguage' | 'helpLines'>;

/**
 * Finds the route by its path in the table and reads the request strictly. Answers with the result of the
 * route. Throws a `Problem` when there is no route or the request cannot be read.
 */
export function httpRouter(
  routes: readonly (Route | PageRoute)[],
  country: RouterPack,
  reader: ProblemReader,
): (call: HttpCall) => Promise<APIGatewayProxyResult> {
  return async (call) => {
    const route = findRoute(routes, call);
    call.route = route;
    if ('name' in route) addLogIds({ route: `${route.method} ${route.path}` });
    if ('draw' in route) return answerWithPage(route, call, country);
    const request = readRequest(call.event, country, call.traceparent, reader);
    call.language = request.language;
    const answer = await route.handle(request);
    if ('page' in answer) return resultOf(answer);
    const { status, headers, body } = withHelp(answer, route, country, request.language);
    return {
      statusCode: status,
      headers: { 'Content-Type': 'application/json', 'Content-Language': request.language, ...headers },
      body: JSON.stringify(body),
      isBase64Encoded: false,
    };
  };
}

async function answerWithPage(route: PageRoute, call: HttpCall, country: RouterPack): Promise<APIGatewayProxyResult> {
  call.language = route.language ?? call.language;
  call.pageRequest = await readPageRequest(call.event, route, country, call.traceparent);
  return resultOf(await route.draw(call.pageRequest));
}

/** A page as the gateway takes it. */
export function resultOf({ status, page, isBase64, headers }: PageAnswer): APIGatewayProxyResult {
  return {
    statusCode: status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
    body: page,
    isBase64Encoded: isBase64 === true,
  };
}

function findRoute(routes: readonly (Route | PageRoute)[], { event }: HttpCall): Route | PageRoute {
  const there = routes.filter(({ path }) => path === event.resource);
  // HEAD asks for what GET would answer, without its body. Source: RFC 9110, HEAD.
  const asked = event.httpMethod === 'HEAD' ? 'GET' : event.httpMethod;
  const route = there.find(({ method }) => method === asked);
  if (route !== undefined) return route;
  throw there.length > 0 ? new Problem('method_not_allowed', 405) : new Problem('not_found', 404);
}

function withHelp(answer: HttpAnswer, route: Route, country: RouterPack, language: string): HttpAnswer {
  if (route.help === false || 'help' in answer.body) return answer;
  return { ...answer, body: { ...answer.body, help: helpFor(country, language) } };
}
