import * as fc from '#test/support/fast-check.ts';
import { expect, test } from 'vitest';
import { worded } from '#functions/follow-up/follow-up-wording.ts';
import { tellSharing } from '#shared/use-cases/referrals/tell-sharing.ts';
import { tellStatus } from '#functions/follow-up/tell-status.ts';
import { readerOf } from '#shared/contracts/http/wording.ts';
import { country } from '#shared/country/current.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { takedownNoticeAnswers, type Case } from '#shared/domain/case/case.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { administrativeOutcomes, outcomes, waitingFor } from '#shared/domain/case/lifecycle.ts';
import { kindsOf } from '#shared/domain/case/outcomes/fact-of-outcome.ts';
import { referralAnswers } from '#shared/domain/case/referral.ts';
import { decideHandling, decideReading } from '#shared/domain/commands/handling/handle.ts';
import { decideReopen } from '#shared/domain/commands/lifecycle/reopen.ts';
import { decideResolution } from '#shared/domain/commands/lifecycle/resolve.ts';
import { decideTakedownNotice, decideTakedownNoticeAnswer } from '#shared/domain/commands/notices/takedown-notice.ts';
import { decideInformation } from '#shared/domain/commands/reporter/add-information.ts';
import { canDo, decideWithdrawal } from '#shared/domain/commands/reporter/reporter-actions.ts';
import { decideMessage, decideTeamTransfer, decideWaiting } from '#shared/domain/commands/team/assign-and-note.ts';
import {
  decideAddingReferral,
  decideAnswer,
  decideReferralWithdrawal,
  decideSending,
  decideSent,
} from '#shared/domain/referrals/decide-referral.ts';
import { untruthsIn } from '#test/sim/checks/truth/check-answer.ts';
import { factsOf } from '#test/sim/checks/truth/facts.ts';
import { aCase, aTimer, fridayNight } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';
import { anEvent } from '#test/support/new-case.ts';

/*
 * P12 over the rules alone: whatever people do in whatever order, nobody reads what did not happen. What is told is judged by the
 * oracle of the simulator, which knows the history and no rule.
 */

const referrals = await country.loadReferrals();
const wording = await worded(country);
const by = 'staff-blerim';
const lead = aCase({ caseId: 'case-2', caseNumber: 'B-LEAD', status: 'resolved', resolvedAt: fridayNight });
/** That people are told is not for this model: these clocks say so all the time. */
const timers = (['promise_handle', 'promise_resolve', 'must_be_read'] as const).map((kind) => aTimer({ kind }));

interface State {
  of: Case;
  events: readonly CaseEvent[];
  now: number;
  /** Until when each message is to be read, by when it was written; ms since 1970. */
  readBys: Map<number, number>;
}

const institution = fc.constantFrom(
  'police_cybercrime',
  'school_psychosocial',
  'child_protection_unit',
  'cyber_authority',
);
const anyOutcome = fc.constantFrom(...outcomes, ...outcomes, ...administrativeOutcomes);
const steps = fc.record({
  what: fc.constantFrom(
    'read',
    'read',
    'handle',
    'handle',
    'wait',
    'write',
    'transfer',
    'propose',
    'send',
    'leave',
    'answer',
    'withdraw',
    'notice',
    'answered',
    'resolve',
    'resolve',
    'reopen',
    'reopen',
    'inform',
    'ask_back',
    'days',
  ),
  institution,
  outcome: anyOutcome,
  also: fc.option(fc.constantFrom(...outcomes)),
  hasMessage: fc.boolean(),
  isCall: fc.boolean(),
  nextStep: fc.constantFrom('advise_reporter', 'ask_reporter', 'refer_institution'),
  waitingFor: fc.constantFrom(...waitingFor),
  said: fc.constantFrom(...referralAnswers),
  platform: fc.constantFrom(...takedownNoticeAnswers),
  nth: fc.nat(),
});
/** Who reads it: a child, an adult, or somebody who says nothing of it. */
const reporters: fc.Arbitrary<Partial<Case['reported']>> = fc.constantFrom(
  { reporterRole: 'child' },
  { reporterRole: 'parent' },
  { about: 'me', reporterAgeBand: 'unknown' },
  { about: 'my_child', reporterAgeBand: 'unknown' },
);
type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never;

const telling = (step: Step) =>
  step.hasMessage ? { hasMessage: true } : { hasMessage: false, noMessageBecause: 'content_only' as const };

