import type { Case } from '../../case/case.ts';
import type { NotCalledReason } from '../../case/danger/danger.ts';
import { dangerEnded } from '../../case/danger/danger-ended.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import type { NewEvent } from '../../case/events.ts';
import type { Timer } from '../../case/timer-id.ts';
import type { Referrals } from '../../referrals/referral-policy.ts';
import type { Instant } from '../../time/instant.ts';

/** Who was called, or why nobody was. Never both. `hasWords`: a note comes with it. */
export interface DangerInput {
  called?: { institution: string } | undefined;
  notCalledBecause?: NotCalledReason | undefined;
  hasWords: boolean;
}

/**
 * Records a call for a person in danger, or why nobody was called. Nothing else ends that clock. It is possible in every
 * state, and said again it stands anew: a call may follow a reason. Source: docs/practice.md, Clocks.
 */
export function decideDanger(
  of: Case,
  timers: readonly Timer[],
  { called, notCalledBecause, hasWords }: DangerInput,
  { institutions }: Pick<Referrals, 'institutions'>,
  by: string,
  now: Instant,
): Decision {
  if (of.readAt === undefined) return refused('not_read');
  if (of.danger === undefined) return refused('no_danger');
  if (called !== undefined && notCalledBecause !== undefined) {
    return refused('fields_missing', [{ pointer: '/notCalledBecause', code: 'wrong_form', expected: 'documented' }]);
  }
  if (called !== undefined && !institutions.some(({ code }) => code === called.institution)) {
    return refused('fields_missing', [{ pointer: '/called/institution', code: 'unknown_code' }]);
  }
  const end = called === undefined ? notCalledBecause && { notCalledBecause } : { called: called.institution };
  if (end === undefined) return refused('fields_missing', [{ pointer: '/called', code: 'required' }]);
  const note = (of.noteCount ?? 0) + 1;
  const ended = dangerEnded(of, timers, { at: now, by, ...end });
  if (!hasWords) return { outcome: 'change', parts: ended };
  // The words of this call are never refused for the number of notes: a danger begins anew only so often.
  const noted: NewEvent = { type: 'case.noted', actor: `staff:${by}`, data: { note } };
  return {
    outcome: 'change',
    parts: { ...ended, set: { ...ended.set, noteCount: note }, events: [...ended.events, noted] },
  };
}
