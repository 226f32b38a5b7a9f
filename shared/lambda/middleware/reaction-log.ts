import type { MiddlewareObj } from '@middy/core';
import type { Handled } from '../events/reaction.ts';
import { log } from '../log/log.ts';

/** Logs the reaction to each message whose function did not throw. */
export function reactionLog(): MiddlewareObj<unknown, Handled> {
  return {
    after: ({ response }) => {
      if (response?.outcome === 'done') log('event_done');
      if (response?.outcome === 'ignored') log('event_ignored', { reason: response.reason });
      if (response?.outcome === 'left') log('event_left');
      if (response?.outcome === 'retry') log('event_to_retry', { reason: response.reason });
    },
  };
}
