import type { Row } from './values.ts';

/**
 * Takes a row out of a list that is in order, and puts the one that stands for it now in its place. A list is read far more
 * often than a row changes, and sorting all of it anew was most of what a query cost.
 */
export function inOrderWith(
  list: Row[],
  { before, row }: { before: Row | undefined; row: Row | undefined },
  order: (a: Row, b: Row) => number,
): void {
  if (before !== undefined) {
    const at = placeOf(list, before, order);
    if (list[at] !== before) throw new Error('A row does not stand where its key says.');
    list.splice(at, 1);
  }
  if (row !== undefined) list.splice(placeOf(list, row, order), 0, row);
}

/** Where a row stands in a list that is in order, or would stand. */
function placeOf(list: readonly Row[], row: Row, order: (a: Row, b: Row) => number): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (order(list[middle] as Row, row) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
