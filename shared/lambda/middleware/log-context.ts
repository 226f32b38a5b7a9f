import type { MiddlewareObj } from '@middy/core';
import type { Context } from 'aws-lambda';
import { addLogIds, withLogIds, type LogIds } from '../log/log.ts';

/** Everything that a call logs carries these ids. The chain that uses this must be wrapped in `inLogContext`. */
export function logContext<E>(idsOf: (event: E) => LogIds): MiddlewareObj<E> {
  return {
    before: ({ event }) => {
      addLogIds(idsOf(event));
    },
  };
}

/**
 * Opens a log context for each call of a chain of middleware. So calls at the same time never log under each other's
 * ids. A hook of middy runs before or after the handler and can only add to a context. Only a function around the chain
 * can open one.
 */
export function inLogContext<E, R>(
  chain: (event: E, context: Context) => Promise<R>,
): (event: E, context: Context) => Promise<R> {
  return (event, context) => withLogIds({}, () => chain(event, context));
}
