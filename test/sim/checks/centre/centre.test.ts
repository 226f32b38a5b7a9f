import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { toRow } from '#shared/adapters/aws/dynamo/attribute-values.ts';
import type { KeptList } from '#shared/domain/keeping/kept-lists.ts';
import { aCase } from '#test/support/builders.ts';
import type { Row } from '../../database/values.ts';
import type { Find, Told } from '../finding.ts';
import { checkTakeOvers, checkTestMails, judgeKept, type KeptLine } from './check-centre.ts';

const broken = (judge: (find: Find) => void): string[] => {
  const found: string[] = [];
  judge((promise) => void found.push(promise));
  return found;
};
const person = (more: object = {}): Row =>
  toRow({
    pk: 'STAFF#staff-arta',
    sk: 'MEMBER',
    id: 'staff-arta',
    mail: 'arta@besa.example',
    active: true,
    role: 'counsellor',
    ...more,
  });
const minute = 60_000;

describe('test mails are found wrong', () => {
  const tag = `test-${createHash('sha256').update('staff-arta').digest('hex').slice(0, 32)}`;
  const asked = [{ sub: 'staff-arta', at: 0 }];
  const found = (to: string, by = asked, directories = [{ at: 0, rows: [person()] }]): string[] =>
    broken((find) => checkTestMails([{ at: 2 * minute, to, tags: { letter: tag } }], by, directories, find));

  test('when one goes to another address than its reader has', () => {
    expect(found('arta@besa.example')).toEqual([]);
    expect(found('elira@besa.example')).toEqual(['P13']);
  });

  test('when nobody asked for it', () => {
    expect(found('arta@besa.example', [])).toEqual(['P14']);
  });

  test('when two were taken within five minutes', () => {
    const states = ['10:00', '10:04', '10:09'].map((time, at) => ({
      at: at * minute,
      rows: [person({ testedAt: `2026-11-16T${time}:00.000Z` })],
    }));
    expect(found('arta@besa.example', asked, states)).toEqual(['P14']);
    expect(found('arta@besa.example', asked, states.slice(1))).toEqual([]);
  });
});

describe('a take-over is found wrong', () => {
  const takenOver = toRow({ pk: 'TAKEOVERS', sk: 'RECENT', takeOvers: [{ by: 'staff-arta' }] });
  const found = (before: Row, after = before): string[] =>
    broken((find) =>
      checkTakeOvers(
        [
          { at: 0, rows: [before] },
          { at: 1, rows: [after, takenOver] },
        ],
        find,
      ),
    );

  test('when it moves a telephone', () => {
    expect(found(person())).toEqual([]);
    expect(found(person(), person({ duties: ['backup'] }))).toEqual(['P14']);
  });

  test.each([{ active: false }, { barred: true }, { role: 'auditor' }])('when who says it may not: %o', (more) => {
    expect(found(person(more))).toEqual(['P13']);
  });
});

describe('a list of what is kept is found wrong', () => {
  const hold = { because: 'court_proceedings', by: 'staff-blerim', since: '2026-11-16T10:00:00.000Z' } as const;
  const of = aCase({ status: 'resolved', hold });
  const line: KeptLine = { caseNumber: of.caseNumber, status: of.status, severity: of.severity };
  const found = (one: Told['of'], shown: Partial<Record<KeptList, KeptLine[]>>): string[] =>
    broken((find) =>
      judgeKept([{ of: one }], { due: [], held: [], requests: [], exports: [], ...shown }, 'staff-elira', find),
    );

  test('when a held case is not in it, or stands otherwise', () => {
    expect(found(of, { held: [line] })).toEqual([]);
    expect(found(of, {})).toEqual(['P10']);
    expect(found(of, { held: [{ ...line, status: 'in_progress' }] })).toEqual(['P10']);
  });

  test('when a case is in it that does not belong there, or that keeps the reader out', () => {
    expect(found(of, { held: [line], due: [line] })).toEqual(['P10']);
    const kept = { ...of, exclusions: { people: ['staff-elira'], institutions: [] } };
    expect(found(kept, { held: [line] })).toEqual(['P10']);
    expect(found(kept, {})).toEqual([]);
  });
});
