import { approvalsView, dueView } from '#shared/contracts/http/staff/queue-line.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import type { HistoryEvent } from '#shared/domain/case/events.ts';
import { afterReissueBy } from '#shared/domain/case/receipts/known-receipt.ts';
import { teamOf } from '#shared/domain/case/team.ts';
import type { Timer } from '#shared/domain/case/timer-id.ts';
import { lastRung } from '#shared/domain/sla/timer.ts';
import { timerId } from '#shared/domain/case/timer-id.ts';
import { unreadSince } from '#shared/domain/case/unseen/unread.ts';
import { caseFields } from './case-fields.ts';

type Json = Readonly<Record<string, unknown>>;

/** Other cases that may be named beside this one, by number. */
export interface OtherCases {
  leadCase?: string | undefined;
  linkedCases: readonly string[];
  maybeSameAs: readonly string[];
}

/**
 * All clear fields of a case that this release knows. Other cases are named by number; case ids are left out. The clocks
 * say all deadlines, so the list of them is left out too.
 */
export function clearFields(of: Case, others: OtherCases): Json {
  const { caseId: _, leadCaseId: __, lastEvent: ___, deadlines: ____, ...all } = of;
  const clear = Object.fromEntries(Object.entries(all).filter(([name]) => Object.hasOwn(caseFields, name)));
  return { ...clear, unreadSince: unreadSince(of), ...approvalsView(of), ...dueView(of), team: teamOf(of), ...others };
}

/** An armed clock, with the rung that can be acknowledged now. */
export function clockView(timer: Timer, policy: TimerPolicy): Json {
  const { kind, subject, armedAt, deadline, warnAt, missedAt, nextRung, nextRungAt, reminders, dueAt } = timer;
  return {
    id: timerId(timer),
    kind,
    subject,
    armedAt,
    deadline,
    warnAt,
    missedAt,
    dueAt,
    lastRung: lastRung(timer, policy),
    nextRung,
    nextRungAt,
    reminders,
  };
}

/** A line of the history. The parent case is told apart from it, by number, and only to those who may see that case. */
export function eventView({ number, type, time, actor, data }: HistoryEvent): Json {
  const { leadCaseId: _, ...clear } = data as Json;
  return { number, type, time, actor, data: clear };
}

/** Who of staff gave out a code before the reporter's message was written; absent where nobody had. */
export function reissueView(of: Case, message: number): Json {
  const by = afterReissueBy(of, message);
  return by === undefined ? {} : { afterReissueBy: by };
}

/** Which messages the thread has, from whom and when. Their text is opened by reading the case. */
export function threadView(of: Case, events: readonly HistoryEvent[]): Json[] {
  return events.flatMap(({ type, time, data }) => {
    if (type === 'case.message_posted') return [{ number: data.message, from: 'centre', at: time }];
    if (type !== 'case.information_added') return [];
    return [{ number: data.message, from: 'reporter', at: time, ...reissueView(of, data.message) }];
  });
}
