import { describe, expect, it } from 'vitest';
import { asOfDay, coarsened, countedNotices, factOf } from '#shared/domain/keeping/case-fact.ts';
import type { Fact } from '#shared/domain/keeping/case-fact.ts';
import { monthOf } from '#shared/domain/keeping/quarters.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { aCase, aReferral, fridayNight } from '#test/support/builders.ts';
import { aFact, countedInAlbania } from '#test/support/figures.ts';

const zone = 'Europe/Tirane';
const now = '2026-11-21T00:00:00.000Z';
const reported = { ...aCase().reported, region: 'AL-11' };

describe('The fact of a case', () => {
  it('counts it in the month of the country it was told in', () => {
    expect(monthOf('2026-12-31T22:59:59.000Z', zone)).toEqual({ month: '2026-12', quarter: '2026-Q4' });
    expect(monthOf('2026-12-31T23:00:00.000Z', zone)).toEqual({ month: '2027-01', quarter: '2027-Q1' });
    expect(monthOf('2026-06-30T22:00:00.000Z', zone)).toEqual({ month: '2026-07', quarter: '2026-Q3' });
  });

  it('has nothing in it that leads back to the case', () => {
    const of = aCase({ reported, assignee: 'staff-officer', resolvedAt: fridayNight, outcomes: ['advice_given'] });
    const fact = factOf(of, 3, countedInAlbania, now);
    const text = JSON.stringify(fact);
    for (const lead of [of.caseId, of.caseNumber, 'staff-officer', fridayNight, fridayNight.slice(0, 10)]) {
      expect(text).not.toContain(lead);
    }
    expect(fact).toMatchObject({ month: '2026-11', region: 'AL-11', addresses: 3, victims: [{ ageBand: '15' }] });
  });

  it('says what staff concluded, and beside it what was reported', () => {
    const of = aCase({ reported, assessed: { category: 'sexual_extortion' } });
    expect(factOf(of, 0, countedInAlbania, now)).toMatchObject({
      category: 'sexual_extortion',
      reportedCategory: 'cyberbullying',
    });
    expect(factOf(aCase({ reported }), 0, countedInAlbania, now)).not.toHaveProperty('reportedCategory');
    expect(factOf(aCase(), 0, countedInAlbania, now)).not.toHaveProperty('region');
  });

  it('has the main outcome of a case that is resolved, and no other', () => {
    const of = aCase({ resolvedAt: fridayNight, outcomes: ['advice_given', 'helpline_support'] });
    expect(factOf(of, 0, countedInAlbania, now)).toMatchObject({ outcome: 'advice_given' });
  });

  it('has no outcome while the case is open, nor after it was reopened', () => {
    expect(factOf(aCase({ outcomes: ['advice_given'] }), 0, countedInAlbania, now)).not.toHaveProperty('outcome');
  });

  it.each([
    ['kept', { handledAt: '2026-11-22T22:10:00.000Z', resolvedAt: '2026-11-23T22:10:00.000Z' }],
    ['missed', { handledAt: '2026-11-22T22:10:00.001Z', resolvedAt: '2026-11-23T22:10:00.000Z' }],
    ['missed', { handledAt: '2026-11-22T22:10:00.000Z', resolvedAt: '2026-11-23T22:10:00.001Z' }],
    ['missed', { resolvedAt: '2026-11-22T22:10:00.001Z' }],
    ['kept', { resolvedAt: '2026-11-22T22:10:00.000Z' }],
    ['running', { handledAt: '2026-11-22T22:10:00.000Z' }],
    ['running', {}],
  ] as const)('says that the promise was %s', (promise, times) => {
    expect(factOf(aCase(times), 0, countedInAlbania, now)).toMatchObject({ promise });
  });

  it('remembers a promise missed before the case was reopened', () => {
    const { promise } = aCase();
    const earlier = { promise, handledAt: '2026-11-30T00:00:00.000Z', outcomes: [] };
    const of = aCase({ clockNumber: 2, earlierClocks: [earlier], handledAt: fridayNight, resolvedAt: fridayNight });
    expect(factOf(of, 0, countedInAlbania, now)).toMatchObject({ promise: 'missed', reopened: 1 });
  });

  it('says of an open case that the promise was missed once its time is over, though nobody ever touched it', () => {
    const { handleBy, resolveBy } = aCase().promise;
    expect(factOf(aCase(), 0, countedInAlbania, handleBy)).toMatchObject({ promise: 'running' });
    expect(factOf(aCase(), 0, countedInAlbania, plusMinutes(handleBy, 1))).toMatchObject({ promise: 'missed' });
    const handled = aCase({ handledAt: fridayNight });
    expect(factOf(handled, 0, countedInAlbania, resolveBy)).toMatchObject({ promise: 'running' });
    expect(factOf(handled, 0, countedInAlbania, plusMinutes(resolveBy, 1))).toMatchObject({ promise: 'missed' });
  });

  it('says whether it helped once the reporter did, and of silence nothing', () => {
    expect(factOf(aCase({ helped: 'partly' }), 0, countedInAlbania, now)).toMatchObject({ helped: 'partly' });
    expect(factOf(aCase(), 0, countedInAlbania, now)).not.toHaveProperty('helped');
  });

  it('knows where it happened, who told it, and by which campaign', () => {
    const facts = { ...reported, platform: 'tiktok', reporterRole: 'teacher', reporterAgeBand: '31+' } as const;
    const of = aCase({ reported: facts, campaign: 'SID-2026' });
    expect(factOf(of, 0, countedInAlbania, now)).toMatchObject({
      platform: 'tiktok',
      reporterRole: 'teacher',
      reporterAgeBand: '31+',
      campaign: 'SID-2026',
    });
    const assessed = { category: 'cyberbullying', platform: 'instagram' };
    expect(factOf({ ...of, assessed }, 0, countedInAlbania, now)).toMatchObject({ platform: 'instagram' });
  });

  it('counts whole hours from the first receipt: to the first handling, and to the last resolution', () => {
    const { receivedAt, promise } = aCase();
    const after = (minutes: number) => plusMinutes(receivedAt, minutes);
    const once = aCase({ handledAt: after(119), resolvedAt: after(600) });
    expect(factOf(once, 0, countedInAlbania, now)).toMatchObject({ handledHours: 1, resolvedHours: 10 });
    const earlier = { promise, handledAt: after(119), resolvedAt: after(600), outcomes: [] };
    const again = aCase({ clockNumber: 2, earlierClocks: [earlier], handledAt: after(900), resolvedAt: after(6000) });
    expect(factOf(again, 0, countedInAlbania, now)).toMatchObject({ handledHours: 1, resolvedHours: 100 });
    const open = aCase({ clockNumber: 2, earlierClocks: [earlier] });
    expect(factOf(open, 0, countedInAlbania, now)).not.toHaveProperty('resolvedHours');
    const sheet = aCase({ handledAt: plusMinutes(receivedAt, -5) });
    expect(factOf(sheet, 0, countedInAlbania, now)).toMatchObject({ handledHours: 0 });
  });

  it('names the kinds of institutions that heard of it: by mail or by phone, once each, and none that was only planned', () => {
    const referrals = [
      aReferral({ id: 'police_cybercrime-1', institution: 'police_cybercrime', sentAt: fridayNight, status: 'sent' }),
      aReferral({ id: 'state_police-1', institution: 'state_police', acknowledgedAt: fridayNight }),
      aReferral({ id: 'child_protection_unit-1', institution: 'child_protection_unit', status: 'dropped' }),
      aReferral({ id: 'ministry-1', institution: 'data_commissioner', status: 'approved' }),
    ];
    expect(factOf(aCase({ referrals }), 0, countedInAlbania, now).referredTo).toEqual(['police']);
    expect(factOf(aCase(), 0, countedInAlbania, now).referredTo).toEqual([]);
  });

  it('counts corrections of an outcome before and after the figures of its quarter were made', () => {
    const frozen = '2027-01-29T23:00:00.000Z';
    const at = [plusMinutes(frozen, -1), frozen, plusMinutes(frozen, 1)];
    const correction = {
      from: ['content_removed'],
      to: ['content_still_up'],
      because: 'put_back_online',
      by: 'arta',
    } as const;
    const of = aCase({ outcomeCorrections: at.map((one) => ({ ...correction, at: one })) });
    expect(factOf(of, 0, countedInAlbania, now).corrections).toEqual({ before: 1, after: 2 });
    expect(factOf(aCase(), 0, countedInAlbania, now)).not.toHaveProperty('corrections');
  });

  it('holds what staff noted of a child at special risk until the case is erased', () => {
    const of = aCase({ assessed: { category: 'cyberbullying', disability: true, community: 'roma' } });
    const fact = factOf(of, 0, countedInAlbania, now);
    expect(fact).toMatchObject({ disability: true, community: 'roma' });
    const stays = coarsened(fact);
    expect(stays).not.toHaveProperty('disability');
    expect(stays).not.toHaveProperty('community');
  });

  it('keeps neither month nor region once the case is erased', () => {
    const stays = coarsened(factOf(aCase({ reported }), 0, countedInAlbania, now));
    expect(stays).not.toHaveProperty('month');
    expect(stays).not.toHaveProperty('region');
    expect(stays.quarter).toBe('2026-Q4');
  });
});

