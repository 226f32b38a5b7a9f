import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { roles } from '#shared/domain/access/authorize.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import { waitingFor } from '#shared/domain/case/lifecycle.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import {
  decideAssignment,
  decideTeamTransfer,
  decideMessage,
  decideNote,
  decideWaiting,
} from '#shared/domain/commands/team/assign-and-note.ts';
import { aCase, aReferral } from '#test/support/builders.ts';

const now = '2026-11-21T09:00:00.000Z';
const by = 'staff-anna';
const changed = (of: Case, decision: Decision): Case => {
  if (decision.outcome !== 'change') throw new Error(`It came to ${JSON.stringify(decision)}.`);
  return changeCase(of, decision.parts, now).after;
};
const refusedFor = (decision: Decision): string =>
  decision.outcome === 'refused' ? decision.because : decision.outcome;
const over = ['resolved', 'closed'] as const;

describe('giving a case to a colleague', () => {
  const bora = { id: 'staff-bora', role: 'counsellor', active: true, cleared: false } as const;

  test('makes it theirs, whoever had it, and is neither reading nor handling', () => {
    for (const of of [aCase({ status: 'triaged' }), aCase({ status: 'triaged', assignee: 'staff-cela' })]) {
      const decision = decideAssignment(of, bora, by);
      const after = changed(of, decision);
      expect([after.assignee, after.status, after.readAt, after.handledAt]).toEqual([
        'staff-bora',
        'triaged',
        undefined,
        undefined,
      ]);
      expect(decision).toMatchObject({
        parts: { events: [{ type: 'case.assigned', actor: 'staff:staff-anna', data: { assignee: 'staff-bora' } }] },
      });
    }
  });

  test('who has it already changes nothing', () => {
    expect(decideAssignment(aCase({ assignee: 'staff-bora' }), bora, by)).toEqual({ outcome: 'unchanged' });
  });

  test('is refused by field for whoever could not claim it: unknown, without the role, or no longer here', () => {
    const noColleague = { because: 'fields_missing', gaps: [{ pointer: '/assignee', code: 'unknown_code' }] };
    expect(decideAssignment(aCase(), undefined, by)).toMatchObject(noColleague);
    expect(decideAssignment(aCase(), { ...bora, active: false }, by)).toMatchObject(noColleague);
    for (const role of roles) {
      const decision = decideAssignment(aCase(), { ...bora, role }, by);
      const mayClaim = ['counsellor', 'officer', 'supervisor'].includes(role);
      expect(decision).toMatchObject(mayClaim ? { outcome: 'change' } : noColleague);
    }
  });

  test('never goes to somebody whom the case excludes', () => {
    const of = aCase({ exclusions: { institutions: [], people: ['staff-bora'] } });
    expect(refusedFor(decideAssignment(of, bora, by))).toBe('person_excluded');
  });

  test('is for cases that have not come to their end', () => {
    for (const status of caseStatuses) {
      const isOver = over.some((one) => one === status);
      expect(refusedFor(decideAssignment(aCase({ status }), bora, by))).toBe(isOver ? 'wrong_status' : 'change');
    }
  });
});

describe('handing over to the other team', () => {
  test('takes the case from whoever had it, and changes neither severity nor promise', () => {
    const of = aCase({ assignee: 'staff-bora', channel: 'web' });
    const decision = decideTeamTransfer(of, 'helpline', by, now);
    const after = changed(of, decision);
    expect([after.team, after.assignee, after.handedOverAt]).toEqual(['helpline', undefined, now]);
    expect([after.severity, after.promise]).toEqual([of.severity, of.promise]);
    expect(decision).toMatchObject({
      parts: { events: [{ type: 'case.handed_over', actor: 'staff:staff-anna', data: { team: 'helpline' } }] },
    });
  });

  test('to the team that has it changes nothing, also when it has it by the channel alone', () => {
    expect(decideTeamTransfer(aCase({ channel: 'web' }), 'hotline', by, now)).toEqual({ outcome: 'unchanged' });
    expect(decideTeamTransfer(aCase({ channel: 'helpline' }), 'helpline', by, now)).toEqual({ outcome: 'unchanged' });
    const handed = aCase({ channel: 'helpline', team: 'hotline' });
    expect(decideTeamTransfer(handed, 'hotline', by, now)).toEqual({ outcome: 'unchanged' });
    expect(changed(handed, decideTeamTransfer(handed, 'helpline', by, now)).team).toBe('helpline');
  });

  test('is for cases that have not come to their end', () => {
    for (const status of caseStatuses) {
      const isOver = over.some((one) => one === status);
      const decision = decideTeamTransfer(aCase({ status }), 'helpline', by, now);
      expect(refusedFor(decision)).toBe(isOver ? 'wrong_status' : 'change');
    }
  });
});

