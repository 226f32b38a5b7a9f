import { describe, expect, it } from 'vitest';
import { nextCommand, type StandOfCase } from '#functions/console/app/case/next-command.ts';
import { isOffered, leads, moves, offeredAmong, type Panel } from '#functions/console/app/case/panel.ts';
import type { CaseView } from '#functions/console/app/api/answers.ts';

const me = { id: 'staff-me' };
const now = '2026-11-20T10:00:00.000Z';
const before = '2026-11-20T09:00:00.000Z';
const after = '2026-11-20T11:00:00.000Z';
const everything: StandOfCase['may'] = [
  'read_case',
  'claim_case',
  'handle_case',
  'resolve_case',
  'close_case',
  'reopen_case',
  'record_danger',
];
const danger = { since: before, flags: ['inDanger' as const] };
const inHand = { may: everything, status: 'in_progress', assignee: me.id, readAt: before } as const;

describe('the next command on a case', () => {
  it.each<[string, StandOfCase, ReturnType<typeof nextCommand>]>([
    ['nobody has read', { may: everything, status: 'triaged', unreadSince: before }, 'read'],
    ['with new words of the reporter', { ...inHand, handledAt: before, unreadSince: before }, 'read'],
    ['with new words after its end', { may: everything, status: 'closed', unreadSince: before }, 'read'],
    ['that nobody has', { may: everything, status: 'in_progress', readAt: before }, 'claim'],
    ['whose holder is gone', { ...inHand, assignee: 'staff-gone', holderGone: true }, 'claim'],
    ['that a colleague has', { ...inHand, assignee: 'staff-other' }, undefined],
    ['in hand', inHand, 'handling'],
    [
      'of a danger that nobody has called for, whoever has it',
      { ...inHand, assignee: 'staff-other', danger },
      'danger',
    ],
    ['of such a danger with new words', { ...inHand, danger, unreadSince: before }, 'read'],
    ['of a danger after its end', { may: everything, status: 'closed', danger }, 'danger'],
    [
      'of a danger that somebody called for',
      { ...inHand, danger: { ...danger, ended: { at: before, by: me.id, called: 'state_police' } } },
      'handling',
    ],
    ['handled, with something in the way', { ...inHand, handledAt: before, toResolve: ['notice_not_sent'] }, undefined],
    ['handled', { ...inHand, handledAt: before, toResolve: [] }, 'resolution'],
    ['resolved, and not quiet yet', { may: everything, status: 'resolved', closableFrom: after }, undefined],
    ['resolved, and quiet', { may: everything, status: 'resolved', closableFrom: before }, 'closure'],
    ['closed', { may: everything, status: 'closed' }, undefined],
    ['of which a role sees no state', { may: everything }, undefined],
  ])('%s', (_, view, expected) => {
    expect(nextCommand(view, me, now)).toBe(expected);
  });

  it('is reading, as soon as words of the reporter came that are not shown yet', () => {
    const handled: StandOfCase = { ...inHand, handledAt: before, toResolve: [] };
    expect(nextCommand(handled, me, now, { unreadSince: before })).toBe('read');
    expect(nextCommand({ ...handled, may: ['resolve_case'] }, me, now, { unreadSince: before })).toBe('resolution');
    expect(nextCommand(handled, me, now, {})).toBe('resolution');
  });

  it.each<StandOfCase>([
    { may: [], status: 'triaged', unreadSince: before },
    { may: [], status: 'in_progress' },
    { ...inHand, may: [] },
    { ...inHand, may: [], handledAt: before, toResolve: [] },
    { may: [], status: 'resolved' },
  ])('is never one that the person may not do', (view) => {
    expect(nextCommand(view, me, now)).toBeUndefined();
  });
});

describe('the panels of a case', () => {
  const load: Panel['load'] = () => Promise.reject(new Error('nothing is loaded here'));
  const view = (change: Partial<CaseView>): CaseView => ({
    caseNumber: 'B-1',
    severity: 'low',
    help: [],
    may: [],
    ...change,
  });

  it('are offered when the person may do it and the state takes it', () => {
    const closing: Panel = { action: 'close_case', fits: moves('close'), load };
    expect(isOffered(closing, view({ may: ['close_case'], status: 'resolved' }))).toBe(true);
    expect(isOffered(closing, view({ may: ['close_case'], status: 'in_progress' }))).toBe(false);
    expect(isOffered(closing, view({ may: ['close_case'] }))).toBe(false);
    expect(isOffered(closing, view({ may: ['read_case'], status: 'resolved' }))).toBe(false);
    expect(isOffered(undefined, view({ may: everything }))).toBe(false);
  });

  it('are offered when one of several rights is there, in the order of the table', () => {
    const severity: Panel = { action: ['raise_severity', 'lower_severity'], load };
    const among = { note: { action: 'note_case', load }, severity } as const;
    expect(offeredAmong(among, view({ may: ['lower_severity'] }))).toEqual(['severity']);
    expect(offeredAmong(among, view({ may: ['raise_severity', 'note_case'] }))).toEqual(['note', 'severity']);
  });

  it('open the texts of linked cases only where there are some', () => {
    const among = { linkedReading: { action: 'read_case', fits: leads, load } } as const;
    expect(offeredAmong(among, view({ may: ['read_case'] }))).toEqual([]);
    expect(offeredAmong(among, view({ may: ['read_case'], linkedCases: ['B-2'] }))).toEqual(['linkedReading']);
    expect(offeredAmong(among, view({ linkedCases: ['B-2'] }))).toEqual([]);
  });
});
