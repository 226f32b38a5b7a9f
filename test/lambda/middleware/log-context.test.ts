import withMiddleware from '@middy/core';
import { describe, expect, it } from 'vitest';
import { log } from '#shared/lambda/log/log.ts';
import { inLogContext, logContext } from '#shared/lambda/middleware/log-context.ts';
import { noContext } from '#shared/lambda/middleware/no-context.ts';
import { catchLog } from '#test/support/catch-log.ts';

const lines = catchLog();
const [one, other] = ['1'.repeat(32), '2'.repeat(32)];

const handle = inLogContext(
  withMiddleware<{ caseId: string; fails?: boolean }, string>()
    .use(logContext(({ caseId }: { caseId: string }) => ({ caseId })))
    .onError((request) => {
      log('event_failed');
      request.response = 'failed';
    })
    .handler(async ({ fails }) => {
      await Promise.resolve();
      log('event_done');
      if (fails === true) throw new Error('x');
      return 'done';
    }),
);
const logged = () => lines().map(({ code, caseId }) => [code, caseId]);

describe('The log context of a call', () => {
  it('is on every line of it, also on one that says what went wrong', async () => {
    await handle({ caseId: one, fails: true }, noContext);
    expect(logged()).toEqual([
      ['event_done', one],
      ['event_failed', one],
    ]);
  });

  it('is on no line of another call at the same time, nor of whoever calls', async () => {
    const both = Promise.all([handle({ caseId: one }, noContext), handle({ caseId: other }, noContext)]);
    log('sweep_finished');
    await both;
    log('sweep_finished');
    expect(logged()).toEqual([
      ['sweep_finished', undefined],
      ['event_done', one],
      ['event_done', other],
      ['sweep_finished', undefined],
    ]);
  });

  it('does not answer in the handler’s place', async () => {
    expect(await handle({ caseId: one }, noContext)).toBe('done');
  });
});
