import type { Case } from '../case/case.ts';
import { concluded } from '../case/concluded.ts';
import { involvesChild } from '../report/reported-facts.ts';
import type { MailPace } from './mail-pace.ts';
import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';
import { isWithin, nextOf } from '../time/local-time.ts';
import type { WallTime } from '../time/local-time.ts';
import { nextOnWorkingDay } from '../time/working-days.ts';
import type { WorkingCalendar } from '../time/working-days.ts';

/** When mails to staff leave, in local time. Source: docs/practice.md, Mails and Ladder. */
export interface MailTiming {
  /** The night. Nobody is woken for what can wait until `to`. */
  quiet: { from: WallTime; to: WallTime };
  /** When news of normal and low cases leaves, every day. */
  digests: readonly WallTime[];
  /**
   * Minutes for which an urgent mail waits for others of the same burst, to be one mail with them. Critical mails do
   * not wait.
   */
  burstMinutes: number;
  /** Minutes until the mail of a critical escalation is sent again, while nobody has taken the case. */
  repeatMinutes: number;
  pace: MailPace;
}

/**
 * When a mail about a case leaves; undefined means at once. A critical case never waits. A high one waits for its
 * burst, and at night until the morning when no child is involved. Normal and low ones wait for the next digest.
 */
export function leavesAt(
  of: Pick<Case, 'severity' | 'reported' | 'assessed'>,
  now: Instant,
  timing: MailTiming,
  timeZone: string,
): Instant | undefined {
  switch (of.severity) {
    case 'critical':
      return undefined;
    case 'high': {
      return morningOf(of, now, timing, timeZone) ?? plusMinutes(now, timing.burstMinutes);
    }
    case 'normal':
    case 'low':
      return nextOf(timing.digests, now, timeZone);
    default:
      return of.severity satisfies never;
  }
}

/**
 * When a mail about a silent institution leaves: with the first mails of a working day, this instant included. It wakes
 * nobody. Source: docs/practice.md, Clocks.
 */
export function morningOfWork(now: Instant, { quiet }: MailTiming, calendar: WorkingCalendar): Instant {
  return nextOnWorkingDay(quiet.to, now, calendar);
}

/**
 * The morning until which a mail waits at night. Undefined by day, and for cases that wake people at night. Only
 * critical cases, and high ones with a child, wake anyone. What staff concluded may show a child that was not reported.
 * It does not take away a child that was reported. Source: docs/practice.md, Ladder.
 */
export function morningOf(
  of: Pick<Case, 'severity' | 'reported' | 'assessed'>,
  now: Instant,
  timing: MailTiming,
  timeZone: string,
): Instant | undefined {
  const { severity, reported } = of;
  const mayBeChild = [reported, concluded(of)].some(involvesChild);
  const wakes = severity === 'critical' || (severity === 'high' && mayBeChild);
  return !wakes && isWithin(now, timing.quiet, timeZone) ? nextOf([timing.quiet.to], now, timeZone) : undefined;
}
