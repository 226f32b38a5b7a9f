import { approvalStatus } from '../case/approvals/approval.ts';
import type { Approval } from '../case/approvals/approval.ts';
import type { Widening } from './gains-power.ts';
import type { Person } from './person.ts';
import type { Instant } from '../time/instant.ts';

/** The fields of a record that give power. A change of them may have to wait for a second person. */
export type PowerFields = Partial<Pick<Person, 'role' | 'cleared' | 'duties' | 'active'>>;

/** A change that a second administrator has to approve. When there is none, it holds by itself after a delay. */
export interface WaitingChange {
  set: PowerFields;
  because: Widening[];
  approval: Approval;
}

/** The row of a person in the directory: the person, its revision, and the change that waits. */
export interface StaffRecord extends Person {
  /** The revision of the directory when this row was written. */
  revision: number;
  waiting?: WaitingChange;
  /** When the person was suspended because nobody trusts them. Codes that they know open nothing from then on. */
  distrusted?: Instant;
}

/**
 * The record as it counts at an instant. A waiting change holds once its delay is over, without anybody's doing. A
 * change that lapsed is gone. Every reader of a record calls this, so there is no timer that could be forgotten or
 * late.
 */
export function asOf(record: StaffRecord, now: Instant): StaffRecord {
  const { waiting, ...rest } = record;
  if (waiting === undefined) return record;
  const status = approvalStatus(waiting.approval, now);
  if (status === 'pending') return record;
  return status === 'approved' ? { ...rest, ...waiting.set } : rest;
}

/** The person alone, as everybody sees them but those who keep the directory. */
export function personOf(record: StaffRecord, now: Instant): Person {
  const { revision: _, waiting: __, distrusted: ___, ...person } = asOf(record, now);
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
