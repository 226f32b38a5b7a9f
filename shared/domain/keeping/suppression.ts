/**
 * How small a figure may be that is published. Data of the country pack. Source: docs/practice.md, Keeping and erasing.
 */
export interface DisclosurePolicy {
  /** Counts below this are hidden. */
  smallestCell: number;
  /** Percentages are given only of at least so many. */
  percentFrom: number;
}

/** A count that is published, or null where it is hidden. */
export type Published = number | null;

/** One line of a table: how many, and which part of all where enough were counted. */
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
 * A table as it may be published: small counts are hidden, zero among them, and with them so many others that no hidden
 * count can be worked out, also not by somebody who knows this rule.
 *
 * Which others are hidden besides must not depend on how large they are, or the choice itself would tell (a second cell
 * hidden as "the smallest left" bounds what the first one was). So they are taken in the table's own order from the first
 * small one on. They are enough when what is hidden exceeds what the rule alone tells of it, `smallestCell` for each of
 * them, by all that one small count could be. docs/decisions/112.
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

/** A single figure that is no part of a published sum. */
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
