import { describe, expect, it } from 'vitest';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';

describe('A decision', () => {
  it('that holds is made once', async () => {
    let times = 0;
    const answer = await decideAgain(
      async () => {
        times += 1;
        return 'written';
      },
      async () => {
        throw new Error('Nothing to wait for.');
      },
    );
    expect([answer, times]).toEqual(['written', 1]);
  });

  it('on a state that moved on is made anew until it holds', async () => {
    let times = 0;
    const pauses: number[] = [];
    const answer = await decideAgain(
      async () => {
        times += 1;
        return times < 4 ? again : 'written';
      },
      async (attempt) => pauses.push(attempt),
    );
    expect([answer, times, pauses]).toEqual(['written', 4, [1, 2, 3]]);
  });

  it('that never holds ends after twenty tries, and says so', async () => {
    let times = 0;
    const answer = await decideAgain(
      async () => {
        times += 1;
        return again;
      },
      async () => {},
    );
    expect([answer, times]).toEqual([again, 20]);
  });

  it('that fails is not repeated', async () => {
    let times = 0;
    const decision = decideAgain(async () => {
      times += 1;
      throw new Error('The database is away.');
    });
    await expect(decision).rejects.toThrow('The database is away.');
    expect(times).toBe(1);
  });
});
