/**
 * What notices a mutant: histories from seeds, with the seed that is played first because it notices; a fault at every
 * place; or files of tests, of which only those are run that have `named` in their names.
 */
export type Noticed = 'histories' | { seed: number } | 'crash points' | { tests: readonly string[]; named?: string };

/** Text of a file, which stands there once, and what stands there instead. */
export interface Change {
  file: string;
  find: string;
  replace: string;
}

/** One mechanism of a promise taken away, as somebody might by mistake. */
export interface Mutant extends Change {
  promise: `P${number}`;
  /** The mistake, in words. */
  what: string;
  /** The same mistake in further files, where one alone would break things for everybody to see. */
  also?: readonly Change[];
  by: Noticed;
}

/** Everything a mutant changes. */
export function changesOf({ file, find, replace, also = [] }: Mutant): readonly Change[] {
  return [{ file, find, replace }, ...also];
}
