import { describe, expect, it, vi } from 'vitest';
import { scheduleHandler } from '#shared/lambda/events/schedule-handler.ts';
import { catchLog } from '#test/support/catch-log.ts';

const lines = catchLog();
const context = { getRemainingTimeInMillis: () => 55_000 };

describe('A schedule', () => {
  it('answers when there will next be something to do, or null', async () => {
    const nextAt = '2026-11-20T22:30:00.000Z';
    expect(await scheduleHandler(async () => ({ nextAt }))({}, context)).toEqual({ nextAt });
    expect(await scheduleHandler(async () => ({}))({}, context)).toEqual({ nextAt: null });
  });

  it('fails when its sweep fails, and tells the runtime nothing of why', async () => {
    const failure = await scheduleHandler(async () => {
      throw new TypeError('kanarina');
    })({}, context).catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: 'The sweep failed.' });
    expect((failure as Error).cause).toBeUndefined();
    expect((failure as Error).stack).not.toContain('kanarina');
    expect(lines()).toMatchObject([{ code: 'sweep_failed', errorName: 'TypeError' }]);
  });

  it('may take all the time that Lambda gives it: nothing answers in its place before', async () => {
    const getRemainingTimeInMillis = vi.fn<() => number>(() => 1000);
    await scheduleHandler(async () => ({}))({}, { getRemainingTimeInMillis });
    expect(getRemainingTimeInMillis).not.toHaveBeenCalled();
  });

  it('tells its sweep how much time is left, whenever the sweep asks', async () => {
    const times = [40_000, 12_000];
    const asked: number[] = [];
    await scheduleHandler(async (timeLeft) => {
      asked.push(timeLeft(), timeLeft());
      return {};
    })({}, { getRemainingTimeInMillis: () => times.shift() ?? 0 });
    expect(asked).toEqual([40_000, 12_000]);
  });
});
