import { describe, expect, it } from 'vitest';
import { auditHeads, auditRows } from '#functions/console/app/centre/audit/audit-file.ts';
import {
  minutesWaited,
  sayAbout,
  sayBy,
  sayChanges,
  sentenceOf,
} from '#functions/console/app/centre/audit/say-change.ts';
import { speech } from './speech.ts';

type Line = Parameters<typeof minutesWaited>[0];

const sentences = (changes: Line['changes']): string[] =>
  sayChanges(changes, speech).map((change) => sentenceOf(change, speech));

const waiting = {
  set: { role: 'officer', cleared: true },
  because: ['role_up'],
  approval: {
    id: 'directory_change-1',
    kind: 'directory_change',
    askedBy: 'staff-1',
    askedAt: '2026-11-17T09:00:00.000Z',
  },
};
const shift = { duty: 'duty_officer', days: ['mon', 'holiday'], from: '22:00', to: '06:00', holders: ['staff-2'] };

const entry = (more: Partial<Line> = {}): Line => ({
  at: '2026-11-17T11:30:00.000Z',
  by: 'staff-1',
  action: 'person_changed',
  about: 'staff-2',
  changes: [{ field: 'cleared', before: false, after: true }],
  ...more,
});

describe('a change of the directory in words', () => {
  it.each<[Line['changes'][number], string]>([
    [{ field: 'role', before: 'counsellor', after: 'officer' }, 'Role: was counsellor, is now officer'],
    [{ field: 'cleared', before: false, after: true }, 'Clearance for addresses: was no, is now yes'],
    [{ field: 'phone', after: '+355 69' }, 'Phone, now: +355 69'],
    [{ field: 'team', before: 'hotline' }, 'Team, no longer: reporting team'],
    [
      { field: 'contact', before: 'mail', after: 'phone_desk' },
      'Kind of contact: was reads mails, is now a desk rings',
    ],
    [{ field: 'duties', before: ['backup'], after: ['backup', 'supervisor'] }, 'Duties, now: supervisor'],
    [{ field: 'duties', before: [], after: ['institution:state_police'] }, 'Duties, now: State Police'],
    [{ field: 'chosen', after: { by: 'staff-1', at: '2026-11-17T09:00:00.000Z' } }, 'Chosen by, now: Arta Hoxha'],
    [
      { field: 'waiting', after: waiting },
      'Waits for a second person, now: Role: officer; Clearance for addresses: yes (asked for by Arta Hoxha)',
    ],
    [
      { field: 'shifts', before: [{ ...shift, days: ['tue'] }], after: [{ ...shift, days: ['tue'] }, shift] },
      'Shifts, now: duty officer, Monday, Holiday, 22:00–06:00: Blerim Gjoka',
    ],
    [{ field: 'of_a_later_release', after: { a: 1 } }, 'of_a_later_release, now: {"a":1}'],
  ])('%j is “%s”', (change, expected) => {
    expect(sentences([change])).toEqual([expected]);
  });

  it('leaves out what only names the entry', () => {
    expect(
      sentences([
        { field: 'id', after: 'staff-2' },
        { field: 'code', after: 'x' },
      ]),
    ).toEqual([]);
  });

  it('says what it is about, and who made it', () => {
    expect(sayAbout({ action: 'person_changed', about: 'staff-2' }, speech)).toBe('Blerim Gjoka');
    expect(sayAbout({ action: 'institution_set', about: 'state_police' }, speech)).toBe('State Police');
    expect(sayAbout({ action: 'platform_set', about: 'tiktok' }, speech)).toBe('TikTok');
    expect(sayAbout({ action: 'roster_set' }, speech)).toBe('');
    expect(sayBy('command-line', speech)).toBe('From the command line');
    expect(sayBy('staff-2', speech)).toBe('Blerim Gjoka');
  });

  it('says how long a request waited where it was decided, and nowhere else', () => {
    const changes = [{ field: 'waiting', before: waiting }];
    expect(minutesWaited(entry({ action: 'change_approved', changes }))).toBe(150);
    expect(minutesWaited(entry({ action: 'change_refused', changes }))).toBe(150);
    expect(minutesWaited(entry({ changes }))).toBeUndefined();
    expect(minutesWaited(entry({ action: 'change_approved' }))).toBeUndefined();
  });

  it('is a row of the file for each field, under a head each', () => {
    const heads = auditHeads(speech);
    const rows = auditRows(
      entry({
        decidedBy: 'staff-2',
        changes: [{ field: 'id', after: 'x' }, ...entry().changes, { field: 'name', after: 'A' }],
      }),
      speech,
    );
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toHaveLength(heads.length);
    expect(Object.fromEntries(heads.map((head, at) => [head, rows[0]?.[at]]))).toMatchObject({
      'Who (code)': 'staff-1',
      'What they did (code)': 'person_changed',
      'About (code)': 'staff-2',
      'Field (code)': 'cleared',
      Before: 'no',
      After: 'yes',
      'Decided by phone': 'Blerim Gjoka',
    });
    expect(auditRows(entry({ changes: [] }), speech)).toHaveLength(1);
  });
});
