import { describe, expect, it, vi } from 'vitest';
import { scheduleHandler } from '#shared/lambda/events/schedule-handler.ts';
import { catchLog } from '#test/support/catch-log.ts';

const lines = catchLog();

describe('A schedule', () => {
  it('answers when there will next be something to do, or null', async () => {
    const nextAt = '2026-11-20T22:30:00.000Z';
    expect(await scheduleHandler(async () => ({ nextAt }))()).toEqual({ nextAt });
    expect(await scheduleHandler(async () => ({}))()).toEqual({ nextAt: null });
  });

  it('fails when its sweep fails, and tells the runtime nothing of why', async () => {
    const failure = await scheduleHandler(async () => {
      throw new TypeError('kanarina');
    })().catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: 'The sweep failed.' });
    expect((failure as Error).cause).toBeUndefined();
    expect((failure as Error).stack).not.toContain('kanarina');
    expect(lines()).toMatchObject([{ code: 'sweep_failed', errorName: 'TypeError' }]);
  });

  it('may take all the time that Lambda gives it: nothing answers in its place before', async () => {
    const getRemainingTimeInMillis = vi.fn<() => number>(() => 1000);
    const handler = scheduleHandler(async () => ({})) as (...given: unknown[]) => Promise<unknown>;
    await handler({}, { getRemainingTimeInMillis });
    expect(getRemainingTimeInMillis).not.toHaveBeenCalled();
  });
});
