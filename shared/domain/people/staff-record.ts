import { approvalStatus } from '../case/approvals/approval.ts';
import type { Approval } from '../case/approvals/approval.ts';
import type { Widening } from './gains-power.ts';
import type { Person } from './person.ts';
import type { Instant } from '../time/instant.ts';

/** What of a record gives power, and so may have to wait for a second person. */
export type PowerFields = Partial<Pick<Person, 'role' | 'cleared' | 'duties' | 'active'>>;

/** What a second administrator has to approve, or what holds by itself after a delay when there is none. */
export interface WaitingChange {
  set: PowerFields;
  because: Widening[];
  approval: Approval;
}

/** Somebody's row of the directory: the person, which write of the directory it is from, and what waits. */
export interface StaffRecord extends Person {
  /** The directory's revision when this was written. */
  revision: number;
  waiting?: WaitingChange;
}

/**
 * The record as it counts at an instant: what was waiting holds once its delay is over, without anybody's doing, and what
 * lapsed is gone. Every reader of a record goes through here, so there is no timer that could be forgotten or late.
 */
export function asOf(record: StaffRecord, now: Instant): StaffRecord {
  const { waiting, ...rest } = record;
  if (waiting === undefined) return record;
  const status = approvalStatus(waiting.approval, now);
  if (status === 'pending') return record;
  return status === 'approved' ? { ...rest, ...waiting.set } : rest;
}

/** The person alone, as everybody but the directory's own desk sees them. */
export function personOf(record: StaffRecord, now: Instant): Person {
  const { revision: _, waiting: __, ...person } = asOf(record, now);
  return person;
}

/** Names of the fields in which two entries of the directory differ. */
export function changedFields(before: object | undefined, after: object): string[] {
  const [one, other] = [Object.entries(before ?? {}), Object.entries(after)];
  const said = (entries: [string, unknown][], name: string): string | undefined =>
    JSON.stringify(entries.find(([key]) => key === name)?.[1]);
  const names = [...new Set([...one, ...other].map(([name]) => name))];
  return names.filter((name) => said(one, name) !== said(other, name)).sort();
}
