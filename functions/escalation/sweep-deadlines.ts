import type { Instant } from '#shared/domain/time/instant.ts';
import { followLetter, type FollowLetterDeps } from '#shared/use-cases/follow-letter.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import { isBelow } from '#shared/domain/report/severity.ts';
import type { Sweep } from '#shared/lambda/events/schedule-handler.ts';
import { errorName } from '#shared/lambda/log/log.ts';
import { whileTimeLasts } from '#shared/lambda/time-left.ts';
import type { DueIndex, DueTimer } from '#shared/ports/due-index.ts';
import type { EscalateDueCaseDeps } from './escalate-due-case.ts';
import { escalateDueCase } from './escalate-due-case.ts';
import { oldestSeconds } from './oldest.ts';
import { mailsUntil, sendDueMails, type SendDueMailsDeps } from './send-due-mails.ts';
import { sendDirectoryNotices, type SendDirectoryNoticesDeps } from './send-directory-notices.ts';
import { tellOwed, type TellOwedDeps } from './tell-owed.ts';
import { voidDistrusted, type VoidDistrustedDeps } from './void-distrusted.ts';
import { watchRoster, type WatchRosterDeps } from './watch-roster.ts';

export type SweepDeadlinesDeps = EscalateDueCaseDeps &
  SendDueMailsDeps &
  FollowLetterDeps &
  SendDirectoryNoticesDeps &
  TellOwedDeps &
  VoidDistrustedDeps &
  WatchRosterDeps & { due: DueIndex };

type DueOfCase = readonly [DueTimer, ...DueTimer[]];

/** How many cases are worked on at the same time. */
const casesAtOnce = 16;
/** What escalating leaves for the mails that are due, the notices and the roster. An escalation is nothing without them. */
const reserveMs = 15_000;
/** What the notices leave for the mails that are due. */
const noticesReserveMs = 5000;

/**
 * Finishes what follows from acknowledged letters, and escalates every deadline that is due, critical cases first. Then it
 * tries the alerts that found nobody, voids codes that distrusted people know, sends the directory notices and mails that are due, and looks at the roster. What
 * cannot be escalated, or what there was no time for, is counted and left for the next sweep. It holds up nothing that
 * comes after it. Answers when there is something to do again: in a minute, when there was something now.
 */
export function sweepDeadlines(deps: SweepDeadlinesDeps): Sweep {
  const escalate = escalateDueCase(deps);
  const sendDue = sendDueMails(deps);
  const follow = followLetter(deps);
  const notify = sendDirectoryNotices(deps);
  const watch = watchRoster(deps);
  const tryOwed = tellOwed(deps);
  const voidCodes = voidDistrusted(deps);

  /** The timers of one case change the same row, so they are escalated together. */
  async function escalationOfCase(timers: DueOfCase): Promise<{ failed: number; owedSince: Instant[] }> {
    const [{ caseId, severity }] = timers;
    const fail = (why: { reason: 'contended' } | { errorName: string }) => {
      deps.log('raise_failed', { caseId, count: timers.length, ...why });
      return { failed: timers.length, owedSince: timers.map(({ dueAt }) => dueAt) };
    };
    try {
      const { raised, ended, outcome } = await escalate(caseId);
      for (const { timer } of raised) deps.log('timer_raised', { caseId, timer, severity });
      if (raised.length > 0) deps.measure('TimerRaised', raised.length);
      for (const timer of ended) deps.log('timer_ended', { caseId, timer });
      return outcome === 'contended'
        ? fail({ reason: 'contended' })
        : { failed: 0, owedSince: raised.map(({ owedSince }) => owedSince) };
    } catch (error) {
      return fail({ errorName: errorName(error) });
    }
  }

  /** Does what follows from acknowledged letters. Answers how many there were: what fails is left to the next sweep. */
  async function followAll(ids: readonly string[]): Promise<number> {
    for (const id of ids) {
      try {
        const letter = await deps.letters.find(id);
        if (letter !== undefined) await follow(letter);
      } catch (error) {
        deps.log('raise_failed', { errorName: errorName(error) });
      }
    }
    return ids.length;
  }

  return async (timeLeft) => {
    const now = deps.clock.now();
    const found = await deps.due.upTo(now, mailsUntil(now));
    const { timers, mails, owed, letters } = found;
    // What somebody has acknowledged holds the climb of a case before it goes on.
    const unfollowed = await followAll(letters);
    const due = timers.toSorted(criticalFirst);
    const time = { timeLeft, reserveMs };
    const { done: ofCases, left } = await whileTimeLasts(casesAtOnce, byCase(due), time, escalationOfCase);
    const unlooked = left.flat();
    deps.measure('TimersLeftUndone', unlooked.length);
    const owedSince = [...ofCases.flatMap((ofCase) => ofCase.owedSince), ...unlooked.map(({ dueAt }) => dueAt)];
    deps.measure('RaiseDelay', oldestSeconds(owedSince, now));
    const raiseFailed = ofCases.reduce((sum, { failed }) => sum + failed, 0);
    if (raiseFailed > 0) deps.measure('RaiseFailed', raiseFailed);
    const told = await tryOwed(owed, now, timeLeft);
    const codes = await voidCodes(timeLeft);
    // Notices come before the letters, for an old one goes first. They leave time for the letters.
    const busy = new Set(mails.filter(({ dueAt }) => dueAt <= now).map(({ to }) => to));
    const notices = await notify(now, () => timeLeft() - noticesReserveMs, busy);
    const sent = await sendDue([...mails, ...told.map((mail) => ({ ...mail, dueAt: mail.retryAt }))], now);
    await watch(now);

    deps.log('sweep_finished', { count: due.length });
    // Finished work makes other work due, and failed work is still due. A letter may have held clocks of other cases.
    const changed = [...due.map(({ caseId }) => caseId), ...owed, ...mails.map(({ caseId }) => caseId)];
    const after = await (unfollowed > 0
      ? deps.due.upTo(now, now)
      : found.after(due.length > 0 || owed.length > 0 || sent.tried > 0 ? changed : []));
    const isMore = after.timers.length + after.owed.length + after.letters.length + notices.left + codes.left > 0;
    const isMailDue = after.mails.some(({ to }) => !sent.waiting.has(to));
    if (isMore || isMailDue) return { nextAt: plusMinutes(now, 1) };
    const [first] = [after.nextAt, ...sent.waiting.values()].filter((at) => at !== undefined).toSorted();
    return first === undefined ? {} : { nextAt: first };
  };
}

function criticalFirst(a: DueTimer, b: DueTimer): number {
  if (a.severity !== b.severity) return isBelow(a.severity, b.severity) ? 1 : -1;
  return a.dueAt < b.dueAt ? -1 : 1;
}

/** Groups the timers by case, in the order of each case's first timer. So the most urgent case still comes first. */
function byCase(due: readonly DueTimer[]): DueOfCase[] {
  return [...Map.groupBy(due, (timer) => timer.caseId).values()] as unknown as DueOfCase[];
}
