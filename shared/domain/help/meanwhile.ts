import type { Severity } from '../report/severity.ts';
import { helpReasons, reasonOf } from './help-lines.ts';
import type { HelpPolicy, HelpReason } from './help-lines.ts';
import type { HelpFacts } from './situations.ts';

/** Where no reason decides whom to call, it is how soon. */
const bySeverity = { critical: 'now', high: 'soon', normal: 'soon', low: 'later' } as const;

type HowSoon = (typeof bySeverity)[Severity];

/** What the sentence speaks of that says whom to call meanwhile. */
export type Meanwhile = Exclude<HelpReason, 'other'> | HowSoon;

export const meanwhiles: readonly Meanwhile[] = [
  ...helpReasons.filter((reason) => reason !== 'other'),
  ...new Set(Object.values(bySeverity)),
];

/**
 * Tells who is to be called meanwhile, by the most urgent reason: the sentence and the phones beside it say the same. Without
 * a reason it is by severity. Source: docs/practice.md, Reporter's side.
 */
export function meanwhileOf(policy: Pick<HelpPolicy, 'helpOrders'>, facts: HelpFacts, severity: Severity): Meanwhile {
  const reason = reasonOf(policy, facts);
  return reason === 'other' ? bySeverity[severity] : reason;
}