describe('The fact of a promise', () => {
  const { handleBy, resolveBy, readBy } = aCase().promise;
  const day = (at: string) => asOfDay(factOf(aCase(), 0, countedInAlbania, now), at);

  it('says until which local day the answer is in time, only while one is owed', () => {
    // 2026-11-22T22:10Z is the 22nd in Tirane, and an hour and a minute later it is not.
    expect(factOf(aCase(), 0, countedInAlbania, now).runsUntil).toBe('2026-11-22');
    expect(factOf(aCase({ handledAt: fridayNight }), 0, countedInAlbania, now).runsUntil).toBe('2026-11-23');
    const resolved = aCase({ handledAt: fridayNight, resolvedAt: fridayNight });
    expect(factOf(resolved, 0, countedInAlbania, now)).not.toHaveProperty('runsUntil');
    expect(coarsened(factOf(aCase(), 0, countedInAlbania, now))).not.toHaveProperty('runsUntil');
  });

  it('is missed once its day is over, though nobody counted the case again', () => {
    expect(day('2026-11-22').promise).toBe('running');
    expect(day('2026-11-23')).toMatchObject({ promise: 'missed', lateBy: 'up_to_24h', read: 'missed' });
    expect(day('2026-11-24')).toMatchObject({ promise: 'missed', lateBy: 'over_24h' });
  });

  it('never changes what has its answer', () => {
    const kept = aFact();
    expect(asOfDay(kept, '2030-01-01')).toBe(kept);
    const late = aFact({ promise: 'missed', lateBy: 'up_to_24h' });
    expect(asOfDay(late, '2030-01-01')).toBe(late);
  });

  it('of release 0.1.0, which wrote no day, is missed some days after its quarter, if the case was never reopened', () => {
    const { outcome: _, read: __, ...old } = aFact({ promise: 'running' });
    expect(asOfDay(old, '2027-01-04').promise).toBe('running');
    expect(asOfDay(old, '2027-01-05').promise).toBe('missed');
    const reopened: Fact = { ...old, reopened: 1 };
    expect(asOfDay(reopened, '2027-01-30').promise).toBe('running');
    expect(asOfDay({ ...old, promise: 'missed' }, '2027-01-30').lateBy).toBe('over_24h');
  });

  it.each([
    ['up_to_24h', { handledAt: plusMinutes(handleBy, 1), resolvedAt: resolveBy }],
    ['up_to_24h', { handledAt: plusMinutes(handleBy, 24 * 60), resolvedAt: plusMinutes(resolveBy, 24 * 60) }],
    ['over_24h', { handledAt: fridayNight, resolvedAt: plusMinutes(resolveBy, 24 * 60 + 1) }],
    ['over_24h', { handledAt: plusMinutes(handleBy, 24 * 60 + 1), resolvedAt: plusMinutes(resolveBy, 12 * 60) }],
    [undefined, { handledAt: fridayNight, resolvedAt: resolveBy }],
    [undefined, {}],
  ])('was late by %s', (lateBy, times) => {
    expect(factOf(aCase(times), 0, countedInAlbania, plusMinutes(resolveBy, 9000)).lateBy).toBe(lateBy);
  });

  it('says whether it was read in time', () => {
    expect(factOf(aCase({ readAt: readBy }), 0, countedInAlbania, now).read).toBe('kept');
    expect(factOf(aCase({ readAt: plusMinutes(readBy, 1) }), 0, countedInAlbania, now).read).toBe('missed');
    expect(factOf(aCase(), 0, countedInAlbania, readBy).read).toBe('running');
    expect(factOf(aCase(), 0, countedInAlbania, plusMinutes(readBy, 1)).read).toBe('missed');
  });
});

describe('The fact of a takedown notice', () => {
  const notice = { platform: 'tiktok', way: 'reporting_form', sentBy: 'staff-officer' } as const;
  const notices = [
    { ...notice, id: 'tiktok-1', sentAt: '2026-12-31T22:59:00.000Z' },
    {
      ...notice,
      id: 'tiktok-2',
      sentAt: '2026-12-31T23:00:00.000Z',
      answer: 'removed' as const,
      answeredAt: '2027-01-02T00:59:00.000Z',
    },
  ];
  let next = 0;
  const counted = countedNotices({ notices }, { 'tiktok-2': 'known' }, zone, () => `new-${(next += 1)}`);

  it('holds the quarter it was sent in, platform, way, answer and hours, and nothing that leads back', () => {
    const [first, second] = counted;
    expect(first?.fact).toEqual({ quarter: '2026-Q4', platform: 'tiktok', way: 'reporting_form' });
    const answer = { answer: 'removed', answerHours: 25 };
    expect(second?.fact).toEqual({ quarter: '2027-Q1', platform: 'tiktok', way: 'reporting_form', ...answer });
  });

  it('keeps the id of its row', () => {
    expect(counted.map(({ id }) => id)).toEqual(['new-1', 'known']);
  });
});
