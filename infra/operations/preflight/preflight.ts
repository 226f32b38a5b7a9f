import { accountChecks } from './account-checks.ts';
import { lineOf, lookAt } from './check.ts';
import type { Around, Check } from './check.ts';
import { mailChecks } from './mail-checks.ts';
import { nameChecks } from './name-checks.ts';

/** Everything that is looked at before a deployment, in the order in which it is mended. */
export const checks: readonly Check[] = [...accountChecks, ...mailChecks, ...nameChecks];

/** A line for each check, and how many things must be mended. */
export async function preflight(around: Around): Promise<{ lines: string[]; toMend: number }> {
  const found = [];
  for (const check of checks) found.push(await lookAt(check, around));
  return { lines: found.map(lineOf), toMend: found.filter(({ verdict }) => verdict === 'mend').length };
}
