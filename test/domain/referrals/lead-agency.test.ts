import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { leadAgencyOf, ledBy } from '#shared/domain/referrals/lead-agency.ts';
import { referralStatuses } from '#shared/domain/case/referral.ts';
import { aCase, aReferral } from '#test/support/builders.ts';

const policy = await albania.loadReferrals();

describe('who leads a case', () => {
  const over = ['dropped', 'withdrawn', 'declined'];

  test.each(referralStatuses)('is whoever was named to, as long as the referral is not over: %s', (status) => {
    const referrals = [
      aReferral({ id: 'platform-1', institution: 'platform', isLead: false }),
      aReferral({ id: 'state_police-1', institution: 'state_police', status }),
    ];
    expect(leadAgencyOf(aCase({ referrals }), policy)?.id).toBe(over.includes(status) ? undefined : 'state_police-1');
  });

  test('is nobody who must not know of it, and nobody while there is no referral', () => {
    const referrals = [aReferral({ status: 'sent' })];
    const excluding = (code: string) => aCase({ referrals, exclusions: { institutions: [code], people: [] } });
    expect(leadAgencyOf(excluding('state_police'), policy)?.id).toBe('police_cybercrime-1');
    expect(leadAgencyOf(excluding('police_cybercrime'), policy)).toBeUndefined();
    expect(leadAgencyOf(aCase(), policy)).toBeUndefined();
  });

  test('is no school whose staff is accused, by the reporter or by staff', () => {
    const referrals = [aReferral({ id: 'school_psychosocial-1', institution: 'school_psychosocial' })];
    const { reported } = aCase();
    const suspect = { relation: 'school_staff' } as const;
    expect(leadAgencyOf(aCase({ referrals }), policy)?.id).toBe('school_psychosocial-1');
    expect(leadAgencyOf(aCase({ referrals, reported: { ...reported, suspect } }), policy)).toBeUndefined();
    expect(
      leadAgencyOf(aCase({ referrals, assessed: { category: reported.category, suspect } }), policy),
    ).toBeUndefined();
  });

  test('is one', () => {
    const referrals = [aReferral(), aReferral({ id: 'state_police-1', isLead: false })];
    expect(ledBy(referrals, 'state_police-1').map(({ isLead }) => isLead)).toEqual([false, true]);
  });
});
