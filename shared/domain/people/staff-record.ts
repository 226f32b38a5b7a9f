import type { Role } from '../access/authorize.ts';
import { approvalStatus } from '../case/approvals/approval.ts';
import type { Approval } from '../case/approvals/approval.ts';
import { rememberedMinutes } from '../access/chosen.ts';
import type { Loss, Widening } from './power/gains-power.ts';
import type { Person } from './person.ts';
import { plusMinutes } from '../time/instant.ts';
import type { Instant } from '../time/instant.ts';

/**
 * The fields of a record that give power or a place. A change of them may have to wait for a second person. A `role` of
 * null takes the role away.
 */
export interface PowerFields extends Partial<Pick<Person, 'cleared' | 'duties' | 'active' | 'codeBy'>> {
  role?: Role | null;
}

/**
 * A change that a second person has to approve. A change that gives something may hold by itself after a delay, where
 * nobody else is there. A change that takes a last place away never does.
 */
export interface WaitingChange {
  set: PowerFields;
  because: (Widening | Loss)[];
  approval: Approval;
}

/** A role that a person lost, and until when that is remembered. Also written when sign-in ended. */
export interface HeldRole {
  role: Role;
  until: Instant;
}

/** What the directory keeps of a person besides the person. */
export interface Kept {
  waiting?: WaitingChange;
  /** Roles lost within seven days, each once. */
  held?: HeldRole[];
}

/** The row of a person in the directory: the person, its revision, and what is kept besides. */
export interface StaffRecord extends Person, Kept {
  /** The revision of the directory when this row was written. */
  revision: number;
}

/**
 * The record as it counts at an instant. A waiting change holds once its delay is over, without anybody's doing; the
 * person then counts as chosen by who asked. A change that lapsed is gone. Every reader of a record calls this, so there
 * is no timer that could be forgotten or late.
 */
export function asOf(record: StaffRecord, now: Instant): StaffRecord {
  const { waiting, ...rest } = record;
  if (waiting === undefined) return record;
  const status = approvalStatus(waiting.approval, now);
  if (status === 'pending') return record;
  if (status !== 'approved') return rest;
  const { askedBy, effectiveAt = now } = waiting.approval;
  // A contact that one person set stays so until somebody agrees to that contact, or it becomes an account.
  const isStillAlone =
    record.chosen?.alone === true && !waiting.because.includes('partner_named') && (waiting.set.role ?? null) === null;
  const chosen = isStillAlone ? record.chosen : { by: askedBy, at: effectiveAt };
  return { ...withSet(rest, waiting.set, effectiveAt), ...(chosen === undefined ? {} : { chosen }) };
}

/** The record once a waiting change holds. Who is brought back is trusted again. */
export function withSet<R extends Person & Kept>(before: R, { role, ...set }: PowerFields, at: Instant): R {
  const after: R = { ...before, ...set };
  if (role === null) delete after.role;
  else if (role !== undefined) after.role = role;
  if (set.active !== undefined) delete after.barred;
  if (set.active === true) delete after.distrusted;
  return remembering(before, after, at);
}

/** The record after a change, with the roles that are remembered: those of before, and one that is lost now. */
export function remembering<R extends Person & Kept>(before: (Person & Kept) | undefined, after: R, now: Instant): R {
  const { held: _, ...rest } = after;
  const lost = before === undefined ? undefined : roleLost(before, after);
  const until = plusMinutes(now, rememberedMinutes);
  const kept = (before?.held ?? []).filter((one) => one.until > now && one.role !== lost);
  const held = lost === undefined ? kept : [...kept, { role: lost, until }];
  return { ...rest, ...(held.length === 0 ? {} : { held }) } as R;
}

/** The role that a change takes away, or whose sign-in it ends. */
export function roleLost(before: Person, after: Person): Role | undefined {
  if (!before.active || before.role === undefined) return undefined;
  const isBarred = after.barred === true && before.barred !== true;
  return isBarred || !after.active || after.role !== before.role ? before.role : undefined;
}

/** Whether a person lost one of these roles, or the right to sign in with it, at or after an instant. */
export function lostSince({ held = [] }: Kept, roles: readonly Role[], since: Instant): boolean {
  const until = plusMinutes(since, rememberedMinutes);
  return held.some((one) => one.until >= until && roles.includes(one.role));
}

/** Whether a person is in one of these roles, or was since an instant. Barred people are. */
export function isInLately(record: StaffRecord, roles: readonly Role[], since: Instant): boolean {
  const isIn = record.active && record.role !== undefined && roles.includes(record.role);
  return isIn || lostSince(record, roles, since);
}

/** The person alone, as everybody sees them but those who keep the directory. */
export function personOf(record: StaffRecord, now: Instant): Person {
  const { revision: _, waiting: __, held: ___, ...person } = asOf(record, now);
  return person;
}

/** Names of the fields in which two directory entries differ, sorted. */
export function changedFields(before: object | undefined, after: object): string[] {
  const [one, other] = [Object.entries(before ?? {}), Object.entries(after)];
  const said = (entries: [string, unknown][], name: string): string | undefined =>
    JSON.stringify(entries.find(([key]) => key === name)?.[1]);
  const names = [...new Set([...one, ...other].map(([name]) => name))];
  return names.filter((name) => said(one, name) !== said(other, name)).sort();
}
