import type { CaseEvent } from '../../domain/case/events.ts';
import { eventId } from '../../domain/case/events.ts';
import { parseTimerId } from '../../domain/case/timer-id.ts';
import type { CountryPack } from '../../domain/country-pack.ts';
import { isForPartner } from '../../domain/mail/mail-occasion.ts';
import { leavesAt, morningOf, morningOfWork } from '../../domain/mail/mail-timing.ts';
import { asksToCall, bringsList, isOfReferralDesk, isOfSilence } from '../../domain/mail/referral-mails.ts';
import { rings } from '../../domain/people/person.ts';
import { isBelow, type Severity } from '../../domain/report/severity.ts';
import type { ClockPolicies } from '../../domain/sla/clock-policy.ts';
import { urgencyOf } from '../../domain/sla/timer.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Log, Measure } from '../../lambda/log/log.ts';
import type { CaseWithTimers } from '../../ports/case-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Directory, StaffMember } from '../../ports/directory.ts';
import type { Mail } from '../../ports/mailbox.ts';
import { findAddressees, type Addressees } from './addressees.ts';
import { alertOf } from './alert-of-event.ts';
import type { StaffAlert } from './staff-alert.ts';

export interface DecideTellingDeps {
  directory: Directory;
  clock: Clock;
  country: Pick<
    CountryPack,
    'clocks' | 'ladder' | 'mailTiming' | 'retention' | 'timeZone' | 'workingDays' | 'loadReferrals'
  >;
}

/** A mail of which nobody has said yet who makes its first try. */
export type NewMail = Omit<Mail, 'attempts' | 'retryAt'>;

/** Who is to be told of an event, and how. */
export interface Telling {
  alert: StaffAlert;
  found: Addressees;
  /** When the mails leave, together with what else waits then. Absent: at once. */
  leaves?: Instant;
  /** One for each person who has none of this event yet. */
  mails: NewMail[];
}

/**
 * Decides who is told of an event, by the case and its mails as they stand now. It may be asked long after the event:
 * an alert that found nobody is asked again each minute. `because` says why nobody needs to be told.
 */
export function decideTelling(
  deps: DecideTellingDeps,
): (event: CaseEvent, of: CaseWithTimers, mails: readonly Mail[]) => Promise<Telling | { because: string }> {
  return async (event, standing, mails) => {
    const id = eventId(event);
    const called = alertOf(event, standing, mails, deps.country);
    if (called.tell === undefined) return { because: called.because };
    const of = asUrgentAs(called.tell, standing);
    const earlier = mails.filter((mail) => mail.eventId !== id);
    const { alert, ...found } = await reachable(called.tell, (one) => findAddressees(deps, of)(one, earlier));
    if (found.because !== undefined) return { because: found.because };

    const now = deps.clock.now();
    const { mailTiming, timeZone } = deps.country;
    // A mail that asks staff to call an institution waits for no daily mail: the clock runs since a person decided. A
    // request to the outside partner waits for none either, but for the morning. Neither does one that says who is kept
    // out: somebody must be able to object before more is done.
    const waitsForMorning =
      asksToCall(alert.occasion) || isForPartner(alert.occasion) || alert.occasion === 'exclusion';
    const leavesBy = waitsForMorning ? morningOf : leavesAt;
    const leavesNow = bringsList(of.case, alert) || isOfReferralDesk(alert.occasion);
    const mayLeave = leavesNow ? undefined : leavesBy(of.case, now, mailTiming, timeZone);
    const isSilence = isOfSilence(alert.occasion);
    const isExclusion = alert.occasion === 'exclusion';
    const wakesNobody = isSilence || isSlowReminder(alert, deps.country);
    const leaves = wakesNobody ? morningOfWork(now, mailTiming, deps.country) : mayLeave;
    // Mails that one transaction cannot hold come before it. After a crash in between, they are written already.
    const written = new Set(mails.filter((mail) => mail.eventId === id).map((mail) => mail.to));
    const severity = isSilence || isExclusion ? 'low' : of.case.severity;
    const people = toBeTold(found.people, severity).filter((person) => !written.has(person.id));
    const silent = isSilence
      ? of.case.referrals?.find(({ id: one }) => one === alert.referral)?.institution
      : undefined;
    const marks = found.areMarked === true ? ({ despiteMark: true } as const) : {};
    return {
      alert,
      found,
      ...(leaves === undefined ? {} : { leaves }),
      mails: people.map((person) => ({
        ...mailTo(person, event, alert),
        createdAt: now,
        ...(leaves === undefined ? {} : { leavesAt: leaves }),
        // A letter of its own for each institution, whose subject names it.
        ...(silent === undefined ? {} : { group: silent }),
        // Another one for each request to the outside partner, because it holds the code and no link.
        ...(isForPartner(alert.occasion) ? { group: id } : {}),
        // A letter of its own as well, because its reader may be told nothing else of the case.
        ...(isExclusion ? { group: 'exclusion' } : {}),
        ...marks,
      })),
    };
  };
}

/** The case as this alert is told: a clock of danger is critical, whatever the severity is by then. */
function asUrgentAs({ timer }: StaffAlert, of: CaseWithTimers): CaseWithTimers {
  const clock = timer === undefined ? undefined : parseTimerId(timer);
  return clock === undefined ? of : { ...of, case: { ...of.case, severity: urgencyOf(clock.kind, of.case.severity) } };
}

/** Whether an alert reminds of a clock whose reminders are counted in working days. */
function isSlowReminder({ occasion, timer }: StaffAlert, { clocks }: { clocks: ClockPolicies }): boolean {
  const kind = timer === undefined ? undefined : parseTimerId(timer)?.kind;
  return occasion === 'reminder' && kind !== undefined && clocks[kind].remindsAfterWorkingDays !== undefined;
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
): Pick<Mail, 'caseId' | 'eventId' | 'to' | 'occasion' | 'timer' | 'rung' | 'referral' | 'approval'> {
  return {
    caseId: event.caseId,
    eventId: eventId(event),
    to: person.id,
    occasion: alert.occasion,
    ...(alert.timer === undefined ? {} : { timer: alert.timer }),
    ...(alert.rung === undefined ? {} : { rung: alert.rung }),
    ...(alert.referral === undefined ? {} : { referral: alert.referral }),
    ...(alert.approval === undefined ? {} : { approval: alert.approval }),
  };
}

/**
 * An empty rung is skipped, never silently. That nobody at all can be told is the worst that can happen here. It is
 * measured anew each minute while it lasts.
 */
export function sayWhoWasFound(
  deps: { log: Log; measure: Measure },
  event: CaseEvent,
  found: Addressees,
  severity: Severity,
): void {
  const ids = { caseId: event.caseId, eventId: eventId(event) };
  if (found.skippedRungs.length > 0) {
    deps.log('rung_skipped', { ...ids, count: found.skippedRungs.length });
    deps.measure('RungSkipped', found.skippedRungs.length);
  }
  // Fewer people than planned are called to a child in danger. That rings, whoever emptied the rung.
  const empty = found.emptyRungs ?? 0;
  if (empty > 0 && severity === 'critical') deps.measure('CriticalRungSkipped', empty);
  if (found.people.length === 0 || found.areMarked === true) {
    deps.log('nobody_to_tell', ids);
    deps.measure('NobodyToTell', 1);
  }
}
