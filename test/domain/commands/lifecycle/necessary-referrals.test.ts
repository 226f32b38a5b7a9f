import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import type { Referrals } from '#shared/domain/referrals/referral-policy.ts';
import { dropReasons, referralStatuses } from '#shared/domain/case/referral.ts';
import type { Referral } from '#shared/domain/case/referral.ts';
import { decideResolution, referralsWaitedFor } from '#shared/domain/commands/lifecycle/resolve.ts';
import type { ResolutionInput } from '#shared/domain/commands/lifecycle/resolve.ts';
import { aCase, aReferral } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const now = '2026-11-21T09:00:00.000Z';
const handled = aCase({ status: 'in_progress', readAt: now, lastReadAt: now, handledAt: now });
const base = await zembla.loadReferrals();
const kinds = { watch: 'police', elders: 'child_protection', teachers: 'school', dovecote: 'platform' } as const;
const policy: Referrals = {
  ...base,
  institutions: Object.entries(kinds).map(([code, kind]) => ({ code, kind, name: { el: code }, phones: [] })),
};
const input: ResolutionInput = { outcome: 'advice_given', alsoOutcomes: [], hasMessage: true };
const required = { decision: 'required', basis: 'zz_law_1', sentTo: 'watch' } as const;
const notRequired = { decision: 'not_required', basis: 'zz_law_1' } as const;
const to = (institution: keyof typeof kinds, overrides: Partial<Referral> = {}): Referral =>
  aReferral({ id: `${institution}-1`, institution, ...overrides });

const decide = (referrals: Referral[], more: Partial<ResolutionInput> = {}) =>
  decideResolution({ ...handled, referrals }, [], { ...input, ...more }, policy, 'anna', now);
const waitedFor = (referrals: Referral[], duty?: ResolutionInput['dutyToReport']) =>
  referralsWaitedFor(referrals, referrals, duty, policy);

const given = ['acknowledged', 'accepted', 'completed'] as const;
const setAside = ['declined', 'withdrawn'] as const;

describe('a necessary referral', () => {
  test('holds resolution up until a named person has acknowledged it', () => {
    const open = referralStatuses.filter((status) => decide([to('watch', { status })]).outcome === 'refused');
    expect(open).toEqual(referralStatuses.filter((status) => !(given as readonly string[]).includes(status)));
  });

  test('is named in the refusal, and only those that are waited for are', () => {
    const referrals = [
      to('watch', { status: 'sent' }),
      to('elders', { status: 'acknowledged' }),
      to('teachers', { status: 'proposed', isNecessary: false }),
    ];
    expect(decide(referrals)).toEqual({
      outcome: 'refused',
      because: 'referral_not_acknowledged',
      gaps: [],
      facts: { referrals: ['watch-1'] },
    });
  });

  test('is not replaced by another necessary one while it stands open: each must know', () => {
    const other = to('elders', { status: 'acknowledged' });
    expect(waitedFor([to('watch', { status: 'proposed' }), other])).toEqual(['watch-1']);
    expect(waitedFor([to('watch', { status: 'sent' }), other])).toEqual(['watch-1']);
    for (const status of setAside) expect(waitedFor([to('watch', { status }), other])).toEqual([]);
  });

  test('that nobody answers gives way to a second route that has acknowledged', () => {
    const silent = to('watch', { status: 'sent' });
    const second = (overrides: Partial<Referral>) => to('elders', { isNecessary: false, ...overrides });
    for (const status of given) expect(waitedFor([silent, second({ status })])).toEqual([]);
    expect(waitedFor([silent, second({ status: 'sent' })])).toEqual(['watch-1']);
    expect(waitedFor([silent, second({ status: 'declined' })])).toEqual(['watch-1']);
  });

  test('is not replaced by whoever cannot act in its place, nor by a list of addresses', () => {
    const dropped = to('watch', { status: 'dropped', droppedBecause: 'too_little_known' });
    expect(waitedFor([dropped, to('teachers', { status: 'acknowledged' })])).toEqual(['watch-1']);
    expect(waitedFor([dropped, to('elders', { status: 'acknowledged', addressesOnly: true })])).toEqual(['watch-1']);
    expect(waitedFor([dropped, to('elders', { status: 'acknowledged' })])).toEqual([]);
  });

  test('reached by a second referral to the same institution is reached', () => {
    const again = to('teachers', { id: 'teachers-2', isNecessary: false, status: 'accepted' });
    expect(waitedFor([to('teachers', { status: 'declined' }), again])).toEqual([]);
  });

  test('dropped as not needed is not necessary, unless the law is said to require a report', () => {
    const dropped = (droppedBecause: Referral['droppedBecause'] & string) =>
      to('watch', { status: 'dropped', droppedBecause });
    expect(waitedFor([dropped('not_needed')])).toEqual([]);
    expect(waitedFor([dropped('not_needed')], notRequired)).toEqual([]);
    expect(waitedFor([dropped('not_needed')], required)).toEqual(['watch-1']);
    const others = dropReasons.filter((because) => because !== 'not_needed');
    for (const because of others) expect(waitedFor([dropped(because)], notRequired)).toEqual(['watch-1']);
  });

  test('of a linked case is reached through the lead case that it follows', () => {
    const lead: Case = {
      ...aCase({ caseId: 'lead', status: 'resolved' }),
      referrals: [to('watch', { status: 'accepted' })],
    };
    const end = { outcome: 'same_event', leadCase: lead } as const;
    expect(decide([to('watch', { status: 'proposed' })], end).outcome).toBe('change');
    expect(
      decide([to('watch', { status: 'proposed' })], { ...end, leadCase: { ...lead, referrals: [] } }),
    ).toMatchObject({
      because: 'referral_not_acknowledged',
    });
  });
});

