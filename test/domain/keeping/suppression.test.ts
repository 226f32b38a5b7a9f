import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { counted, shown, suppressed } from '#shared/domain/keeping/suppression.ts';
import type { DisclosurePolicy, Table } from '#shared/domain/keeping/suppression.ts';

const policy: DisclosurePolicy = { smallestCell: 5, percentFrom: 20 };
const publish = (counts: readonly number[], by = policy): Table =>
  suppressed(
    counts.map((count, position) => [String(position), count] as const),
    by,
  );
const visible = ({ cells }: Table): (number | null)[] => cells.map(({ count }) => count);

const anyTable = fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 200 })), {
  minLength: 1,
  maxLength: 30,
});

describe('A published table', () => {
  it('shows counts that are large enough, with their part of all', () => {
    expect(publish([60, 40])).toEqual({
      total: 100,
      cells: [
        { code: '0', count: 60, percent: 60 },
        { code: '1', count: 40, percent: 40 },
      ],
    });
  });

  it('hides a small count, and with it the next one, by which it could be worked out', () => {
    expect(visible(publish([60, 30, 2, 10]))).toEqual([60, 30, null, null]);
    expect(visible(publish([60, 30, 10, 0]))).toEqual([null, 30, 10, null]);
  });

  it('hides everything, the total too, when all of it is small', () => {
    expect(publish([1, 3])).toEqual({
      total: null,
      cells: [
        { code: '0', count: null },
        { code: '1', count: null },
      ],
    });
  });

  it('shows what is just large enough, and a single figure, too', () => {
    expect(publish([5, 6]).cells.map(({ count }) => count)).toEqual([5, 6]);
    expect(publish([5]).total).toBe(5);
    expect([shown(5, policy), shown(4, policy)]).toEqual([5, null]);
  });

  it('names every line, hidden or not, with a percentage or without', () => {
    for (const counts of [[60, 30, 2, 10], [10, 9], [1]]) {
      expect(publish(counts).cells.map(({ code }) => code)).toEqual(counts.map((_, position) => String(position)));
    }
  });

  it('hides no more than it must', () => {
    expect(visible(publish([3, 6, 60, 60]))).toEqual([null, null, 60, 60]);
    expect(visible(publish([4, 4, 60, 60]))).toEqual([null, null, null, 60]);
  });

  it('gives no percentage of fewer than twenty', () => {
    for (const { percent } of publish([10, 9]).cells) expect(percent).toBeUndefined();
    for (const { percent } of publish([10, 10]).cells) expect(percent).toBe(50);
  });

  it('never shows a count below five', () => {
    fc.assert(
      fc.property(anyTable, (counts) => {
        for (const count of visible(publish(counts))) expect(count ?? policy.smallestCell).toBeGreaterThanOrEqual(5);
      }),
    );
  });

  it('leaves at least two counts unknown or none, whose sum says of neither what it is', () => {
    fc.assert(
      fc.property(anyTable, (counts) => {
        const table = publish(counts);
        const hidden = counts.filter((_, position) => table.cells[position]?.count === null);
        fc.pre(table.total !== null && hidden.length > 0 && counts.length > 1);
        expect(hidden.length).toBeGreaterThan(1);
        expect(hidden.reduce((all, count) => all + count, 0)).toBeGreaterThanOrEqual(policy.smallestCell);
      }),
    );
  });

  it.each([
    [2, 3],
    [3, 3],
    [4, 3],
    [3, 5],
  ])(
    'of %i counts, hidden below %i, tells nothing to somebody who tries every table, knows the rule and the total',
    (cells, smallestCell) => {
      const byLook = new Map<string, { hidden: number[]; tables: number[][] }>();
      // The promise shows how many reports there were, however few. Of no report there is nothing to tell.
      for (let total = 1; total <= 5 * smallestCell; total += 1) {
        for (const counts of tablesOf(cells, total)) {
          const table = publish(counts, { smallestCell, percentFrom: 20 });
          const look = JSON.stringify([total, table]);
          const known = byLook.get(look) ?? {
            hidden: table.cells.flatMap(({ count }, position) => (count === null ? [position] : [])),
            tables: [],
          };
          known.tables.push(counts);
          byLook.set(look, known);
        }
      }
      const worked = [...byLook.values()].flatMap(({ hidden, tables }) =>
        hidden.filter((position) => new Set(tables.map((counts) => counts[position])).size < 2),
      );
      expect(worked).toEqual([]);
      expect(byLook.size).toBeGreaterThan(10);
    },
  );
});

describe('A table about the centre', () => {
  it('hides nothing, zeros too, and gives percentages as others do', () => {
    expect(
      counted(
        [
          ['kept', 100],
          ['missed', 0],
        ],
        policy,
      ),
    ).toEqual({
      total: 100,
      cells: [
        { code: 'kept', count: 100, percent: 100 },
        { code: 'missed', count: 0, percent: 0 },
      ],
    });
    expect(
      counted(
        [
          ['kept', 1],
          ['missed', 2],
        ],
        policy,
      ).cells,
    ).toEqual([
      { code: 'kept', count: 1 },
      { code: 'missed', count: 2 },
    ]);
  });
});

/** Every table of so many counts with this total. */
function* tablesOf(cells: number, total: number): Generator<number[]> {
  if (cells === 1) {
    yield [total];
    return;
  }
  for (let first = 0; first <= total; first += 1) {
    for (const rest of tablesOf(cells - 1, total - first)) yield [first, ...rest];
  }
}
