import { rings } from '#shared/domain/people/person.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import { eventId } from '#shared/domain/case/events.ts';
import { leavesAt, morningOf, morningOfWork } from '#shared/domain/mail/mail-timing.ts';
import { asksToCall, bringsList, isOfSilence } from '#shared/domain/mail/referral-mails.ts';
import { isBelow, type Severity } from '#shared/domain/report/severity.ts';
import type { Reaction } from '#shared/lambda/events/reaction.ts';
import type { CaseWithTimers, CaseWriter } from '#shared/ports/case-store.ts';
import type { StaffMember } from '#shared/ports/directory.ts';
import type { Mail } from '#shared/ports/mailbox.ts';
import type { MailOutcome, SendMailDeps } from '#shared/use-cases/send-mail.ts';
import { sendAgain, sendMail, tryEndsAt } from '#shared/use-cases/send-mail.ts';
import type { Addressees } from '#shared/use-cases/telling/addressees.ts';
import { findAddressees } from '#shared/use-cases/telling/addressees.ts';
import { alertOf } from '#shared/use-cases/telling/alert-of-event.ts';
import type { StaffAlert } from '#shared/use-cases/telling/staff-alert.ts';

export interface TellStaffDeps extends SendMailDeps {
  writer: Pick<CaseWriter, 'writeDone'>;
  country: Pick<
    CountryPack,
    'clocks' | 'ladder' | 'mailTiming' | 'retention' | 'timeZone' | 'workingDays' | 'loadReferrals'
  >;
  /** A random tag, of letters, digits and `-`. */
  newTag: () => string;
}

/**
 * Tells staff of an event by mail, and institutions of their referrals. First it writes who is to be told, with the
 * DONE row. Then it sends and marks each mail. What is left unsent is sent by the sweep of escalation.
 */
export function tellStaff(deps: TellStaffDeps): (event: CaseEvent) => Promise<Reaction> {
  const resend = sendAgain(deps);

  return async (event) => {
    const id = eventId(event);
    const done = { reactor: 'notification', eventId: id };
    const of = await deps.cases.load(event.caseId);
    if (of === undefined) return { outcome: 'ignored', reason: 'case_gone' };
    const mails = await deps.mailbox.ofCase(event.caseId);
    const called = alertOf(event, of, mails, deps.country);
    if (called.tell === undefined) return { outcome: 'ignored', reason: called.because };
    const earlier = mails.filter((mail) => mail.eventId !== id);
    const { alert, ...found } = await reachable(called.tell, (one) => findAddressees(deps, of)(one, earlier));
    if (found.because !== undefined) return { outcome: 'ignored', reason: found.because };

    const now = deps.clock.now();
    const { mailTiming, timeZone } = deps.country;
    // A mail that asks staff to call an institution waits for no daily mail: the clock runs since a person decided.
    const leavesBy = asksToCall(alert.occasion) ? morningOf : leavesAt;
    const mayLeave = bringsList(of.case, alert) ? undefined : leavesBy(of.case, now, mailTiming, timeZone);
    const leaves = isOfSilence(alert.occasion) ? morningOfWork(now, mailTiming, deps.country) : mayLeave;
    // Mails that one transaction cannot hold come before the DONE row. After a crash in between, the sweep sends them.
    const written = new Set(mails.filter((mail) => mail.eventId === id).map((mail) => mail.to));
    const people = toBeTold(found.people, isOfSilence(alert.occasion) ? 'low' : of.case.severity).filter(
      (person) => !written.has(person.id),
    );
    const toSend = people.map((person): Mail => {
      const mail = { ...mailTo(person, event, alert), createdAt: now, tag: deps.newTag() };
      return leaves === undefined
        ? { ...mail, attempts: 1, retryAt: tryEndsAt(now, 1) }
        : { ...mail, leavesAt: leaves, attempts: 0, retryAt: leaves };
    });
    const isFirst = await deps.writer.writeDone(event.caseId, done, toSend);
    if (isFirst.written) {
      report(deps, event, found);
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

/** Where an institution has nobody to write to, staff are told to call it instead. */
async function reachable(
  alert: StaffAlert,
  addresseesOf: (alert: StaffAlert) => Promise<Addressees>,
): Promise<Addressees & { alert: StaffAlert }> {
  const found = await addresseesOf(alert);
  const otherwise = alert.to === 'institution' && found.people.length === 0 ? alert.otherwise : undefined;
  return otherwise === undefined ? { ...found, alert } : { ...(await addresseesOf(otherwise)), alert: otherwise };
}

/** News that waits for a daily mail makes no telephone ring, unless the rung has only contacts that ring. */
function toBeTold(people: readonly StaffMember[], severity: Severity): readonly StaffMember[] {
  const readers = people.filter(({ contact }) => !rings(contact));
  return isBelow(severity, 'high') && readers.length > 0 ? readers : people;
}

function mailTo(
  person: StaffMember,
  event: CaseEvent,
  alert: StaffAlert,
): Pick<Mail, 'caseId' | 'eventId' | 'to' | 'occasion' | 'timer' | 'rung' | 'referral'> {
  return {
    caseId: event.caseId,
    eventId: eventId(event),
    to: person.id,
    occasion: alert.occasion,
    ...(alert.timer === undefined ? {} : { timer: alert.timer }),
    ...(alert.rung === undefined ? {} : { rung: alert.rung }),
    ...(alert.referral === undefined ? {} : { referral: alert.referral }),
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

/** An empty rung is skipped, never silently. That nobody at all can be told is the worst that can happen here. */
function report(deps: TellStaffDeps, event: CaseEvent, found: Addressees): void {
  const ids = { caseId: event.caseId, eventId: eventId(event) };
  if (found.skippedRungs.length > 0) {
    deps.log('rung_skipped', { ...ids, count: found.skippedRungs.length });
    deps.measure('RungSkipped', found.skippedRungs.length);
  }
  if (found.people.length === 0) {
    deps.log('nobody_to_tell', ids);
    deps.measure('NobodyToTell', 1);
  }
}

/** Lets every mail have its try, then throws the first fault. */
async function allOf(tries: readonly Promise<MailOutcome>[]): Promise<void> {
  const settled = await Promise.allSettled(tries);
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
