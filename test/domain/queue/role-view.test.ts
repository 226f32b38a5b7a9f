import { describe, expect, test } from 'vitest';
import { admits, roles } from '#shared/domain/access/authorize.ts';
import { askedUnseen, seenBy, sees } from '#shared/domain/queue/role-view.ts';
import type { Role } from '#shared/domain/access/authorize.ts';

/** Whatever says anything of what was reported, of whom, by whom or about what it is. */
const content = [
  'reported',
  'assessed',
  'words',
  'severityReasons',
  'severityChanges',
  'channel',
  'language',
  'category',
  'region',
  'outcomes',
  'referrals',
  'handling',
  'dutyToReport',
  'maybeSameAs',
  'linkedCases',
  'thread',
  'notices',
  'narrative',
  'details',
  'addresses',
  'messages',
  'notes',
  // It names institutions and steps.
  'toResolve',
];

describe('what a role sees of a case', () => {
  test('everybody who sees a case sees what they may do to it', () => {
    const showing = roles.filter((role) => admits({ role, active: true, cleared: true }, 'show_case'));
    expect(roles.filter((role) => sees(role, 'may'))).toEqual(showing);
    expect(roles.filter((role) => sees(role, 'toResolve'))).toEqual(['counsellor', 'officer', 'supervisor']);
  });

  test('of content, caseworkers alone see anything', () => {
    for (const role of roles) {
      const isCaseworker = role === 'counsellor' || role === 'officer' || role === 'supervisor';
      expect([role, content.filter((field) => sees(role, field))]).toEqual([role, isCaseworker ? content : []]);
    }
  });

  test('a volunteer sees number, severity, due time and what they may do, and nothing else', () => {
    const view = { caseNumber: 'B-1', severity: 'high', due: 'soon', status: 'triaged', assignee: 'anna', history: [] };
    expect(seenBy('volunteer', view)).toEqual({ caseNumber: 'B-1', severity: 'high', due: 'soon' });
  });

  test('director and auditor see how a case went: its clocks, its history, who did what', () => {
    const view = { caseNumber: 'B-1', history: [1], timers: [2], approvals: [3], reported: { category: 'x' } };
    for (const role of ['director', 'auditor'] as const) {
      expect(seenBy(role, view)).toEqual({ caseNumber: 'B-1', history: [1], timers: [2], approvals: [3] });
    }
  });

  test('the director also sees whom a case excludes, and so lifts nothing unseen', () => {
    const may = ['counsellor', 'officer', 'supervisor', 'director'];
    expect(roles.filter((role) => sees(role, 'exclusions'))).toEqual(may);
  });

  test('who may not list cases sees nothing of one either, nor does anybody unknown', () => {
    for (const role of roles.filter((one) => !admits({ role: one, active: true, cleared: true }, 'list_cases'))) {
      expect(seenBy(role, { caseNumber: 'B-1', severity: 'low' })).toEqual({});
    }
    for (const role of [undefined, 'institution' as Role, 'constructor' as Role, '__proto__' as Role]) {
      expect(seenBy(role, { caseNumber: 'B-1', length: 2 })).toEqual({});
    }
  });

  test('a field that nobody thought of is seen by caseworkers alone', () => {
    expect(roles.filter((role) => sees(role, 'addedLater'))).toEqual(['counsellor', 'officer', 'supervisor']);
  });
});

test('nobody finds out by a filter what they do not see', () => {
  const everything = {
    status: 'triaged',
    severity: 'high',
    assignee: 'anna',
    team: 'hotline',
    category: 'fraud',
    region: 'AL-11',
    channel: 'web',
    dueBefore: '2026-11-20T00:00:00.000Z',
    overdue: false,
    unread: false,
  } as const;
  expect(askedUnseen('officer', everything)).toEqual([]);
  expect(askedUnseen('director', everything)).toEqual(['category', 'region', 'channel']);
  expect(askedUnseen('volunteer', everything)).toEqual([
    'status',
    'assignee',
    'team',
    'category',
    'region',
    'channel',
    'unread',
  ]);
  expect(askedUnseen('volunteer', { severity: 'high', overdue: true })).toEqual([]);
});
