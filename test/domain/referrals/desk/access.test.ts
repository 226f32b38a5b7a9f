import { describe, expect, test } from 'vitest';
import { accessStanding, daysAfterCompletion } from '#shared/domain/referrals/desk/access.ts';
import type { DeskAccess, DeskContact } from '#shared/domain/referrals/desk/access.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { referralStatuses } from '#shared/domain/case/referral.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import { plusDays } from '#shared/domain/time/instant.ts';
import { decideMisdirected, possibleAnswers } from '#shared/domain/referrals/decide-referral.ts';
import { aCase, aReferral } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const now = '2026-11-21T09:00:00.000Z';
const policy = await zembla.loadReferrals();
const institution = policy.institutions[0]?.code ?? '';
const id = `${institution}-1`;
const referral = (more: Partial<Referral> = {}): Referral => aReferral({ id, institution, status: 'sent', ...more });
const contact: DeskContact = {
  id: 'contact-arta',
  isReached: true,
  duties: [`institution:${institution}`],
  cleared: false,
};
const access: DeskAccess = {
  lookup: '0'.repeat(32),
  caseId: 'case-1',
  referral: id,
  contact: contact.id,
  issue: 1,
  expiresAt: plusDays(now, 1),
  version: 1,
};

const standing = (of: {
  case?: Partial<Case>;
  referral?: Partial<Referral>;
  access?: Partial<DeskAccess>;
  contact?: Partial<DeskContact> | 'unknown';
  policy?: Partial<typeof policy>;
}): string =>
  accessStanding(
    aCase({ referrals: [referral(of.referral)], ...of.case }),
    { ...access, ...of.access },
    of.contact === 'unknown' ? undefined : { ...contact, ...of.contact },
    { ...policy, ...of.policy },
    now,
  ).standing;

describe('An access code', () => {
  const keptOut = { people: [contact.id], institutions: [], by: 'staff-anna', at: now, reason: 'conflict' };
  test.each([
    ['of a referral that was sent', {}, 'open'],
    ['until the last instant of its thirty days', { access: { expiresAt: plusDays(now, 0.001) } }, 'open'],
    ['after them', { access: { expiresAt: now } }, 'ended'],
    ['that staff ended', { access: { revokedAt: now } }, 'ended'],
    ['of a contact who was suspended, or whose mail came back', { contact: { isReached: false } }, 'ended'],
    ['of somebody who is no contact of it any more', { contact: { duties: ['institution:another'] } }, 'ended'],
    ['of somebody whom the directory does not know', { contact: 'unknown' }, 'ended'],
    ['of a person whom the case excludes', { case: { exclusions: keptOut } }, 'ended'],
    [
      'of an institution that the case excludes',
      { case: { exclusions: { ...keptOut, people: [], institutions: [institution] } } },
      'ended',
    ],
    [
      'of an institution that is used no more',
      { policy: { institutions: policy.institutions.map((one) => ({ ...one, isOutOfUse: true })) } },
      'ended',
    ],
    ['of a referral that is not there', { case: { referrals: [] } }, 'ended'],
    ['of a referral that was taken back', { referral: { status: 'withdrawn' } }, 'over'],
    ['of a referral that was declined', { referral: { status: 'declined' } }, 'over'],
    ['right after the end', { referral: { status: 'completed', completedAt: now } }, 'open'],
    [
      'seven days after the end',
      { referral: { status: 'completed', completedAt: plusDays(now, -daysAfterCompletion) } },
      'over',
    ],
  ] as const)('%s', (_, of, expected) => {
    expect(standing(of as Parameters<typeof standing>[0])).toBe(expected);
  });

  test('that ended says so whatever became of the referral', () => {
    expect(standing({ referral: { status: 'withdrawn' }, access: { revokedAt: now } })).toBe('ended');
  });
});

test.each(referralStatuses)('What an institution can say of a referral that is %s', (status) => {
  const expected: Partial<Record<typeof status, string[]>> = {
    approved: ['acknowledged', 'declined'],
    sent: ['acknowledged', 'declined'],
    acknowledged: ['accepted', 'declined', 'completed'],
    accepted: ['completed'],
  };
  expect(possibleAnswers({ status })).toEqual(expected[status] ?? []);
});

describe('Not for me', () => {
  test('is kept with the first time, and told each time', () => {
    const of = aCase({ referrals: [referral({ misdirectedAt: '2026-11-21T08:00:00.000Z' })] });
    expect(decideMisdirected(of, id, contact.id, now)).toMatchObject({
      outcome: 'change',
      parts: {
        set: { referrals: [{ misdirectedAt: '2026-11-21T08:00:00.000Z', status: 'sent' }] },
        events: [{ type: 'referral.misdirected', actor: 'institution:contact-arta', data: { referral: id } }],
      },
    });
  });

  test('of nothing changes nothing', () => {
    expect(decideMisdirected(aCase(), id, contact.id, now)).toMatchObject({ outcome: 'refused' });
  });
});
