import { approverRoles } from '../../domain/access/approver.ts';
import type { Role } from '../../domain/access/authorize.ts';
import { isGrantedByTime } from '../../domain/case/approvals/approval.ts';
import type { LadderPolicy, TimerPolicy } from '../../domain/sla/clock-policy.ts';
import type { CountryPack } from '../../domain/country-pack.ts';
import type { Case } from '../../domain/case/case.ts';
import { eventNumberOf, type CaseEvent } from '../../domain/case/events.ts';
import { isForPartner } from '../../domain/mail/mail-occasion.ts';
import { isForInstitution, isOfSilence } from '../../domain/mail/referral-mails.ts';
import { whyNoNews, whyUntrue } from '../../domain/mail/still-wanted.ts';
import { parseTimerId, timerId, type TimerId } from '../../domain/case/timer-id.ts';
import { ringsOrJoins } from '../../domain/sla/escalate-case.ts';
import { climbsLadder } from '../../domain/sla/timer.ts';
import type { CaseWithTimers } from '../../ports/case-store.ts';
import type { Mail } from '../../ports/mailbox.ts';
import { alertOfReporter } from './alert-of-reporter.ts';
import { alertOfReopening } from './alert-of-reopening.ts';
import { alertOfDesk, alertOfReferral, alertOfSilence, notReached } from './alert-of-referral.ts';
import { nobody, type AlertOrNot, type StaffAlert } from './staff-alert.ts';

/**
 * What staff are told of an event, by the case and its mails as they stand now: an event may be read late, twice, or out
 * of order.
 * Source: docs/practice.md, Ladder and Mails.
 */
export function alertOf(
  event: CaseEvent,
  of: CaseWithTimers,
  mails: readonly Mail[],
  country: TimerPolicy & Pick<CountryPack, 'retention'>,
): AlertOrNot {
  const alert = whomToTell(event, of, mails, country);
  return alert.tell === undefined ? alert : { tell: { ...alert.tell, rings: rings(alert.tell, of, country) } };
}

/**
 * Whether an alert is news of its own. A miss or a rung rings or joins by its clock. Warnings and reminders only add to
 * what is known, and the silence of an institution wakes nobody. Everything else is news.
 */
function rings(
  { occasion, timer: id }: StaffAlert,
  { case: of, timers }: CaseWithTimers,
  country: TimerPolicy,
): boolean {
  if (occasion === 'warned' || occasion === 'reminder' || isOfSilence(occasion)) return false;
  const timer = timers.find((armed) => timerId(armed) === id);
  const isOfClock = occasion === 'missed' || occasion === 'escalated';
  return !isOfClock || timer === undefined || ringsOrJoins(timer, of, timers, country) === 'rings';
}

