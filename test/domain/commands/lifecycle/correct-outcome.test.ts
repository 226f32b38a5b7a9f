import { describe, expect, test } from 'vitest';
import { mostKept, mostOf } from '#shared/domain/case/bounds.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { kindsOf } from '#shared/domain/case/outcomes/fact-of-outcome.ts';
import { standingOutcomes } from '#shared/domain/case/outcomes/standing-outcomes.ts';
import { caseStatuses, isOver } from '#shared/domain/case/status.ts';
import { decideOutcomeCorrection } from '#shared/domain/commands/lifecycle/correct-outcome.ts';
import type { CorrectionInput } from '#shared/domain/commands/lifecycle/correct-outcome.ts';
import { decideReopen } from '#shared/domain/commands/lifecycle/reopen.ts';
import { albania } from '#shared/country/al/pack.ts';
import { eraseAt } from '#shared/domain/keeping/retention.ts';
import { aCase } from '#test/support/builders.ts';

const referrals = await albania.loadReferrals();
const at = '2026-11-22T09:00:00.000Z';
const now = '2026-12-20T09:00:00.000Z';
const keptUp = {
  id: 'tiktok-1',
  platform: 'tiktok',
  way: 'email',
  sentAt: at,
  sentBy: 'anna',
  answer: 'kept_up',
  answeredAt: now,
  answeredAtEvent: 12,
} as const;
/** Ended as taken down, and the platform put it back. */
const ended = aCase({
  status: 'closed',
  readAt: at,
  lastReadAt: at,
  handledAt: at,
  resolvedAt: at,
  closedAt: at,
  outcomes: ['content_removed', 'advice_given'],
  outcomeFacts: { content_removed: 'notice', advice_given: 'message' },
  outcomesAtEvent: 10,
  notices: [keptUp],
  messageCount: 1,
  lastMessageOfCentre: 1,
  lastEvent: 12,
  readUpTo: 12,
});
const input: CorrectionInput = {
  because: 'put_back_online',
  outcome: 'content_still_up',
  alsoOutcomes: [],
  hasMessage: true,
};

function correct(more: Partial<CorrectionInput> = {}, of: Case = ended) {
  return decideOutcomeCorrection(of, { ...input, ...more }, referrals, 'anna', now);
}

function corrected(more: Partial<CorrectionInput> = {}, of: Case = ended): Case {
  const decision = correct(more, of);
  if (decision.outcome !== 'change') throw new Error(JSON.stringify(decision));
  return changeCase(of, decision.parts, now).after;
}

