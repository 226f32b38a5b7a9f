import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { courtesy } from '#infra/local/services/yield-to-requests.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A wait that can be asked whether it is over. */
function watched(wait: Promise<void>): { isOver: () => boolean } {
  let isOver = false;
  void wait.then(() => {
    isOver = true;
  });
  return { isOver: () => isOver };
}

describe('What nobody waits for', () => {
  it('goes at once while no person waits', async () => {
    const order = courtesy();
    const wait = watched(order.letAhead());
    await vi.advanceTimersByTimeAsync(0);
    expect(wait.isOver()).toBe(true);
  });

  it('lets the person go first who is being answered, and the one who comes right after', async () => {
    const order = courtesy();
    const first = Promise.withResolvers<void>();
    const second = Promise.withResolvers<void>();
    const answered = order.ahead(() => first.promise);
    const wait = watched(order.letAhead());
    await vi.advanceTimersByTimeAsync(50);
    first.resolve();
    await answered;
    await vi.advanceTimersByTimeAsync(2);
    const next = order.ahead(() => second.promise);
    await vi.advanceTimersByTimeAsync(50);
    expect(wait.isOver()).toBe(false);
    second.resolve();
    await next;
    await vi.advanceTimersByTimeAsync(5);
    expect(wait.isOver()).toBe(true);
  });

  it('goes after a second, however many people wait', async () => {
    const order = courtesy();
    void order.ahead(() => new Promise<void>(() => undefined));
    const wait = watched(order.letAhead());
    await vi.advanceTimersByTimeAsync(999);
    expect(wait.isOver()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(wait.isOver()).toBe(true);
  });

  it('goes when the work a person waited for has failed', async () => {
    const order = courtesy();
    await expect(order.ahead(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    const wait = watched(order.letAhead());
    await vi.advanceTimersByTimeAsync(5);
    expect(wait.isOver()).toBe(true);
  });
});
