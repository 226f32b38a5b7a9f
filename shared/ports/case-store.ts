import type { AccessEntry, AccessWatch } from '../domain/access/access-log.ts';
import type { CaseChange } from '../domain/case/case-change.ts';
import type { Case } from '../domain/case/case.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { CaseEvent } from '../domain/case/events.ts';
import type { Severity } from '../domain/report/severity.ts';
import type { Timer } from '../domain/case/timer-id.ts';
import type { Mail } from './mailbox.ts';
import type { SealedText, WrappedKey } from './sealing.ts';

/** A case with its armed timers, read consistently. */
export interface CaseWithTimers {
  case: Case;
  timers: Timer[];
}

/** Reads current state. Used by reactors and the case desk, never by intake. */
export interface CaseReader {
  load(caseId: string): Promise<CaseWithTimers | undefined>;
  /** For whoever goes by no clock. */
  loadWithoutTimers(caseId: string): Promise<Case | undefined>;
}

/** Why a transaction was not written. `conflict`: re-read and decide anew. */
export type Written =
  | { written: true }
  | { written: false; because: 'conflict' }
  | { written: false; because: 'done_already' }
  | { written: false; because: 'command_known'; command: CommandRecord };

/** A staff command's outcome, kept in the command's own transaction so that a retry is answered from it. */
export interface CommandRecord {
  actor: string;
  /** The Idempotency-Key, hashed. */
  keyHash: string;
  /** Hash of what was asked; the same key with another one is refused. */
  fingerprint: string;
  caseId: string;
  at: Instant;
  /** The body that was answered, as JSON: clear fields only, never a text. Absent where the answer is made anew. */
  answer?: string;
}

/** Looks a command up before it is decided, so that its retry is answered even when the case has moved on. */
export interface CommandReader {
  command(actor: string, keyHash: string): Promise<CommandRecord | undefined>;
}

/** What may go into the same transaction as a change. */
export interface WithChange {
  done?: { reactor: string; eventId: string };
  command?: CommandRecord;
  /** A sealed message of the thread, number = `case.messageCount` after the change. */
  message?: SealedMessage;
  referral?: SealedReferral;
  /** A sealed note of staff, number = `case.noteCount` after the change. */
  note?: SealedNote;
  /** Blind indexes of addresses and accounts that the reporter added. */
  likenesses?: readonly string[];
  receipt?: ReceiptChange;
  /** Another case that changes with this one, on condition of its own revision: the lead of a link. */
  other?: CaseChange;
}

/** A receipt that opens the thread no more, another one that does from now on, or both. */
export interface ReceiptChange {
  /** Its lookup. */
  void?: string | undefined;
  issue?: { lookup: string; threadForReporter: SealedText };
}

/** What staff wrote for each other; sealed under the content key, opened by reading the case only. */
export interface SealedNote {
  caseId: string;
  number: number;
  /** Directory id. */
  by: string;
  at: Instant;
  sealed: SealedText;
}

/** What one referral gives away (`copy`), or who answered it (`answer`), each sealed under the referral's own key. */
export interface SealedReferral {
  caseId: string;
  /** The referral's id. */
  id: string;
  part: 'copy' | 'answer';
  sealed: SealedText;
  /** Comes with the copy: the key that both parts are sealed under. */
  wrappedKey?: WrappedKey;
}

/** The sealed parts of a referral, for who may open them. */
export interface ReferralReader {
  parts(caseId: string, id: string): Promise<Omit<SealedReferral, 'wrappedKey'>[]>;
  wrappedKey(caseId: string, id: string): Promise<WrappedKey | undefined>;
}

export interface SealedMessage {
  caseId: string;
  number: number;
  from: 'reporter' | 'centre';
  at: Instant;
  sealed: SealedText;
  /** Addresses and accounts that came with it, for who may see them. */
  addresses?: SealedText;
  /** Flags that came with it, and whether it is still happening: as said, whatever was known before. */
  answers?: SealedText;
  /** What a message of the reporter is known and answered by when it is sent again. */
  posted?: {
    id: string;
    /** HMAC of the canonical content. */ fingerprint: string;
    readBy: Instant;
    severity: Severity;
  };
}

/**
 * Writes a change as ONE transaction: state on condition of `before.revision`, event rows (the outbox), timers, and what
 * goes with it. Throws only on faults of the database.
 */
export interface CaseWriter {
  write(change: CaseChange, also?: WithChange): Promise<Written>;
  /**
   * For a reactor with no change to make: writes the DONE row, and the mails in the same transaction. Those beyond what it
   * holds are written before it; who runs again after a crash in between leaves them out.
   */
  writeDone(
    caseId: string,
    done: { reactor: string; eventId: string },
    mails?: readonly Mail[],
  ): Promise<{ written: boolean }>;
}

