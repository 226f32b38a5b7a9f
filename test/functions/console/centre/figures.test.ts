import { describe, expect, it } from 'vitest';
import { figureHeads, figureRows, sayFigure, tablesOf } from '#functions/console/app/centre/figures/figure-tables.ts';
import { ageOf, countsByAge } from '#functions/console/app/centre/figures/promise-ages.ts';
import { nextPromise } from '#functions/console/app/queue/filters.ts';
import { exampleQuarter } from '#shared/contracts/http/public/statistics-answer.ts';
import { albania } from '#shared/country/al/pack.ts';
import { freezeQuarter } from '#shared/domain/keeping/statistics.ts';
import { aFact } from '#test/support/figures.ts';
import { speech } from './speech.ts';

type Quarter = Parameters<typeof figureRows>[0];

const frozen = (facts: Parameters<typeof freezeQuarter>[1]): Quarter =>
  structuredClone(freezeQuarter('2026-Q4', facts, albania, '2027-01-30T00:00:00.000Z')) as Quarter;

describe('published figures', () => {
  it.each([[[]], [[aFact({ victims: [{ ageBand: '18-30', gender: 'unknown' }] })]]])(
    'have words for every code of every table',
    (facts) => {
      const quarter = frozen(facts);
      const tables = tablesOf(quarter);
      expect(tables.map(({ name }) => name).toSorted()).toEqual(Object.keys(quarter.tables).toSorted());
      for (const { name, table } of tables) {
        const wordless = table.cells.filter(({ code }) => /_/u.test(sayFigure(name, code, speech)));
        expect([name, wordless]).toEqual([name, []]);
      }
    },
  );

  it('are rows of a file, where a hidden count is no number and never zero', () => {
    const heads = figureHeads(speech);
    const rows = figureRows(exampleQuarter as Quarter, speech);
    const count = heads.indexOf('Number');
    const hidden = heads.indexOf('hidden');
    for (const row of rows) {
      expect(row).toHaveLength(heads.length);
      expect(typeof row[count]).toBe(row[hidden] === 'yes' ? 'undefined' : 'number');
    }
    expect(rows.filter((row) => row[hidden] === 'yes').map((row) => row[4])).toEqual(['partly', 'no']);
    expect(rows).toContainEqual([
      '2026-Q4',
      'Whether the promise was kept',
      'promise',
      'still running',
      'running',
      0,
      'no',
      0,
    ]);
    expect(rows).toContainEqual(['2026-Q4', '', '', 'Reports', 'reports', 102, 'no', undefined]);
  });
});

describe('open cases by what is left of their promise', () => {
  const now = new Date('2026-11-17T12:00:00.000Z');

  it.each([
    ['2026-11-16T11:59:59.999Z', 'late_over_24h'],
    ['2026-11-16T12:00:00.000Z', 'late'],
    ['2026-11-17T11:59:59.999Z', 'late'],
    ['2026-11-17T12:00:00.000Z', 'within_4h'],
    ['2026-11-17T16:00:00.000Z', 'within_4h'],
    ['2026-11-17T16:00:00.001Z', 'within_24h'],
    ['2026-11-18T12:00:00.000Z', 'within_24h'],
    ['2026-11-18T12:00:00.001Z', 'later'],
  ] as const)('%s is %s', (until, age) => {
    expect(ageOf(until, now)).toBe(age);
  });

  it('count handling until a case is handled, then resolving, and no case that has ended', () => {
    const promise = {
      readBy: '2026-11-17T13:00:00.000Z',
      handleBy: '2026-11-17T13:00:00.000Z',
      resolveBy: '2026-11-20T12:00:00.000Z',
    };
    const line = { caseNumber: 'B-1', severity: 'high', status: 'triaged', promise } as const;
    const handled = { ...line, handledAt: '2026-11-17T11:00:00.000Z' } as const;
    const lines = [line, line, handled, { ...handled, status: 'resolved' }, { caseNumber: 'B-2', severity: 'low' }];
    const counts = countsByAge(lines as unknown as Parameters<typeof countsByAge>[0], now);
    expect(Object.fromEntries(counts.map(({ age, total }) => [age, total]))).toEqual({
      late_over_24h: 0,
      late: 0,
      within_4h: 2,
      within_24h: 0,
      later: 1,
    });
    expect(counts.find(({ age }) => age === 'within_4h')?.bySeverity).toEqual({
      low: 0,
      normal: 0,
      high: 2,
      critical: 0,
    });
    expect(nextPromise(handled)).toEqual({ step: 'toResolve', until: promise.resolveBy });
    // Nothing of an ended case is late, wherever its promise is shown.
    expect(nextPromise({ ...handled, status: 'resolved' })).toBeUndefined();
  });
});