describe('waiting', () => {
  const sent = aReferral({ status: 'sent', sentAt: now });
  const askedBoth = { referrals: [sent], messageCount: 1, lastMessageOfCentre: 1 };

  test('is for nobody who was not asked, and says who that is', () => {
    const whyNot = (whom: 'reporter' | 'institution', more: Partial<Case> = {}): string =>
      refusedFor(decideWaiting(aCase({ status: 'in_progress', readAt: now, ...more }), whom, by));
    expect(whyNot('reporter')).toBe('reporter_not_asked');
    expect(whyNot('reporter', { messageCount: 2, lastWrittenAt: now })).toBe('reporter_not_asked');
    expect(whyNot('reporter', { messageCount: 1 })).toBe('change');
    for (const status of ['proposed', 'approved', 'declined', 'withdrawn', 'dropped'] as const) {
      expect(whyNot('institution', { referrals: [aReferral({ status })] })).toBe('institution_not_asked');
    }
    expect(whyNot('institution', { referrals: [sent] })).toBe('change');
    // Release 0.1.0 wrote it all the same.
    expect(whyNot('institution', { status: 'waiting_institution' })).toBe('institution_not_asked');
  });

  test('leads only between the states of being worked on, to the one that was said, and the history says for whom', () => {
    fc.assert(
      fc.property(fc.constantFrom(...caseStatuses), fc.constantFrom(...waitingFor), (status, whom) => {
        const of = aCase({ status, ...askedBoth });
        const decision = decideWaiting(of, whom, by);
        const workedOn = ['in_progress', 'waiting_reporter', 'waiting_institution'];
        const wanted = whom === 'nobody' ? 'in_progress' : `waiting_${whom}`;
        const became = decision.outcome === 'change' ? changed(of, decision).status : refusedFor(decision);
        const expected = status === wanted ? 'unchanged' : wanted;
        expect(became).toBe(workedOn.includes(status) ? expected : 'wrong_status');
        const events = decision.outcome === 'change' ? decision.parts.events : [];
        const said = { type: 'case.waiting_set', actor: 'staff:staff-anna', data: { waitingFor: whom } };
        expect(events).toEqual(decision.outcome === 'change' ? [said] : []);
      }),
    );
  });
});

test('notes are numbered from one, in every state', () => {
  for (const status of caseStatuses) {
    const of = aCase({ status });
    const first = decideNote(of, by);
    expect(first).toMatchObject({
      parts: { events: [{ type: 'case.noted', actor: 'staff:staff-anna', data: { note: 1 } }] },
    });
    const second = changed(of, first);
    expect(changed(second, decideNote(second, by)).noteCount).toBe(2);
  }
});

describe('a message to the reporter', () => {
  test('needs that somebody has read what the reporter wrote', () => {
    expect(refusedFor(decideMessage(aCase(), by))).toBe('not_read');
  });

  test('takes the next number of the thread, also after the end', () => {
    for (const status of caseStatuses) {
      const referrals = [aReferral({ status: 'sent', sentAt: now })];
      const of = aCase({ status, readAt: now, messageCount: 4, referrals });
      const decision = decideMessage(of, by);
      expect(changed(of, decision)).toMatchObject({ messageCount: 5, status });
      expect(decision).toMatchObject({
        parts: { events: [{ type: 'case.message_posted', actor: 'staff:staff-anna', data: { message: 5 } }] },
      });
    }
  });
});
