import type { CaseEvent } from '#shared/domain/case/events.ts';
import { eventId } from '#shared/domain/case/events.ts';
import type { Reaction } from '#shared/lambda/events/reaction.ts';
import type { CaseWithTimers, CaseWriter } from '#shared/ports/case-store.ts';
import type { StaffMember } from '#shared/ports/directory.ts';
import type { Mail } from '#shared/ports/mailbox.ts';
import type { MailOutcome, SendMailDeps } from '#shared/use-cases/send-mail.ts';
import { sendAgain, sendMail, tryEndsAt } from '#shared/use-cases/send-mail.ts';
import {
  decideTelling,
  sayWhoWasFound,
  type DecideTellingDeps,
  type NewMail,
} from '#shared/use-cases/telling/decide-telling.ts';

export interface TellStaffDeps extends SendMailDeps, DecideTellingDeps {
  writer: Pick<CaseWriter, 'writeDone'>;
  country: SendMailDeps['country'] & DecideTellingDeps['country'];
}

/**
 * Tells staff of an event by mail, and institutions of their referrals. First it writes who is to be told, with the
 * DONE row. Then it sends and marks each mail. What is left unsent is sent by the sweep of escalation. An alert that
 * finds nobody is not used up: it is written as owed, and that sweep tries it each minute.
 */
export function tellStaff(deps: TellStaffDeps): (event: CaseEvent) => Promise<Reaction> {
  const resend = sendAgain(deps);
  const decide = decideTelling(deps);

  return async (event) => {
    const id = eventId(event);
    const done = { reactor: 'notification', eventId: id };
    const of = await deps.cases.load(event.caseId);
    if (of === undefined) return { outcome: 'ignored', reason: 'case_gone' };
    const telling = await decide(event, of, await deps.mailbox.ofCase(event.caseId));
    if ('because' in telling) return { outcome: 'ignored', reason: telling.because };

    const now = deps.clock.now();
    const { found, leaves } = telling;
    const toSend = telling.mails.map((mail: NewMail): Mail =>
      leaves === undefined
        ? { ...mail, attempts: 1, retryAt: tryEndsAt(now, 1) }
        : { ...mail, attempts: 0, retryAt: leaves },
    );
    const owed = found.people.length === 0 ? { event, since: now } : undefined;
    const isFirst = await deps.writer.writeDone(event.caseId, done, toSend, owed);
    if (isFirst.written) {
      sayWhoWasFound(deps, event, found);
      // What waits for the morning, a daily mail or its burst is left to the sweep. It sends what one person is due
      // together.
      if (leaves === undefined) await allOf(toSend.map(sendMail(asJustRead(deps, of, found.people))));
      return { outcome: 'done' };
    }
    // Run again: the mails are written. A mail whose first try is not over is left to the worker that has it, or to the
    // sweep. A mail that was handed over and is due again is left to the sweep as well.
    const left = await deps.mailbox.ofEvent(event.caseId, id);
    const untried = left.filter(({ leavesAt: at, toldAt, retryAt }) => !at && !toldAt && retryAt <= now);
    await allOf(untried.map(resend));
    return { outcome: 'done' };
  };
}

/**
 * A first try follows its decision within milliseconds. So it uses the case and the people that the decision was made
 * from.
 */
function asJustRead(deps: TellStaffDeps, of: CaseWithTimers, people: readonly StaffMember[]): TellStaffDeps {
  return {
    ...deps,
    cases: { load: async () => of },
    directory: { ...deps.directory, member: async (id) => people.find((person) => person.id === id) },
  };
}

/** Lets every mail have its try, then throws the first fault. */
async function allOf(tries: readonly Promise<MailOutcome>[]): Promise<void> {
  const settled = await Promise.allSettled(tries);
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
