import { describe, expect, it } from 'vitest';
import { coarsened, factOf } from '#shared/domain/keeping/case-fact.ts';
import { monthOf } from '#shared/domain/keeping/quarters.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { aCase, fridayNight } from '#test/support/builders.ts';
import { countedInAlbania } from '#test/support/figures.ts';

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
    expect(factOf(of, 0, countedInAlbania, now)).toMatchObject({ category: 'sexual_extortion', reportedCategory: 'cyberbullying' });
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

  it('keeps neither month nor region once the case is erased', () => {
    const stays = coarsened(factOf(aCase({ reported }), 0, countedInAlbania, now));
    expect(stays).not.toHaveProperty('month');
    expect(stays).not.toHaveProperty('region');
    expect(stays.quarter).toBe('2026-Q4');
  });
});
