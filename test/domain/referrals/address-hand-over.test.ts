import { expect, test } from 'vitest';
import type { Referral } from '#shared/domain/case/referral.ts';
import { addressHandOverTimes } from '#shared/domain/referrals/address-hand-over.ts';
import { aCase, aReferral } from '#test/support/builders.ts';

const list = (overrides: Partial<Referral>): Referral => {
  const { approvedAt: _, approvedBy: __, ...proposed } = aReferral({ id: 'authority-1', institution: 'authority' });
  return { ...proposed, addressesOnly: true, status: 'proposed', ...overrides };
};
const receivedAt = '2026-11-20T21:00:00.000Z';
const approvedAt = '2026-11-20T21:20:00.000Z';
const acknowledgedAt = '2026-11-20T21:50:00.000Z';
const of = (...referrals: Referral[]) => ({ ...aCase({ receivedAt }), referrals });
const times = (before: Referral[], ...after: Referral[]) =>
  addressHandOverTimes({ before: of(...before), after: of(...after) });

test('a hand-over takes from the report to the decision, and from there to the answer', () => {
  const approved = list({ status: 'approved', approvedAt });
  expect(times([list({})], approved)).toEqual([{ sinceReport: 20 * 60 }]);
  expect(times([approved], list({ status: 'acknowledged', approvedAt, acknowledgedAt }))).toEqual([
    { sinceSent: 30 * 60 },
  ]);
});

test('a call is answered as it is made', () => {
  const called = list({ status: 'acknowledged', approvedAt, acknowledgedAt: approvedAt });
  expect(times([list({})], called)).toEqual([{ sinceReport: 20 * 60, sinceSent: 0 }]);
});

test('each hand-over is measured by itself, also one that a person named and decided in one step', () => {
  const other = { ...list({ status: 'approved', approvedAt }), id: 'authority-2' };
  const approved = list({ status: 'approved', approvedAt });
  expect(times([approved], approved, other)).toEqual([{ sinceReport: 20 * 60 }]);
  const bare = aCase({ receivedAt });
  expect(addressHandOverTimes({ before: bare, after: of(approved) })).toEqual([{ sinceReport: 20 * 60 }]);
  expect(addressHandOverTimes({ before: bare, after: bare })).toEqual([]);
});

test('nothing is said twice, of a proposal, or of what is more than addresses', () => {
  const answered = list({ status: 'acknowledged', approvedAt, acknowledgedAt });
  expect(times([answered], { ...answered, status: 'accepted', acceptedAt: acknowledgedAt })).toEqual([]);
  expect(times([], list({}))).toEqual([]);
  expect(times([list({})], { ...list({ status: 'approved', approvedAt }), addressesOnly: false })).toEqual([]);
});
