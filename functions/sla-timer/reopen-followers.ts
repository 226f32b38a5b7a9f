import { changeCase } from '#shared/domain/case/case-change.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { decideFollowing } from '#shared/domain/commands/lifecycle/reopen.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import type { CaseReader, CaseWriter } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';

export interface ReopenFollowersDeps {
  cases: Pick<CaseReader, 'load' | 'loadWithoutTimers'>;
  writer: Pick<CaseWriter, 'write'>;
  clock: Clock;
  policy: TimerPolicy;
}

/** How many linked cases are reopened at the same time. */
const atOnce = 5;

/**
 * Reopens the linked cases that ended because of a parent case that was reopened. Each is a transaction of its own, on
 * the state as just read. So a run after a crash finds those that go on already, and does the rest. False when somebody
 * else kept writing to one of them: then the event must come again. Source: docs/practice.md, Cases.
 */
export function reopenFollowers(deps: ReopenFollowersDeps): (event: CaseEvent) => Promise<boolean> {
  const { cases, clock, policy, writer } = deps;

  /** The parent case is read anew for each: it may have ended again meanwhile. */
  const follow = (caseId: string, { caseId: leadId, traceparent }: CaseEvent) =>
    decideAgain<'done'>(async () => {
      const [lead, follower] = await Promise.all([cases.loadWithoutTimers(leadId), cases.load(caseId)]);
      if (lead === undefined || follower === undefined) return 'done';
      const { case: of, timers } = follower;
      const now = clock.now();
      const decision = decideFollowing(of, timers, lead, policy, 'besa:sla-timer', now);
      if (decision.outcome !== 'change') return 'done';
      const cause = traceparent === undefined ? {} : { traceparent };
      const written = await writer.write(changeCase(of, { ...decision.parts, ...cause }, now));
      return written.written ? 'done' : again;
    });

  return async (event) => {
    if (event.type !== 'case.reopened') return true;
    const lead = await cases.loadWithoutTimers(event.caseId);
    const followers = lead?.linkedCases ?? [];
    const followed = await inParallel(atOnce, followers, ({ caseId }) => follow(caseId, event));
    return followed.every((one) => one === 'done');
  };
}
