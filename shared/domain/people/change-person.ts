import { decideApproval, mayApprove } from '../access/approver.ts';
import type { Role, StaffActor } from '../access/authorize.ts';
import { askApproval, nextApprovalId } from '../case/approvals/approval.ts';
import type { ApprovalPolicy, ApprovalRefusal } from '../case/approvals/approval.ts';
import type { Gap } from '../case/decision.ts';
import { institutionOf } from '../case/referral.ts';
import { neverForOneself, wideningsOf } from './gains-power.ts';
import type { Widening } from './gains-power.ts';
import type { Person } from './person.ts';
import { asOf, changedFields } from './staff-record.ts';
import type { PowerFields, StaffRecord, WaitingChange } from './staff-record.ts';
import type { Instant } from '../time/instant.ts';

/** Why the directory, as it stands, does not take a change. Administrators get it as a code. */
export type StaffingRefusal =
  | 'fields_missing'
  | 'person_known'
  | 'last_administrator'
  | 'own_record'
  | 'change_waits'
  | 'nothing_waits'
  | ApprovalRefusal;

export type StaffingDecision =
  | {
      outcome: 'change';
      after: Person & { waiting?: WaitingChange };
      /** True when nobody can approve. Then everybody who could object is told. */
      isNotified: boolean;
    }
  | { outcome: 'unchanged' }
  | { outcome: 'refused'; because: StaffingRefusal; gaps: readonly Gap[] };

/**
 * Who asks, and when; the people of the directory and the numbers of approvals. `people` holds each record as it counts
 * at `now`.
 */
export interface Asked {
  people: readonly StaffRecord[];
  by: StaffActor & { id: string };
  now: Instant;
  policy: ApprovalPolicy;
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
 * anew.
 */
export function decideSuspension(asked: Asked, before: StaffRecord): StaffingDecision {
  if (!before.active && before.waiting === undefined) return { outcome: 'unchanged' };
  const { waiting: _, ...rest } = before;
  return decide(asked, before, { ...rest, active: false });
}

export function decideReturn(asked: Asked, before: StaffRecord): StaffingDecision {
  if (before.waiting !== undefined) return refused('change_waits');
  return decide(asked, before, { ...before, active: true });
}

/** Roles besides administrators that may stop a waiting change. They are told of it when nobody could approve it. */
export const objectors: readonly Role[] = ['supervisor', 'director'];

/** Roles that are told of a change that will hold without anybody's approval. */
export const noticedRoles: readonly Role[] = [...objectors, 'administrator'];

/**
 * The second person approves or refuses a waiting change. Approving takes an administrator who did not ask for it and
 * whom it is not about. Refusing takes any administrator whom it is not about, the one who asked among them, or an
 * objector.
 */
export function decideWaiting(asked: Asked, before: StaffRecord, verdict: 'approve' | 'refuse'): StaffingDecision {
  const { waiting, ...rest } = before;
  if (waiting === undefined) return refused('nothing_waits');
  const { by, now } = asked;
  const objects = verdict === 'refuse' && by.active && by.role !== undefined && objectors.includes(by.role);
  if (objects) return { outcome: 'change', after: rest, isNotified: false };
  if (by.id === before.id) return refused('not_an_approver');
  const decided = decideApproval(waiting.approval, verdict, by, now);
  if (decided.outcome === 'refused') return refused(decided.because);
  const after = verdict === 'approve' ? { ...rest, ...waiting.set } : rest;
  return guarded(asked, before, { outcome: 'change', after, isNotified: false });
}

function decide(asked: Asked, before: StaffRecord | undefined, wanted: Person): StaffingDecision {
  const gaps = recordGaps(wanted);
  if (gaps.length > 0) return refused('fields_missing', gaps);
  const isOneself = asked.by.id === wanted.id;
  const because = wideningsOf(before, wanted, isOneself);
  if (isOneself && because.some((widening) => neverForOneself.includes(widening))) return refused('own_record');
  const { holds, waits } = parted(before, wanted, because);
  if (because.length === 0) {
    if (before !== undefined && isSame(before, holds)) return { outcome: 'unchanged' };
    return guarded(asked, before, { outcome: 'change', after: holds, isNotified: false });
  }
  const { people, by, now, policy } = asked;
  const request = { kind: 'directory_change', askedBy: by.id } as const;
  const others = people.filter((one) => one.id !== wanted.id && mayApprove(one, request, now)).length;
  const approval = askApproval({ ...request, id: nextApprovalId(request.kind, undefined), others }, policy, now);
  const after = { ...holds, waiting: { set: waits, because, approval } };
  return guarded(asked, before, { outcome: 'change', after, isNotified: others === 0 });
}

/**
 * What a record lacks or has too much of. A phone desk needs a telephone number to ring. The contact of an institution
 * has that one duty, a mail and nothing else.
 */
export function recordGaps(of: Person): Gap[] {
  const gaps: Gap[] = [];
  if (of.contact === 'phone_desk' && of.phone === undefined) gaps.push({ pointer: '/phone', code: 'required' });
  if (of.duties.every((duty) => institutionOf(duty) === undefined)) return gaps;
  if (of.duties.length > 1) gaps.push({ pointer: '/duties', code: 'too_many', expected: '1' });
  const more = (['role', 'contact', 'phone', 'team'] as const).filter((name) => of[name] !== undefined);
  for (const name of [...more, ...(of.cleared ? ['cleared'] : [])]) {
    gaps.push({ pointer: `/${name}`, code: 'unknown_field' });
  }
  return gaps;
}

/** The part of a change that holds at once, and the part that waits. Only the fields that give more power wait. */
function parted(
  before: StaffRecord | undefined,
  wanted: Person,
  because: readonly Widening[],
): { holds: Person; waits: PowerFields } {
  let holds = plain(wanted);
  const waits: PowerFields = {};
  if (because.includes('role_up')) {
    const { role, ...rest } = holds;
    if (role !== undefined) waits.role = role;
    holds = before?.role === undefined ? rest : { ...rest, role: before.role };
  }
  if (because.includes('clearance_given')) {
    waits.cleared = true;
    holds = { ...holds, cleared: false };
  }
  if (because.includes('duty_to_oneself')) {
    waits.duties = wanted.duties;
    holds = { ...holds, duties: wanted.duties.filter((duty) => before?.duties.includes(duty) === true) };
  }
  if (because.includes('brought_back')) {
    waits.active = true;
    holds = { ...holds, active: false };
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

/** Whether a person is an administrator now, and still one when the waiting change holds. */
function staysAdministrator({ active, role, waiting }: Person & { waiting?: WaitingChange }): boolean {
  return active && role === 'administrator' && (waiting?.set.role ?? role) === 'administrator';
}

function plain({ ...wanted }: Person & Partial<StaffRecord>): Person {
  delete wanted.revision;
  delete wanted.waiting;
  return wanted;
}

function isSame(before: StaffRecord, after: Person): boolean {
  return before.waiting === undefined && changedFields(plain(before), after).length === 0;
}

/** Every record as it counts at an instant. The rules above decide on these records. */
export function peopleAsOf(people: readonly StaffRecord[], now: Instant): StaffRecord[] {
  return people.map((record) => asOf(record, now));
}
