import type { MiddlewareObj } from '@middy/core';
import type { CaseEvent } from '../../domain/case/events.ts';
import { errorName, log } from '../log/log.ts';

/** When relaying fails as a whole, every event counts as failed, because nobody knows which of them got through. */
export function failedRelay(): MiddlewareObj<CaseEvent[], CaseEvent[]> {
  return {
    onError: (request) => {
      const { error, event: events } = request;
      log('event_failed', { errorName: errorName(error), count: events.length });
      request.response = events;
    },
  };
}
