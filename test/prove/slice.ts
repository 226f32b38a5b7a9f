import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { Mutant } from './mutant.ts';

/** Days over which the quick proof tries every mutant. */
export const turn = 5;

const daySeconds = 86_400;

/** The day on which a mutant is tried, as the rest of days divided by `turn`. Another mutant that is added does not move it. */
function dayOf({ promise, what, file }: Mutant): number {
  return createHash('sha256').update([promise, what, file].join('\n')).digest().readUInt32BE() % turn;
}

/** The mutants that the quick proof tries for a commit of this day. A commit always has the same ones. */
export function sliceOf(all: readonly Mutant[], day: number): Mutant[] {
  return all.filter((mutant) => dayOf(mutant) === day % turn);
}

/** The day in UTC on which the commit of this checkout was made, in days since 1970; 0 where there is no repository. */
export function dayOfCommit(root: string): number {
  try {
    const seconds = execFileSync('git', ['log', '-1', '--format=%ct'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Math.floor(Number(seconds) / daySeconds);
  } catch {
    return 0;
  }
}
