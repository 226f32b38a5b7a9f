import type { CaseEvent } from '../../domain/case/events.ts';
import { isBelow } from '../../domain/report/severity.ts';
import type { CaseWithTimers } from '../../ports/case-store.ts';
import { nobody, type AlertOrNot } from './staff-alert.ts';

/**
 * A case that goes on is news at once, before any of its new clocks is missed. Who has it is told, or else who is on
 * duty; of what the reporter says about a high or critical case both are told. Who reopened it needs no news of it. Where
 * the ladder calls the first rung, it does so within the minute; then only who has the case is told here.
 * Source: docs/practice.md, Mails.
 */
export function alertOfReopening(
  event: CaseEvent & { type: 'case.reopened' },
  { case: of, timers }: CaseWithTimers,
): AlertOrNot {
  const { assignee, severity, readAt } = of;
  const holder = assignee === undefined ? {} : { assignee };
  if (event.actor.startsWith('besa:')) {
    if (readAt !== undefined) return nobody('read_already');
    return { tell: { occasion: 'lead_reopened', to: 'assignee_or_rung', ...holder, from: 0 } };
  }
  const reopened = { occasion: 'reopened', ...holder, from: 0 } as const;
  if (event.actor.startsWith('staff:')) {
    const besides = event.actor.slice('staff:'.length);
    return besides === assignee ? nobody('not_for_staff') : { tell: { ...reopened, to: 'assignee_or_rung', besides } };
  }
  if (timers.some(({ kind }) => kind === 'must_be_acknowledged')) {
    return assignee === undefined ? nobody('ladder_tells') : { tell: { ...reopened, to: 'beside_rung' } };
  }
  return { tell: { ...reopened, to: isBelow(severity, 'high') ? 'assignee_or_rung' : 'assignee_and_rung' } };
}
