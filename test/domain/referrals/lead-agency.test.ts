import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { leadAgencyOf, ledBy, namedLeadOf } from '#shared/domain/referrals/lead-agency.ts';
import { referralStatuses, type Referral } from '#shared/domain/case/referral.ts';
import { theCentre } from '#shared/domain/referrals/disclosed-copy.ts';
import { aCase, aReferral } from '#test/support/builders.ts';

const policy = await albania.loadReferrals();

const heard = { sentAt: '2026-11-20T23:00:00.000Z' };

describe('who leads a case', () => {
  const over = ['dropped', 'withdrawn', 'declined'];

  test.each(referralStatuses)('is whoever was named to, as long as the referral is not over: %s', (status) => {
    const referrals = [
      aReferral({ id: 'platform-1', institution: 'platform', isLead: false }),
      aReferral({ id: 'state_police-1', institution: 'state_police', status }),
    ];
    expect(namedLeadOf(aCase({ referrals }), policy)?.id).toBe(over.includes(status) ? undefined : 'state_police-1');
  });

  test('is nobody who has not heard of the case, whoever was named', () => {
    for (const status of ['proposed', 'approved'] as const) {
      const of = aCase({ referrals: [aReferral({ status })] });
      expect([namedLeadOf(of, policy)?.id, leadAgencyOf(of, policy)]).toEqual(['police_cybercrime-1', undefined]);
    }
    const called = aReferral({ status: 'acknowledged', acknowledgedAt: heard.sentAt });
    expect(leadAgencyOf(aCase({ referrals: [called] }), policy)?.id).toBe('police_cybercrime-1');
  });

  test('is the first necessary one that has heard of it, while the one that is named has not', () => {
    const named = aReferral({ id: 'state_police-1', institution: 'state_police' });
    const told = { isLead: false, status: 'sent', ...heard } as const;
    const platform = aReferral({ id: 'platform-1', institution: 'platform', isNecessary: false, ...told });
    const cyber = aReferral({ ...told, isNecessary: true });
    const leads = (...referrals: Referral[]) => leadAgencyOf(aCase({ referrals }), policy)?.id;
    expect(leads(named, platform, cyber)).toBe('police_cybercrime-1');
    expect(leads(named, platform)).toBeUndefined();
    expect(leads({ ...named, ...heard, status: 'sent' }, platform, cyber)).toBe('state_police-1');
    expect(leads(named, platform, { ...cyber, status: 'withdrawn' })).toBeUndefined();
    expect(leads({ ...named, ...heard, status: 'sent', addressesOnly: true })).toBeUndefined();
  });

  test('has heard of the case in every history of statuses', () => {
    const statuses = fc.constantFrom(...referralStatuses);
    const one = fc.record({ status: statuses, isLead: fc.boolean(), isNecessary: fc.boolean(), wasSent: fc.boolean() });
    const institutions = ['state_police', 'police_cybercrime', 'child_protection_unit', 'platform'];
    fc.assert(
      fc.property(fc.array(one, { maxLength: 4 }), (list) => {
        const referrals = list.map(({ wasSent, ...more }, n) =>
          aReferral({ id: `r-${n}`, institution: institutions[n] ?? '', ...more, ...(wasSent ? heard : {}) }),
        );
        const lead = leadAgencyOf(aCase({ referrals }), policy);
        const may = referrals.filter((r) => r.sentAt !== undefined && !over.includes(r.status));
        const least = may.filter(({ isLead, isNecessary }) => isLead || isNecessary);
        expect(lead === undefined ? least : least.filter((one) => one === lead)).toHaveLength(
          lead === undefined ? 0 : 1,
        );
      }),
    );
  });

  test('is nobody who must not know of it, and nobody while there is no referral', () => {
    const referrals = [aReferral({ status: 'sent', ...heard })];
    const excluding = (code: string) => aCase({ referrals, exclusions: { institutions: [code], people: [] } });
    expect(leadAgencyOf(excluding('state_police'), policy)?.id).toBe('police_cybercrime-1');
    expect(leadAgencyOf(excluding('police_cybercrime'), policy)).toBeUndefined();
    expect(leadAgencyOf(aCase(), policy)).toBeUndefined();
  });

  test('is no school whose staff is accused, by the reporter or by staff', () => {
    const referrals = [aReferral({ id: 'school_psychosocial-1', institution: 'school_psychosocial', ...heard })];
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

test('no institution has the code that stands for the centre', () => {
  expect(policy.institutions.map(({ code }) => code)).not.toContain(theCentre);
});
