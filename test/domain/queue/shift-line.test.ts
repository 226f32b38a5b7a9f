import { describe, expect, it, test } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import type { CaseDeadline } from '#shared/domain/case/deadlines.ts';
import { inOrderOfSheet, shiftLine, type ShiftLine } from '#shared/domain/queue/shift-line.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { aCase, aReferral, fridayNight } from '#test/support/builders.ts';

const at = (minutes: number) => plusMinutes(fridayNight, minutes);
const now = at(60);
const hour = (hours: number) => plusMinutes(now, hours * 60);
const read = { readAt: at(5), lastReadAt: at(5) };
const handled = {
  ...read,
  handledAt: at(30),
  handling: { safetyDecision: 'safe_for_now', nextStep: 'refer_institution' } as const,
};
const { handleBy, resolveBy } = aCase().promise;
const sent = aReferral({ status: 'sent', sentAt: at(31) });
const line = (overrides: Partial<Case>) => shiftLine(aCase({ deadlines: [], ...overrides }), now);

describe('a case as a shift hands it over', () => {
  test.each<[string, Partial<Case>, Partial<Record<keyof ShiftLine, unknown>>]>([
    [
      'says what is overdue, found by a sweep or not yet, and what comes next',
      {
        ...read,
        deadlines: [
          { clock: 'handle', at: at(20), missed: true },
          { clock: 'withdrawal_look', at: at(59) },
          { clock: 'second_look', at: hour(12) },
        ],
      },
      {
        missed: [
          { clock: 'handle', at: at(20) },
          { clock: 'withdrawal_look', at: at(59) },
        ],
        due: { clock: 'second_look', at: hour(12) },
      },
    ],
    [
      'is due from the very minute',
      { ...read, deadlines: [{ clock: 'handle', at: now }] },
      { due: { clock: 'handle', at: now } },
    ],
    [
      'leaves what comes after the shift to the one after it',
      { ...read, deadlines: [{ clock: 'handle', at: plusMinutes(hour(12), 1) }] },
      { due: undefined, missed: undefined },
    ],
    ['says since when words are unread', {}, { unreadSince: fridayNight }],
    ['says nothing of that once they are read', read, { unreadSince: undefined }],
    ['says which half of the answer is owed', read, { promised: { step: 'handle', by: handleBy } }],
    ['says the other half after the first', handled, { promised: { step: 'resolve', by: resolveBy } }],
    [
      'owes nothing more when it has ended',
      { ...handled, status: 'resolved', resolvedAt: at(40) },
      { promised: undefined, nextStep: undefined },
    ],
    [
      'says what was to be done next, since when, and by when by the internal target',
      {
        ...handled,
        deadlines: [
          { clock: 'resolve', at: hour(40) },
          { clock: 'promise_resolve', at: resolveBy },
        ],
      },
      { nextStep: { step: 'refer_institution', since: at(30), by: hour(40) } },
    ],
    [
      'says it by the promise where no target runs',
      handled,
      { nextStep: { step: 'refer_institution', since: at(30), by: resolveBy } },
    ],
    ['says no next step from before a reopening', { ...read, handling: handled.handling }, { nextStep: undefined }],
    [
      'waits for the reporter who was asked',
      { ...handled, status: 'waiting_reporter', messageCount: 1, lastMessageOfCentre: 1 },
      { status: 'waiting_reporter', waitsFor: { who: 'reporter' } },
    ],
    [
      'waits for the institutions that have it and owe something, each once',
      {
        ...handled,
        status: 'waiting_institution',
        referrals: [
          sent,
          aReferral({ id: 'police_cybercrime-2', status: 'acknowledged', acknowledgedAt: at(40) }),
          aReferral({ id: 'state_police-1', institution: 'state_police', status: 'completed', acknowledgedAt: at(33) }),
          aReferral({ id: 'child_protection_unit-1', institution: 'child_protection_unit', status: 'proposed' }),
          aReferral({ id: 'akcesk-1', institution: 'akcesk', status: 'approved' }),
        ],
      },
      { status: 'waiting_institution', waitsFor: { who: 'institution', institutions: ['police_cybercrime'] } },
    ],
    [
      'does not wait for an institution that nobody told',
      { ...handled, status: 'waiting_institution', referrals: [aReferral()] },
      { status: 'in_progress', waitsFor: undefined },
    ],
    [
      'says who was called, by whom and when, the newest first, and not who had a mail alone',
      {
        ...handled,
        referrals: [
          aReferral({ id: 'a-1', status: 'acknowledged', calledAt: at(10), approvedBy: 'staff-officer' }),
          sent,
          aReferral({
            id: 'b-1',
            institution: 'state_police',
            status: 'acknowledged',
            calledAt: at(20),
            approvedBy: 'staff-other',
          }),
        ],
      },
      {
        calls: [
          { institution: 'state_police', at: at(20), by: 'staff-other' },
          { institution: 'police_cybercrime', at: at(10), by: 'staff-officer' },
        ],
      },
    ],
    [
      'says what waits for a second person, and not what was decided or lapsed',
      {
        ...read,
        approvals: [
          { id: 'export-1', kind: 'export', reason: 'audit', askedBy: 'a', askedAt: at(1), lapsesAt: at(59) },
          { id: 'export-2', kind: 'export', reason: 'audit', askedBy: 'b', askedAt: at(2), lapsesAt: at(90) },
          { id: 'export-3', kind: 'export', reason: 'audit', askedBy: 'c', askedAt: at(3), decision: 'refused' },
        ],
      },
      { waiting: [{ id: 'export-2', kind: 'export', askedBy: 'b', askedAt: at(2), lapsesAt: at(90) }] },
    ],
    ['names whoever has it', { assignee: 'staff-officer' }, { assignee: 'staff-officer' }],
  ])('%s', (_, overrides, says) => {
    const said: Partial<Record<keyof ShiftLine, unknown>> = line(overrides);
    for (const [field, value] of Object.entries(says)) expect(said[field as keyof ShiftLine]).toEqual(value);
  });

  it('holds codes, ids and instants alone, and no more fields than a sheet has', () => {
    const fields =
      'assignee calls caseNumber due missed nextStep promised severity status unreadSince waiting waitsFor';
    const full = line({
      ...handled,
      assignee: 'staff-officer',
      status: 'waiting_institution',
      lastWrittenAt: at(50),
      referrals: [aReferral({ status: 'acknowledged', calledAt: at(10), acknowledgedAt: at(10) })],
      deadlines: [
        { clock: 'resolve', at: at(20), missed: true },
        { clock: 'promise_resolve', at: hour(3) },
      ],
    });
    expect(Object.keys(full).filter((field) => !fields.split(' ').includes(field))).toEqual([]);
  });
});

describe('the order of a sheet', () => {
  const of = (caseNumber: string, severity: Case['severity'], missed?: number, due?: number) => {
    const clock = (minutes: number): CaseDeadline => ({ clock: 'handle', at: at(minutes) });
    return {
      caseNumber,
      severity,
      ...(missed === undefined ? {} : { missed: [clock(missed)] }),
      ...(due === undefined ? {} : { due: clock(due) }),
    };
  };

  it('is what is overdue by severity and age, then what is due by time, then the rest as it came', () => {
    const lines = [
      of('rest-low', 'low'),
      of('due-late', 'critical', undefined, 300),
      of('over-normal', 'normal', 1),
      of('rest-high', 'high'),
      of('over-critical-young', 'critical', 9),
      of('due-soon', 'low', undefined, 90),
      of('over-critical-old', 'critical', 5, 70),
    ];
    expect(inOrderOfSheet(lines).map(({ caseNumber }) => caseNumber)).toEqual([
      'over-critical-old',
      'over-critical-young',
      'over-normal',
      'due-soon',
      'due-late',
      'rest-low',
      'rest-high',
    ]);
  });
});
