import type { MiddlewareObj } from '@middy/core';
import { errorName, log } from '../log/log.ts';

/**
 * A sweep that fails is logged by the name of the fault. The runtime logs what is thrown with its message and cause, so
 * that nothing but our own words may be thrown on.
 */
export function failedSweep(): MiddlewareObj {
  return {
    onError: (request) => {
      log('sweep_failed', { errorName: errorName(request.error) });
      // Replaced, not thrown: to what a hook throws, middy adds the first error as its cause.
      request.error = new Error('The sweep failed.');
    },
  };
}
