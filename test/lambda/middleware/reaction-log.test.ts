import withMiddleware from '@middy/core';
import { describe, expect, it } from 'vitest';
import type { Reaction } from '#shared/lambda/events/reaction.ts';
import { noContext } from '#shared/lambda/middleware/no-context.ts';
import { reactionLog } from '#shared/lambda/middleware/reaction-log.ts';
import { catchLog } from '#test/support/catch-log.ts';

const lines = catchLog();

describe('What became of a message', () => {
  it.each<[Reaction, object]>([
    [{ outcome: 'done' }, { code: 'event_done', level: 'info' }],
    [
      { outcome: 'ignored', reason: 'case_over' },
      { code: 'event_ignored', level: 'info', reason: 'case_over' },
    ],
    [
      { outcome: 'retry', reason: 'contended' },
      { code: 'event_to_retry', level: 'warning', reason: 'contended' },
    ],
  ])('is one line, and is passed on: %o', async (reaction, line) => {
    const handle = withMiddleware<unknown, Reaction>()
      .use(reactionLog())
      .handler(async () => reaction);
    expect(await handle({}, noContext)).toBe(reaction);
    expect(lines()).toEqual([{ at: expect.any(String) as string, ...line }]);
  });

  it('is no line where its function failed', async () => {
    const handle = withMiddleware<unknown, Reaction>()
      .use(reactionLog())
      .handler(() => Promise.reject(new Error('x')));
    await expect(handle({}, noContext)).rejects.toThrow('x');
    expect(lines()).toEqual([]);
  });
});
