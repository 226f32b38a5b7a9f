import type { MiddlewareObj } from '@middy/core';
import type { Reaction } from '../events/reaction.ts';
import { log } from '../log/log.ts';

/** Logs the reaction to each message whose function did not throw. */
export function reactionLog(): MiddlewareObj<unknown, Reaction> {
  return {
    after: ({ response }) => {
      if (response?.outcome === 'done') log('event_done');
      if (response?.outcome === 'ignored') log('event_ignored', { reason: response.reason });
      if (response?.outcome === 'retry') log('event_to_retry', { reason: response.reason });
    },
  };
}
