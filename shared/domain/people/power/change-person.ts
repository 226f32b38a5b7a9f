import { maySignIn } from '../../access/authorize.ts';
import type { StaffActor } from '../../access/authorize.ts';
import { approvalStatus, mostWrongCodes } from '../../case/approvals/approval.ts';
import type { Approval, ApprovalPolicy, ApprovalRefusal } from '../../case/approvals/approval.ts';
import type { Gap } from '../../case/decision.ts';
import { institutionOf } from '../../case/referral.ts';
import { isCallCode } from '../../identifiers.ts';
import { isSameHand } from '../../access/chosen.ts';
import { dutiesOf } from '../duties.ts';
import { isOfUnit } from '../recipients.ts';
import { neverForOneself, wideningsOf } from './gains-power.ts';
import type { Widening } from './gains-power.ts';
import { lastPlaces } from './losses.ts';
import type { LastPlaces, Surroundings } from './losses.ts';
import type { Person } from '../person.ts';
import {
  askSecondPerson,
  isLoss,
  mayDecide,
  mayRefuse,
  mostByTime,
  noticedRoles,
  partnerFor,
  waitingByTime,
  withoutTime,
} from './second-person.ts';
import type { Request } from './second-person.ts';
import { asOf, changedFields, remembering, roleLost, withSet } from '../staff-record.ts';
import type { Kept, PowerFields, StaffRecord, WaitingChange } from '../staff-record.ts';
import type { Instant } from '../../time/instant.ts';

/** Why the directory, as it stands, does not take a change. Administrators get it as a code. */
export type StaffingRefusal =
  | 'fields_missing'
  | 'person_known'
  | 'last_administrator'
  | 'own_record'
  | 'change_waits'
  | 'nothing_waits'
  | 'too_many_wait'
  | 'no_call'
  | ApprovalRefusal;

/** A record that another person's change ends the time of. */
export interface TimeTaken {
  before: StaffRecord;
  after: StaffRecord;
}

export type StaffingDecision =
  | {
      outcome: 'change';
      after: Person & Kept;
      /** Other records whose waiting change no longer holds by time. */
      others: readonly TimeTaken[];
      /** The outside partner who decided by a call. */
      decidedBy?: string;
      /** A call was recorded with a wrong code. Only the number of tries, or the end of the request, is written. */
      isWrongCode?: true;
    }
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; because: StaffingRefusal; gaps: readonly Gap[] };

/**
 * Who asks, and when; the people of the directory, the numbers of approvals, the rungs of the ladder. `people` holds
 * each record as it counts at `now`. `newCode` makes a code for a call of the outside partner.
 */
export interface Asked extends Surroundings {
  by: StaffActor & { id: string };
  policy: ApprovalPolicy;
  newCode: () => string;
}

const refused = (because: StaffingRefusal, gaps: readonly Gap[] = []): StaffingDecision => ({
  outcome: 'refused',
  because,
  gaps,
});

/**
 * Adds a person. What gives power waits like any other widening. Until then the person is a contact without sign-in.
 */
export function decideAddition(asked: Asked, wanted: Person): StaffingDecision {
  if (asked.people.some(({ id }) => id === wanted.id)) return refused('person_known');
  return decide(asked, undefined, wanted);
}

/**
 * Changes name, address, role, duties, clearance and the like. A new address is not `unreachable`: no mail has come
 * back from it.
 */
export function decideChange(asked: Asked, before: StaffRecord, wanted: Person): StaffingDecision {
  if (before.waiting !== undefined) return refused('change_waits');
  const { unreachable: _, ...reachable } = wanted;
  return decide(asked, before, before.mail === wanted.mail ? wanted : reachable);
}

/**
 * Shuts a person out from their next call on. A change that waits is dropped: whoever is brought back must be given it
 * anew. A last place is kept until another person confirms the suspension. `isDistrusted`: the centre doubts that the
 * person, or who has their phone, is to be trusted.
 */
