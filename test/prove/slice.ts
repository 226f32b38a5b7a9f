import { createHash } from 'node:crypto';
import type { Mutant } from './mutant.ts';

/** Days over which the quick proof tries every mutant. */
export const turn = 5;

/** The day on which a mutant is tried, as the rest of days divided by `turn`. Another mutant that is added does not move it. */
function dayOf({ promise, what, file }: Mutant): number {
  return createHash('sha256').update([promise, what, file].join('\n')).digest().readUInt32BE() % turn;
}

/** The mutants that the quick proof tries for a commit of this day. A commit always has the same ones. */
export function sliceOf(all: readonly Mutant[], day: number): Mutant[] {
  return all.filter((mutant) => dayOf(mutant) === day % turn);
}
