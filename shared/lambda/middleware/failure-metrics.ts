import type { MiddlewareObj } from '@middy/core';
import { Problem } from '../../contracts/http/http.ts';
import { isUnreadable } from '../events/reaction.ts';
import { errorName, measure, type MetricName } from '../log/log.ts';

/** Measures what was thrown: once in each of the metrics that are named for it. */
export function failureMetrics(metricsOf: (error: unknown) => readonly MetricName[]): MiddlewareObj {
  return {
    onError: ({ error }) => {
      for (const metric of metricsOf(error)) measure(metric, 1);
    },
  };
}

/** A refusal is no failure of ours. One of the key service is also measured by itself. */
export function ofRequest(error: unknown): MetricName[] {
  if (error instanceof Problem) return [];
  return errorName(error) === 'KeysUnavailable' ? ['RequestFailed', 'KeysUnavailable'] : ['RequestFailed'];
}

export function ofMessage(error: unknown): MetricName[] {
  return isUnreadable(error) ? ['EventUnreadable'] : ['EventFailed'];
}
