import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { clockKinds, parseTimerId, timerId } from '#shared/domain/case/timer-id.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { plusWorkingDays } from '#shared/domain/time/working-days.ts';
import { wantedTimers } from '#shared/domain/sla/clocks.ts';
import type { ClockKind, Timer } from '#shared/domain/case/timer-id.ts';
import type { NewEvent } from '#shared/domain/case/events.ts';
import { severities } from '#shared/domain/report/severity.ts';
import { acknowledgeRung, escalateTimer, isOfReferral, lastRung } from '#shared/domain/sla/timer.ts';
import { aCase, aReferral, aTimer, fridayNight } from '#test/support/builders.ts';

const rungs = albania.ladder.rungs.map(({ id }) => id);
const at = (minutes: number): Instant => plusMinutes(fridayNight, minutes);
const plusSeconds = (from: Instant, seconds: number): Instant => plusMinutes(from, seconds / 60);
const critical = aCase({ status: 'triaged', triagedAt: fridayNight, severity: 'critical' });

function timerOf(kind: ClockKind, of: Case): Timer {
  const timer = wantedTimers(of, albania).find((wanted) => wanted.kind === kind);
  if (timer === undefined) throw new Error(`No ${kind} is wanted.`);
  return timer;
}

const sayEvent = (event: NewEvent): string =>
  event.type === 'case.escalated'
    ? `${event.data.rung}${event.data.reminder === 0 ? '' : ` again ${event.data.reminder}`}`
    : event.type;

/** Sweeps at each of these minutes, and says what was raised when. */
function sweep(timer: Timer, of: Case, minutes: readonly number[]): { log: string[]; timer: Timer } {
  const log: string[] = [];
  let current = timer;
  for (const minute of minutes) {
    const raised = escalateTimer(current, of, albania, at(minute));
    if (raised.outcome !== 'raised') continue;
    current = raised.timer;
    log.push(`${minute}: ${raised.events.map(sayEvent).join(', ')}`);
  }
  return { log, timer: current };
}
/** The clocks that climb the ladder of the case. */
const ownClocks = clockKinds.filter((kind) => !isOfReferral({ kind }));
const everyMinute = (until: number): number[] => Array.from({ length: until + 1 }, (_, minute) => minute);

