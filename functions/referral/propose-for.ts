import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { CaseEvent, NewEvent } from '#shared/domain/case/events.ts';
import { eventId } from '#shared/domain/case/events.ts';
import { isOver } from '#shared/domain/case/lifecycle.ts';
import { withProposals } from '#shared/domain/referrals/propose-referrals.ts';
import type { Reaction } from '#shared/lambda/events/reaction.ts';
import { again } from '#shared/use-cases/decide-again.ts';
import type { ReferCase } from './refer-case.ts';

/** Makes the proposals of a case what the pack's matrix says of the case as it stands; what a person decided stays. */
export function proposeFor(
  deps: Pick<ReferCase, 'writer' | 'clock' | 'country'>,
): (event: CaseEvent, of: Case) => Promise<Reaction | typeof again> {
  return async (event, of) => {
    if (isOver(of)) return { outcome: 'ignored', reason: 'case_over' };
    const now = deps.clock.now();
    const { referrals, changed } = withProposals(of, await deps.country.loadReferrals(), now);
    if (changed.length === 0) return { outcome: 'ignored', reason: 'nothing_to_change' };
    const events = changed.map((referral): NewEvent => ({
      type: 'referral.proposed',
      actor: 'besa:referral',
      data: { referral },
    }));
    const { traceparent } = event;
    const change = changeCase(
      of,
      { set: { referrals }, events, ...(traceparent === undefined ? {} : { traceparent }) },
      now,
    );
    const written = await deps.writer.write(change, { done: { reactor: 'referral', eventId: eventId(event) } });
    return !written.written && written.because === 'conflict' ? again : { outcome: 'done' };
  };
}