export function decideSuspension(asked: Asked, before: StaffRecord, isDistrusted = false): StaffingDecision {
  const { by, now } = asked;
  const { waiting, ...rest } = before;
  const doubt = isDistrusted && before.distrusted === undefined ? { distrusted: now } : {};
  const isOut = waiting === undefined ? !before.active : isAskedAlready(asked, before, waiting);
  if (isOut && doubt.distrusted === undefined) return { outcome: 'unchanged' };
  if (isOut) return changed(asked, before, { ...before, ...doubt });

  const { barred: _, ...after } = { ...rest, ...doubt, active: false };
  const { because } = lastPlaces(asked, before, after);
  if (because.length === 0) return guarded(asked, before, changed(asked, before, after));
  const approval = askSecondPerson({ askedBy: by.id, about: before.id, because }, asked);
  const kept = { ...rest, ...doubt, barred: true as const, waiting: { set: { active: false }, because, approval } };
  return guarded(asked, before, changed(asked, before, kept));
}

/** Whether a suspension waits already, and somebody can decide it. If nobody can, the partner is asked with a new code. */
function isAskedAlready(asked: Asked, { id, barred }: StaffRecord, { set, because, approval }: WaitingChange): boolean {
  if (barred !== true || set.active !== false) return false;
  const request: Request = { askedBy: approval.askedBy, about: id, because };
  const canDecide = asked.people.some((one) => mayDecide(one, request, asked.people, asked.now));
  return canDecide || approval.partner !== undefined || partnerFor(asked.people, id, asked.now) === undefined;
}

/** Brings somebody back. Of a suspension that waits, nothing is left: the place was kept, and sign-in waits now. */
export function decideReturn(asked: Asked, before: StaffRecord): StaffingDecision {
  const { waiting, barred: _, distrusted: __, ...rest } = before;
  const isSuspension = before.barred === true && waiting?.set.active === false;
  if (waiting !== undefined && !isSuspension) return refused('change_waits');
  return decide(asked, before, { ...rest, active: true });
}

/**
 * The second person approves or refuses a waiting change, or somebody records the outside partner's call (`call`).
 * Approving takes somebody who did not ask for it, whom it is not about and whom the asker did not choose
 * (`mayDecide`). Refusing takes any administrator or objector whom it is not about, and the one who asked. A refused
 * suspension gives the sign-in back, unless the asker alone took it back.
 */
export function decideWaiting(
  asked: Asked,
  before: StaffRecord,
  verdict: 'approve' | 'refuse',
  call?: { code: string },
): StaffingDecision {
  const { waiting } = before;
  if (waiting === undefined) return refused('nothing_waits');
  if (call !== undefined) return decideByCall(asked, before, waiting, verdict, call.code);
  const { people, by, now } = asked;
  const { askedBy } = waiting.approval;
  const request: Request = { askedBy, about: before.id, because: waiting.because };
  if (verdict === 'refuse' && mayRefuse(by, request)) {
    return changed(asked, before, refusedRecord(before, !isSameHand(by.id, askedBy, people, now)));
  }
  if (verdict === 'approve' && by.id === askedBy) return refused('own_request');
  const decider = people.find(({ id }) => id === by.id);
  if (verdict === 'refuse' || !maySignIn(by) || decider === undefined || !mayDecide(decider, request, people, now)) {
    return refused('not_an_approver');
  }
  if (approvalStatus(waiting.approval, now) !== 'pending') return refused('approval_over');
  return guarded(asked, before, changed(asked, before, approvedRecord(before, waiting, now)));
}

/**
 * The outside partner decides by a call that somebody records. The code went to the partner alone. So nobody can record
 * a call that was not made.
 */
function decideByCall(
  asked: Asked,
  before: StaffRecord,
  waiting: WaitingChange,
  verdict: 'approve' | 'refuse',
  code: string,
): StaffingDecision {
  const { by, now, people } = asked;
  const { partner } = waiting.approval;
  const isThere = partner !== undefined && partnerFor(people, before.id, now)?.id === partner.id;
  if (!isThere) return refused('no_call');
  if (by.id === before.id || !maySignIn(by) || !noticedRoles.includes(by.role)) return refused('not_an_approver');
  if (!isCallCode(code, partner.code)) {
    const wrong = (partner.wrong ?? 0) + 1;
    const approval: Approval = { ...waiting.approval, partner: { ...partner, wrong } };
    const after =
      wrong < mostWrongCodes ? { ...before, waiting: { ...waiting, approval } } : refusedRecord(before, false);
    return { ...changed(asked, before, after), isWrongCode: true };
  }
  const after = verdict === 'approve' ? approvedRecord(before, waiting, now) : refusedRecord(before, true);
  const decision = changed(asked, before, after);
  return guarded(asked, before, { ...decision, decidedBy: partner.id });
}

