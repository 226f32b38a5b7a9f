import { mostTimersArmed } from '#shared/domain/case/bounds.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import { deadlinesOf } from '#shared/domain/case/deadlines.ts';
import { reconcileTimers } from '#shared/domain/sla/clocks.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { eventId, isAhead } from '#shared/domain/case/events.ts';
import type { Reaction } from '#shared/lambda/events/reaction.ts';
import { again, decideAgain } from '#shared/use-cases/decide-again.ts';
import { reopenFollowers } from './reopen-followers.ts';
import type { ReopenFollowersDeps } from './reopen-followers.ts';

/**
 * Makes a case's timers what the policy wants for the case as it stands. The event only says that there may be work.
 * Its order of arrival does not matter. After the case was resolved, an event brings no clock of it back. Of a reopened
 * parent case, the linked cases follow first: the DONE row comes last.
 */
export function reconcileClocks(deps: ReopenFollowersDeps): (event: CaseEvent) => Promise<Reaction> {
  const follow = reopenFollowers(deps);
  return async (event) => {
    if (!(await follow(event))) return { outcome: 'retry', reason: 'contended' };
    const done = { reactor: 'sla-timer', eventId: eventId(event) };
    const step = () =>
      decideAgain<Reaction | 'more'>(async () => {
        const of = await deps.cases.load(event.caseId);
        if (of === undefined) return { outcome: 'ignored', reason: 'case_gone' };
        if (isAhead(event, of.case)) return { outcome: 'ignored', reason: 'event_gone' };
        const { arm, disarm } = reconcileTimers(of.case, of.timers, deps.policy);
        if (arm.length === 0 && disarm.length === 0) return { outcome: 'ignored', reason: 'nothing_to_change' };
        const timers = { timersArmed: arm, timersDisarmed: disarm };
        // It knows all timers, so it also writes the list of deadlines that a row of release 0.1.0 lacks.
        const set = { deadlines: deadlinesOf(of.timers, of.case.clockNumber) };
        const change = changeCase(of.case, { set, events: [], ...timers }, deps.clock.now());
        // Of very many timers, one change takes only some. The DONE row comes with the last of them.
        const isAll = arm.length < mostTimersArmed && change.timersDisarmed.length === disarm.length;
        const written = await deps.writer.write(change, isAll ? { done } : {});
        if (!written.written && written.because === 'conflict') return again;
        return isAll || !written.written ? { outcome: 'done' } : 'more';
      });
    let reaction = await step();
    while (reaction === 'more') reaction = await step();
    return reaction === again ? { outcome: 'retry', reason: 'contended' } : reaction;
  };
}