/** What a step decides, as the case stands; undefined where it has nothing to decide about. */
function decide({ of, now, readBys }: State, step: Step): Decision | undefined {
  const at = new Date(now).toISOString();
  const pick = <T>(all: readonly T[]): T | undefined => all[step.nth % Math.max(1, all.length)];
  const referral = pick(of.referrals ?? [])?.id;
  switch (step.what) {
    case 'read':
      return decideReading(of, [], by, zembla, at);
    case 'handle':
      return decideHandling(
        of,
        [],
        { ...telling(step), severity: of.severity, safetyDecision: 'safe_for_now', nextStep: step.nextStep },
        by,
        at,
      );
    case 'wait':
      return decideWaiting(of, step.waitingFor, by);
    case 'write':
      return decideMessage(of, by);
    case 'transfer':
      return decideTeamTransfer(of, 'helpline', by, at);
    case 'propose':
      return decideAddingReferral(
        of,
        { institution: step.institution, basis: 'al_law_18_2017', isLead: false },
        referrals,
        by,
        at,
      );
    case 'send':
      return referral === undefined
        ? undefined
        : decideSending(
            of,
            referral,
            {
              hasMessage: step.hasMessage,
              fields: [],
              ground: 'override',
              overrideBecause: 'crime_against_child',
              notToldFirstBecause: 'no_time_danger',
              addresses: 0,
              accounts: 0,
              hasUnit: true,
              contacts: ['contact-1'],
              contact: 'contact-1',
              wasCalled: step.isCall,
              owesLook: false,
            },
            referrals,
            by,
            at,
          );
    case 'leave':
      return referral === undefined ? undefined : decideSent(of, referral, at);
    case 'answer':
      return referral === undefined
        ? undefined
        : decideAnswer(
            of,
            referral,
            { answer: step.said, hasName: true, how: 'phone', because: 'no_capacity', outcome: 'support_given' },
            `staff:${by}`,
            at,
          );
    case 'withdraw':
      return referral === undefined ? undefined : decideReferralWithdrawal(of, referral, 'sent_in_error', by, at);
    case 'notice':
      return decideTakedownNotice(
        of,
        { platform: 'tiktok', way: 'email' },
        country.platforms,
        kindsOf(referrals.institutions),
        by,
        at,
      );
    case 'answered':
      return decideTakedownNoticeAnswer(of, pick(of.notices ?? [])?.id ?? '', step.platform, by, at);
    case 'resolve':
      return decideResolution(
        of,
        [],
        {
          ...telling(step),
          outcome: step.outcome,
          alsoOutcomes:
            step.also === null || administrativeOutcomes.some((one) => one === step.outcome) ? [] : [step.also],
          dutyToReport: { decision: 'not_required', basis: 'al_law_18_2017' },
          ...(step.outcome === 'same_event' ? { leadCase: lead } : {}),
          ...(step.outcome === 'outside_our_work' ? { otherDoor: 'state_police' } : {}),
        },
        referrals,
        by,
        at,
      );
    case 'reopen':
      // Reporters reopen with a message alone.
      return decideReopen(of, [], country, `staff:${by}`, at);
    case 'inform': {
      const information = { flags: {}, words: [], stillHappening: step.isCall, addresses: 0 };
      const { parts, readBy } = decideInformation(of, [], information, country, at);
      readBys.set(now, Date.parse(readBy));
      return { outcome: 'change', parts };
    }
    case 'ask_back':
      return decideWithdrawal(of, country, at);
    default:
      return undefined;
  }
}

/** What the holder of the code is told, in this language. */
async function answerOf({ of, now }: State, language: string): Promise<Parameters<typeof untruthsIn>[0]> {
  const at = new Date(now).toISOString();
  const reader = readerOf(of.reported, language);
  return {
    ...tellStatus({ case: of, timers, sealed: [] }, at, reader, wording, referrals.institutions),
    messages: [],
    sharedWith: await tellSharing(of, new Map(), at, reader, wording),
    canDo: canDo(of),
  };
}

async function untruthsOf(state: State, language: string): Promise<string[]> {
  const { of, events, now } = state;
  const facts = factsOf({ of, events: [...events], timers, rows: new Set(), mails: [] }, now, []);
  const { readBy, handleBy, resolveBy } = aCase().promise;
  const promise = { readBy: Date.parse(readBy), handleBy: Date.parse(handleBy), resolveBy: Date.parse(resolveBy) };
  const known = { promise, readBys: state.readBys, isLong: false, wasWritten: () => true };
  return untruthsIn(await answerOf(state, language), facts, known);
}

test('nobody reads what did not happen, whatever people do in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(steps, { minLength: 8, maxLength: 40, size: 'max' }),
      fc.constantFrom(...country.languages),
      reporters,
      async (all, language, reporter) => {
        const { reporterRole: _, ...facts } = aCase().reported;
        const of = aCase({ reported: { ...facts, ...reporter } });
        let state: State = { of, events: [anEvent(of)], now: Date.parse(fridayNight), readBys: new Map() };
        for (const step of all) {
          state = { ...state, now: state.now + (step.what === 'days' ? 80 * 3_600_000 : 60_000) };
          const decision = decide(state, step);
          if (decision?.outcome !== 'change') continue;
          const { after, events } = changeCase(state.of, decision.parts, new Date(state.now).toISOString());
          state = { ...state, of: after, events: [...state.events, ...events] };
          expect(await untruthsOf(state, language)).toEqual([]);
        }
      },
    ),
    // Shrinking takes longer than finding: leave out `endOnFailure` to see the shortest history.
    { numRuns: 1000, endOnFailure: true },
  );
});
