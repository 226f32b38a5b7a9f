import type { MiddlewareObj } from '@middy/core';
import { Problem, type Route } from '../../contracts/http/http.ts';
import { isNotWritten, isOutage } from '../faults.ts';
import type { HttpCall } from '../http/http-call.ts';
import { errorName, log } from '../log/log.ts';

/** Seconds a client waits before it tries again when something behind us does not answer. */
const retryAfterSeconds = 5;

/**
 * Makes a problem of whatever else was thrown. It is logged by its name alone: messages of other people's code may quote
 * what they were given.
 */
export function faultsAsProblems(): MiddlewareObj<HttpCall> {
  return {
    onError: (request) => {
      const { error, event: call } = request;
      if (error instanceof Problem) return;
      const problem = problemOf(error, call.route);
      log('request_failed', { errorName: errorName(error), status: problem.status });
      request.error = problem;
    },
  };
}

/** A 503 promises that nothing was stored, so a write whose end nobody knows is a 500; the same key tells later. */
function problemOf(error: unknown, route: Route | undefined): Problem {
  const isSafeToRepeat = isNotWritten(error) || (route?.changesNothing === true && isOutage(error));
  return isSafeToRepeat ? new Problem('unavailable', 503, { retryAfterSeconds }) : new Problem('internal', 500);
}
