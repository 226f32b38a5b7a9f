import { expect, test } from 'vitest';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { promiseAt, reconcileTimers, wantedTimers } from '#shared/domain/sla/clocks.ts';
import { suspectsCrimeAgainstChild } from '#shared/domain/referrals/duty-to-report.ts';
import { assessSeverity } from '#shared/domain/report/severity.ts';
import { acknowledgeRung, escalateTimer } from '#shared/domain/sla/timer.ts';
import { aCase, fridayNight } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const reported = { ...aCase().reported, category: 'lured' };

test('another country judges by its own categories', async () => {
  const facts = { reported, words: [], linkedReports: 0 };
  expect(assessSeverity(facts, zembla.severity)).toEqual({
    severity: 'critical',
    reasons: ['category_lured', 'child_or_unknown_age'],
  });
  expect(assessSeverity({ ...facts, reported: { ...reported, category: 'lost_pet' } }, zembla.severity).severity).toBe(
    'low',
  );
  expect(suspectsCrimeAgainstChild(reported, (await zembla.loadReferrals()).dutyToReport)).toBe(true);
});

test('another country promises by its own clocks and climbs its own ladder', () => {
  const promise = promiseAt(fridayNight, 'high', reported, zembla.clocks);
  expect(promise).toEqual({
    readBy: plusMinutes(fridayNight, 30),
    handleBy: plusMinutes(fridayNight, 24 * 60),
    resolveBy: plusMinutes(fridayNight, 36 * 60),
  });
  // There, high cases are to be acknowledged too.
  const of = aCase({ reported, promise, severity: 'high', status: 'triaged', triagedAt: fridayNight });
  let [timer] = wantedTimers(of, zembla).filter(({ kind }) => kind === 'must_be_acknowledged');
  const raised: string[] = [];
  for (let minute = 0; minute <= 30 && timer !== undefined; minute += 1) {
    const answer = escalateTimer(timer, of, zembla, plusMinutes(fridayNight, minute));
    if (answer.outcome !== 'raised') continue;
    timer = answer.timer;
    for (const event of answer.events) {
      raised.push(
        event.type === 'case.escalated'
          ? `${minute} ${event.data.rung} ${event.data.reminder}`
          : `${minute} ${event.type}`,
      );
    }
  }
  expect(raised).toEqual(['0 watch 0', '7 elder 0', '10 sla.missed', '18 elder 1', '29 elder 2']);
  if (timer === undefined) throw new Error('The timer is gone.');
  const now = plusMinutes(fridayNight, 30);
  expect(acknowledgeRung(timer, 'elder', zembla, now, 'staff:z')).toMatchObject({
    timer: { nextRungAt: plusMinutes(now, 13) },
  });
  expect(reconcileTimers({ ...of, severity: 'low' }, [timer], zembla).disarm).toEqual([
    '1.must_be_acknowledged.report',
  ]);
});
