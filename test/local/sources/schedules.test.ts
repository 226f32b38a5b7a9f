import { describe, expect, it } from 'vitest';
import { writeCount } from '#infra/local/engines/database-writes.ts';
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

  it('strikes at its minute what others put and what the function put itself, in as many runs as there are minutes', async () => {
    let now = 5 * minute;
    const [writes, due, struck] = [writeCount(), new Set<number>(), [] as [due: number, at: number][]];
    const put = (title: string, at: number): void => {
      due.add(at);
      const Item = { duePk: { S: 'DUE#1' }, dueSk: { S: `${new Date(at).toISOString()}#1` } };
      writes.note(title, 'PutItem', { TableName: 'Things', Item });
    };
    let runs = 0;
    const ticker = async () => {
      runs += 1;
      now += 40;
      writes.note('ticker', 'Query', { TableName: 'Things', IndexName: 'due' });
      for (const at of [...due].filter((one) => one <= now)) {
        due.delete(at);
        struck.push([at, now]);
        writes.note('ticker', 'UpdateItem', { TableName: 'Things', UpdateExpression: 'REMOVE duePk, dueSk' });
        if (at === 600 * minute) put('ticker', 700 * minute);
      }
      const [next] = [...due].toSorted((a, b) => a - b);
      return { ok: true as const, value: { nextAt: next === undefined ? null : new Date(next).toISOString() } };
    };
    const none = async (): Promise<void> => undefined;
    const functions = { invoke: ticker, running: () => 0, begun: () => runs, warm: none, stop: none };
    const schedules = runSchedules([plan], {
      functions: { ...functions, crash: () => undefined, kill: () => undefined },
      titleOf: () => 'ticker',
      writes,
      now: () => now,
    });
    await schedules.runDue();
    expect(schedules.nextDueAt()).toBeUndefined();
    const dues = [7 * minute + 900, 8 * minute, 600 * minute, 2879 * minute];
    for (const at of dues) put('desk', at);
    for (let next = schedules.nextDueAt(); next !== undefined; next = schedules.nextDueAt()) {
      now = Math.max(now, next);
      await schedules.runDue();
    }
    expect(struck.map(([at]) => at)).toEqual([...dues.slice(0, 3), 700 * minute, 2879 * minute]);
    for (const [at, struckAt] of struck) expect(struckAt - at).toBeLessThan(minute + 1000);
    expect(runs).toBeLessThanOrEqual(1 + 5 + 1);
  });
});
