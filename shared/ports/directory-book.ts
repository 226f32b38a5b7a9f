import type { Instant } from '../domain/time/instant.ts';
import type { AuditEntry } from '../domain/people/directory-audit.ts';
import type { ListEntries, Listed, ListName } from '../domain/people/directory-lists.ts';
import type { Person } from '../domain/people/person.ts';
import type { Roster } from '../domain/people/roster/roster.ts';
import type { DirectoryNotice } from '../domain/people/directory-notice.ts';
import type { TakeOver } from '../domain/people/roster/take-over.ts';
import type { Kept, StaffRecord } from '../domain/people/staff-record.ts';
import type { CommandRecord } from './case-store.ts';

export type { DirectoryNotice } from '../domain/people/directory-notice.ts';

/** A command about the directory, as it is kept for retries. */
export type DirectoryCommand = Omit<CommandRecord, 'caseId'>;

/** What one change writes, apart from who did it. */
export type DirectoryRows =
  | {
      person: {
        before?: StaffRecord;
        after: Person & Kept;
        /** Other records that the same change touches. Their pointers stay as they are. */
        others?: readonly { before: StaffRecord; after: StaffRecord }[];
      };
    }
  | { roster: Roster }
  /** The last take-overs, the newest first. */
  | { takeOvers: readonly TakeOver[] }
  | { [N in ListName]: { list: N; entry: ListEntries[N] } }[ListName];

export interface DirectoryChange {
  /** The revision of the directory before anything else of it was read. The decision rests on it. */
  revision: number;
  rows: DirectoryRows;
  audit: AuditEntry;
  /** Absent for the command line, where nobody waits for an answer. */
  command?: DirectoryCommand;
  notices: readonly DirectoryNotice[];
}

export type DirectoryWritten =
  | { written: true }
  | { written: false; because: 'conflict' }
  | { written: false; because: 'command_known'; command: DirectoryCommand };

/** The directory as its administrators work on it. */
export interface DirectoryBook {
  /**
   * Counts the changes. Read it first: a change is written only if nothing of the directory has changed since. So rules
   * about several records hold, whoever else is writing. One such rule protects the last administrator.
   */
  revision(): Promise<number>;
  people(): Promise<StaffRecord[]>;
  roster(): Promise<(Roster & { revision: number }) | undefined>;
  /** The newest first. */
  takeOvers(): Promise<readonly TakeOver[]>;
  list<N extends ListName>(name: N): Promise<Listed<N>[]>;
  command(actor: string, keyHash: string): Promise<DirectoryCommand | undefined>;
  /**
   * Writes the change, its audit row, its command and its directory notices as ONE transaction. What it writes has the
   * revision `change.revision + 1`.
   */
  write(change: DirectoryChange): Promise<DirectoryWritten>;
  /** Changes of a month (`2026-11`), newest first; throws `CursorUnreadable` for a cursor that no page gave. */
  audit(month: string, cursor?: string): Promise<{ entries: AuditEntry[]; cursor?: string }>;
}

/** Directory notices, for the function that mails them. */
export interface DirectoryNotices {
  /** Oldest first. `since` is the time of the change that the notice tells of. */
  waiting(): Promise<{ place: string; since: Instant; notice: DirectoryNotice }[]>;
  /** Removes a notice that was mailed, or that never will be. */
  end(place: string): Promise<void>;
}
