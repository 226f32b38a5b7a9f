import withMiddleware from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { Problem } from '#shared/contracts/http/http.ts';
import { country } from '#shared/country/current.ts';
import type { HttpCall } from '#shared/lambda/http/http-call.ts';
import { noContext } from '#shared/lambda/middleware/no-context.ts';
import { problemAnswers } from '#shared/lambda/middleware/problem-answers.ts';
import { catchLog } from '#test/support/catch-log.ts';

const lines = catchLog();
const call: HttpCall = { event: {}, traceparent: '', language: 'en' };
const refusing = (thrown: unknown) =>
  withMiddleware<HttpCall, APIGatewayProxyResult>()
    .use(problemAnswers(country))
    .handler(() => Promise.reject(thrown))(call, noContext);
const bodyOf = ({ body }: APIGatewayProxyResult): unknown => JSON.parse(body);

describe('A problem', () => {
  it('is answered with its status, as problem+json in the language of the call, with help', async () => {
    const { problems } = await country.loadProblemTexts();
    const answer = await refusing(new Problem('erased', 410));
    expect(answer).toMatchObject({
      statusCode: 410,
      headers: { 'Content-Type': 'application/problem+json', 'Content-Language': 'en' },
      isBase64Encoded: false,
    });
    expect(bodyOf(answer)).toMatchObject({
      type: 'urn:besa:problem:erased',
      title: problems.erased.title['en'],
      help: expect.arrayContaining([expect.anything()]) as unknown,
    });
  });

  it('is answered in its own language where it has one, with what it has to add', async () => {
    const answer = await refusing(new Problem('erased', 410, { language: 'sq', extra: { caseNumber: 'B-1' } }));
    expect(answer.headers).toMatchObject({ 'Content-Language': 'sq' });
    expect(bodyOf(answer)).toMatchObject({ caseNumber: 'B-1' });
  });

  it('says when to come again, and by which methods, only where it is to', async () => {
    const [later, method, plain] = await Promise.all(
      [
        new Problem('unavailable', 503, { retryAfterSeconds: 7 }),
        new Problem('method_not_allowed', 405),
        new Problem('not_found', 404),
      ].map(refusing),
    );
    expect(later?.headers).toMatchObject({ 'Retry-After': '7' });
    expect(later?.headers).not.toHaveProperty('Allow');
    expect(method?.headers).toMatchObject({ Allow: 'GET, POST' });
    expect(plain?.headers).not.toHaveProperty('Retry-After');
  });

  it('is logged by its code and status', async () => {
    await refusing(new Problem('erased', 410));
    expect(lines()).toEqual([
      expect.objectContaining({ code: 'request_refused', level: 'info', problem: 'erased', status: 410 }),
    ]);
  });
});

it('Whatever else was thrown has no answer and no line here', async () => {
  await expect(refusing(new TypeError('x'))).rejects.toThrow(TypeError);
  expect(lines()).toEqual([]);
});
