import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { Problem } from '../../contracts/http/http.ts';
import { problemAnswer, problemMediaType } from '../../contracts/http/problem-answer.ts';
import type { CountryPack } from '../../domain/country-pack.ts';
import type { HttpCall } from '../http/http-call.ts';
import { signedInSubject } from '../http/http-event.ts';
import { log } from '../log/log.ts';

/** The part of a country pack that the answer to a problem needs. */
export type ProblemPack = Pick<CountryPack, 'languages' | 'defaultLanguage' | 'helpLines' | 'loadProblemTexts'>;

/**
 * Answers a problem as RFC 9457, in the reader's language and with help. Nothing else that was thrown is answered here.
 * The log says who of staff was refused. The answer does not: it may be the same as for a number that no case has.
 */
export function problemAnswers(country: ProblemPack): MiddlewareObj<HttpCall, APIGatewayProxyResult> {
  return {
    onError: async (request) => {
      const { error: problem, event: call } = request;
      if (!(problem instanceof Problem)) return;
      const language = problem.language ?? call.language;
      log('request_refused', { problem: problem.code, status: problem.status, actor: signedInSubject(call.event) });
      const wordings = { ...country, problemTexts: await country.loadProblemTexts() };
      request.response = {
        statusCode: problem.status,
        headers: {
          'Content-Type': problemMediaType,
          'Content-Language': language,
          ...(problem.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(problem.retryAfterSeconds) }),
          ...(problem.status === 405 ? { Allow: 'GET, POST' } : {}),
        },
        body: JSON.stringify({ ...problemAnswer(wordings, language, problem), ...problem.extra }),
        isBase64Encoded: false,
      };
    },
  };
}
