import type { MiddlewareObj, Request } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import type { HttpCall } from '../http/http-call.ts';

/**
 * Takes the body out of the answer to HEAD. All headers stay as for GET, and `Content-Length` says how long that body
 * is. An error is answered in the same way. Source: docs/contract.md, Headers.
 */
export function headAnswers(): MiddlewareObj<HttpCall, APIGatewayProxyResult> {
  const empty = ({ event: { event }, response }: Request<HttpCall, APIGatewayProxyResult>): void => {
    if (event.httpMethod !== 'HEAD' || !response || response.body === '') return;
    response.headers = { ...response.headers, 'Content-Length': String(Buffer.byteLength(response.body)) };
    response.body = '';
  };
  return { after: empty, onError: empty };
}
