import type { MiddlewareObj } from '@middy/core';
import { errorName, log } from '../log/log.ts';

/**
 * Logs a sweep that fails, by the name of the fault. The runtime logs the message and cause of what is thrown. So only
 * our own words may be thrown on.
 */
export function failedSweep(): MiddlewareObj {
  return {
    onError: (request) => {
      log('sweep_failed', { errorName: errorName(request.error) });
      // The error is replaced, not thrown. Middy adds the first error as the cause of whatever a hook throws.
      request.error = new Error('The sweep failed.');
    },
  };
}