/** What a retry of a report is answered from, and the tombstone after an erasure. */
export interface RequestRecord {
  requestId: string;
  /** HMAC of the canonical validated body. */
  fingerprint: string;
  caseNumber: string;
  receivedAt: Instant;
  enteredAt?: Instant;
  promise: Case['promise'];
  severity: Case['severity'];
  erased?: boolean;
}

/** Everything a new report is, for one transaction. */
export interface NewCase {
  case: Case;
  events: CaseEvent[];
  timers: Timer[];
  request: RequestRecord;
  /** Sealed fields of the report: `narrative`, `details` under the content key, `addresses` under the urls key. */
  report: { narrative?: SealedText; details: SealedText; addresses?: SealedText };
  wrappedKeys: { content: WrappedKey; urls?: WrappedKey; threadForStaff: SealedText; threadForReporter: SealedText };
  /** The only thing stored of the receipt. */
  receiptLookup: string;
  /** Blind indexes of addresses, accounts and phones: `URL#<blind>` or `LIKE#<blind>`. */
  likenesses: string[];
  command?: CommandRecord;
}

export type ReportStored =
  | { stored: true }
  | { stored: false; because: 'request_known'; request: RequestRecord }
  | { stored: false; because: 'number_taken' }
  | { stored: false; because: 'command_known'; command: CommandRecord }
  | { stored: false; because: 'conflict' };

/** All that intake may do: write a new case in one transaction, and look up its own request row. */
export interface ReportStore {
  store(newCase: NewCase): Promise<ReportStored>;
}

/** Lookups by number, and other cases that share an address. */
export interface CaseFinder {
  byNumber(caseNumber: string): Promise<string | undefined>;
}
export interface Likenesses {
  /** Ids of other cases that share an address, account or phone with this one; at most 20, oldest first. */
  sharedWith(caseId: string): Promise<string[]>;
}

export interface HistoryReader {
  /** The whole history of a case in order. */
  history(caseId: string): Promise<CaseEvent[]>;
}

export interface QueuePage {
  cases: Case[];
  /** Absent on the last page. */
  cursor?: string;
}
export class CursorUnreadable extends Error {
  constructor() {
    super('The cursor is not one of ours.');
    this.name = 'CursorUnreadable';
  }
}
/** Which part of the queue: open cases, resolved ones until they are closed, or the open ones that somebody has. */
export type QueuePart = 'open' | 'resolved' | { assignee: string };
/** Cases by part, oldest promise (or resolution) first. Reads a bounded number of index entries, so a page may be short. */
export interface WorkQueue {
  /**
   * The open ones if not said otherwise, of at most 200 index entries or as many as given, a multiple of eight. Throws
   * `CursorUnreadable` for a cursor that no page gave.
   */
  page(cursor?: string, part?: QueuePart, entries?: number): Promise<QueuePage>;
}

/** Sealed rows of a case, for who may open them. */
export interface SealedReader {
  report(caseId: string): Promise<NewCase['report'] | undefined>;
  messages(caseId: string): Promise<SealedMessage[]>;
  notes(caseId: string): Promise<SealedNote[]>;
  /** The thread key as wrapped for the reporter is not among them: only the receipt leads to it. */
  wrappedKeys(caseId: string): Promise<Omit<NewCase['wrappedKeys'], 'threadForReporter'> | undefined>;
}

/** What of a case leads to its thread for the reporter. */
export interface ReceiptLookups {
  /** The lookup of the receipt given out last; it may be void. Undefined when the case is gone. */
  lookupOf(caseId: string): Promise<string | undefined>;
}

/** What follow-up may read: from a receipt's lookup to its case and thread. */
export interface ReceiptDesk {
  find(lookup: string): Promise<{ caseId: string; threadForReporter: SealedText } | undefined>;
  load(caseId: string): Promise<CaseWithTimers | undefined>;
  messages(caseId: string): Promise<SealedMessage[]>;
}

/** Some of the access log in order of time. `before`: what the same actor opened just before the page. */
export interface AccessPage {
  entries: AccessEntry[];
  before?: AccessEntry[];
  /** Absent on the last page. */
  cursor?: string;
}
/** For auditors: a page reads at most 200 rows. Throws `CursorUnreadable` for a cursor that no page gave. */
export interface AccessReader {
  byActor(
    asked: { actor: string; /** `2026-11`, UTC. */ month: string; cursor?: string | undefined },
    watch: AccessWatch,
  ): Promise<AccessPage>;
  byCase(caseId: string, cursor?: string): Promise<AccessPage>;
  /** What the person of an entry opened in the window that ends with it, that entry included: the last hundred. */
  upTo(entry: AccessEntry, watch: AccessWatch): Promise<AccessEntry[]>;
}

/** Written before a text is opened; if this fails, the text stays closed. */
export interface AccessLog {
  record(entry: AccessEntry): Promise<void>;
}
