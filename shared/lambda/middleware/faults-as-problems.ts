import type { MiddlewareObj } from '@middy/core';
import { Problem, type PageRoute, type Route } from '../../contracts/http/http.ts';
import { isNotWritten, isOutage } from '../faults.ts';
import type { HttpCall } from '../http/http-call.ts';
import { TransactionTooLarge } from '../../ports/transaction-too-large.ts';
import { errorName, log } from '../log/log.ts';
import { logTooLarge } from './log-too-large.ts';

/** Seconds a client waits before it tries again, when a service behind us does not answer. */
const retryAfterSeconds = 5;

/**
 * Turns everything else that was thrown into a problem. Only its name is logged, because the messages of other code may
 * quote what it was given.
 */
export function faultsAsProblems(): MiddlewareObj<HttpCall> {
  return {
    onError: (request) => {
      const { error, event: call } = request;
      if (error instanceof Problem) return;
      request.error = faultAsProblem(error, call.route);
    },
  };
}

/** The problem that a fault is answered as. It is logged by its name alone. */
export function faultAsProblem(error: unknown, route?: Route | PageRoute): Problem {
  const problem = problemOf(error, route);
  logTooLarge(error);
  log('request_failed', { errorName: errorName(error), status: problem.status });
  return problem;
}

/**
 * A 503 promises that nothing was stored. So a write whose end nobody knows is a 500; sending again with the same key
 * is safe. Source: docs/contract.md, Errors.
 */
function problemOf(error: unknown, route: Route | PageRoute | undefined): Problem {
  // Nothing was written, and sending it again cannot help.
  if (error instanceof TransactionTooLarge) return new Problem('too_much_at_once', 409);
  const isSafeToRepeat = isNotWritten(error) || (route?.changesNothing === true && isOutage(error));
  return isSafeToRepeat ? new Problem('unavailable', 503, { retryAfterSeconds }) : new Problem('internal', 500);
}
