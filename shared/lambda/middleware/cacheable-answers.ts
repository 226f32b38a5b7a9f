import { createHash } from 'node:crypto';
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { headerOf } from '../http/http-event.ts';
import type { HttpCall } from '../http/http-call.ts';

/** Where a route's answer may be kept, says so and for how long, tags it, and does not send it again to who has it. */
export function cacheableAnswers(): MiddlewareObj<HttpCall, APIGatewayProxyResult> {
  return {
    after: ({ event: { event, route }, response }) => {
      if (route?.cacheSeconds === undefined || !response) return;
      const etag = `"${createHash('sha256').update(response.body).digest('base64url').slice(0, 27)}"`;
      response.headers = {
        'Cache-Control': `public, max-age=${route.cacheSeconds}`,
        ETag: etag,
        Vary: 'Accept-Language',
        ...response.headers,
      };
      if (isKnown(headerOf(event, 'if-none-match'), etag)) Object.assign(response, { statusCode: 304, body: '' });
    },
  };
}

/** RFC 9110, 13.1.2: a list of tags, weak ones count, `*` is any. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((tag) => [etag, '*'].includes(tag.trim().replace(/^W\//, '')));
}