describe('correcting an outcome', () => {
  test('keeps what stood before, tells the reporter, starts no clock and touches nothing else', () => {
    const decision = correct();
    expect(decision).toMatchObject({
      parts: {
        events: [
          { type: 'case.message_posted', data: { message: 2 } },
          { type: 'case.outcome_corrected', actor: 'staff:anna', data: {} },
        ],
      },
    });
    expect(decision).not.toHaveProperty('parts.timersArmed');
    const { outcomes, outcomeFacts, outcomeCorrections, status, clockNumber, promise, resolvedAt } = corrected();
    expect({ outcomes, outcomeFacts }).toEqual({
      outcomes: ['content_still_up'],
      outcomeFacts: { content_still_up: 'message' },
    });
    expect(outcomeCorrections).toEqual([
      {
        from: ['content_removed', 'advice_given'],
        to: ['content_still_up'],
        because: 'put_back_online',
        by: 'anna',
        at: now,
      },
    ]);
    expect({ status, clockNumber, promise, resolvedAt }).toEqual({
      status: 'closed',
      clockNumber: 1,
      promise: ended.promise,
      resolvedAt: at,
    });
  });

  test('makes true what a reporter reads', () => {
    const told = (of: Case) => standingOutcomes(of, kindsOf(referrals.institutions)).map(({ outcome }) => outcome);
    expect(told(ended)).toEqual(['advice_given']);
    expect(told(corrected())).toEqual(['content_still_up']);
    const seen = corrected({
      outcome: 'content_removed',
      facts: [{ outcome: 'content_removed', facts: ['own_look'] }],
    });
    expect(told(seen)).toEqual(['content_removed']);
  });

  test('is for cases that have ended', () => {
    for (const status of caseStatuses) {
      const answer = correct({}, { ...ended, status });
      expect([status, answer.outcome]).toEqual([status, isOver({ status }) ? 'change' : 'refused']);
    }
  });

  test('needs the fact of what is said now, and a word to the reporter or why none', () => {
    const gaps = (more: Partial<CorrectionInput>) => correct(more);
    expect(gaps({ outcome: 'police_involved' })).toMatchObject({
      gaps: [{ pointer: '/facts', code: 'police_not_reached' }],
    });
    expect(gaps({ outcome: 'content_removed' })).toMatchObject({ gaps: [{ code: 'removal_not_seen' }] });
    expect(gaps({ outcome: 'same_event' })).toMatchObject({ gaps: [{ pointer: '/outcome', code: 'case_not_linked' }] });
    expect(gaps({ outcome: 'outside_our_work' })).toMatchObject({ gaps: [{ pointer: '/otherDoor' }] });
    expect(gaps({ hasMessage: false })).toMatchObject({ gaps: [{ pointer: '/message', code: 'required' }] });
    const spoken = [{ outcome: 'police_involved', facts: ['spoken_to'] }] as const;
    const wrong: CorrectionInput['facts'][] = [
      spoken,
      [{ outcome: 'content_still_up', facts: ['own_look'] }],
      [{ outcome: 'content_still_up', facts: [] }],
    ];
    for (const facts of wrong) {
      expect(gaps({ facts })).toMatchObject({ gaps: [{ pointer: '/facts/0', code: 'fact_not_of_outcome' }] });
    }
    expect(gaps({ outcome: 'police_involved', facts: [...spoken, ...spoken] })).toMatchObject({
      gaps: [{ pointer: '/facts/1' }],
    });
  });

  test('of nothing is none', () => {
    const of = corrected();
    expect(correct({}, of)).toMatchObject({ because: 'outcome_unchanged' });
  });

  test('keeps with whom somebody spoke as a note, where there is room for one', () => {
    const facts = [{ outcome: 'police_involved', facts: ['spoken_to'] }] as const;
    const said = { outcome: 'police_involved', facts } as const;
    expect(corrected(said)).toMatchObject({ noteCount: 1, outcomeFacts: { police_involved: 'spoken_to' } });
    expect(correct(said, { ...ended, noteCount: mostOf.notes })).toMatchObject({ because: 'notes_full' });
  });

  test('lets the present reason decide whether the reporter reads of it', () => {
    const silent = { hasMessage: false, noMessageBecause: 'unsafe', outcome: 'nothing_more_possible' } as const;
    expect(corrected(silent).endNotToldBecause).toBe('unsafe');
    expect(corrected({}, { ...ended, endNotToldBecause: 'content_only' })).not.toHaveProperty('endNotToldBecause');
  });

  test('is kept for many times, the first and the newest, and survives reopening as what was', () => {
    let of = ended;
    for (let n = 0; n < mostKept.outcomeCorrections + 5; n += 1) {
      of = corrected({ outcome: n % 2 === 0 ? 'content_still_up' : 'nothing_more_possible' }, of);
    }
    expect(of.outcomeCorrections).toHaveLength(mostKept.outcomeCorrections);
    expect(of.outcomeCorrections?.[0]?.from).toEqual(['content_removed', 'advice_given']);
    const reopening = decideReopen(of, [], albania, 'staff:anna', now);
    if (reopening.outcome !== 'change') throw new Error('It was not reopened.');
    const { after } = changeCase(of, reopening.parts, now);
    expect(after.outcomes).toEqual([]);
    expect(after).not.toHaveProperty('outcomeFacts');
    expect(after.outcomeCorrections).toHaveLength(mostKept.outcomeCorrections);
  });

  test('changes how long the case is kept', () => {
    const of: Case = { ...ended, severity: 'low' };
    const before = eraseAt(of, albania.retention)?.at;
    const after = eraseAt(corrected({ outcome: 'test', because: 'recorded_wrongly' }, of), albania.retention)?.at;
    expect([before, after]).toEqual(['2027-11-22T09:00:00.000Z', '2026-12-22T09:00:00.000Z']);
  });
});
