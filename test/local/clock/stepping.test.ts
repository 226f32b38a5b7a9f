import { describe, expect, it } from 'vitest';
import { durationMs } from '#infra/local/clock/clock.ts';
import { startTinyBesa } from '../tiny-besa.ts';

const minute = 60_000;
const at = (ms: number): string => new Date(ms).toISOString();

describe('the stepped clock', () => {
  it('tells functions, queues and answers one time', async () => {
    const besa = await startTinyBesa();
    const start = Date.parse(besa.clock.now());
    await besa.clock.advance(49 * 60 * minute);
    const now = Date.parse(besa.clock.now());
    expect(now - start).toBeGreaterThanOrEqual(49 * 60 * minute);
    const { at: told } = (await (await besa.put({ id: 'a' })).json()) as { at: string };
    expect(Date.parse(told) - now).toBeLessThan(minute);
    await besa.quiet();
    const done = await besa.row('a', 'DONE');
    expect(Date.parse(done?.['doneAt'] ?? '') - now).toBeLessThan(minute);
  });

  it('stops at everything that is due on the way, each within a minute of its time', async () => {
    const besa = await startTinyBesa();
    const start = Date.parse(besa.clock.now());
    const dues = [7, 8, 600, 2879].map((minutes) => start + minutes * minute);
    await Promise.all(dues.map((due, index) => besa.put({ id: `d${index}`, dueAt: at(due) })));
    await besa.clock.advance(49 * 60 * minute);
    const late = await Promise.all(
      dues.map(async (due, index) => Date.parse((await besa.row(`d${index}`, 'STRUCK'))?.['struckAt'] ?? '') - due),
    );
    for (const ms of late) expect(ms).toBeGreaterThanOrEqual(0);
    for (const ms of late) expect(ms).toBeLessThan(minute + 1000);
  });

  it('strikes nothing that is not due yet', async () => {
    const besa = await startTinyBesa();
    await besa.put({ id: 'later', dueAt: at(Date.parse(besa.clock.now()) + 120 * minute) });
    await besa.clock.advance(118 * minute);
    expect(await besa.row('later', 'STRUCK')).toBeUndefined();
    await besa.clock.advance(4 * minute);
    expect(await besa.row('later', 'STRUCK')).toBeDefined();
  });

  it('answers only when everything set going has ended', async () => {
    const besa = await startTinyBesa();
    const ids = Array.from({ length: 30 }, (_, index) => `t${index}`);
    await Promise.all(ids.map((id) => besa.put({ id })));
    await besa.clock.advance(1);
    const done = await Promise.all(ids.map((id) => besa.row(id, 'DONE')));
    expect(done.filter((row) => row === undefined)).toEqual([]);
  });

  it('starts where it is told to, for functions too, and goes on from there over a restart', async () => {
    const startsAt = '2026-11-17T09:00:00.000Z';
    const first = await startTinyBesa({ startsAt });
    const { at: told } = (await (await first.put({ id: 'a' })).json()) as { at: string };
    expect(Date.parse(told) - Date.parse(startsAt)).toBeGreaterThanOrEqual(0);
    expect(Date.parse(told) - Date.parse(startsAt)).toBeLessThan(10 * minute);
    const left = first.clock.now();
    await first.stop();
    const second = await startTinyBesa({ dataDir: first.dataDir, startsAt });
    expect(Date.parse(second.clock.now())).toBeGreaterThanOrEqual(Date.parse(left));
  });

  it('stays where it was over a restart', async () => {
    const first = await startTinyBesa();
    await first.clock.advance(90 * minute);
    const left = first.clock.now();
    await first.stop();
    const second = await startTinyBesa({ dataDir: first.dataDir });
    expect(Date.parse(second.clock.now())).toBeGreaterThanOrEqual(Date.parse(left));
  });
});

describe('a duration', () => {
  it.each([
    ['PT49H', 49 * 60 * minute],
    ['P1DT1M', 1441 * minute],
    ['P2W', 14 * 1440 * minute],
    ['PT0.5S', 500],
    ['P', undefined],
    ['PT', undefined],
    ['49h', undefined],
    ['-PT1H', undefined],
  ])('%s is %s ms', (text, expected) => {
    expect(durationMs(text)).toBe(expected);
  });
});
