import type { MiddlewareObj, Request } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { noStore, securityHeaders } from '../../contracts/http/security-headers.ts';

/** Puts the security headers on every answer, also on a problem. Adds `no-store` unless the answer may be kept. */
export function contractHeaders(): MiddlewareObj<unknown, APIGatewayProxyResult> {
  const add = ({ response }: Request<unknown, APIGatewayProxyResult>): void => {
    if (response) response.headers = { ...securityHeaders, 'Cache-Control': noStore, ...response.headers };
  };
  return { after: add, onError: add };
}
