import { createHash } from 'node:crypto';
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { headerOf } from '../http/http-event.ts';
import type { HttpCall } from '../http/http-call.ts';

/**
 * Adds `Cache-Control`, `ETag` and `Vary` to an answer that its route lets clients keep. A client that has the answer
 * gets 304.
 */
export function cacheableAnswers(): MiddlewareObj<HttpCall, APIGatewayProxyResult> {
  return {
    after: ({ event: { event, route }, response }) => {
      const cacheSeconds = route === undefined || 'draw' in route ? undefined : route.cacheSeconds;
      if (cacheSeconds === undefined || !response) return;
      const etag = `"${createHash('sha256').update(response.body).digest('base64url').slice(0, 27)}"`;
      response.headers = {
        'Cache-Control': `public, max-age=${cacheSeconds}`,
        ETag: etag,
        // The gateway compresses for whoever takes it, and says nothing of that itself.
        Vary: 'Accept-Encoding, Accept-Language',
        ...response.headers,
      };
      if (isKnown(headerOf(event, 'if-none-match'), etag)) Object.assign(response, { statusCode: 304, body: '' });
    },
  };
}

/** RFC 9110, 13.1.2: a list of tags. Weak tags count, and `*` matches any. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((tag) => [etag, '*'].includes(tag.trim().replace(/^W\//, '')));
}
