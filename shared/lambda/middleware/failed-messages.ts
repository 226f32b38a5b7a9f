import type { MiddlewareObj } from '@middy/core';
import { isUnreadable, type Handled } from '../events/reaction.ts';
import { errorName, log } from '../log/log.ts';

/** A message that cannot be read, or whose function fails, is logged by the name of the fault and never acknowledged. */
export function failedMessages(): MiddlewareObj<unknown, Handled> {
  return {
    onError: (request) => {
      const { error } = request;
      log(isUnreadable(error) ? 'event_unreadable' : 'event_failed', { errorName: errorName(error) });
      request.response = { outcome: 'failed' };
    },
  };
}