const someReferrals = fc
  .array(
    fc.record({
      institution: fc.constantFrom('watch', 'elders', 'teachers'),
      status: fc.constantFrom(...referralStatuses),
      isNecessary: fc.boolean(),
      addressesOnly: fc.boolean(),
      droppedBecause: fc.constantFrom(...dropReasons),
    } as const),
    { maxLength: 5 },
  )
  .map((all) => all.map((one, n) => to(one.institution, { ...one, id: `${one.institution}-${n}` })));
const someDuty = fc.constantFrom(undefined, required, notRequired);

describe('whatever the referrals of a case', () => {
  test('nothing is waited for that is not necessary, or that a named person has', () => {
    fc.assert(
      fc.property(someReferrals, someDuty, (referrals, duty) => {
        const held = new Set(waitedFor(referrals, duty));
        for (const { id, isNecessary, status } of referrals.filter((one) => held.has(one.id))) {
          expect([id, isNecessary, (given as readonly string[]).includes(status)]).toEqual([id, true, false]);
        }
      }),
    );
  });

  test('where nobody has acknowledged anything, all that is necessary is waited for, but what is not needed', () => {
    fc.assert(
      fc.property(someReferrals, someDuty, (referrals, duty) => {
        const silent = referrals.filter(({ status }) => !(given as readonly string[]).includes(status));
        const needed = silent.filter(
          ({ isNecessary, status, droppedBecause }) =>
            isNecessary && !(status === 'dropped' && droppedBecause === 'not_needed' && duty?.decision !== 'required'),
        );
        expect(waitedFor(silent, duty)).toEqual(needed.map(({ id }) => id));
      }),
    );
  });

  test('one more acknowledgement never makes more to wait for', () => {
    fc.assert(
      fc.property(someReferrals, fc.nat(), someDuty, (referrals, pick, duty) => {
        const chosen = referrals[pick % Math.max(referrals.length, 1)];
        // A decision that it is not needed is not undone by an answer: it was never sent.
        fc.pre(chosen !== undefined && chosen.status !== 'dropped');
        const after = referrals.map((one) => (one === chosen ? { ...one, status: 'acknowledged' as const } : one));
        expect(waitedFor(referrals, duty)).toEqual(expect.arrayContaining(waitedFor(after, duty)));
      }),
    );
  });
});

test('a platform that was to be asked has been asked, for this case or the lead that it follows', () => {
  const notice = { id: 'pigeon-1', platform: 'pigeon', way: 'reporting_form', sentAt: now, sentBy: 'anna' } as const;
  const toAsk: Case = { ...handled, handling: { safetyDecision: 'safe_for_now', nextStep: 'notify_platform' } };
  const lead: Case = { ...aCase({ caseId: 'lead', status: 'resolved' }), notices: [notice] };
  const end = (of: Case, more: Partial<ResolutionInput> = {}) =>
    decideResolution(of, [], { ...input, ...more }, policy, 'anna', now);
  expect(end(toAsk)).toMatchObject({ outcome: 'refused', because: 'notice_not_sent' });
  expect(end({ ...toAsk, notices: [notice] }).outcome).toBe('change');
  expect(end(toAsk, { outcome: 'same_event', leadCase: lead }).outcome).toBe('change');
  const asked = (status: Referral['status']) =>
    end({ ...toAsk, referrals: [to('dovecote', { status, isNecessary: false })] }).outcome;
  for (const status of ['proposed', 'dropped', ...setAside] as const) expect(asked(status)).toBe('refused');
  for (const status of ['approved', 'sent', ...given] as const) expect(asked(status)).toBe('change');
  // Another institution is not the platform.
  const elders = to('elders', { status: 'sent', isNecessary: false });
  expect(end({ ...toAsk, referrals: [elders] }).outcome).toBe('refused');
});

test('a necessary platform that was asked by a notice is not waited for', () => {
  expect(waitedFor([to('dovecote', { status: 'dropped', droppedBecause: 'sent_by_notice' })], required)).toEqual([]);
});

describe('a report that the law requires', () => {
  const sent = (overrides: Partial<Referral>) => to('watch', { isNecessary: false, ...overrides });
  const { approvedAt: _, approvedBy: __, ...undecided } = sent({ status: 'proposed' });

  test('has gone to whom it is said to have gone to', () => {
    const refusal = { because: 'duty_not_sent' };
    expect(decide([], { dutyToReport: required })).toMatchObject(refusal);
    expect(decide([undecided], { dutyToReport: required })).toMatchObject(refusal);
    expect(decide([to('elders', { status: 'accepted' })], { dutyToReport: required })).toMatchObject(refusal);
    for (const status of setAside)
      expect(decide([sent({ status })], { dutyToReport: required })).toMatchObject(refusal);
    expect(decide([sent({ status: 'sent' })], { dutyToReport: required }).outcome).toBe('change');
    expect(decide([undecided], { dutyToReport: notRequired }).outcome).toBe('change');
  });
});