describe('the ladder', () => {
  test('of a critical case starts at triage, climbs 10, 10, 20, 20, reminds all for four hours, then every hour', () => {
    expect(sweep(timerOf('must_be_acknowledged', critical), critical, everyMinute(430)).log).toEqual([
      '0: duty',
      '10: backup',
      '15: sla.missed',
      '20: supervisor',
      '40: director',
      '60: outside_partner',
      '90: outside_partner again 1',
      '120: outside_partner again 2',
      '150: outside_partner again 3',
      '180: outside_partner again 4',
      '210: outside_partner again 5',
      '240: outside_partner again 6',
      '270: outside_partner again 7',
      '300: outside_partner again 8',
      '360: outside_partner again 9',
      '420: outside_partner again 10',
    ]);
  });
  test('of a high case starts with the miss and climbs 1, 1, 2, 2 hours', () => {
    const of = aCase({ severity: 'high', triagedAt: fridayNight, status: 'triaged' });
    expect(sweep(timerOf('handle', of), of, everyMinute(1100)).log).toEqual([
      '180: sla.warned',
      '240: sla.missed, duty',
      '300: backup',
      '360: supervisor',
      '480: director',
      '600: outside_partner',
      '840: outside_partner again 1',
      '1080: outside_partner again 2',
    ]);
  });
  test('of what somebody must still look at is climbed also when the case is closed', () => {
    const approvals = [
      {
        id: 'lowering-1',
        kind: 'lowering',
        to: 'low',
        because: 'already_safe',
        askedBy: 'anna',
        askedAt: fridayNight,
      } as const,
    ];
    const of: Case = { ...critical, severity: 'low', status: 'closed', closedAt: at(5), approvals };
    const { log } = sweep(aTimer({ kind: 'second_look', deadline: at(10), dueAt: at(10) }), of, [9, 10, 11]);
    expect(log).toEqual(['10: sla.missed, duty']);
  });
  test('of a normal case climbs one day each', () => {
    const of = aCase({ triagedAt: fridayNight, status: 'triaged' });
    const { log } = sweep(timerOf('handle', of), of, everyMinute(24 * 60 * 4));
    expect(log).toEqual([
      '1080: sla.warned',
      '1440: sla.missed, duty',
      '2880: backup',
      '4320: supervisor',
      '5760: director',
    ]);
  });
  test('raises one rung at a time after an outage, each a full step after the one before', () => {
    const late = everyMinute(120).filter((minute) => minute >= 55);
    expect(sweep(timerOf('must_be_acknowledged', critical), critical, late).log).toEqual([
      '55: sla.missed, duty',
      '65: backup',
      '75: supervisor',
      '95: director',
      '115: outside_partner',
    ]);
  });
  test('is climbed by a sweep that comes some seconds earlier in its minute than the one before', () => {
    const [first, second] = [plusSeconds(at(0), 50), plusSeconds(at(10), 2)];
    const raised = escalateTimer(timerOf('must_be_acknowledged', critical), critical, albania, first);
    expect(raised).toMatchObject({ outcome: 'raised', timer: { nextRungAt: at(10) } });
    if (raised.outcome !== 'raised') return;
    expect(escalateTimer(raised.timer, critical, albania, second).outcome).toBe('raised');
  });

  test('skips the warning of what is missed already', () => {
    const { log } = sweep(aTimer(), aCase(), [72 * 60, 72 * 60 + 1]);
    expect(log).toEqual([`${72 * 60}: sla.missed, duty`]);
  });

  test('whenever the sweep runs: every rung once and in order, then reminders, one miss, at most one warning', () => {
    const anyGaps = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(anyGaps, fc.constantFrom(...severities), fc.constantFrom(...ownClocks), (gaps, severity, kind) => {
        fc.pre(albania.clocks[kind].minutes[severity] !== null);
        const withdrawal = { askedAt: fridayNight, waitUntil: at(72 * 60) };
        const triaged = { status: 'triaged' as const, triagedAt: fridayNight, withdrawal };
        const questions = { asked: 1, replied: 0, askedAt: fridayNight, openSince: fridayNight };
        const referrals = [aReferral({ status: 'sent', lookOwedSince: fridayNight, questions })];
        const looks = { id: 'lowering-1', kind: 'lowering', askedBy: 'anna', askedAt: fridayNight } as const;
        const approvals = [{ ...looks, to: severity, because: 'already_safe' as const }];
        const danger = { since: fridayNight, flags: ['inDanger' as const] };
        const of = aCase({ severity, ...(kind === 'must_be_triaged' ? {} : triaged), referrals, approvals, danger });
        const urgency = kind === 'danger_call' ? 'critical' : severity;
        let timer = timerOf(kind, of);
        const raises: NewEvent[] = [];
        let now = 0;
        let earliestNext = fridayNight;
        const isFullStep: boolean[] = [];
        for (const gap of gaps) {
          now += gap;
          const isDue = timer.dueAt <= at(now);
          const raised = escalateTimer(timer, of, albania, at(now));
          expect(raised.outcome).toBe(isDue ? 'raised' : 'not_due');
          if (raised.outcome !== 'raised') continue;
          const climbs = raised.events.filter(({ type }) => type === 'case.escalated');
          expect(climbs.length).toBeLessThanOrEqual(1);
          if (climbs.length === 1) {
            const step = albania.ladder.stepMinutes[urgency][timer.nextRung];
            isFullStep.push(earliestNext <= at(now));
            const { first, firstForMinutes, later } = albania.ladder.reminderMinutes[urgency];
            const wait = raised.timer.reminders * first < firstForMinutes ? first : later;
            const { remindsAfterWorkingDays: days } = albania.clocks[kind];
            const isSlow = step === undefined && days !== undefined;
            earliestNext = isSlow ? plusWorkingDays(at(now), days, albania) : at(now + (step ?? wait));
          }
          expect(raised.timer.nextRungAt ?? fridayNight).toBe(earliestNext);
          raises.push(...raised.events);
          timer = raised.timer;
        }
        expect(isFullStep).not.toContain(false);
        const climbed = raises.filter((event) => event.type === 'case.escalated').map(({ data }) => data);
        expect(climbed.slice(0, rungs.length).map(({ rung }) => rung)).toEqual(rungs.slice(0, climbed.length));
        expect(climbed.map(({ reminder }) => reminder)).toEqual(
          climbed.map((_, index) => Math.max(0, index + 1 - rungs.length)),
        );
        expect(raises.filter(({ type }) => type === 'sla.missed').length).toBe(timer.deadline <= at(now) ? 1 : 0);
        expect(raises.filter(({ type }) => type === 'sla.warned').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a raise', () => {
  test('is refused before it is due, and once what it watches has happened', () => {
    expect(escalateTimer(aTimer(), aCase(), albania, fridayNight)).toEqual({ outcome: 'not_due' });
    const handled = aCase({ handledAt: at(5) });
    expect(escalateTimer(aTimer(), handled, albania, at(9999))).toEqual({ outcome: 'ended' });
    expect(escalateTimer(aTimer(), aCase({ clockNumber: 2 }), albania, at(9999))).toEqual({ outcome: 'ended' });
    expect(escalateTimer(aTimer(), aCase({ closedAt: at(1) }), albania, at(9999))).toEqual({ outcome: 'ended' });
  });
  test('of a withdrawal ends when somebody has looked at it, when it is gone, and when the case is resolved', () => {
    const timer = aTimer({ kind: 'withdrawal_look' });
    const withdrawal = { askedAt: fridayNight, waitUntil: at(72 * 60) };
    const raise = (more: Partial<Case>) => escalateTimer(timer, aCase(more), albania, at(9999)).outcome;
    expect(raise({ withdrawal })).toBe('raised');
    expect(raise({ withdrawal: { ...withdrawal, lookedAt: at(5) } })).toBe('ended');
    expect(raise({ withdrawal, resolvedAt: at(5) })).toBe('ended');
    expect(raise({})).toBe('ended');
  });
  test('of a referral ends with that referral, and when it is not there', () => {
    const [police, school] = [aReferral({ id: 'police-1' }), aReferral({ id: 'school-1', status: 'declined' })];
    for (const kind of ['referral_acknowledge', 'referral_answer', 'referral_hand_over'] as const) {
      const raise = (subject: 'police-1' | 'school-1' | 'nobody-1', referrals = [police, school]) =>
        escalateTimer(aTimer({ kind, subject: `referral-${subject}` }), aCase({ referrals }), albania, at(9999))
          .outcome;
      expect([raise('police-1'), raise('school-1'), raise('nobody-1')]).toEqual(['raised', 'ended', 'ended']);
      expect(raise('school-1', [school, police])).toBe('ended');
      expect(escalateTimer(aTimer({ kind, subject: 'referral-police-1' }), aCase(), albania, at(9999)).outcome).toBe(
        'ended',
      );
    }
  });
  test('of a message of which nobody knows that it was read is made, until everything is read', () => {
    const older = { readAt: at(1), lastWrittenAt: at(2) };
    for (const kind of ['must_be_read', 'must_be_acknowledged'] as const) {
      const timer = aTimer({ kind, subject: 'message-2' });
      const escalated = (of: Partial<Case>) =>
        escalateTimer(timer, aCase({ severity: 'critical', ...of }), albania, at(9999)).outcome;
      expect(escalated(older)).toBe('raised');
      expect(escalated({ ...older, readUpTo: 4 })).toBe('ended');
      expect(escalated({ ...older, lastReadAt: at(3) })).toBe('ended');
    }
  });
  test('of an acknowledgement ends when a person lowered the case', () => {
    const timer = timerOf('must_be_acknowledged', critical);
    expect(escalateTimer(timer, { ...critical, severity: 'high' }, albania, at(60))).toEqual({ outcome: 'ended' });
  });
  test('says that the sweep raised it, and names the timer', () => {
    const raised = escalateTimer(aTimer(), aCase(), albania, at(40 * 60));
    expect(raised).toMatchObject({
      events: [{ type: 'sla.warned', actor: 'besa:escalation', data: { timer: '1.promise_handle.report' } }],
    });
  });
});

describe('acknowledging', () => {
  const climbed = sweep(timerOf('must_be_acknowledged', critical), critical, [0, 10]).timer;

  test('the last raised rung holds the climb for half an hour', () => {
    const held = acknowledgeRung(climbed, 'backup', albania, at(12), 'staff:s-1');
    expect(held).toMatchObject({
      outcome: 'held',
      timer: { nextRungAt: at(42), nextRung: 2 },
      events: [
        {
          type: 'escalation.acknowledged',
          actor: 'staff:s-1',
          data: { timer: '1.must_be_acknowledged.report', rung: 'backup' },
        },
      ],
    });
  });
  test('never brings the next rung forward', () => {
    const of = aCase({ severity: 'normal', triagedAt: fridayNight });
    const { timer } = sweep(timerOf('handle', of), of, [1440]);
    const held = acknowledgeRung(timer, 'duty', albania, at(1450), 'staff:s-1');
    expect(held).toMatchObject({ timer: { nextRungAt: at(2880) } });
  });
  test('holds the miss, too, when the first rung was raised before it', () => {
    const held = acknowledgeRung(climbed, 'backup', albania, at(12), 'staff:s-1');
    if (held.outcome !== 'held') throw new Error(held.outcome);
    const missed = escalateTimer(held.timer, critical, albania, at(15));
    expect(missed).toMatchObject({ events: [{ type: 'sla.missed' }], timer: { nextRungAt: at(42), dueAt: at(42) } });
  });
  test('another rung, or before anything was raised, comes too late', () => {
    expect(acknowledgeRung(climbed, 'duty', albania, at(12), 'staff:s-1')).toEqual({ outcome: 'moved_on' });
    expect(acknowledgeRung(climbed, 'nobody', albania, at(12), 'staff:s-1')).toEqual({ outcome: 'moved_on' });
    const fresh = timerOf('must_be_acknowledged', critical);
    expect(acknowledgeRung(fresh, 'duty', albania, fridayNight, 'staff:s-1')).toEqual({ outcome: 'moved_on' });
  });
  test('after the last rung holds the reminders', () => {
    const { timer } = sweep(timerOf('must_be_acknowledged', critical), critical, everyMinute(90));
    expect(lastRung(timer, albania)).toBe('outside_partner');
    const held = acknowledgeRung(timer, 'outside_partner', albania, at(100), 'staff:s-1');
    expect(held).toMatchObject({ timer: { nextRungAt: at(130) } });
  });
});

describe('a timer id', () => {
  test('reads back as what it was made of', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom(...clockKinds),
        fc.nat({ max: 999 }),
        (clock, kind, n) => {
          const subject = n === 0 ? 'report' : (`message-${n}` as const);
          expect(parseTimerId(timerId({ clock, kind, subject }))).toEqual({ clock, kind, subject });
        },
      ),
    );
  });
  test.each(['1.referral_answer.referral-police_cybercrime-1', '12.referral_hand_over.referral-a-99'])(
    'names an institution that is waited for: %s',
    (text) => {
      const read = parseTimerId(text);
      expect(read && timerId(read)).toBe(text);
    },
  );
  test.each([
    '',
    '1.handle',
    'x1.handle.report',
    '1.referral_answer.referral-9lives-1',
    '1.referral_answer.referral-police-0',
    '1.referral_answer.referral-police-100',
    '1.referral_answer.referral-police-1x',
    `1.referral_answer.referral-p${'o'.repeat(32)}-1`,
    '0.handle.report',
    '1.lunch.report',
    '1.handle.message-0',
    '1.handle.report.x',
    'x'.repeat(9999),
  ])('is not %j', (text) => expect(parseTimerId(text)).toBeUndefined());
});
