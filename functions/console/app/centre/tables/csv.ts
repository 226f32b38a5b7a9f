/** A cell of a table that becomes a file. A number stays a number; what is not there is empty. */
export type Cell = string | number | undefined;

/** Where a cell begins so, a spreadsheet would take it for a formula. Wide signs of Asian keyboards count, too. */
const beginsFormula = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A table as a file (RFC 4180). Spreadsheets know by the mark at its beginning that it is UTF-8. A text that one would
 * take for a formula begins with an apostrophe: what somebody typed must do nothing on the machine of who reads it.
 */
export function csvOf(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[heads, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(cell: Cell = ''): string {
  if (typeof cell === 'number') return String(cell);
  const text = beginsFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

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
