import type { InsiderKind } from '#test/sim/actors/insiders/plot.ts';

/**
 * What notices a mutant: histories from seeds, with the seed that is played first because it notices; a fault at every
 * place; files of tests, of which only those are run that have `named` in their names; or a few histories with insiders of
 * one kind. `seeds` are those that notice it soonest: `3`, or `3-8`, of which the first that finds anything is enough.
 */
export type Noticed =
  | 'histories'
  | { seed: number }
  | 'crash points'
  | { tests: readonly string[]; named?: string }
  | { insiders: InsiderKind; seeds: `${number}` | `${number}-${number}` };

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
