/** A measured figure beside its budget (DESIGN part 10). `isWithin` is undefined where there is no budget. */
export interface Figure {
  what: string;
  measured: string;
  budget: string;
  isWithin?: boolean;
}

export const figure = (what: string, measured: string, budget = '', isWithin?: boolean): Figure => ({
  what,
  measured,
  budget,
  ...(isWithin === undefined ? {} : { isWithin }),
});

export function printFigures(title: string, figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ what }) => what.length));
  const measuredWidth = Math.max(...figures.map(({ measured }) => measured.length));
  console.log(`\n${title}`);
  for (const { what, measured, budget, isWithin } of figures) {
    const verdict = isWithin === undefined ? '' : isWithin ? 'within' : 'OVER';
    console.log(
      `  ${what.padEnd(width)}  ${measured.padEnd(measuredWidth)}  ${budget.padEnd(34)} ${verdict}`.trimEnd(),
    );
  }
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
