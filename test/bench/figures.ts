/** A measured figure beside its budget (docs/design.md, Budgets). `isWithin` is undefined where there is no budget. */
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

export function printFigure({ what, measured, budget, isWithin }: Figure): void {
  const verdict = isWithin === undefined ? '' : isWithin ? 'within' : 'OVER';
  console.log(`  ${what.padEnd(44)}  ${measured.padEnd(46)}  ${budget.padEnd(34)} ${verdict}`.trimEnd());
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;
