import type { Instant } from '../domain/time/instant.ts';
import type { AuditEntry } from '../domain/people/directory-audit.ts';
import type { ListEntries, Listed, ListName } from '../domain/people/directory-lists.ts';
import type { Person } from '../domain/people/person.ts';
import type { Roster } from '../domain/people/roster.ts';
import type { StaffRecord, WaitingChange } from '../domain/people/staff-record.ts';
import type { CommandRecord } from './case-store.ts';

/** A command about the directory, as it is kept for retries. */
export type DirectoryCommand = Omit<CommandRecord, 'caseId'>;

/** That a change will hold by itself, for somebody who could object to it. Waits in its row until it is mailed. */
export interface DirectoryNotice {
  /** Directory id. */
  to: string;
  /** Directory id of whom the change is about. */
  about: string;
  effectiveAt: Instant;
}

/** What one change writes, besides who did it. */
export type DirectoryRows =
  | { person: { before?: StaffRecord; after: Person & { waiting?: WaitingChange } } }
  | { roster: Roster }
  | { [N in ListName]: { list: N; entry: ListEntries[N] } }[ListName];

export interface DirectoryChange {
  /** What was decided on: the directory's revision before anything else of it was read. */
  revision: number;
  rows: DirectoryRows;
  audit: AuditEntry;
  /** Absent where nobody waits for an answer: the command line. */
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
   * Counts the changes. Read first: a change is written only if nothing of the directory has changed since, so that rules
   * about several records, such as the last administrator, hold whoever else is writing.
   */
  revision(): Promise<number>;
  people(): Promise<StaffRecord[]>;
  roster(): Promise<(Roster & { revision: number }) | undefined>;
  list<N extends ListName>(name: N): Promise<Listed<N>[]>;
  command(actor: string, keyHash: string): Promise<DirectoryCommand | undefined>;
  /**
   * Writes the change, its audit row, its command and its notices as ONE transaction. What it writes has the revision
   * `change.revision + 1`.
   */
  write(change: DirectoryChange): Promise<DirectoryWritten>;
  /** Changes of a month (`2026-11`), newest first; throws `CursorUnreadable` for a cursor that no page gave. */
  audit(month: string, cursor?: string): Promise<{ entries: AuditEntry[]; cursor?: string }>;
}

/** Notices as whoever mails them sees them. */
export interface DirectoryNotices {
  /** Oldest first, each with when the change was made that it tells of. */
  waiting(): Promise<{ place: string; since: Instant; notice: DirectoryNotice }[]>;
  /** It was mailed, or never will be. */
  end(place: string): Promise<void>;
}
