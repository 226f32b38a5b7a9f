import withMiddleware from '@middy/core';
import { describe, expect, it } from 'vitest';
import { Problem, type Route } from '#shared/contracts/http/http.ts';
import type { HttpCall } from '#shared/lambda/http/http-call.ts';
import { faultsAsProblems } from '#shared/lambda/middleware/faults-as-problems.ts';
import { noContext } from '#shared/lambda/middleware/no-context.ts';
import { TransactionTooLarge } from '#shared/ports/transaction-too-large.ts';
import { catchLog } from '#test/support/catch-log.ts';

const lines = catchLog();
const words: Route = { method: 'GET', path: '/v1/words', handle: async () => ({ status: 200, body: {} }) };
const named = (name: string): Error => Object.assign(new Error('kanarina'), { name });

/** What is thrown on when a route throws. */
const thrownOn = (thrown: unknown, route?: Partial<Route>): Promise<unknown> =>
  withMiddleware<HttpCall, never>()
    .use(faultsAsProblems())
    .handler(() => Promise.reject(thrown))(
      {
        event: {},
        traceparent: '',
        language: 'sq',
        ...(route && { route: { ...words, ...route } }),
      },
      noContext,
    )
    .catch((error: unknown) => error);

describe('A fault', () => {
  it('after which nothing was written becomes a 503 that says when to come again', async () => {
    const problem = await thrownOn(named('ThrottlingException'), {});
    expect(problem).toMatchObject({ name: 'Problem', code: 'unavailable', status: 503, retryAfterSeconds: 5 });
  });

  it('after which something may have been written becomes a 500, but where nothing is ever written a 503', async () => {
    expect(await thrownOn(named('TimeoutError'), {})).toMatchObject({ code: 'internal', status: 500 });
    expect(await thrownOn(named('TimeoutError'), { changesNothing: true })).toMatchObject({ status: 503 });
    expect(await thrownOn(named('TypeError'), { changesNothing: true })).toMatchObject({ status: 500 });
  });

  it('that says that a change is too large becomes a 409, for nothing was written and trying again cannot help', async () => {
    const problem = await thrownOn(new TransactionTooLarge('writes', 147), {});
    expect(problem).toMatchObject({ code: 'too_much_at_once', status: 409 });
    expect(lines()).toEqual([
      expect.objectContaining({ code: 'transaction_too_large', level: 'error', count: 147 }),
      expect.objectContaining({ code: 'request_failed', errorName: 'TransactionTooLarge', status: 409 }),
    ]);
  });

  it('before there is a route, or of which nothing is known, becomes a 500', async () => {
    for (const thrown of [named('TimeoutError'), undefined, null, 'kanarina']) {
      expect(await thrownOn(thrown)).toMatchObject({ code: 'internal', status: 500 });
    }
  });

  it('is logged by its name and status alone, and goes no further', async () => {
    const problem = (await thrownOn(named('TypeError'), {})) as Problem;
    expect(lines()).toEqual([
      expect.objectContaining({ code: 'request_failed', level: 'error', errorName: 'TypeError', status: 500 }),
    ]);
    expect(JSON.stringify(lines()) + String(problem.stack)).not.toContain('kanarina');
    expect(problem.cause).toBeUndefined();
  });
});

it('A problem stays as it is, without a line', async () => {
  const problem = new Problem('erased', 410);
  expect(await thrownOn(problem, {})).toBe(problem);
  expect(lines()).toEqual([]);
});
