import type { LadderPolicy } from '#shared/domain/clocks.ts';
import type { MailOccasion } from '#shared/domain/country-pack.ts';
import { eventNumberOf, type CaseEvent } from '#shared/domain/events.ts';
import type { TimerId } from '#shared/domain/timer.ts';
import type { CaseWithTimers } from '#shared/ports/case-store.ts';
import type { Mail } from '#shared/ports/mailbox.ts';
import { passed } from '#shared/use-cases/send-mail.ts';

/** Which mail an event calls for, and whom it is for. Rungs are indexes into the ladder. */
export type Notice = { occasion: MailOccasion; timer?: TimerId; rung?: string } & (
  | { to: 'rung'; from: number }
  | { to: 'assignee_or_rung'; assignee: string; from: number }
  | { to: 'assignee_beside_rung'; assignee: string; from: number }
  | { to: 'everybody' }
  /** Whoever comes next and was not told of the same, because a mail told nobody. */
  | { to: 'somebody_else'; from: number }
);

export type NoticeOrNot = { tell: Notice } | { tell: undefined; because: string };

function nobody(because: string): NoticeOrNot {
  return { tell: undefined, because };
}

/**
 * What staff are told of an event, by the case and its mails as they stand now: an event may be read late, twice, or out
 * of order.
 * Source: PRACTICE, ladder and mails.
 */
export function noticeOf(
  event: CaseEvent,
  of: CaseWithTimers,
  mails: readonly Mail[],
  ladder: LadderPolicy,
): NoticeOrNot {
  const timer = 'timer' in event.data ? event.data.timer : undefined;
  const because = passed(of, timer);
  if (because !== undefined) return nobody(because);
  const { assignee } = of.case;

  switch (event.type) {
    case 'case.triaged':
      return { tell: { occasion: 'new_case', to: 'rung', from: 0 } };
    case 'sla.warned': {
      const warned = { occasion: 'warned', timer: event.data.timer, from: 0 } as const;
      return {
        tell: assignee === undefined ? { ...warned, to: 'rung' } : { ...warned, to: 'assignee_or_rung', assignee },
      };
    }
    case 'sla.missed':
      // The ladder starts with the miss, and its mail says so to the first rung; only the assignee is not on it.
      if (assignee === undefined) return nobody('ladder_tells');
      return { tell: { occasion: 'missed', timer: event.data.timer, to: 'assignee_beside_rung', assignee, from: 0 } };
    case 'case.escalated': {
      const { timer, rung, reminder } = event.data;
      if (reminder > 0) return { tell: { occasion: 'reminder', timer, rung, to: 'everybody' } };
      return { tell: { occasion: 'escalated', timer, rung, to: 'rung', from: indexOf(rung, ladder) } };
    }
    case 'mail.bounced': {
      const { mail: number, to } = event.data;
      const bounced = mails.find((mail) => eventNumberOf(mail.eventId) === number && mail.to === to);
      if (bounced === undefined) return nobody('unknown_mail');
      const over = passed(of, bounced.timer);
      if (over !== undefined) return nobody(over);
      const { occasion, timer, rung } = bounced;
      return {
        tell: {
          occasion,
          ...(timer === undefined ? {} : { timer }),
          ...(rung === undefined ? {} : { rung }),
          to: 'somebody_else',
          from: rung === undefined ? 0 : indexOf(rung, ladder),
        },
      };
    }
    default:
      return nobody('not_for_staff');
  }
}

/** A rung that the pack no longer has must still reach somebody: its first rung. */
function indexOf(rung: string, ladder: LadderPolicy): number {
  return Math.max(
    ladder.rungs.findIndex((known) => known.id === rung),
    0,
  );
}
