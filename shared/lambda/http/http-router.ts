import type { APIGatewayProxyResult } from 'aws-lambda';
import { Problem, type HttpAnswer, type Route } from '../../contracts/http/http.ts';
import { helpFor } from '../../contracts/http/public/help.ts';
import type { CountryPack } from '../../domain/country-pack.ts';
import type { HttpCall } from './http-call.ts';
import { readRequest } from './http-event.ts';

/** The part of a country pack that an answer needs. */
export type RouterPack = Pick<CountryPack, 'languages' | 'defaultLanguage' | 'helpLines'>;

/**
 * Finds the route by the gateway's own resource template and reads the request strictly. Answers with the result of the
 * route. Throws a `Problem` when there is no route or the request cannot be read.
 */
export function httpRouter(
  routes: readonly Route[],
  country: RouterPack,
): (call: HttpCall) => Promise<APIGatewayProxyResult> {
  return async (call) => {
    const route = findRoute(routes, call);
    call.route = route;
    const request = readRequest(call.event, country, call.traceparent);
    call.language = request.language;
    const { status, headers, body } = withHelp(await route.handle(request), route, country, request.language);
    return {
      statusCode: status,
      headers: { 'Content-Type': 'application/json', 'Content-Language': request.language, ...headers },
      body: JSON.stringify(body),
      isBase64Encoded: false,
    };
  };
}

function findRoute(routes: readonly Route[], { event }: HttpCall): Route {
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
