import type { MiddlewareObj } from '@middy/core';
import { errorName, log } from '../log/log.ts';

/** When relaying fails as a whole, every event counts as failed, because nobody knows which of them got through. */
export function failedRelay<E>(): MiddlewareObj<E[], E[]> {
  return {
    onError: (request) => {
      const { error, event: events } = request;
      log('event_failed', { errorName: errorName(error), count: events.length });
      request.response = events;
    },
  };
}
