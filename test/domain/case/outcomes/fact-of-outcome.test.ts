import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { takedownNoticeAnswers } from '#shared/domain/case/case.ts';
import type { Case, TakedownNotice } from '#shared/domain/case/case.ts';
import { administrativeOutcomes, outcomes } from '#shared/domain/case/lifecycle.ts';
import type { MainOutcome } from '#shared/domain/case/lifecycle.ts';
import { factOfOutcome, kindsOf } from '#shared/domain/case/outcomes/fact-of-outcome.ts';
import type { GivenFact } from '#shared/domain/case/outcomes/outcome-fact.ts';
import { contradictedOutcomes, standingOutcomes } from '#shared/domain/case/outcomes/standing-outcomes.ts';
import { referralStatuses } from '#shared/domain/case/referral.ts';
import type { InstitutionKind, Referral } from '#shared/domain/case/referral.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { aCase, aReferral, fridayNight as at } from '#test/support/builders.ts';

const all: readonly MainOutcome[] = [...outcomes, ...administrativeOutcomes];
const institutions: { code: string; kind: InstitutionKind }[] = [
  { code: 'guard', kind: 'police' },
  { code: 'unit', kind: 'child_protection' },
  { code: 'class', kind: 'school' },
  { code: 'blocker', kind: 'cyber_authority' },
  { code: 'elders', kind: 'other' },
];
const kindOf = kindsOf(institutions);
const given: readonly (GivenFact | undefined)[] = [undefined, 'own_look', 'spoken_to', 'asked_in_talk'];

const referralTo = (institution: string, more: Partial<Referral> = {}): Referral =>
  aReferral({ id: `${institution}-1`, institution, status: 'acknowledged', sentAt: at, acknowledgedAt: at, ...more });
const notice = (answer?: TakedownNotice['answer'], event = 5, platform = 'tiktok', n = 1): TakedownNotice => ({
  id: `${platform}-${n}`,
  platform,
  way: 'email',
  sentAt: at,
  sentBy: 'anna',
  ...(answer === undefined ? {} : { answer, answeredAt: at, answeredAtEvent: event }),
});
const written: Partial<Case> = { messageCount: 1, lastMessageOfCentre: 1 };

/** What a case shows for an outcome, or the code of what is missing. */
function found(more: Partial<Case>, outcome: MainOutcome, fact?: GivenFact, hasMessage = false): string {
  const answer = factOfOutcome(aCase(more), outcome, fact, { hasMessage, kindOf });
  return 'fact' in answer ? answer.fact : answer.missing;
}

describe('an outcome of an institution', () => {
  test.each([
    ['police_involved', 'guard', 'police_not_reached'],
    ['child_protection_involved', 'unit', 'child_protection_not_reached'],
    ['school_supporting', 'class', 'school_not_reached'],
    ['site_passed_on', 'blocker', 'site_not_received'],
  ] as const)('%s needs a named person there who has it, or a talk', (outcome, institution, missing) => {
    for (const status of referralStatuses) {
      const isReached = ['acknowledged', 'accepted', 'completed'].includes(status);
      expect([status, found({ referrals: [referralTo(institution, { status })] }, outcome)]).toEqual([
        status,
        isReached ? 'referral' : missing,
      ]);
    }
    expect(found({ referrals: [referralTo(institution, { calledAt: at })] }, outcome)).toBe('call');
    expect(found({ referrals: [referralTo('elders')] }, outcome)).toBe(missing);
    expect(found({ referrals: [referralTo('gone')] }, outcome)).toBe(missing);
    expect(found(written, outcome, undefined, true)).toBe(missing);
    expect(found({}, outcome, 'spoken_to')).toBe('spoken_to');
    expect(found({}, outcome, 'own_look')).toBe(missing);
  });
});

