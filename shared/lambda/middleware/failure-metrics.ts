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

/** A refusal is not our failure. A failure of the key service also has a metric of its own. */
export function ofRequest(error: unknown): MetricName[] {
  if (error instanceof Problem) return [];
  return errorName(error) === 'KeysUnavailable' ? ['RequestFailed', 'KeysUnavailable'] : ['RequestFailed'];
}

export function ofMessage(error: unknown): MetricName[] {
  return isUnreadable(error) ? ['EventUnreadable'] : ['EventFailed'];
}
