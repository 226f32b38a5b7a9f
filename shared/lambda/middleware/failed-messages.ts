import type { MiddlewareObj } from '@middy/core';
import { isUnreadable, type Handled } from '../events/reaction.ts';
import { errorName, log } from '../log/log.ts';
import { logTooLarge } from './log-too-large.ts';

/** Logs a message that cannot be read or whose function fails, by the name of the fault. It is never acknowledged. */
export function failedMessages(): MiddlewareObj<unknown, Handled> {
  return {
    onError: (request) => {
      const { error } = request;
      logTooLarge(error);
      log(isUnreadable(error) ? 'event_unreadable' : 'event_failed', { errorName: errorName(error) });
      request.response = { outcome: 'failed' };
    },
  };
}