describe('what a platform did', () => {
  test('is told as gone where one took it down and none keeps it up, by the newest answer of each', () => {
    const shown = (...notices: TakedownNotice[]) => found({ notices }, 'content_removed');
    expect(shown(notice('removed'))).toBe('notice');
    expect(shown(notice('account_closed'))).toBe('notice');
    for (const answer of [undefined, 'restricted', 'kept_up', 'no_answer'] as const) {
      expect(shown(notice(answer))).toBe('removal_not_seen');
    }
    const again = (answer: TakedownNotice['answer'], event: number) => notice(answer, event, 'tiktok', 2);
    expect(shown(notice('kept_up', 4), again('removed', 6))).toBe('notice');
    expect(shown(notice('kept_up', 6), again('removed', 4))).toBe('removal_not_seen');
    expect(shown(notice('removed'), notice('kept_up', 4, 'vk'))).toBe('removal_not_seen');
    expect(found({}, 'content_removed', 'own_look')).toBe('own_look');
  });

  test('is told of an account as closed only by that answer', () => {
    expect(found({ notices: [notice('account_closed')] }, 'account_recovered_or_closed')).toBe('notice');
    expect(found({ notices: [notice('removed')] }, 'account_recovered_or_closed')).toBe('account_not_seen');
  });

  test('is still up where the reporter reads what else can be done, and not where all platforms say that it is gone', () => {
    expect(found({}, 'content_still_up')).toBe('not_written_what_else');
    expect(found({}, 'content_still_up', undefined, true)).toBe('message');
    expect(found({ ...written, notices: [notice('removed')] }, 'content_still_up')).toBe('not_written_what_else');
    expect(found({ ...written, notices: [notice('removed'), notice(undefined, 5, 'vk')] }, 'content_still_up')).toBe(
      'message',
    );
  });
});

describe('what was said between the centre and the reporter', () => {
  test.each(['advice_given', 'helpline_support'] as const)('%s needs a message or a talk', (outcome) => {
    expect(found({}, outcome)).toBe('nobody_spoke_or_wrote');
    expect(found(written, outcome)).toBe('message');
    expect(found({}, outcome, undefined, true)).toBe('message');
    expect(found({}, outcome, 'spoken_to')).toBe('spoken_to');
  });

  test('is no answer only where the centre wrote last, and not by the message that comes with it', () => {
    const outcome = 'no_answer_from_reporter';
    expect(found(written, outcome)).toBe('message');
    expect(found({}, outcome, undefined, true)).toBe('reporter_not_asked_or_answered');
    expect(found({ ...written, messageCount: 2 }, outcome)).toBe('reporter_not_asked_or_answered');
  });

  test('is a withdrawal where it was asked for with the code, or in a talk', () => {
    expect(found({}, 'withdrawn')).toBe('withdrawal_not_asked');
    expect(found({ withdrawal: { askedAt: at, waitUntil: at } }, 'withdrawn')).toBe('withdrawal');
    expect(found({}, 'withdrawn', 'asked_in_talk')).toBe('asked_in_talk');
  });
});

