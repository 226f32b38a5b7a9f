import { eventId } from '#shared/domain/case/events.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { errorName, type Log, type Measure } from '#shared/lambda/log/log.ts';
import { whileTimeLasts, type TimeLeft } from '#shared/lambda/time-left.ts';
import type { CaseReader } from '#shared/ports/case-store.ts';
import type { Mail, Mailbox } from '#shared/ports/mailbox.ts';
import type { OwedAlert, OwedAlerts } from '#shared/ports/owed-alerts.ts';
import { decideTelling, sayWhoWasFound, type DecideTellingDeps } from '#shared/use-cases/telling/decide-telling.ts';
import { paceMails, type PaceMailsDeps } from '#shared/use-cases/telling/pace-mails.ts';
import type { StaffAlert } from '#shared/use-cases/telling/staff-alert.ts';

export interface TellOwedDeps extends DecideTellingDeps, PaceMailsDeps {
  country: DecideTellingDeps['country'];
  cases: Pick<CaseReader, 'load'>;
  mailbox: Pick<Mailbox, 'ofCase'>;
  owed: OwedAlerts;
  log: Log;
  measure: Measure;
}

/** How many cases are worked on at the same time. */
const casesAtOnce = 16;
/** What this leaves for the mails that are due, the notices and the roster. */
const reserveMs = 10_000;

/**
 * Tries the alerts that found nobody. Whoever is reached now is told; what is no news any more ends. Of several alerts
 * about the same, the latest one tells. What finds nobody stays owed and is measured. So does what there is no time for.
 * Answers the mails that it wrote, for the sweep that began at `now`. Source: docs/practice.md, Ladder.
 */
export function tellOwed(
  deps: TellOwedDeps,
): (caseIds: readonly string[], now: Instant, timeLeft: TimeLeft) => Promise<Mail[]> {
  const decide = decideTelling(deps);
  const pace = paceMails(deps);

  async function end(owed: OwedAlert, reason: string): Promise<void> {
    await deps.owed.end(owed);
    deps.log('owed_ended', { caseId: owed.event.caseId, eventId: eventId(owed.event), reason });
  }

  async function tryCase(caseId: string, now: Instant): Promise<Mail[]> {
    const alerts = await deps.owed.ofCase(caseId);
    const of = await deps.cases.load(caseId);
    const known = await deps.mailbox.ofCase(caseId);
    const [mails, subjects]: [Mail[], Set<string>] = [[], new Set()];
    for (const owed of alerts) {
      const telling = of === undefined ? { because: 'case_gone' } : await decide(owed.event, of, [...known, ...mails]);
      if ('because' in telling) {
        await end(owed, telling.because);
        continue;
      }
      const subject = subjectOf(telling.alert);
      if (subjects.has(subject)) {
        await end(owed, 'told_already');
        continue;
      }
      subjects.add(subject);
      // Which rungs are empty was said when the alert came.
      sayWhoWasFound(deps, owed.event, { ...telling.found, skippedRungs: [], emptyRungs: 0 }, of!.case.severity);
      if (telling.found.people.length === 0) continue;
      const paced = await pace(telling, of!, [...known, ...mails], now);
      const toSend = paced.toSend.map((mail) => leftToSweep(mail, now));
      const { written } = await deps.owed.tell(owed, toSend);
      if (written) mails.push(...toSend);
    }
    return mails;
  }

  return async (caseIds, now, timeLeft) => {
    const tried = await whileTimeLasts(casesAtOnce, caseIds, { timeLeft, reserveMs }, async (caseId) => {
      try {
        return await tryCase(caseId, now);
      } catch (error) {
        deps.log('raise_failed', { caseId, errorName: errorName(error) });
        deps.measure('RaiseFailed', 1);
        return [];
      }
    });
    return tried.done.flat();
  };
}

/** A mail whose first try is left to the sweep that began at `now`, unless it waits for a later time. */
function leftToSweep(mail: Mail, now: Instant): Mail {
  const { letters: _, ...untried } = mail;
  return mail.attempts === 0 ? mail : { ...untried, attempts: 0, retryAt: now };
}

/** What an alert is about. Two alerts about the same are one to whoever hears of it late. */
function subjectOf({ occasion, timer, referral }: StaffAlert): string {
  return timer ?? `${occasion} ${referral ?? ''}`;
}
