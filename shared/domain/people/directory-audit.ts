import { changedFields } from './staff-record.ts';
import type { WaitingChange } from './staff-record.ts';
import type { Instant } from '../time/instant.ts';

export const directoryActions = [
  'person_added',
  'person_changed',
  'person_suspended',
  /** Somebody chose their own language. */
  'language_chosen',
  /** Somebody asked for a test mail to themselves. */
  'test_mail_asked',
  'person_brought_back',
  'change_approved',
  'change_refused',
  /** A call of the outside partner was recorded with a wrong code. */
  'call_wrong',
  'roster_set',
  /** Somebody said that they took over the shift. It changes no place on the ladder. */
  'took_over',
  'institution_set',
  'platform_set',
  'campaign_set',
  /** Loaded from a file, by whoever may write to the table. */
  'loaded',
] as const;

export type DirectoryAction = (typeof directoryActions)[number];

/** Who changed what in the directory, and when. It is written together with the change and never changed. */
export interface AuditEntry {
  at: Instant;
  /** Directory id, or `command-line` for a change made from a terminal. CloudTrail knows who that was. */
  by: string;
  action: DirectoryAction;
  /**
   * Directory id or code of what was changed, or whose shift was taken over. Absent for the roster, because there is only
   * one.
   */
  about?: string;
  /** Directory id of the outside partner who decided by a call. `by` then recorded it. */
  decidedBy?: string;
  /** Directory ids of people whose waiting change no longer holds by time. */
  timeTaken?: readonly string[];
  changes: readonly { field: string; before?: unknown; after?: unknown }[];
}

/**
 * The fields in which two states of an entry differ, with both values. Nothing in the directory is sealed. The code of a
 * call is left out: it is the outside partner's alone.
 */
export function changesBetween(before: object | undefined, after: object): AuditEntry['changes'] {
  const valueOf = (of: object | undefined, name: string): unknown =>
    Object.entries(of ?? {}).find(([key]) => key === name)?.[1];
  return changedFields(before, after)
    .filter((field) => field !== 'revision')
    .map((field) => {
      const [was, is] = [withoutCode(valueOf(before, field)), withoutCode(valueOf(after, field))];
      return { field, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) };
    });
}

function withoutCode(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('approval' in value)) return value;
  const { approval, ...waiting } = value as WaitingChange;
  if (approval.partner === undefined) return value;
  const { code: _, ...partner } = approval.partner;
  return { ...waiting, approval: { ...approval, partner } };
}
