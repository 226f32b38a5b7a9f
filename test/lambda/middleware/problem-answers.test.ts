import withMiddleware from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { forbidden, Problem } from '#shared/contracts/http/http.ts';
import { country } from '#shared/country/current.ts';
import type { HttpCall } from '#shared/lambda/http/http-call.ts';
import { noContext } from '#shared/lambda/middleware/no-context.ts';
import { problemAnswers } from '#shared/lambda/middleware/problem-answers.ts';
import { forbiddenReasons, type ProblemReader } from '#shared/domain/problems.ts';
import { catchLog } from '#test/support/catch-log.ts';

const lines = catchLog();
const call: HttpCall = { event: {}, traceparent: '', language: 'en' };
const refusing = (thrown: unknown, reader: ProblemReader = 'anybody') =>
  withMiddleware<HttpCall, APIGatewayProxyResult>()
    .use(problemAnswers(country, reader))
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
      ].map((problem) => refusing(problem)),
    );
    expect(later?.headers).toMatchObject({ 'Retry-After': '7' });
    expect(later?.headers).not.toHaveProperty('Allow');
    expect(method?.headers).toMatchObject({ Allow: 'GET, POST' });
    expect(plain?.headers).not.toHaveProperty('Retry-After');
  });

  it('is worded for who reads it: anybody, who may be a child, or staff', async () => {
    const { problems, staff, fieldProblems } = await country.loadProblemTexts();
    const problem = new Problem('invalid_fields', 422, {
      errors: [
        { pointer: '/category', code: 'unknown_code' },
        { pointer: '/category', code: 'required' },
      ],
    });
    expect(bodyOf(await refusing(problem))).toMatchObject({
      detail: problems.invalid_fields.detail['en'],
      errors: [{ message: fieldProblems.unknown_code['en'] }, { message: fieldProblems.required['en'] }],
    });
    expect(bodyOf(await refusing(problem, 'staff'))).toMatchObject({
      detail: staff.problems.invalid_fields?.detail['en'],
      errors: [{ message: staff.fieldProblems.unknown_code?.['en'] }, { message: fieldProblems.required['en'] }],
    });
  });

  it('of a field names the limit, or the form that is expected, as a value and in words', async () => {
    const { forms } = await country.loadProblemTexts();
    const problem = new Problem('invalid_fields', 422, {
      errors: [
        { pointer: '/text', code: 'too_long', expected: '3' },
        { pointer: '/mail', code: 'wrong_form', expected: 'email' },
        { pointer: '/reason', code: 'required' },
      ],
    });
    const { errors } = bodyOf(await refusing(problem)) as { errors: Record<string, string>[] };
    expect(errors[0]).toMatchObject({ expected: '3', message: expect.stringContaining('3') as string });
    expect(errors[1]).toMatchObject({ expected: 'email', message: forms.email['en'] });
    expect(errors[2]).not.toHaveProperty('expected');
  });

  it.each(forbiddenReasons)('that refuses somebody of staff says why: %s', async (because) => {
    const { staff } = await country.loadProblemTexts();
    const body = bodyOf(await refusing(forbidden(because), 'staff'));
    expect(body).toMatchObject({ status: 403, because, detail: staff.because[because]['en'] });
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
