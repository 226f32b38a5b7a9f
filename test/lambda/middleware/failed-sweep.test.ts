import withMiddleware from '@middy/core';
import { expect, it } from 'vitest';
import { failedSweep } from '#shared/lambda/middleware/failed-sweep.ts';
import { noContext } from '#shared/lambda/middleware/no-context.ts';
import { catchLog } from '#test/support/catch-log.ts';

const lines = catchLog();

it('A sweep that fails is logged by the name of the fault, and throws nothing but our own words', async () => {
  const sweep = withMiddleware()
    .use(failedSweep())
    .handler(() => Promise.reject(new TypeError('kanarina')));
  const failure: unknown = await sweep({}, noContext).catch((error: unknown) => error);
  expect(failure).toEqual(new Error('The sweep failed.'));
  expect(Object.getOwnPropertyNames(failure)).toEqual(['stack', 'message']);
  expect((failure as Error).stack).not.toContain('kanarina');
  expect(lines()).toEqual([
    { at: expect.any(String) as string, level: 'error', code: 'sweep_failed', errorName: 'TypeError' },
  ]);
});
