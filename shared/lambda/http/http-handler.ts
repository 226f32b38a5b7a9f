import withMiddleware from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import type { PageRoute, Route } from '../../contracts/http/http.ts';
import type { ProblemReader } from '../../domain/problems.ts';
import { cacheableAnswers } from '../middleware/cacheable-answers.ts';
import { contractHeaders } from '../middleware/contract-headers.ts';
import { failureMetrics, ofRequest } from '../middleware/failure-metrics.ts';
import { headAnswers } from '../middleware/head-answers.ts';
import { faultsAsProblems } from '../middleware/faults-as-problems.ts';
import { inLogContext, logContext } from '../middleware/log-context.ts';
import { problemAnswers, type ProblemPack, type ProblemPages } from '../middleware/problem-answers.ts';
import { httpCall, type HttpCall } from './http-call.ts';
import { httpRouter, type RouterPack } from './http-router.ts';

export type HttpLambda = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;

/**
 * A Lambda handler for a REST API (proxy integration, payload version 1). Never throws. The middleware used first is
 * outermost: an error passes the list from its end to its beginning. With `pages`, whoever prefers HTML is told a problem
 * as a page.
 */
export function httpHandler(
  routes: readonly (Route | PageRoute)[],
  country: RouterPack & ProblemPack,
  /** Who uses this API. Refusals are worded for them. */
  reader: ProblemReader = 'anybody',
  pages?: ProblemPages,
): HttpLambda {
  const answer = inLogContext(
    withMiddleware<HttpCall, APIGatewayProxyResult>()
      .use(logContext(({ traceparent }: HttpCall) => ({ traceparent })))
      .use(headAnswers())
      .use(contractHeaders())
      .use(cacheableAnswers())
      .use(problemAnswers(country, reader, pages))
      .use(faultsAsProblems())
      .use(failureMetrics(ofRequest))
      .handler(httpRouter(routes, country, reader)),
  );
  return async (event, context) => answer(httpCall(event ?? {}, country), context ?? {});
}
