import { describe, expect, it } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { asUsedHere, leavesNobody, namesOneClass } from '#shared/domain/people/directory-lists.ts';
import { proposeReferrals } from '#shared/domain/referrals/propose-referrals.ts';
import { decideAddingReferral } from '#shared/domain/referrals/decide-referral.ts';
import { aCase } from '#test/support/builders.ts';

const referrals = await albania.loadReferrals();
const here = (...entries: Parameters<typeof asUsedHere>[1]) => ({
  ...referrals,
  institutions: asUsedHere(referrals.institutions, entries),
});
const grooming = aCase({ severity: 'critical', reported: { ...aCase().reported, category: 'grooming' } });
const now = '2026-11-20T11:00:00.000Z';

describe('An institution that the centre has put out of use', () => {
  const without = here({ code: 'child_protection_unit', inUse: false });

  it('is proposed for no case, and added to none', () => {
    const proposed = (policy: typeof referrals) =>
      proposeReferrals(grooming, policy).map(({ institution }) => institution);
    expect(proposed(referrals)).toEqual(['police_cybercrime', 'child_protection_unit']);
    expect(proposed(without)).toEqual(['police_cybercrime']);
    const [basis] = referrals.legalBases;
    const input = { institution: 'child_protection_unit', basis: basis?.code ?? '', isLead: false };
    expect(decideAddingReferral(grooming, input, referrals, 'ana', now).outcome).toBe('change');
    expect(decideAddingReferral(grooming, input, without, 'ana', now)).toMatchObject({
      outcome: 'refused',
      because: 'institution_out_of_use',
    });
  });

  it('is not the last one that a necessary rule names', () => {
    expect(leavesNobody(referrals.matrix.rules, referrals.institutions)).toBe(false);
    expect(leavesNobody(referrals.matrix.rules, without.institutions)).toBe(false);
    const police = here({ code: 'police_cybercrime', inUse: false });
    expect(leavesNobody(referrals.matrix.rules, police.institutions)).toBe(true);
  });
});

it('A number that is right here stands in place of the pack’s, also in what is proposed', () => {
  const policy = here({ code: 'police_cybercrime', inUse: true, phones: ['+355 4 9'] });
  const [lead] = proposeReferrals(grooming, policy);
  expect(lead).toMatchObject({ institution: 'police_cybercrime', phones: ['+355 4 9'] });
  expect(policy.institutions.filter(({ isOutOfUse }) => isOutOfUse)).toEqual([]);
});

it('A code names one class only by the marks of its country', () => {
  expect(namesOneClass('KLASA-9', albania.classMarks)).toBe(true);
  expect(namesOneClass('KLASA-9', ['^ROOM-'])).toBe(false);
  expect(namesOneClass('ROOM-9', ['^ROOM-'])).toBe(true);
});
