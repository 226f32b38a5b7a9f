import { describe, expect, test } from 'vitest';
import type { ReportedFacts } from '#shared/domain/report/report.ts';
import { decideResolution } from '#shared/domain/commands/lifecycle/resolve.ts';
import { suspectsCrimeAgainstChild } from '#shared/domain/referrals/duty-to-report.ts';
import type { ResolutionInput } from '#shared/domain/commands/lifecycle/resolve.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { aCase, aReferral, aTimer } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const referrals = await zembla.loadReferrals();
const now = '2026-11-21T09:00:00.000Z';
const handled = aCase({ status: 'in_progress', readAt: now, lastReadAt: now, handledAt: now });
const input: ResolutionInput = { outcome: 'advice_given', alsoOutcomes: [], hasMessage: true };
const facts = (overrides: Partial<ReportedFacts>): ReportedFacts => ({ ...handled.reported, ...overrides });
const adults: Partial<ReportedFacts> = {
  victims: [{ ageBand: '31+', gender: 'female' }],
  reporterRole: 'citizen',
  reporterAgeBand: '31+',
  about: 'me',
};

describe('a crime against a child is suspected', () => {
  const suspects = (overrides: Partial<ReportedFacts>) =>
    suspectsCrimeAgainstChild(facts(overrides), referrals.dutyToReport);

  test('by the main category, by any other named, by a flag that is yes or unsure', () => {
    expect(suspects({ category: 'lured' })).toBe(true);
    expect(suspects({ category: 'mocking', alsoCategories: ['lured'] })).toBe(true);
    expect(suspects({ category: 'mocking', flags: { inDanger: true } })).toBe(true);
    expect(suspects({ category: 'mocking', flags: { inDanger: 'unsure' } })).toBe(true);
    expect(suspects({ category: 'mocking', flags: { inDanger: false, weapon: true } })).toBe(false);
    expect(suspects({ category: 'mocking' })).toBe(false);
    const policy = { categories: [], flags: ['weapon', 'inDanger'] } as const;
    expect(suspectsCrimeAgainstChild(facts({ flags: { inDanger: true } }), policy)).toBe(true);
  });

  test('where somebody’s age is unknown, and not where everybody is known to be an adult', () => {
    expect(suspects({ ...adults, category: 'lured', victims: [{ ageBand: 'unknown', gender: 'unknown' }] })).toBe(true);
    expect(suspects({ ...adults, category: 'lured' })).toBe(false);
  });
});

describe('resolving', () => {
  test('by an end of its own is possible for a case that leads, that is linked, or that a reporter wants back', () => {
    const withdrawal = { askedAt: now, waitUntil: '2026-11-24T09:00:00.000Z' };
    for (const more of [
      { linkedCases: [{ caseId: 'x', caseNumber: 'B-X' }] },
      { leadCaseId: 'lead' },
      { withdrawal },
    ]) {
      const of = { ...handled, ...more };
      expect(decideResolution(of, [], input, referrals, 'anna', now)).toMatchObject({ outcome: 'change' });
      expect(decideResolution(of, [], input, referrals, 'anna', now)).not.toHaveProperty('other');
    }
  });

  test('ends the timers of the case, tells the reporter, and says so last; an unread message must still be read', () => {
    const timers = [aTimer({ kind: 'resolve' }), aTimer({ kind: 'must_be_read', subject: 'message-1' })];
    expect(decideResolution(handled, timers, input, referrals, 'anna', now)).toMatchObject({
      parts: {
        set: { status: 'resolved', resolvedAt: now, outcomes: ['advice_given'], messageCount: 1 },
        events: [{ type: 'case.message_posted', data: { message: 1 } }, { type: 'case.resolved' }],
        timersDisarmed: ['1.resolve.report'],
      },
    });
  });

  test('drops the proposals that nobody needs, when that is said; necessary ones and what was sent stand', () => {
    const referred = [
      aReferral({ id: 'school-1', institution: 'school', status: 'proposed', isNecessary: false }),
      aReferral({ id: 'watch-1', institution: 'watch', status: 'acknowledged', isNecessary: true }),
      aReferral({ id: 'watch-2', institution: 'watch', status: 'proposed', isNecessary: true }),
    ];
    const of = { ...handled, referrals: referred };
    const ended = decideResolution(of, [], { ...input, dropProposals: true }, referrals, 'anna', now);
    expect(ended).toMatchObject({
      parts: {
        set: {
          referrals: [{ ...referred[0], status: 'dropped', droppedBecause: 'not_needed' }, referred[1], referred[2]],
        },
        events: [
          { type: 'case.message_posted' },
          { type: 'referral.dropped', actor: 'staff:anna', data: { referral: 'school-1' } },
          { type: 'case.resolved' },
        ],
      },
    });
    expect(decideResolution(of, [], input, referrals, 'anna', now)).not.toHaveProperty('parts.set.referrals');
  });

  test('is possible from every state of work and from no other', () => {
    const possible = caseStatuses.filter(
      (status) => decideResolution({ ...handled, status }, [], input, referrals, 'anna', now).outcome === 'change',
    );
    expect(possible).toEqual(['in_progress', 'waiting_reporter', 'waiting_institution']);
  });

  test('names everything that is missing at once', () => {
    const of = { ...handled, reported: facts({ category: 'lured' }) };
    const nothing: ResolutionInput = { outcome: 'outside_our_work', alsoOutcomes: ['test'], hasMessage: false };
    expect(decideResolution(of, [], nothing, referrals, 'anna', now)).toEqual({
      outcome: 'refused',
      because: 'fields_missing',
      gaps: [
        { pointer: '/alsoOutcomes', code: 'wrong_form', expected: 'each_once_of_one_kind' },
        { pointer: '/dutyToReport', code: 'required' },
        { pointer: '/otherDoor', code: 'required' },
        { pointer: '/message', code: 'required' },
      ],
    });
  });

  test('records a decision on the duty to report also where none was needed', () => {
    const dutyToReport = { decision: 'required', basis: 'zz_law_1', sentTo: 'elders' } as const;
    const sent = { ...handled, referrals: [aReferral({ institution: 'elders', status: 'acknowledged' })] };
    expect(decideResolution(sent, [], { ...input, dutyToReport }, referrals, 'anna', now)).toMatchObject({
      parts: { set: { dutyToReport: { ...dutyToReport, decidedBy: 'anna' } } },
    });
  });
});
