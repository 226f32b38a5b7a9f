import withMiddleware from '@middy/core';
import { describe, expect, it } from 'vitest';
import { Problem } from '#shared/contracts/http/http.ts';
import { TransactionTooLarge } from '#shared/ports/transaction-too-large.ts';
import { failureMetrics, ofMessage, ofRequest } from '#shared/lambda/middleware/failure-metrics.ts';
import { noContext } from '#shared/lambda/middleware/no-context.ts';
import { catchLog } from '#test/support/catch-log.ts';

const lines = catchLog();
const named = (name: string): Error => Object.assign(new Error('kanarina'), { name });

const tooLarge = new TransactionTooLarge('writes', 147);

describe('What is thrown', () => {
  it('is measured once in each metric that is named for it, and stays thrown', async () => {
    const failing = withMiddleware()
      .use(failureMetrics((error) => (error instanceof TypeError ? ['RequestFailed', 'EventFailed'] : [])))
      .handler(async () => {
        throw new TypeError('kanarina');
      });
    await expect(failing({}, noContext)).rejects.toThrow(TypeError);
    expect(lines()).toEqual([
      expect.objectContaining({ RequestFailed: 1 }),
      expect.objectContaining({ EventFailed: 1 }),
    ]);
    expect(JSON.stringify(lines())).not.toContain('kanarina');
  });

  it('is not measured where nothing was thrown', async () => {
    const working = withMiddleware()
      .use(failureMetrics(() => ['RequestFailed']))
      .handler(async () => 'done');
    expect(await working({}, noContext)).toBe('done');
    expect(lines()).toEqual([]);
  });

  it.each([
    ['a refusal', new Problem('erased', 410), []],
    ['a fault', named('TypeError'), ['RequestFailed']],
    ['the key service', named('KeysUnavailable'), ['RequestFailed', 'KeysUnavailable']],
    ['a change that is too large', tooLarge, ['RequestFailed', 'TransactionTooLarge']],
    ['nothing known', undefined, ['RequestFailed']],
  ])('counts against a request: %s', (_, error, metrics) => {
    expect(ofRequest(error)).toEqual(metrics);
  });

  it.each([
    ['a fault', named('TypeError'), ['EventFailed']],
    ['a change that is too large', tooLarge, ['EventFailed', 'TransactionTooLarge']],
    ['an event that cannot be read', named('EventUnreadable'), ['EventUnreadable']],
    ['feedback that cannot be read', named('FeedbackUnreadable'), ['EventUnreadable']],
  ])('counts against a message: %s', (_, error, metrics) => {
    expect(ofMessage(error)).toEqual(metrics);
  });
});
