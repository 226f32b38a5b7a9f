import { describe, expect, it } from 'vitest';
import { dutyOf, needsDuty, noDuty } from '#functions/console/app/lifecycle/duty.ts';
import {
  allOutcomes,
  endOf,
  furtherOutcomes,
  givenFor,
  noEnd,
  outcomesOf,
} from '#functions/console/app/lifecycle/end-fields.ts';
import { nextPart } from '#functions/console/app/keeping/export/next-part.ts';
import { exportOf, waitingOn } from '#functions/console/app/keeping/approvals/waiting-approvals.ts';
import { albania } from '#shared/country/al/pack.ts';
import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import { administrativeOutcomes } from '#shared/domain/case/lifecycle.ts';
import type { ReportedFacts } from '#shared/domain/report/report.ts';
import { aCase } from '#test/support/builders.ts';

const reported = (said: Partial<ReportedFacts>) => ({ ...aCase().reported, ...said });

describe('how a case ends, as a form has it', () => {
  it('lets an administrative outcome stand alone', () => {
    for (const outcome of administrativeOutcomes) expect(furtherOutcomes(outcome)).toEqual([]);
    expect(outcomesOf({ outcome: 'test', alsoOutcomes: ['advice_given'] })).toEqual(['test']);
  });

  it('puts the main outcome first, and says none twice', () => {
    const alsoOutcomes = ['advice_given', 'content_removed'];
    expect(outcomesOf({ outcome: 'content_removed', alsoOutcomes })).toEqual(['content_removed', 'advice_given']);
    expect(outcomesOf({ outcome: '', alsoOutcomes })).toEqual([]);
  });

  it('asks for a fact only where a person can give it', () => {
    expect(givenFor('content_removed')).toEqual(['own_look']);
    expect(givenFor('account_recovered_or_closed')).toEqual(['own_look', 'spoken_to']);
    expect(givenFor('withdrawn')).toEqual(['asked_in_talk']);
    expect(givenFor('no_answer_from_reporter')).toEqual([]);
    expect(givenFor('test')).toEqual([]);
  });

  it('names what is missing', () => {
    const spoken = { kind: 'spoken_to', name: '', why: '' };
    expect(endOf(noEnd)).toEqual({ missing: 'outcome' });
    expect(endOf({ ...noEnd, outcome: 'outside_our_work' })).toEqual({ missing: 'otherDoor' });
    expect(endOf({ ...noEnd, outcome: 'advice_given', facts: { advice_given: spoken } })).toEqual({
      missing: 'spokenTo',
    });
    expect(endOf({ ...noEnd, outcome: 'advice_given', facts: { advice_given: { ...spoken, name: 'A' } } })).toEqual({
      missing: 'why',
    });
  });

  it('sends no fact of an outcome that was taken back, and none that it cannot stand on', () => {
    const facts = { content_removed: { kind: 'own_look', name: '', why: '' } };
    expect(endOf({ ...noEnd, outcome: 'advice_given', facts })).toEqual({ outcome: 'advice_given' });
    expect(endOf({ ...noEnd, outcome: 'content_removed', facts })).toEqual({
      outcome: 'content_removed',
      facts: [{ outcome: 'content_removed', ownLook: true }],
    });
    expect(endOf({ ...noEnd, outcome: 'test', facts: { test: { kind: 'own_look', name: '', why: '' } } })).toEqual({
      outcome: 'test',
    });
  });

  it('is a body that the API takes, with each fact that a person can give', () => {
    for (const outcome of allOutcomes) {
      for (const kind of givenFor(outcome)) {
        const end = endOf({ ...noEnd, outcome, facts: { [outcome]: { kind, name: 'A', why: 'B' } } });
        expect(parseCommandBody('resolution', end)).toEqual(end);
      }
    }
  });
});

describe('the duty to report', () => {
  it('is decided where the report or the conclusion of staff speaks of a crime against a child', async () => {
    const { dutyToReport } = await albania.loadReferrals();
    const plain = reported({ category: 'question' });
    expect(needsDuty({ reported: plain }, dutyToReport)).toBe(false);
    expect(needsDuty({ reported: reported({ category: 'csam' }) }, dutyToReport)).toBe(true);
    expect(needsDuty({ reported: plain, assessed: { category: 'csam' } }, dutyToReport)).toBe(true);
    // A conclusion never makes a reported one go away.
    expect(
      needsDuty({ reported: reported({ category: 'csam' }), assessed: { category: 'question' } }, dutyToReport),
    ).toBe(true);
    expect(needsDuty({}, dutyToReport)).toBe(false);
  });

  it('names what is missing, and who was told only where it is required', () => {
    expect(dutyOf(noDuty)).toEqual({ missing: 'decision' });
    expect(dutyOf({ ...noDuty, decision: 'required' })).toEqual({ missing: 'basis' });
    expect(dutyOf({ decision: 'required', basis: 'b', sentTo: '' })).toEqual({ missing: 'sentTo' });
    expect(dutyOf({ decision: 'not_required', basis: 'b', sentTo: 'police' })).toEqual({
      decision: 'not_required',
      basis: 'b',
    });
  });
});

describe('what waits for a second person', () => {
  const now = '2026-11-17T09:00:00.000Z';
  const asked = { id: 'export-1', kind: 'export', askedBy: 'staff-drita', askedAt: now } as const;

  it('is what nobody decided, what is not over, and what has not taken effect', () => {
    const approvals = [
      asked,
      { ...asked, id: 'export-2', decision: 'refused' as const },
      { ...asked, id: 'export-3', lapsesAt: now },
      { ...asked, id: 'export-4', lapsesAt: '2026-11-17T09:00:01.000Z' },
      { ...asked, id: 'lowering-1', kind: 'lowering' as const, takenAt: now },
    ];
    expect(waitingOn({ approvals }, now).map(({ id }) => id)).toEqual(['export-1', 'export-4']);
    expect(waitingOn({}, now)).toEqual([]);
  });

  it('is taken by whoever asked for it, once it is approved, and once', () => {
    const approved = { ...asked, decision: 'approved' as const };
    expect(exportOf({ approvals: [approved] }, 'staff-drita')).toEqual(approved);
    expect(exportOf({ approvals: [approved] }, 'staff-blerim')).toBeUndefined();
    expect(exportOf({ approvals: [asked] }, 'staff-drita')).toBeUndefined();
    expect(exportOf({ approvals: [{ ...approved, takenAt: now }] }, 'staff-drita')).toBeUndefined();
  });
});

it('goes on with a file where its part ended', () => {
  expect(nextPart({ messages: [{ number: 1 }], notes: [] }, {})).toBeUndefined();
  expect(nextPart({ messages: [{ number: 1 }, { number: 2 }], notes: [], laterMessages: 3 }, {})).toEqual({
    fromMessage: 3,
    fromNote: 1,
  });
  expect(nextPart({ messages: [], notes: [{ number: 7 }], laterNotes: 1 }, { fromMessage: 3, fromNote: 4 })).toEqual({
    fromMessage: 3,
    fromNote: 8,
  });
});
