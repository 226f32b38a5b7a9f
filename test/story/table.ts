export type Row = Readonly<Record<string, string | number>>;

/** Rows as aligned text, numbers to the right. Every row has the columns of the first. */
export function table(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (row: Row, column: string): string => String(row[column] ?? '');
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => cell(row, column).length)));
  const line = (cells: readonly string[], isNumber: (index: number) => boolean): string =>
    cells
      .map((text, index) => (isNumber(index) ? text.padStart(widths[index] ?? 0) : text.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd();
  const isNumeric = columns.map((column) => rows.some((row) => typeof row[column] === 'number'));
  const isNumber = (index: number): boolean => isNumeric[index] === true;
  return [
    line(columns, isNumber),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...rows.map((row) =>
      line(
        columns.map((column) => cell(row, column)),
        isNumber,
      ),
    ),
  ]
    .map((text) => `  ${text}`)
    .join('\n');
}
