import type { MiddlewareObj } from '@middy/core';
import { Problem } from '../../contracts/http/http.ts';
import { isUnreadable } from '../events/reaction.ts';
import { errorName, measure, type MetricName } from '../log/log.ts';

/** Measures what was thrown, once in each metric that is named for it. */
export function failureMetrics(metricsOf: (error: unknown) => readonly MetricName[]): MiddlewareObj {
  return {
    onError: ({ error }) => {
      for (const metric of metricsOf(error)) measure(metric, 1);
    },
  };
}

/** Failures that also have a metric of their own, by their name. */
const named = ['KeysUnavailable', 'TransactionTooLarge'] as const satisfies MetricName[];

/** A refusal is not our failure. */
export function ofRequest(error: unknown): MetricName[] {
  if (error instanceof Problem) return [];
  return ['RequestFailed', ...namedFor(error)];
}

export function ofMessage(error: unknown): MetricName[] {
  return isUnreadable(error) ? ['EventUnreadable'] : ['EventFailed', ...namedFor(error)];
}

function namedFor(error: unknown): MetricName[] {
  return named.filter((name) => name === errorName(error));
}