describe('the outcomes that may be told', () => {
  const over = { status: 'resolved', resolvedAt: at, outcomesAtEvent: 10, lastEvent: 10 } as const;
  const told = (more: Partial<Case>) => standingOutcomes(aCase({ ...over, ...more }), kindOf);

  test('are none of an open case, and follow what happens after the end', () => {
    const outcomesOf = (status: Case['status']) =>
      standingOutcomes(aCase({ ...over, status, outcomes: ['test'], outcomeFacts: { test: 'stated' } }), kindOf);
    for (const status of caseStatuses) {
      expect([status, outcomesOf(status).length]).toEqual([
        status,
        status === 'resolved' || status === 'closed' ? 1 : 0,
      ]);
    }
    const gone: Partial<Case> = { outcomes: ['content_removed'], outcomeFacts: { content_removed: 'notice' } };
    expect(told({ ...gone, notices: [notice('removed', 5)] })).toEqual([
      { outcome: 'content_removed', fact: 'notice' },
    ]);
    expect(told({ ...gone, notices: [notice('kept_up', 12)] })).toEqual([]);
    const police: Partial<Case> = { outcomes: ['police_involved'], outcomeFacts: { police_involved: 'referral' } };
    expect(told({ ...police, referrals: [referralTo('guard')] })).toHaveLength(1);
    for (const status of ['withdrawn', 'declined'] as const) {
      const of = { ...police, referrals: [referralTo('guard', { status })] };
      expect(told(of)).toEqual([]);
      expect(contradictedOutcomes(aCase({ ...over, ...of }), kindOf)).toEqual(['police_involved']);
    }
  });

  test('keep what a person saw, until a platform says otherwise later', () => {
    const seen: Partial<Case> = { outcomes: ['content_removed'], outcomeFacts: { content_removed: 'own_look' } };
    expect(told({ ...seen, notices: [notice('kept_up', 9)] })).toHaveLength(1);
    expect(told({ ...seen, notices: [notice('kept_up', 11)] })).toEqual([]);
  });

  test('are read by the same rule from cases that release 0.1.0 ended', () => {
    const old = { status: 'resolved', resolvedAt: at } as const;
    const before = (more: Partial<Case>) => standingOutcomes(aCase({ ...old, ...more }), kindOf).map((one) => one.fact);
    expect(before({ outcomes: ['advice_given'] })).toEqual(['message']);
    expect(before({ outcomes: ['advice_given'], endNotToldBecause: 'content_only' })).toEqual([]);
    expect(before({ outcomes: ['police_involved'] })).toEqual([]);
    expect(before({ outcomes: ['police_involved'], referrals: [referralTo('guard')] })).toEqual(['referral']);
    expect(before({ outcomes: ['no_answer_from_reporter'] })).toEqual(['message']);
    expect(before({ outcomes: ['no_answer_from_reporter'], lastWrittenAt: '2026-12-01T00:00:00.000Z' })).toEqual([]);
  });

  test('have each their fact, whatever happened', () => {
    const anyCase = fc.record({
      outcomes: fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 4 }),
      recorded: fc.array(fc.constantFrom(...given), { minLength: 4, maxLength: 4 }),
      referrals: fc.array(
        fc.tuple(fc.constantFrom(...institutions), fc.constantFrom(...referralStatuses)).map(([one, status]) => {
          return referralTo(one.code, { status });
        }),
        { maxLength: 4 },
      ),
      notices: fc.array(
        fc
          .tuple(
            fc.constantFrom(undefined, ...takedownNoticeAnswers),
            fc.integer({ min: 1, max: 20 }),
            fc.constantFrom('tiktok', 'vk'),
            fc.integer({ min: 1, max: 3 }),
          )
          .map((parts) => notice(...parts)),
        { maxLength: 4 },
      ),
      wrote: fc.boolean(),
      answered: fc.boolean(),
    });
    fc.assert(
      fc.property(anyCase, ({ outcomes: ended, recorded, referrals, notices, wrote, answered }) => {
        const outcomeFacts = Object.fromEntries(
          ended.flatMap((outcome, n) => (recorded[n] === undefined ? [] : [[outcome, recorded[n]]])),
        );
        const messages = wrote ? { lastMessageOfCentre: 1, messageCount: answered ? 2 : 1 } : {};
        const of = aCase({
          ...over,
          outcomes: ended,
          outcomeFacts,
          referrals,
          notices,
          ...messages,
          endNotToldBecause: 'content_only',
        });
        const standing = standingOutcomes(of, kindOf).map(({ outcome }) => outcome);
        const holds = (outcome: MainOutcome): boolean => happened(of, outcome, recorded[ended.indexOf(outcome)]);
        expect(standing.filter((outcome) => !holds(outcome))).toEqual([]);
        expect([...standing, ...contradictedOutcomes(of, kindOf)].sort()).toEqual([...ended].sort());
      }),
      { numRuns: 500 },
    );
  });
});

/** The same told a second time, in the words of docs/practice.md. */
function happened(of: Case, outcome: MainOutcome, recorded: GivenFact | undefined): boolean {
  const { referrals = [], notices = [] } = of;
  const newest = notices.filter(
    ({ answer, answeredAtEvent = 0, platform }, at) =>
      answer !== undefined &&
      !notices.some((other, then) => {
        const event = other.answeredAtEvent ?? 0;
        const isLater = event > answeredAtEvent || (event === answeredAtEvent && then > at);
        return other.platform === platform && other.answer !== undefined && isLater;
      }),
  );
  const refused = newest.filter(({ answer }) => answer === 'kept_up');
  const isRefusedSince = refused.some(({ answeredAtEvent = 0 }) => answeredAtEvent > 10);
  const answered = (...answers: (TakedownNotice['answer'] | undefined)[]): boolean =>
    refused.length === 0 && newest.some(({ answer }) => answers.includes(answer));
  const reached = (code: string): boolean =>
    recorded === 'spoken_to' ||
    referrals.some(({ institution, status }) => {
      return institution === code && ['acknowledged', 'accepted', 'completed'].includes(status);
    });
  const isWritten = of.lastMessageOfCentre !== undefined;
  switch (outcome) {
    case 'content_removed':
      return (recorded === 'own_look' && !isRefusedSince) || answered('removed', 'account_closed');
    case 'account_recovered_or_closed':
      return ((recorded === 'own_look' || recorded === 'spoken_to') && !isRefusedSince) || answered('account_closed');
    case 'police_involved':
      return reached('guard');
    case 'child_protection_involved':
      return reached('unit');
    case 'school_supporting':
      return reached('class');
    case 'site_passed_on':
      return reached('blocker');
    case 'advice_given':
    case 'helpline_support':
      return isWritten || recorded === 'spoken_to';
    case 'content_still_up':
      return isWritten;
    case 'no_answer_from_reporter':
      return isWritten && of.messageCount === of.lastMessageOfCentre;
    case 'withdrawn':
      return recorded === 'asked_in_talk';
    case 'same_event':
    case 'outside_our_work':
      return false;
    default:
      return true;
  }
}
