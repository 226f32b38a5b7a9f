/** How small a published figure may be. Data of the country pack. Source: docs/practice.md, Figures. */
export interface DisclosurePolicy {
  /** Counts below this are hidden. */
  smallestCell: number;
  /** Percentages are given only when the total is at least this. */
  percentFrom: number;
}

/** A count that is published, or null where it is hidden. */
export type Published = number | null;

/** One line of a table: a count, and its percentage of the total where enough were counted. */
export interface Cell {
  code: string;
  count: Published;
  percent?: number;
}

export interface Table {
  total: Published;
  cells: readonly Cell[];
}

/**
 * A table as it may be published. Small counts are hidden, also zero. Other counts are hidden with them, so that nobody
 * can work out a hidden count, even knowing this rule.
 *
 * The choice of the others must not depend on how large they are, or the choice itself would tell something. For
 * example, a second cell hidden as "the smallest left" bounds what the first one was. So cells are added in the order
 * of the table, from the first small one on. Each added cell may be known to hold at least `smallestCell`. Enough cells
 * are hidden when their sum exceeds these known amounts by the largest value of one small count. See
 * docs/decisions/112.
 */
export function suppressed(
  counts: readonly (readonly [code: string, count: number])[],
  policy: DisclosurePolicy,
): Table {
  const { smallestCell, percentFrom } = policy;
  const total = sum(counts.map(([, count]) => count));
  if (total < smallestCell) return { total: null, cells: counts.map(([code]) => ({ code, count: null })) };
  const hidden = hiddenPositions(
    counts.map(([, count]) => count),
    smallestCell,
  );
  return {
    total,
    cells: counts.map(([code, count], position): Cell => {
      if (hidden.has(position)) return { code, count: null };
      return total < percentFrom ? { code, count } : { code, count, percent: Math.round((100 * count) / total) };
    }),
  };
}

/**
 * A table that hides nothing: it is about the centre and no child. Zeros are shown too, or nobody could see that a
 * promise was kept. Source: docs/practice.md, Figures.
 */
export function counted(
  counts: readonly (readonly [code: string, count: number])[],
  { percentFrom }: DisclosurePolicy,
): Table {
  const total = sum(counts.map(([, count]) => count));
  return {
    total,
    cells: counts.map(([code, count]): Cell => ({
      code,
      count,
      ...(total < percentFrom ? {} : { percent: Math.round((100 * count) / total) }),
    })),
  };
}

/** A single figure that is not part of a published sum. */
export function shown(count: number, { smallestCell }: DisclosurePolicy): Published {
  return count < smallestCell ? null : count;
}

function hiddenPositions(counts: readonly number[], smallestCell: number): Set<number> {
  const small = counts.flatMap((count, position) => (count < smallestCell ? [position] : []));
  const hidden = new Set(small);
  const [first] = small;
  if (first === undefined) return hidden;
  for (let step = 1, besides = 0; step < counts.length; step += 1) {
    const slack = sum([...hidden].map((position) => counts[position] ?? 0)) - besides * smallestCell;
    if (besides > 0 && slack >= smallestCell - 1) break;
    const position = (first + step) % counts.length;
    if (hidden.has(position)) continue;
    hidden.add(position);
    besides += 1;
  }
  return hidden;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
