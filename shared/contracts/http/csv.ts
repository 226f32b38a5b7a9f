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

export const csvMediaType = 'text/csv; charset=utf-8';
