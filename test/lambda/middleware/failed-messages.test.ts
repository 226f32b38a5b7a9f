import withMiddleware from '@middy/core';
import { describe, expect, it } from 'vitest';
import { EventUnreadable } from '#shared/contracts/events/parse-envelope.ts';
import { FeedbackUnreadable } from '#shared/contracts/mail-feedback.ts';
import { isAcknowledged, type Handled } from '#shared/lambda/events/reaction.ts';
import { failedMessages } from '#shared/lambda/middleware/failed-messages.ts';
import { noContext } from '#shared/lambda/middleware/no-context.ts';
import { catchLog } from '#test/support/catch-log.ts';

const lines = catchLog();
const failing = (thrown: unknown): Promise<Handled> =>
  withMiddleware<unknown, Handled>()
    .use(failedMessages())
    .handler(() => Promise.reject(thrown))({}, noContext);

describe('A message', () => {
  it.each([
    [new TypeError('kanarina'), 'event_failed', 'TypeError'],
    ['kanarina', 'event_failed', 'UnknownError'],
    [new EventUnreadable('kanarina'), 'event_unreadable', 'EventUnreadable'],
    [new FeedbackUnreadable('kanarina'), 'event_unreadable', 'FeedbackUnreadable'],
  ])('that throws %o is logged by the name of the fault, and not acknowledged', async (thrown, code, errorName) => {
    expect(await failing(thrown)).toEqual({ outcome: 'failed' });
    expect(lines()).toEqual([{ at: expect.any(String) as string, level: 'error', code, errorName }]);
  });

  it.each<[Handled, boolean]>([
    [{ outcome: 'done' }, true],
    [{ outcome: 'ignored', reason: 'case_over' }, true],
    [{ outcome: 'retry', reason: 'contended' }, false],
    [{ outcome: 'failed' }, false],
  ])('is acknowledged when it is done or there is nothing to do: %o', (handled, isDone) => {
    expect(isAcknowledged(handled)).toBe(isDone);
  });
});
