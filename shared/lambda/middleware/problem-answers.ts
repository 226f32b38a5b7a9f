import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { prefersHtml } from '../../contracts/http/accepted-media.ts';
import { Problem, type PageAnswer } from '../../contracts/http/http.ts';
import { problemAnswer, problemMediaType, type ProblemAnswer } from '../../contracts/http/problem-answer.ts';
import type { CountryPack } from '../../domain/country-pack.ts';
import type { ProblemReader } from '../../domain/problems.ts';
import type { HttpCall } from '../http/http-call.ts';
import { headerOf, signedInSubject } from '../http/http-event.ts';
import { resultOf } from '../http/http-router.ts';
import { rootFrom } from '../http/page-request.ts';
import { errorName, log } from '../log/log.ts';

/** The part of a country pack that the answer to a problem needs. */
export type ProblemPack = Pick<CountryPack, 'languages' | 'defaultLanguage' | 'helpLines' | 'loadProblemTexts'>;

/** Draws a problem as a page, for a reader of a language, at an address from which `root` leads to the start. */
export type ProblemPages = (
  answer: ProblemAnswer,
  problem: Problem,
  asked: { language: string; root: string },
) => Promise<PageAnswer>;

/**
 * Answers a problem as RFC 9457, in the reader's language and words, and with help. Nothing else that was thrown is
 * answered here. The log says who of staff was refused. The answer does not: it may be the same as for a number that no
 * case has. With `pages`, whoever prefers HTML gets a page: the form again where there is one, else the problem alone.
 */
export function problemAnswers(
  country: ProblemPack,
  reader: ProblemReader,
  pages?: ProblemPages,
): MiddlewareObj<HttpCall, APIGatewayProxyResult> {
  return {
    onError: async (request) => {
      const { error: problem, event: call } = request;
      if (!(problem instanceof Problem)) return;
      const language = problem.language ?? call.language;
      log('request_refused', { problem: problem.code, status: problem.status, actor: signedInSubject(call.event) });
      const wordings = { ...country, problemTexts: await country.loadProblemTexts() };
      const answer = problemAnswer(wordings, language, problem, reader);
      const headers = {
        ...(problem.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(problem.retryAfterSeconds) }),
        ...(problem.status === 405 ? { Allow: 'GET, POST' } : {}),
        ...(pages === undefined ? {} : { Vary: 'Accept, Accept-Language' }),
      };
      const drawn = await draw(answer, problem, call, language);
      if (drawn !== undefined) {
        request.response = resultOf({ ...drawn, headers: { ...headers, ...drawn.headers } });
        return;
      }
      request.response = {
        statusCode: problem.status,
        headers: { 'Content-Type': problemMediaType, 'Content-Language': language, ...headers },
        body: JSON.stringify({ ...answer, ...problem.extra }),
        isBase64Encoded: false,
      };
    },
  };

  /**
   * The page, where one is preferred: the form again where there is one, else the problem alone. Nobody is left without an
   * answer because a page has a fault.
   */
  async function draw(
    answer: ProblemAnswer,
    problem: Problem,
    { event, route, pageRequest }: HttpCall,
    language: string,
  ): Promise<PageAnswer | undefined> {
    if (pages === undefined || !prefersHtml(headerOf(event, 'accept'))) return undefined;
    const again =
      route !== undefined && 'redraw' in route && pageRequest !== undefined
        ? await tried(problem, () => route.redraw?.(pageRequest, problem))
        : undefined;
    return again ?? tried(problem, () => pages(answer, problem, { language, root: rootFrom(event) }));
  }
}

async function tried(
  { status }: Problem,
  draw: () => Promise<PageAnswer | undefined> | undefined,
): Promise<PageAnswer | undefined> {
  try {
    return await draw();
  } catch (error) {
    log('request_failed', { errorName: errorName(error), status });
    return undefined;
  }
}
