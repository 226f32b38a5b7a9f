import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { PageRequest, PageRoute, Route } from '../../contracts/http/http.ts';
import { atItsRoute } from './gateway-path.ts';
import { languageOf, newTraceparent, type Languages } from './http-event.ts';

/** A request on its way through the middleware, with what is known about it when something goes wrong later. */
export interface HttpCall {
  /** As the gateway gave it, but with the path of the route in the table. */
  readonly event: Partial<APIGatewayProxyEvent>;
  readonly traceparent: string;
  /** The language of the answer. The headers decide, until the body is read and may ask for another. */
  language: string;
  /** Undefined until the router has found it. */
  route?: Route | PageRoute;
  /** What was asked of a page, once it is read. */
  pageRequest?: PageRequest;
}

export function httpCall(event: Partial<APIGatewayProxyEvent>, country: Languages): HttpCall {
  return { event: atItsRoute(event), traceparent: newTraceparent(), language: languageOf(event, country) };
}
