import type { Cell } from '#shared/contracts/http/csv.ts';

/** So many rows are loaded for one file. */
export const mostRows = 5000;

/** A table as it becomes a file. */
export interface Table {
  heads: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** There are more rows than the file has. */
  isCut: boolean;
}

/** The first rows of a table, as many as a file takes. `hasMore`: not all of it was loaded. */
export function fileTable(heads: readonly string[], rows: readonly (readonly Cell[])[], hasMore = false): Table {
  return { heads, rows: rows.slice(0, mostRows), isCut: hasMore || rows.length > mostRows };
}
