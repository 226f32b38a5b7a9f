import { maySignIn } from '../../access/authorize.ts';
import type { Role, StaffActor } from '../../access/authorize.ts';
import { askApproval, nextApprovalId } from '../../case/approvals/approval.ts';
import type { Approval, ApprovalPolicy } from '../../case/approvals/approval.ts';
import { plusMinutes } from '../../time/instant.ts';
import type { Instant } from '../../time/instant.ts';
import { isChosenLately, isSameHand, rememberedMinutes } from '../../access/chosen.ts';
import { isPartner, widenings } from './gains-power.ts';
import { isInLately, lostSince } from '../staff-record.ts';
import type { StaffRecord, WaitingChange } from '../staff-record.ts';

/** Roles besides administrators that may stop a waiting change. They are told of it when nobody could approve it. */
export const objectors: readonly Role[] = ['supervisor', 'director'];

/** Roles that are told of a change that will hold without anybody's approval. They confirm that a place is lost. */
export const noticedRoles: readonly Role[] = [...objectors, 'administrator'];

/** So many changes wait by time at once. A change that ends their time is one transaction. */
export const mostByTime = 20;

/** What a second person is asked for: by whom, and about whom. */
export interface Request {
  askedBy: string;
  about: string;
  because: WaitingChange['because'];
}

type People = readonly StaffRecord[];

/** Whether a waiting change only takes places away. */
export function isLoss(because: WaitingChange['because']): boolean {
  return !because.some((one) => widenings.some((widening) => widening === one));
}

/** Whether a waiting change takes a last place away, whatever else it does. Then time never stands in. */
export function losesPlace(because: WaitingChange['because']): boolean {
  return because.some((one) => !widenings.some((widening) => widening === one));
}

/**
 * Whether somebody can approve a request now. Power is approved by an administrator; a lost place by an administrator,
 * a supervisor or a director. Never by who asked, by whom it is about, or by somebody whom who asked chose.
 */
export function mayDecide(
  one: StaffRecord,
  { askedBy, about, because }: Request,
  people: People,
  now: Instant,
): boolean {
  const deciders: readonly Role[] = isLoss(because) ? noticedRoles : ['administrator'];
  return maySignIn(one) && deciders.includes(one.role) && one.id !== about && !isSameHand(one.id, askedBy, people, now);
}

/** Who can approve what waits on a record, by directory id. */
export function decidersOf({ id, waiting }: StaffRecord, people: People, now: Instant): string[] {
  if (waiting === undefined) return [];
  const request: Request = { askedBy: waiting.approval.askedBy, about: id, because: waiting.because };
  return people.filter((one) => mayDecide(one, request, people, now)).map((one) => one.id);
}

/**
 * Whether somebody can refuse a request: who asked takes it back, any of the roles that are told of it stops it. Who loses a
 * place does not decide on that. Who gets something may say no, as an objector.
 */
export function mayRefuse(by: StaffActor & { id: string }, { askedBy, about, because }: Request): boolean {
  if (!maySignIn(by)) return false;
  if (by.id === askedBy) return true;
  const isConcerned = by.id === about;
  return noticedRoles.includes(by.role) && (!isConcerned || (!losesPlace(because) && objectors.includes(by.role)));
}

/**
 * The outside partner who may decide a request by a call. A partner whom one person chose within seven days is none: who
 * chose an address could read what is sent there.
 */
export function partnerFor(people: People, about: string, now: Instant): StaffRecord | undefined {
  return people.find((one) => one.id !== about && isPartner(one) && !isChosenLately(one, now));
}

/** Asks a second person of the directory, or lets time or the outside partner stand in where that is allowed. */
export function askSecondPerson(
  request: Request,
  { people, now, policy, newCode }: { people: People; now: Instant; policy: ApprovalPolicy; newCode: () => string },
): Approval {
  const { askedBy, about, because } = request;
  const kind = 'directory_change';
  const asked = { id: nextApprovalId(kind, undefined), kind, askedBy } as const;
  const others = people.filter((one) => mayDecide(one, request, people, now)).length;
  const { lapsesAt, ...waits } = askApproval({ ...asked, others: Math.max(1, others) }, policy, now);
  // A lost place waits until somebody decides. It would be lost for nobody else's reason, or never.
  const lapses = lapsesAt === undefined || losesPlace(because) ? {} : { lapsesAt };
  if (others > 0) return { ...waits, ...lapses };
  if (!losesPlace(because) && timeCounts(people, request, now)) return askApproval({ ...asked, others }, policy, now);
  const partner = partnerFor(people, about, now);
  return { ...waits, ...lapses, ...(partner === undefined ? {} : { partner: { id: partner.id, code: newCode() } }) };
}

/**
 * Whether time may stand in for a second person: the role as it was has nobody else, and nobody who could approve or
 * object was barred or lost the role within seven days.
 */
export function timeCounts(
  people: People,
  { askedBy, about }: Pick<Request, 'askedBy' | 'about'>,
  now: Instant,
): boolean {
  const since = plusMinutes(now, -rememberedMinutes);
  const others = people.filter(({ id }) => id !== askedBy && id !== about);
  return (
    !others.some((one) => isInLately(one, ['administrator'], since)) &&
    !people.some((one) => lostSince(one, noticedRoles, since))
  );
}

/** Waiting changes that hold by time unless something ends that. */
export function waitingByTime(people: People): StaffRecord[] {
  return people.filter(({ waiting }) => waiting?.approval.effectiveAt !== undefined);
}

/** The record whose waiting change no longer holds by time. It waits for a person, and lapses like any other. */
export function withoutTime(record: StaffRecord, { lapseMinutes }: ApprovalPolicy, now: Instant): StaffRecord {
  if (record.waiting === undefined) return record;
  const { effectiveAt: _, ...approval } = record.waiting.approval;
  const lapse = lapseMinutes.directory_change;
  const lapses = lapse === null ? {} : { lapsesAt: plusMinutes(now, lapse) };
  return { ...record, waiting: { ...record.waiting, approval: { ...approval, ...lapses } } };
}