/** Another person agreed to what somebody gets, so that one is chosen by nobody alone. */
function approvedRecord(of: StaffRecord, { set, because }: WaitingChange, now: Instant): StaffRecord {
  const { waiting: _, chosen, ...rest } = of;
  const after = withSet(rest, set, now);
  return chosen !== undefined && isLoss(because) ? { ...after, chosen } : after;
}

function refusedRecord({ waiting, ...rest }: StaffRecord, givesSignInBack: boolean): StaffRecord {
  if (!givesSignInBack || waiting?.set.active !== false) return rest;
  const { barred: _, distrusted: __, ...back } = rest;
  return back;
}

function decide(asked: Asked, before: StaffRecord | undefined, wanted: Person): StaffingDecision {
  const gaps = recordGaps(wanted);
  if (gaps.length > 0) return refused('fields_missing', gaps);
  const moved = before === undefined ? [] : placeGaps(before, wanted);
  if (moved.length > 0) return refused('fields_missing', moved);
  const isOneself = asked.by.id === wanted.id;
  const widened = wideningsOf(before, wanted, isOneself);
  if (isOneself && widened.some((widening) => neverForOneself.includes(widening))) return refused('own_record');
  const places: LastPlaces = before === undefined ? { because: [], duties: [] } : lastPlaces(asked, before, wanted);
  const because = [...widened, ...places.because];
  const { holds, waits } = parted(before, wanted, widened, places);
  if (because.length === 0 && before !== undefined && isSame(before, holds)) return { outcome: 'unchanged' };
  const after = markedAsChosen(asked, before, holds);
  if (because.length === 0) return guarded(asked, before, changed(asked, before, after));

  const { people, by } = asked;
  const approval = askSecondPerson({ askedBy: by.id, about: wanted.id, because }, asked);
  const isOneTooMany = approval.effectiveAt !== undefined && waitingByTime(people).length >= mostByTime;
  if (isOneTooMany) return refused('too_many_wait');
  return guarded(asked, before, changed(asked, before, { ...after, waiting: { set: waits, because, approval } }));
}

/** The change, with what must be remembered of it, and with the time taken from other changes that wait by time. */
function changed(
  { people, now, policy }: Asked,
  before: StaffRecord | undefined,
  wanted: Person & Kept,
): StaffingDecision & { outcome: 'change' } {
  const after = remembering(before, wanted, now);
  const lost = before === undefined ? undefined : roleLost(before, after);
  const isFelt = lost !== undefined && noticedRoles.includes(lost);
  const waiting = isFelt ? waitingByTime(people).filter(({ id }) => id !== after.id) : [];
  const others = waiting.slice(0, mostByTime).map((one) => ({ before: one, after: withoutTime(one, policy, now) }));
  return { outcome: 'change', after, others };
}

/**
 * A contact without sign-in, whose address or duty of the ladder one person sets alone, counts as chosen by that person.
 * Otherwise one person could make a partner, or a holder of a rung, out of an address of their own.
 */
function markedAsChosen({ by, now, rungs }: Asked, before: StaffRecord | undefined, after: Person): Person {
  const ladder = dutiesOf({ ladder: { rungs } });
  const held = after.duties.filter((duty) => ladder.includes(duty));
  const reach = ['mail', 'phone', 'contact', 'active', 'barred'];
  const isSet =
    before === undefined ||
    held.some((duty) => !before.duties.includes(duty)) ||
    changedFields(before, after).some((field) => reach.includes(field));
  return after.role === undefined && held.length > 0 && isSet
    ? { ...after, chosen: { by: by.id, at: now, alone: true } }
    : after;
}

/**
 * What a record lacks or has too much of. A phone desk needs a telephone number to ring. The contact of an institution
 * has that one duty, a mail, the unit and nothing else.
 */
