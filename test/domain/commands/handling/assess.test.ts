import { describe, expect, test } from 'vitest';
import { concluded } from '#shared/domain/case/concluded.ts';
import { decideAssessment } from '#shared/domain/commands/handling/assess.ts';
import type { Assessed } from '#shared/domain/case/concluded.ts';
import { isCsamCase, isCsamFlagged } from '#shared/domain/case/csam-flagged.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { decideResolution } from '#shared/domain/commands/lifecycle/resolve.ts';
import { aCase } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const now = '2026-11-21T09:00:00.000Z';
const read = aCase({ status: 'in_progress', readAt: now });
const assess = (input: Assessed, of: Case = read) => decideAssessment(of, input, zembla, 'anna', now);
const gapsOf = (input: Assessed) => {
  const decision = assess(input);
  return decision.outcome === 'refused' ? decision.gaps.map(({ pointer, code }) => `${pointer} ${code}`) : [];
};

describe('what staff conclude', () => {
  test('stands beside what was reported, and the last conclusion stands whole', () => {
    const first = { category: 'mocking', platform: 'pigeon', flags: { weapon: true } } as const;
    const of = { ...read, assessed: first };
    const decision = assess({ category: 'lured', alsoCategories: ['mocking'], region: 'ZZ-A' }, of);
    expect(decision).toEqual({
      outcome: 'change',
      parts: {
        set: { assessed: { category: 'lured', alsoCategories: ['mocking'], region: 'ZZ-A' } },
        events: [{ type: 'case.assessed', actor: 'staff:anna', data: {} }],
      },
    });
  });

  test('holds where it was judged; where it was not, what was reported holds', () => {
    const reported = {
      ...read.reported,
      flags: { weapon: true, repeated: false },
      alsoCategories: ['lost_pet'],
    };
    expect(concluded({ reported })).toEqual(reported);
    expect(concluded({ reported, assessed: { category: 'lured', flags: { repeated: true } } })).toEqual({
      ...reported,
      category: 'lured',
      alsoCategories: [],
      flags: { weapon: true, repeated: true },
    });
    expect(concluded({ reported, assessed: { category: 'lured', alsoCategories: ['mocking'] } })).toMatchObject({
      alsoCategories: ['mocking'],
      flags: reported.flags,
    });
  });

  test('is refused by field where the country has no such code', () => {
    expect(
      gapsOf({ category: 'nothing', alsoCategories: ['mocking', 'no'], platform: 'raven', region: 'ZZ-Q' }),
    ).toEqual([
      '/category unknown_code',
      '/alsoCategories/1 unknown_code',
      '/platform unknown_code',
      '/region unknown_code',
    ]);
    expect(gapsOf({ category: 'lured', platform: 'pigeon', region: 'outside' })).toEqual([]);
  });

  test('names no category twice', () => {
    expect(gapsOf({ category: 'lured', alsoCategories: ['lured'] })).toEqual(['/alsoCategories wrong_form']);
    expect(gapsOf({ category: 'lured', alsoCategories: ['mocking', 'mocking'] })).toEqual([
      '/alsoCategories wrong_form',
    ]);
    expect(gapsOf({ category: 'lured', alsoCategories: ['mocking', 'lost_pet'] })).toEqual([]);
  });

  test('needs that somebody has read the report, and is possible until the case is closed', () => {
    expect(assess({ category: 'lured' }, aCase())).toMatchObject({ because: 'not_read' });
    for (const status of caseStatuses) {
      expect(assess({ category: 'lured' }, { ...read, status })).toMatchObject(
        status === 'closed' ? { because: 'wrong_status' } : { outcome: 'change' },
      );
    }
  });

  test('asks for the duty to report, though nobody reported it as that; and what was reported asks for it still', async () => {
    const referrals = await zembla.loadReferrals();
    const of = { ...read, handledAt: now };
    const resolve = (one: Case) =>
      decideResolution(
        one,
        [],
        { outcome: 'advice_given', alsoOutcomes: [], hasMessage: true },
        referrals,
        'anna',
        now,
      );
    const needed = { gaps: [{ pointer: '/dutyToReport', code: 'required' }] };
    expect(resolve(of).outcome).toBe('change');
    expect(resolve({ ...of, assessed: { category: 'lured' } })).toMatchObject(needed);
    const reported = { ...of.reported, category: 'lured' };
    expect(resolve({ ...of, reported, assessed: { category: 'mocking' } })).toMatchObject(needed);
  });
});

describe('addresses that may lead to child sexual abuse material', () => {
  const { categories } = zembla;
  const reported = { ...read.reported, category: 'mocking' };

  test('are those of such a category, also beside another or unknown to the country, and of such a picture', () => {
    expect(isCsamFlagged(reported, categories)).toBe(false);
    expect(isCsamFlagged({ ...reported, category: 'lured' }, categories)).toBe(true);
    expect(isCsamFlagged({ ...reported, alsoCategories: ['lost_pet', 'lured'] }, categories)).toBe(true);
    expect(isCsamFlagged({ ...reported, alsoCategories: ['of_an_older_pack'] }, categories)).toBe(true);
    expect(isCsamFlagged({ ...reported, flags: { sexualImageOfMinor: 'unsure' } }, categories)).toBe(true);
    expect(isCsamFlagged({ ...reported, flags: { sexualImageOfMinor: false } }, categories)).toBe(false);
  });

  test('stay so, whatever staff conclude, and become so when staff conclude it', () => {
    const other = { category: 'mocking' };
    expect(isCsamCase({ reported: { ...reported, category: 'lured' }, assessed: other }, categories)).toBe(true);
    expect(isCsamCase({ reported, assessed: { category: 'lured' } }, categories)).toBe(true);
    expect(isCsamCase({ reported, assessed: other }, categories)).toBe(false);
  });
});
