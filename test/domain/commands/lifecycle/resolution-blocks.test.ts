import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { outcomes } from '#shared/domain/case/lifecycle.ts';
import { dropReasons, referralStatuses } from '#shared/domain/case/referral.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { blocksOfResolution, decideResolution, resolutionBlocks } from '#shared/domain/commands/lifecycle/resolve.ts';
import type { ResolutionInput } from '#shared/domain/commands/lifecycle/resolve.ts';
import { aCase, aReferral } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const now = '2026-11-21T09:00:00.000Z';
const base = await zembla.loadReferrals();
const kinds = { watch: 'police', elders: 'child_protection', dovecote: 'platform' } as const;
const policy = {
  ...base,
  institutions: Object.entries(kinds).map(([code, kind]) => ({ code, kind, name: { el: code }, phones: [] })),
};
const decide = (of: Case, input: ResolutionInput) => decideResolution(of, [], input, policy, 'anna', now);
const becauses = (of: Case) => blocksOfResolution(of, policy).map(({ because }) => because);
/** What every case takes against which nothing stands. */
const plain: ResolutionInput = {
  outcome: 'nothing_more_possible',
  alsoOutcomes: [],
  hasMessage: true,
  dutyToReport: { decision: 'not_required', basis: 'zz_law_1' },
};

const referrals = fc.array(
  fc.record({
    institution: fc.constantFrom('watch', 'elders', 'dovecote'),
    status: fc.constantFrom(...referralStatuses),
    isNecessary: fc.boolean(),
    droppedBecause: fc.option(fc.constantFrom(...dropReasons), { nil: undefined }),
  }),
  { maxLength: 4 },
);
const standing = fc.record({
  status: fc.constantFrom(...caseStatuses),
  isRead: fc.boolean(),
  isHandled: fc.boolean(),
  nextStep: fc.constantFrom('advise_reporter', 'notify_platform'),
  isNoticeSent: fc.boolean(),
  referrals,
});
const bodies = fc.record({
  outcome: fc.constantFrom(...outcomes, 'outside_our_work' as const, 'test' as const),
  alsoOutcomes: fc.constant([]),
  hasMessage: fc.boolean(),
  dutyToReport: fc.option(
    fc.record({
      decision: fc.constantFrom('required' as const, 'not_required' as const),
      basis: fc.constant('zz_law_1'),
      sentTo: fc.constantFrom('watch', 'elders'),
    }),
    { nil: undefined },
  ),
});

function caseOf(of: typeof standing extends fc.Arbitrary<infer One> ? One : never): Case {
  const isNew = of.status === 'received' || of.status === 'triaged';
  return aCase({
    // Reading leads out of these states.
    status: of.isRead && isNew ? 'in_progress' : of.status,
    ...(of.isRead ? { readAt: now, lastReadAt: now } : {}),
    ...(of.isHandled ? { handledAt: now } : {}),
    handling: { nextStep: of.nextStep } as NonNullable<Case['handling']>,
    notices: of.isNoticeSent
      ? [{ id: 'dovecote-1', platform: 'dovecote', way: 'email', sentAt: now, sentBy: 'anna' }]
      : [],
    referrals: of.referrals.map(({ droppedBecause, ...one }, at) =>
      aReferral({ id: `${one.institution}-${at}`, ...one, ...(droppedBecause && { droppedBecause }) }),
    ),
  });
}

describe('what blocks a resolution', () => {
  test('is all that stands against it, in the order in which it is done', () => {
    const referral = aReferral({ id: 'watch-1', institution: 'watch', isNecessary: true, status: 'sent' });
    expect(becauses(aCase({ status: 'triaged', referrals: [referral] }))).toEqual([
      'not_read',
      'not_handled',
      'referral_not_acknowledged',
    ]);
    const handled = aCase({ status: 'in_progress', readAt: now, handledAt: now, referrals: [referral] });
    const handling = { nextStep: 'notify_platform' } as NonNullable<Case['handling']>;
    expect(blocksOfResolution({ ...handled, handling }, policy)).toEqual([
      { because: 'notice_not_sent' },
      { because: 'referral_not_acknowledged', facts: { referrals: ['watch-1'] } },
    ]);
    expect(becauses({ ...handled, referrals: [] })).toEqual([]);
    expect(becauses({ ...handled, status: 'closed' })).toEqual(['wrong_status']);
  });

  test('owes no notice before the next step is decided anew', () => {
    const handling = { nextStep: 'notify_platform' } as NonNullable<Case['handling']>;
    expect(becauses(aCase({ status: 'in_progress', readAt: now, handling }))).toEqual(['not_handled']);
  });

  test('is lifted by what the parent case has', () => {
    const own = aReferral({ id: 'watch-1', institution: 'watch', isNecessary: true, status: 'proposed' });
    const of = aCase({ status: 'in_progress', readAt: now, handledAt: now, referrals: [own] });
    const lead = aCase({ caseId: 'f'.repeat(32), referrals: [{ ...own, status: 'acknowledged' }] });
    expect(becauses(of)).toEqual(['referral_not_acknowledged']);
    expect(blocksOfResolution(of, policy, { lead })).toEqual([]);
  });

  test('refuses every command that names no parent case, whatever else it says', () => {
    fc.assert(
      fc.property(standing, bodies, (of, body) => {
        const one = caseOf(of);
        const isTaken = decide(one, body).outcome === 'change';
        expect(isTaken && becauses(one).length > 0).toBe(false);
      }),
    );
  });

  test('is the first thing that a command is told which lacks nothing itself', () => {
    fc.assert(
      fc.property(standing, (of) => {
        const one = caseOf(of);
        const [first] = blocksOfResolution(one, policy);
        expect(decide(one, plain)).toMatchObject(
          first === undefined ? { outcome: 'change' } : { outcome: 'refused', ...first },
        );
      }),
    );
  });

  test('can be each of the list', () => {
    const seen = new Set(fc.sample(standing, 2000).flatMap((of) => becauses(caseOf(of))));
    expect([...seen].toSorted()).toEqual([...resolutionBlocks].toSorted());
  });
});