export function recordGaps(of: Person): Gap[] {
  const gaps: Gap[] = [];
  if (of.contact === 'phone_desk' && of.phone === undefined) gaps.push({ pointer: '/phone', code: 'required' });
  if (of.duties.every((duty) => institutionOf(duty) === undefined)) {
    const ofContacts = (['unit', 'codeBy'] as const).filter((name) => of[name] !== undefined);
    return [...gaps, ...ofContacts.map((name): Gap => ({ pointer: `/${name}`, code: 'unknown_field' }))];
  }
  if (of.duties.length > 1) gaps.push({ pointer: '/duties', code: 'too_many', expected: '1' });
  const more = (['role', 'contact', 'phone', 'team'] as const).filter((name) => of[name] !== undefined);
  return [...gaps, ...more.map((name): Gap => ({ pointer: `/${name}`, code: 'unknown_field' }))];
}

/**
 * The contact of an institution stays with it, and with its unit. Access codes, clearance and `codeBy` were given for
 * that place: somewhere else they would open what is no business of theirs.
 */
function placeGaps(before: Person, wanted: Person): Gap[] {
  const moved = (pointer: string): Gap[] => [{ pointer, code: 'wrong_form', expected: 'another_contact' }];
  const placeOf = ({ duties }: Person): string | undefined => duties.find((duty) => institutionOf(duty) !== undefined);
  if (placeOf(before) !== placeOf(wanted)) return moved('/duties');
  const { unit } = before;
  return unit === undefined || (wanted.unit !== undefined && isOfUnit({ unit }, wanted.unit)) ? [] : moved('/unit');
}

/** The part of a change that holds at once, and the part that waits. Only fields that give power or lose a place wait. */
function parted(
  before: StaffRecord | undefined,
  wanted: Person,
  because: readonly Widening[],
  places: LastPlaces,
): { holds: Person; waits: PowerFields } {
  let holds = plain(wanted);
  const waits: PowerFields = {};
  if (because.includes('role_up') || places.because.includes('last_of_role')) {
    const { role, ...rest } = holds;
    waits.role = role ?? null;
    holds = before?.role === undefined ? rest : { ...rest, role: before.role };
  }
  if (because.includes('clearance_given')) {
    waits.cleared = true;
    holds = { ...holds, cleared: false };
  }
  if (because.includes('codes_by_mail')) {
    waits.codeBy = 'mail';
    const { codeBy: _, ...rest } = holds;
    holds = rest;
  }
  if (because.includes('duty_to_oneself')) {
    waits.duties = wanted.duties;
    holds = { ...holds, duties: wanted.duties.filter((duty) => before?.duties.includes(duty) === true) };
  }
  if (places.duties.length > 0) {
    waits.duties = wanted.duties;
    holds = { ...holds, duties: [...new Set([...holds.duties, ...places.duties])] };
  }
  if (because.includes('brought_back')) {
    const { active = false, barred, distrusted } = before ?? {};
    waits.active = true;
    holds = {
      ...holds,
      active,
      ...(barred === undefined ? {} : { barred }),
      ...(distrusted === undefined ? {} : { distrusted }),
    };
  }
  return { holds, waits };
}

/** Refuses a change that would leave nobody who can change the directory, now or once it holds. */
function guarded(
  { people }: Asked,
  before: StaffRecord | undefined,
  decision: StaffingDecision & { outcome: 'change' },
): StaffingDecision {
  const others = people.filter(({ id }) => id !== before?.id);
  const wasOne = people.some(staysAdministrator);
  const isOne = others.some(staysAdministrator) || staysAdministrator(decision.after);
  return wasOne && !isOne ? refused('last_administrator') : decision;
}

/** Whether a person can act as an administrator now, and still can when the waiting change holds. */
function staysAdministrator(of: Person & Kept): boolean {
  const { role = of.role, active } = of.waiting?.set ?? {};
  return maySignIn(of) && of.role === 'administrator' && role === 'administrator' && active !== false;
}

function plain({ ...wanted }: Person & Partial<StaffRecord>): Person {
  delete wanted.revision;
  delete wanted.waiting;
  delete wanted.held;
  return wanted;
}

function isSame(before: StaffRecord, after: Person): boolean {
  return before.waiting === undefined && changedFields(plain(before), after).length === 0;
}

/** Every record as it counts at an instant. The rules above decide on these records. */
export function peopleAsOf(people: readonly StaffRecord[], now: Instant): StaffRecord[] {
  return people.map((record) => asOf(record, now));
}
