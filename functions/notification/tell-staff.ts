import { makeCode, type MakeCodeDeps } from './make-code.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { eventId, isAhead } from '#shared/domain/case/events.ts';
import type { Reaction } from '#shared/lambda/events/reaction.ts';
import type { CaseWithTimers, CaseWriter } from '#shared/ports/case-store.ts';
import type { StaffMember } from '#shared/ports/directory.ts';
import type { MailOutcome, SendMailDeps } from '#shared/use-cases/send-mail.ts';
import { sendOwn, sendTogether } from '#shared/use-cases/send-mail.ts';
import { decideTelling, sayWhoWasFound, type DecideTellingDeps } from '#shared/use-cases/telling/decide-telling.ts';
import { paceMails, type PaceMailsDeps } from '#shared/use-cases/telling/pace-mails.ts';

export interface TellStaffDeps extends SendMailDeps, DecideTellingDeps, PaceMailsDeps, MakeCodeDeps {
  letters: SendMailDeps['letters'];
  writer: Pick<CaseWriter, 'writeDone'>;
  country: SendMailDeps['country'] & DecideTellingDeps['country'];
}

/**
 * Tells staff of an event by mail, and institutions of their referrals. First it writes who is to be told, with the
 * DONE row. News of a kind that waits for the person already writes no further row. Then it sends what may leave at
 * once. What is left unsent is sent by the sweep of escalation. An alert that finds nobody is not used up: it is written
 * as owed, and that sweep tries it each minute.
 */
export function tellStaff(deps: TellStaffDeps): (event: CaseEvent) => Promise<Reaction> {
  const resend = sendTogether(deps);
  const decide = decideTelling(deps);
  const paced = paceMails(deps);

  return async (event) => {
    const id = eventId(event);
    const done = { reactor: 'notification', eventId: id };
    const of = await deps.cases.load(event.caseId);
    if (of === undefined) return { outcome: 'ignored', reason: 'case_gone' };
    if (isAhead(event, of.case)) return { outcome: 'ignored', reason: 'event_gone' };
    const mails = await deps.mailbox.ofCase(event.caseId);
    const telling = await decide(event, of, mails);
    if ('because' in telling) return { outcome: 'ignored', reason: telling.because };

    const now = deps.clock.now();
    const { found } = telling;
    const earlier = mails.filter((mail) => mail.eventId !== id);
    const { toSend: withoutCode, pacingOf } = await paced(telling, of, earlier, now);
    const bringsCode = event.type === 'referral.code_asked' && event.data.by === 'mail';
    const made = bringsCode ? await makeCode(deps, event, now) : undefined;
    if (bringsCode && made === undefined) return { outcome: 'ignored', reason: 'code_over' };
    const toSend = made === undefined ? withoutCode : withoutCode.map((mail) => ({ ...mail, code: made.code }));
    const owed = found.people.length === 0 ? { event, since: now } : undefined;
    const isFirst = await deps.writer.writeDone(event.caseId, done, toSend, { owed, access: made?.access });
    if (isFirst.written) {
      sayWhoWasFound(deps, event, found, of.case.severity);
      // What waits for the morning, a daily mail, its burst or the pace is left to the sweep. It sends what one person
      // is due together.
      const send = sendOwn(asJustRead(deps, of, found.people));
      const atOnce = toSend.flatMap((mail) => (mail.letters ?? []).map((letter) => ({ mail, letter })));
      await allOf(atOnce.map(({ mail, letter }) => send(letter, [mail], pacingOf(mail.to))));
      return { outcome: 'done' };
    }
    // Run again: the mails are written. A mail whose first try is not over is left to the worker that has it, or to the
    // sweep. A mail that was handed over and is due again is left to the sweep as well.
    const left = await deps.mailbox.ofEvent(event.caseId, id);
    const untried = left.filter(
      ({ leavesAt: at, waitsUntil, toldAt, retryAt }) => !at && !waitsUntil && !toldAt && retryAt <= now,
    );
    const lastOfLeft = await deps.letters.lastOf(untried.map(({ to }) => to));
    await allOf(
      untried.map((mail) => resend([mail], { last: lastOfLeft.get(mail.to) ?? {}, budget: pacingOf(mail.to).budget })),
    );
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
