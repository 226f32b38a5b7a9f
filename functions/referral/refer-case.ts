import { changeCase } from '#shared/domain/case/case-change.ts';
import type { CaseEvent, NewEvent } from '#shared/domain/case/events.ts';
import { eventId, isAhead } from '#shared/domain/case/events.ts';
import { isOver } from '#shared/domain/case/status.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { withProposals } from '#shared/domain/referrals/propose-referrals.ts';
import type { Reaction } from '#shared/lambda/events/reaction.ts';
import type { CaseReader, CaseWriter } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';

export interface ReferCaseDeps {
  cases: CaseReader;
  writer: Pick<CaseWriter, 'write'>;
  clock: Clock;
  country: Pick<CountryPack, 'loadReferrals'>;
}

/**
 * Proposes to whom a case should go: what the pack's matrix says of the case as it stands. What a person decided stays.
 * Nothing leaves the centre from here.
 */
export function referCase(deps: ReferCaseDeps): (event: CaseEvent) => Promise<Reaction> {
  return async (event) => {
    const reaction = await decideAgain<Reaction>(async () => {
      const of = await deps.cases.loadWithoutTimers(event.caseId);
      if (of === undefined) return { outcome: 'ignored', reason: 'case_gone' };
      if (isAhead(event, of)) return { outcome: 'ignored', reason: 'event_gone' };
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
    });
    return reaction === again ? { outcome: 'retry', reason: 'contended' } : reaction;
  };
}
