import { describe, expect, it } from 'vitest';
import { runSchedules } from '#infra/local/sources/schedules.ts';
import type { SchedulePlan } from '#infra/local/template/blueprint.ts';

const minute = 60_000;
const plan: SchedulePlan = { name: 'Tick', functionArn: 'arn:tick', roleArn: 'arn:role', everyMinutes: 1 };

/** A schedule whose function takes 40 ms and then says when it wants to come again. */
function stepped(wants: (now: number) => number, writtenFor: () => number | undefined = () => undefined) {
  let now = 5 * minute;
  let runs = 0;
  const schedules = runSchedules([plan], {
    functions: {
      invoke: async () => {
        runs += 1;
        now += 40;
        return { ok: true, value: { nextAt: new Date(wants(now)).toISOString() } };
      },
      running: () => 0,
      begun: () => runs,
      warm: async () => undefined,
      crash: () => undefined,
      stop: async () => undefined,
      kill: () => undefined,
    },
    titleOf: () => 'ticker',
    writes: { by: () => 0, begin: () => undefined, soonestFor: writtenFor },
    now: () => now,
  });
  return { schedules, runs: () => runs, at: (next: number) => (now = next) };
}

describe('a schedule under a stepped clock', () => {
  it('comes with the next minute for a function that wants to look again in one', async () => {
    const { schedules, at, runs } = stepped((now) => now + minute);
    await schedules.runDue();
    expect(schedules.nextDueAt()).toBe(6 * minute);
    at(6 * minute);
    await schedules.runDue();
    expect([runs(), schedules.nextDueAt()]).toEqual([2, 7 * minute]);
  });

  it('skips the minutes in which there is nothing to do, and none in which there is', async () => {
    const { schedules } = stepped(() => 8 * minute + 30_000);
    await schedules.runDue();
    expect(schedules.nextDueAt()).toBe(9 * minute);
  });

  it('comes after an instant that lies some milliseconds behind its minute, not before it', async () => {
    const { schedules } = stepped(() => 8 * minute + 30);
    await schedules.runDue();
    expect(schedules.nextDueAt()).toBe(9 * minute);
  });

  it('comes earlier for what others wrote, at its minute and not before', async () => {
    let written: number | undefined;
    const { schedules } = stepped(
      () => 20 * minute,
      () => written,
    );
    await schedules.runDue();
    expect(schedules.nextDueAt()).toBe(20 * minute);
    written = 9 * minute + 1;
    expect(schedules.nextDueAt()).toBe(10 * minute);
    written = 0;
    expect(schedules.nextDueAt()).toBe(6 * minute);
  });
});
