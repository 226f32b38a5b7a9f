import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it, test } from 'vitest';
import {
  budgetOf,
  joins,
  mayLeaveAt,
  paceOf,
  paceOfNews,
  type EarlierMail,
  type LastLetters,
  type PacedMail,
  type PaceLimits,
} from '#shared/domain/mail/mail-pace.ts';
import { minuteOf, plusMinutes } from '#shared/domain/time/instant.ts';
import { ownCase } from '#test/support/new-case.ts';
import { aTimer } from '#test/support/builders.ts';
import { policy } from '../../functions/policy.ts';

const { pace } = policy.mailTiming;
const start = '2026-11-20T22:10:00.000Z';
const at = (minutes: number): string => plusMinutes(start, minutes);
const plenty: PaceLimits = { budget: 'plenty' };

describe('The budget of a day', () => {
  it.each([
    [0, 200, 'plenty'],
    [99, 200, 'plenty'],
    [100, 200, 'half'],
    [149, 200, 'half'],
    [150, 200, 'reserve'],
    [300, 200, 'reserve'],
  ] as const)('after %i of %i mails: %s', (sent, perDay, budget) => {
    expect(budgetOf(sent, perDay)).toBe(budget);
  });
});

describe('The pace of a mail', () => {
  it.each([
    ['first news of a critical case', { pace: 5, isFirstNews: true }, plenty, 5],
    ['the same when half of the mails are gone', { pace: 5, isFirstNews: true }, { budget: 'half' }, 5],
    ['the same in the reserve', { pace: 5, isFirstNews: true }, { budget: 'reserve' }, 5],
    ['its repeat', { pace: 5, isFirstNews: true, toldAt: start }, plenty, 5],
    [
      'its repeat when half of the mails are gone',
      { pace: 5, isFirstNews: true, toldAt: start },
      { budget: 'half' },
      60,
    ],
    ['its repeat in the reserve', { pace: 5, isFirstNews: true, toldAt: start }, { budget: 'reserve' }, 240],
    ['what joins', { pace: 30 }, plenty, 30],
    ['what joins when half of the mails are gone', { pace: 30 }, { budget: 'half' }, 60],
    ['a daily mail, or one of release 0.1.0', {}, plenty, 5],
    ['first news as a short message', { pace: 5, isFirstNews: true }, { budget: 'plenty', contact: 'mail_to_sms' }, 15],
    ['what joins as a short message', { pace: 30 }, { budget: 'plenty', contact: 'mail_to_sms' }, 30],
  ] as const)('%s', (_, mail, limits, minutes) => {
    expect(paceOf(mail, limits, pace)).toBe(minutes);
  });

  it('of first news counts from the last letter that rang, and any other from the last letter', () => {
    const last = { lastLetterAt: at(3), lastRingAt: at(0) };
    expect(mayLeaveAt({ pace: 5, isFirstNews: true }, last, plenty, pace)).toBe(at(5));
    expect(mayLeaveAt({ pace: 5 }, last, plenty, pace)).toBe(at(8));
    expect(mayLeaveAt({ pace: 5, isFirstNews: true }, { lastLetterAt: at(3) }, plenty, pace)).toBeUndefined();
  });
});

test('whatever arrives, letters to one person that ring are five minutes apart, and no mail waits longer than its pace', () => {
  const arrivals = fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 20 }),
      pace: fc.constantFrom(5, 30, 60),
      isFirstNews: fc.boolean(),
      isDaily: fc.boolean(),
    }),
    { minLength: 1, maxLength: 60 },
  );
  fc.assert(
    fc.property(arrivals, fc.constantFrom('plenty', 'half', 'reserve' as const), (arriving, budget) => {
      const limits: PaceLimits = { budget };
      let minute = 0;
      const all = arriving.map(({ after, isFirstNews, isDaily, pace: own }) => {
        minute += after;
        const paced: PacedMail = isDaily ? {} : { pace: own, ...(isFirstNews ? { isFirstNews } : {}) };
        return { arrives: minute, isDaily, ...paced };
      });
      let last: LastLetters = {};
      let waiting: typeof all = [];
      const rings: number[] = [];
      const letters: { at: number; isFirst: boolean }[] = [];
      // The sweep of each minute, as it sends: one letter once any mail may leave, about all that wait.
      for (let now = 0; now <= minute + 300; now += 1) {
        waiting.push(...all.filter(({ arrives }) => arrives === now));
        const opens = waiting.map((mail) => mayLeaveAt(mail, last, limits, pace));
        if (!opens.some((open) => open === undefined || open <= at(now))) continue;
        if (waiting.length === 0) continue;
        for (const { arrives, ...mail } of waiting) {
          expect(now - arrives).toBeLessThanOrEqual(paceOf(mail, limits, pace));
        }
        const doesRing = waiting.some(({ isDaily }) => !isDaily);
        if (doesRing) rings.push(now);
        letters.push({ at: now, isFirst: waiting.some((mail) => mail.isFirstNews === true) });
        last = {
          lastLetterAt: at(now),
          ...(doesRing ? { lastRingAt: at(now) } : last.lastRingAt ? { lastRingAt: last.lastRingAt } : {}),
        };
        waiting = [];
      }
      expect(waiting).toEqual([]);
      for (const [index, one] of rings.slice(1).entries()) expect(one - rings[index]!).toBeGreaterThanOrEqual(5);
      const least = { plenty: 5, half: 60, reserve: 240 }[budget];
      for (const [index, one] of letters.slice(1).entries()) {
        const since = one.at - letters[index]!.at;
        expect(one.isFirst || since >= least).toBe(true);
      }
    }),
  );
});

