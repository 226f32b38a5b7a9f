import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { Route } from '../../contracts/http/http.ts';
import { languageOf, newTraceparent, type Languages } from './http-event.ts';

/** A request on its way through the middleware, and what is known of it for whatever goes wrong later. */
export interface HttpCall {
  readonly event: Partial<APIGatewayProxyEvent>;
  readonly traceparent: string;
  /** Of the answer: what the headers ask for, until the body is read and may ask for another. */
  language: string;
  /** Undefined until it is found. */
  route?: Route;
}

export function httpCall(event: Partial<APIGatewayProxyEvent>, country: Languages): HttpCall {
  return { event, traceparent: newTraceparent(), language: languageOf(event, country) };
}
