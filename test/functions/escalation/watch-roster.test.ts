import { describe, expect, it } from 'vitest';
import { watchRoster } from '#functions/escalation/watch-roster.ts';
import type { StaffMember } from '#shared/ports/directory.ts';
import { staff } from '../centre.ts';
import { policy } from '../policy.ts';

describe('The watch over the roster', () => {
  const cleared: StaffMember = { ...staff[0]!, cleared: true };

  async function measuredAt(now: string, holders: (at: string) => StaffMember[]) {
    const measured: Record<string, number> = {};
    const logged: string[] = [];
    await watchRoster({
      directory: {
        rota: async () => ({ holders: (_, at) => holders(at), marked: () => [], changesWithin: () => [0, 10, 12] }),
      },
      country: policy,
      log: (code) => void logged.push(code),
      measure: (metric, value) => void (measured[metric] = value),
    })(now);
    return { measured, logged };
  }

  it.each(['2026-11-20T07:00:30.000Z', '2026-11-20T07:59:30.000Z', '2026-07-20T06:31:00.000Z'])(
    'looks in any sweep of the hour after the night, so that one that fails does not lose the day: %s',
    async (now) => {
      expect((await measuredAt(now, () => [])).measured).toMatchObject({ HoursWithoutClearance: 24 });
    },
  );

  it('counts the hours ahead without anybody and without clearance, in the morning', async () => {
    const holders = (at: string) => (at < '2026-11-20T19' ? [cleared] : at < '2026-11-21T02' ? [staff[0]!] : []);
    expect(await measuredAt('2026-11-20T07:00:30.000Z', holders)).toEqual({
      measured: { HoursWithoutDuty: 5, HoursWithoutClearance: 12 },
      logged: ['roster_has_gaps'],
    });
  });

  it('counts an hour of which some minutes are nobody’s', async () => {
    const holders = (at: string) => ('2026-11-20T16:10' <= at && at < '2026-11-20T16:12' ? [] : [cleared]);
    expect(await measuredAt('2026-11-20T07:00:30.000Z', holders)).toMatchObject({
      measured: { HoursWithoutDuty: 1, HoursWithoutClearance: 1 },
    });
  });

  it('says so when nothing is missing, and nothing at any other hour', async () => {
    expect(await measuredAt('2026-11-20T07:00:30.000Z', () => [cleared])).toEqual({
      measured: { HoursWithoutDuty: 0, HoursWithoutClearance: 0 },
      logged: [],
    });
    for (const now of ['2026-11-20T06:59:59.000Z', '2026-11-20T08:00:00.000Z', '2026-11-20T22:30:00.000Z']) {
      expect(await measuredAt(now, () => [])).toEqual({ measured: {}, logged: [] });
    }
  });
});