function whomToTell(
  event: CaseEvent,
  of: CaseWithTimers,
  mails: readonly Mail[],
  country: TimerPolicy & Pick<CountryPack, 'retention'>,
): AlertOrNot {
  const because = whyNoNews(of.case, of.timers, event);
  if (because !== undefined) return nobody(because);
  const { assignee } = of.case;
  const { ladder, retention } = country;

  switch (event.type) {
    case 'case.triaged':
      return { tell: { occasion: 'new_case', to: 'rung', from: 0 } };
    case 'case.reopened':
      return alertOfReopening(event, of);
    case 'sla.warned': {
      const warned = { occasion: 'warned', timer: event.data.timer, from: 0 } as const;
      return {
        tell: assignee === undefined ? { ...warned, to: 'rung' } : { ...warned, to: 'assignee_or_rung', assignee },
      };
    }
    case 'sla.missed': {
      // The ladder starts with the miss, and its mail says so to the first rung; these are not on it.
      const { timer } = event.data;
      const missed = of.timers.find((armed) => timerId(armed) === timer);
      // The slow ladder of an institution tells who is to know of its silence.
      if (missed !== undefined && !climbsLadder(missed, of.case, country)) return nobody('ladder_tells');
      const also = alsoToldOf(timer, country);
      if (assignee === undefined && also === undefined) return nobody('ladder_tells');
      return {
        tell: {
          occasion: 'missed',
          timer,
          to: 'beside_rung',
          ...(assignee === undefined ? {} : { assignee }),
          ...(also === undefined ? {} : { also }),
          from: 0,
        },
      };
    }
    case 'case.escalated': {
      const { timer, rung, reminder } = event.data;
      if (reminder > 0) return { tell: { occasion: 'reminder', timer, rung, to: 'everybody' } };
      return { tell: { occasion: 'escalated', timer, rung, to: 'rung', from: indexOf(rung, ladder) } };
    }
    case 'referral.silent':
      return alertOfSilence(event, of, indexOf(ladder.silence.rung, ladder));
    case 'mail.bounced': {
      const { mail: number, to } = event.data;
      const bounced = mails.find((mail) => eventNumberOf(mail.eventId) === number && mail.to === to);
      if (bounced === undefined) return nobody('unknown_mail');
      const { occasion, timer, rung, referral } = bounced;
      // Nobody else may get the code of the partner.
      if (isForPartner(occasion)) return nobody('no_contact');
      if (isForInstitution(occasion)) return notReached(of.case, bounced, mails);
      const over = whyUntrue(of.case, of.timers, bounced);
      if (over !== undefined) return nobody(over);
      // The ladder has people who must not hear of an exclusion.
      if (occasion === 'exclusion')
        return { tell: { occasion, to: 'director_or_partner', besides: to, about: number, isAgain: true } };
      if (wasOfWordsRead(of.case, bounced)) return nobody('read_already');
      return {
        tell: {
          occasion,
          ...(timer === undefined ? {} : { timer }),
          ...(rung === undefined ? {} : { rung }),
          ...(referral === undefined ? {} : { referral }),
          to: 'somebody_else',
          from: rung === undefined ? 0 : indexOf(rung, ladder),
        },
      };
    }
    case 'case.erasure_due': {
      const over = whyUntrue(of.case, of.timers, { occasion: 'erasure_due' });
      if (over !== undefined) return nobody(over);
      const due = { occasion: 'erasure_due', from: indexOf(retention.ownerRung, ladder) } as const;
      return { tell: assignee === undefined ? { ...due, to: 'rung' } : { ...due, to: 'assignee_or_rung', assignee } };
    }
    case 'approval.asked': {
      const { approval: id } = event.data;
      const approval = of.case.approvals?.find((one) => one.id === id);
      if (approval?.nobodyToAsk === true) {
        return { tell: { occasion: 'nobody_to_ask', to: 'role_and_partner', roles: ['director'] } };
      }
      if (approval === undefined || approval.decision !== undefined) return nobody('decided');
      const { partner, effectiveAt, kind } = approval;
      if (partner !== undefined) {
        return { tell: { occasion: 'partner_asked', to: 'partner', partner: partner.id, approval: id } };
      }
      if (effectiveAt === undefined || !isGrantedByTime(kind)) {
        return { tell: { occasion: 'approval_asked', to: 'approvers', asked: approval } };
      }
      // Time will grant it. Who asked is told as well: somebody else may have asked in their name.
      const roles = [...new Set<Role>([...approverRoles[kind], 'director'])];
      return { tell: { occasion: 'approval_asked', to: 'role_and_partner', roles } };
    }
    case 'case.exclusions_asked':
    case 'case.exclusions_set':
      return {
        tell: {
          occasion: 'exclusion',
          to: 'director_or_partner',
          besides: idOfActor(event.actor),
          about: event.number,
          orColleagues: true,
        },
      };
    case 'case.information_added':
    case 'case.withdrawal_requested':
    case 'case.locked':
      return alertOfReporter(event, of);
    case 'case.receipt_reissued':
    case 'case.dead_code_used':
      return alertOfCode(event, of.case);
    case 'referral.approved':
    case 'referral.reminded':
    case 'referral.declined':
    case 'referral.withdrawn':
      return alertOfReferral(event.type, of.case, mails, event.data.referral);
    case 'referral.code_asked':
    case 'referral.code_failed':
    case 'referral.misdirected':
    case 'referral.asked':
      return alertOfDesk(event, of.case);
    case 'referral.replied':
      return event.data.how === 'phone'
        ? nobody('told_already')
        : alertOfReferral(event.type, of.case, mails, event.data.referral);
    default:
      return nobody('not_for_staff');
  }
}

/** The directory id of a person who did something. A function of Besa is nobody of the directory. */
const idOfActor = (actor: CaseEvent['actor']): string => actor.replace(/^staff:/, '');

/**
 * What becomes of the reporter's code is told to who has the case and to the supervisors. Who gave out a code needs not
 * be told of that. Source: docs/practice.md, Reporter's side.
 */
function alertOfCode(event: CaseEvent, of: Case): AlertOrNot {
  const occasion = event.type === 'case.receipt_reissued' ? 'receipt_reissued' : 'dead_code_used';
  const over = whyUntrue(of, [], { occasion });
  if (over !== undefined) return nobody(over);
  const { assignee } = of;
  const doer = event.actor.startsWith('staff:') ? event.actor.slice('staff:'.length) : undefined;
  return {
    tell: {
      occasion,
      to: 'assignee_and_roles',
      roles: ['supervisor'],
      orRoles: ['director'],
      from: 0,
      ...(assignee === undefined ? {} : { assignee }),
      ...(doer === undefined ? {} : { besides: doer }),
    },
  };
}

/**
 * Whether a mail was about words that were read since. The next words have a clock of the same name. Who would be told
 * of the earlier ones would count as told of these.
 */
function wasOfWordsRead({ readUpTo }: Case, { timer, eventId }: Mail): boolean {
  const isOfReading = timer !== undefined && parseTimerId(timer)?.kind === 'must_be_read';
  return isOfReading && readUpTo !== undefined && eventNumberOf(eventId) <= readUpTo;
}

/** The rung that is told of a miss of this clock at once, wherever its ladder has come to. */
function alsoToldOf(timer: TimerId, { clocks, ladder }: TimerPolicy): number | undefined {
  const kind = parseTimerId(timer)?.kind;
  const rung = kind === undefined ? undefined : clocks[kind].alsoTells;
  return rung === undefined ? undefined : indexOf(rung, ladder);
}

/** A rung that the pack no longer has must still reach somebody: its first rung. */
function indexOf(rung: string, ladder: LadderPolicy): number {
  return Math.max(
    ladder.rungs.findIndex((known) => known.id === rung),
    0,
  );
}
