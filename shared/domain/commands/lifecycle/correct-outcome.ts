import { limitOf, mostKept, withNewest } from '../../case/bounds.ts';
import type { Case } from '../../case/case.ts';
import { posting, refused, tellingGaps } from '../../case/decision.ts';
import type { Decision, Gap, Telling } from '../../case/decision.ts';
import { isOver } from '../../case/status.ts';
import { kindsOf } from '../../case/outcomes/fact-of-outcome.ts';
import type { CorrectionReason, OutcomeCorrection } from '../../case/outcomes/outcome-fact.ts';
import { factsOfEnd, isWithoutRoom, noting, outcomeGaps, outcomesSaid } from '../../case/outcomes/record-outcomes.ts';
import type { EndSaid } from '../../case/outcomes/record-outcomes.ts';
import type { Referrals } from '../../referrals/referral-policy.ts';
import type { Instant } from '../../time/instant.ts';
import { isWithdrawalWaiting, otherDoorGaps } from './resolve.ts';

export interface CorrectionInput extends Telling, EndSaid {
  because: CorrectionReason;
  otherDoor?: string | undefined;
}

/**
 * Corrects the outcomes of an ended case: a platform put something back, or an institution gave the case back. No clock
 * starts, and the duty to report stays as decided. The outcomes before stay with the case. The reporter is told, or it
 * is recorded why not. How long the case is kept follows what is true now. Source: docs/practice.md, Outcomes.
 */
export function decideOutcomeCorrection(
  of: Case,
  input: CorrectionInput,
  { institutions }: Pick<Referrals, 'institutions'>,
  by: string,
  now: Instant,
): Decision {
  if (!isOver(of)) return refused('wrong_status');
  const kindOf = kindsOf(institutions);
  const gaps = [
    ...outcomeGaps(of, input, kindOf),
    ...linkGaps(of, input),
    ...otherDoorGaps(input, { institutions }),
    ...tellingGaps(input),
  ];
  if (gaps.length > 0) return refused('fields_missing', gaps);
  if (input.outcome === 'withdrawn' && isWithdrawalWaiting(of, now)) return refused('withdrawal_waits');
  if (isWithoutRoom(of, input)) return refused('notes_full', [], limitOf('notes'));
  const next: Case = { ...of, otherDoor: input.otherDoor } as Case;
  const facts = factsOfEnd(next, input, kindOf);
  const outcomes = outcomesSaid(input);
  if (isSame(of, outcomes, facts, input.otherDoor)) return refused('outcome_unchanged');

  const post = posting(of, input, by);
  const note = noting(of, input, by);
  const correction: OutcomeCorrection = { from: of.outcomes, to: outcomes, because: input.because, by, at: now };
  const events = [
    ...post.events,
    ...note.events,
    { type: 'case.outcome_corrected', actor: `staff:${by}`, data: {} } as const,
  ];
  return {
    outcome: 'change',
    parts: {
      set: {
        outcomes,
        outcomeFacts: facts,
        outcomesAtEvent: of.lastEvent + events.length,
        outcomeCorrections: withNewest(of.outcomeCorrections ?? [], correction, mostKept.outcomeCorrections),
        otherDoor: input.otherDoor,
        endNotToldBecause: input.noMessageBecause,
        messageCount: post.messageCount,
        ...note.set,
      },
      events,
    },
  };
}

/** The same outcomes on the same facts are no correction. */
function isSame(
  of: Case,
  outcomes: Case['outcomes'],
  facts: NonNullable<Case['outcomeFacts']>,
  otherDoor: string | undefined,
): boolean {
  const isSameList = outcomes.length === of.outcomes.length && outcomes.every((one, at) => one === of.outcomes[at]);
  return isSameList && of.otherDoor === otherDoor && outcomes.every((one) => of.outcomeFacts?.[one] === facts[one]);
}

/** A correction links nothing: linking is a command of its own. */
function linkGaps({ leadCaseId }: Case, { outcome }: CorrectionInput): Gap[] {
  return outcome === 'same_event' && leadCaseId === undefined ? [{ pointer: '/outcome', code: 'case_not_linked' }] : [];
}