test('a minute is that of the clock', () => {
  expect(minuteOf('2026-11-20T22:10:59.999Z')).toBe('2026-11-20T22:10:00.000Z');
});

describe('News of a case', () => {
  const of = ownCase({ severity: 'critical' });
  const waits = aTimer({ kind: 'must_be_acknowledged', nextRung: 2 });
  const earlier = (overrides: Partial<EarlierMail> = {}): EarlierMail => ({
    eventId: `${of.caseId}#2`,
    to: 'staff-duty',
    occasion: 'new_case',
    createdAt: at(0),
    attempts: 1,
    retryAt: at(2),
    ...overrides,
  });
  const news = (
    told: {
      occasion: 'escalated' | 'missed' | 'warned' | 'reminder' | 'from_reporter' | 'new_case';
      timer?: string;
      rings?: boolean;
    },
    timers = [waits],
    mails = [earlier()],
    case_ = of,
  ) => paceOfNews({ to: 'staff-duty', rings: true, ...told } as never, case_, timers, mails, pace);

  it('is first news to who knows nothing of this critical case', () => {
    const first = { pace: 5, isFirstNews: true };
    expect(news({ occasion: 'new_case' }, [waits], [])).toEqual(first);
    expect(news({ occasion: 'warned', timer: '1.handle.report' }, [waits], [])).toEqual(first);
    expect(news({ occasion: 'new_case' }, [waits], [earlier({ to: 'staff-other' })])).toEqual(first);
    expect(news({ occasion: 'new_case' }, [waits], [earlier({ undelivered: 'bounced' })])).toEqual(first);
    const anew = { ...of, criticalSince: at(1) };
    expect(news({ occasion: 'escalated', timer: '1.must_be_acknowledged.report' }, [waits], [earlier()], anew)).toEqual(
      first,
    );
    const reopened = { ...of, clockNumber: 2 };
    expect(news({ occasion: 'escalated', timer: '2.must_be_read.report' }, [], [earlier()], reopened)).toEqual(first);
    expect(news({ occasion: 'new_case' }, [], [], { ...of, severity: 'high' })).toEqual({ pace: 5 });
  });

  it('needs somebody now when it rings, and joins when it does not; slower after four hours', () => {
    const told = { occasion: 'escalated', timer: '1.handle.report' } as const;
    expect(news(told)).toEqual({ pace: 5 });
    expect(news({ ...told, rings: false })).toEqual({ pace: 30 });
    const reminder = { occasion: 'reminder', timer: '1.must_be_acknowledged.report', rings: false } as const;
    expect(news(reminder, [{ ...waits, reminders: 8 }])).toEqual({ pace: 30 });
    expect(news(reminder, [{ ...waits, reminders: 9 }])).toEqual({ pace: 60 });
  });

  it('of the reporter needs somebody now at first, and joins while that is not read', () => {
    const unread = { message: 2, event: 7, at: at(1), readBy: at(61) };
    const read = { ...of, readAt: at(1), lastReadAt: at(1), unreadFrom: unread };
    const told = { occasion: 'from_reporter', timer: '1.must_be_read.report' } as const;
    expect(news(told, [], [earlier()], read)).toEqual({ pace: 5 });
    const first = earlier({ occasion: 'from_reporter', eventId: `${of.caseId}#7` });
    expect(news(told, [], [earlier(), first], read)).toEqual({ pace: 30 });
    expect(news(told, [], [earlier(), first], { ...read, unreadFrom: { ...unread, event: 8 } })).toEqual({ pace: 5 });
    // That they want to take it back is other news.
    const withdrawal = { occasion: 'from_reporter', timer: '1.withdrawal_look.report' } as const;
    expect(news(withdrawal, [], [earlier(), first], read)).toEqual({ pace: 5 });
  });

  it('joins a mail of the same kind that waits and was never tried, and no other', () => {
    const told = {
      to: 'staff-duty',
      occasion: 'from_reporter',
      timer: '1.must_be_read.message-2',
      retryAt: at(9),
    } as const;
    const waiting = earlier({
      occasion: 'from_reporter',
      timer: '1.must_be_read.message-1',
      attempts: 0,
      retryAt: at(5),
    });
    expect(joins(told, [waiting])).toBe(true);
    for (const other of [
      { attempts: 1 },
      { retryAt: at(10) },
      { to: 'staff-other' },
      { occasion: 'warned' as const },
      { timer: '2.must_be_read.message-1' as const },
      { rung: 'duty' },
      { referral: 'police-2' },
      { sentAt: at(1) },
      { droppedBecause: 'case_over' },
      { undelivered: 'bounced' },
    ]) {
      expect([other, joins(told, [{ ...waiting, ...other }])]).toEqual([other, false]);
    }
  });
});
