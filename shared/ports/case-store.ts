import type { AccessEntry, AccessWatch } from '../domain/access/access-log.ts';
import type { CaseChange } from '../domain/case/case-change.ts';
import type { Case } from '../domain/case/case.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { CaseEvent, HistoryEvent } from '../domain/case/events.ts';
import type { DeadCode } from '../domain/case/receipts/receipt.ts';
import type { Severity } from '../domain/report/severity.ts';
import type { Timer } from '../domain/case/timer-id.ts';
import type { Mail } from './mailbox.ts';
import type { OwedAlert } from './owed-alerts.ts';
import type { DeskAccess } from '../domain/referrals/desk/access.ts';
import type { SealedText, WrappedKey } from './sealing.ts';

/** A case with its armed timers, each read as it stands now. */
export interface CaseWithTimers {
  case: Case;
  timers: Timer[];
}

/** Reads cases as they stand now. Intake never uses it. */
export interface CaseReader {
  load(caseId: string): Promise<CaseWithTimers | undefined>;
  /** For callers that need no clock. */
  loadWithoutTimers(caseId: string): Promise<Case | undefined>;
  /** Several at once, in the order of the ids, with undefined for a case that is gone. */
  loadEachWithoutTimers(caseIds: readonly string[]): Promise<(Case | undefined)[]>;
}

/** Why a transaction was not written. After `conflict`, read again and decide anew. */
export type Written =
  | { written: true }
  | { written: false; because: 'conflict' }
  | { written: false; because: 'done_already' }
  | { written: false; because: 'command_known'; command: CommandRecord };

/**
 * The outcome of a staff command. It is written in the command's own transaction, so that a retry is answered from it.
 */
export interface CommandRecord {
  actor: string;
  /** The Idempotency-Key, hashed. */
  keyHash: string;
  /** Hash of what was asked. The same key with another fingerprint is refused. */
  fingerprint: string;
  caseId: string;
  at: Instant;
  /** The body of the answer, as JSON: clear fields only, never a text. Absent where a retry makes the answer anew. */
  answer?: string;
}

/** Looks a command up before it is decided. So its retry is answered even when the case has moved on. */
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
  /** Blind indexes of the match keys that the reporter added. */
  likenesses?: readonly string[];
  receipt?: ReceiptChange;
  /** What becomes of the access codes of institutions. */
  desk?: DeskChange;
  /** Stands in the access log from the same moment as the change. */
  access?: AccessEntry;
  /** Another case that changes together with this one, on condition of its own revision: the parent case of a link. */
  other?: CaseChange;
}

/** Access codes that are issued, or written anew on condition of their version. */
export interface DeskChange {
  issued?: readonly IssuedAccess[];
  changed?: readonly DeskAccess[];
  /** Lookups of access codes that open no copy any more. */
  keysGone?: readonly string[];
}

/** A new access code. The one before it is gone with its key. */
export interface IssuedAccess {
  access: DeskAccess;
  /** The key of the copy, wrapped for whoever has the code. */
  copyKey: SealedText;
  /** The code itself, sealed until its letter has left. */
  letter: { sealed: SealedText; wrappedKey: WrappedKey };
  /** The lookup of the code that it takes the place of. */
  before?: string;
}

/** The present access code of a contact, as the case knows it. */
export interface KnownAccess extends Pick<DeskAccess, 'caseId' | 'referral' | 'contact' | 'issue' | 'lookup'> {
  /** Gone once the letter has left. */
  letter?: IssuedAccess['letter'];
}

/** Leads from a referral to the access codes of its contacts. */
export interface KnownAccesses {
  ofReferral(caseId: string, referral: string): Promise<KnownAccess[]>;
  /** The access code behind a lookup, as it stands now. */
  access(lookup: string): Promise<DeskAccess | undefined>;
}

/** What the referral desk may read: from the lookup of an access code to its referral. */
export interface AccessDesk extends Pick<KnownAccesses, 'access'> {
  /** The key of the copy, wrapped for whoever has the access code. */
  copyKey(lookup: string): Promise<SealedText | undefined>;
  load(caseId: string): Promise<CaseWithTimers | undefined>;
  parts: ReferralReader['parts'];
  /** Writes an access code by itself. False when somebody else wrote it first. */
  write(access: DeskAccess): Promise<boolean>;
}

/** A receipt that stops opening the thread, a new receipt that opens it from now on, or both. */
export interface ReceiptChange {
  /** The receipts of the case as they were read. They change only together with the case's revision. */
  before: ReceiptsOfCase;
  /** Why the present receipt is dead from now on. Absent when it is dead already. */
  dead?: DeadCode | undefined;
  /** The receipt that opens the thread from now on, and who of staff is shown it: directory ids. */
  issue?: { lookup: string; threadForReporter: SealedText; knownTo: readonly string[] };
}

/** The receipts of a case, by their lookups. */
export interface ReceiptsOfCase {
  /** The one that was given out last; it may be dead. */
  lookup: string;
  /** Dead ones that are still known, oldest first. */
  dead: readonly string[];
  /** Who of staff was shown the present one: directory ids. */
  knownTo: readonly string[];
}

/** A note of staff for each other. It is sealed under the content key and opened only when somebody reads the case. */
export interface SealedNote {
  caseId: string;
  number: number;
  /** Directory id. */
  by: string;
  at: Instant;
  sealed: SealedText;
}

/** Who said it, for each answer of an institution. `answer` is the acknowledgement. */
export type ReferralAnswerPart = 'answer' | 'accepted' | 'declined' | 'completed';

/**
 * One sealed part of a referral: what it gives away (`copy`), who acknowledged it (`answer`), who said another answer, or
 * what was asked and replied (`said#1`, `said#2`, …).
 * All are sealed under the referral's own key.
 */
export interface SealedReferral {
  caseId: string;
  /** The referral's id. */
  id: string;
  part: 'copy' | ReferralAnswerPart | `said#${number}`;
  sealed: SealedText;
  /** Comes with the copy: the key that both parts are sealed under. */
  wrappedKey?: WrappedKey;
  /** Comes with the copy where a unit was named: its name, sealed under the thread key for the reporter. */
  unitForReporter?: SealedText;
}

/** The name of the unit that a referral went to, sealed under the thread key. */
export interface SealedUnit {
  caseId: string;
  /** The referral's id. */
  id: string;
  sealed: SealedText;
}

/** The sealed parts of a referral, for callers that may open them. */
export interface ReferralReader {
  parts(caseId: string, id: string): Promise<Omit<SealedReferral, 'wrappedKey' | 'unitForReporter'>[]>;
  wrappedKey(caseId: string, id: string): Promise<WrappedKey | undefined>;
}

export interface SealedMessage {
  caseId: string;
  number: number;
  from: 'reporter' | 'centre';
  at: Instant;
  sealed: SealedText;
  /** Addresses and accounts that came with it, for people who may see them. */
  addresses?: SealedText;
  /** Flags that came with it, and whether it is still happening. They are kept as said, whatever was known before. */
  answers?: SealedText;
  /** By this a message that the reporter sends again is recognised and answered. */
  posted?: {
    id: string;
    /** HMAC of the canonical content. */ fingerprint: string;
    readBy: Instant;
    severity: Severity;
  };
}

/**
 * Writes a change as ONE transaction: state on condition of `before.revision`, event rows (the outbox), timers and
 * `also`. Throws only on faults of the database.
 */
export interface CaseWriter {
  write(change: CaseChange, also?: WithChange): Promise<Written>;
  /**
   * For a reactor that changes no case: writes the DONE row, and in the same transaction the mails, or the alert that is
   * owed, and the access code whose one-time code a mail brings. Mails that do not fit into it are written before it. A run after a crash in between leaves those out. Throws
   * also when another worker is writing the same.
   */
  writeDone(
    caseId: string,
    done: { reactor: string; eventId: string },
    mails?: readonly Mail[],
    also?: { owed?: OwedAlert | undefined; access?: DeskAccess | undefined },
  ): Promise<{ written: boolean }>;
}

/** A retry of a report is answered from this record. After an erasure it is the tombstone. */
export interface RequestRecord {
  requestId: string;
  /** HMAC of the canonical validated body. */
  fingerprint: string;
  /** The same of the category and the reporter's part alone. Absent in rows of release 0.1.0. */
  likeness?: string;
  caseNumber: string;
  receivedAt: Instant;
  enteredAt?: Instant;
  promise: Case['promise'];
  severity: Case['severity'];
  erased?: boolean;
}

/** Everything that a new report writes, for one transaction. */
export interface NewCase {
  case: Case;
  events: CaseEvent[];
  timers: Timer[];
  request: RequestRecord;
  /**
   * Sealed fields of the report. `narrative` and `details` are under the content key, `addresses` under the urls key.
   */
  report: { narrative?: SealedText; details: SealedText; addresses?: SealedText };
  wrappedKeys: { content: WrappedKey; urls?: WrappedKey; threadForStaff: SealedText; threadForReporter: SealedText };
  /** The only part of the receipt that is stored. */
  receiptLookup: string;
  /** Blind indexes of addresses, accounts and phones: `URL#<blind>` or `LIKE#<blind>`. */
  likenesses: string[];
  command?: CommandRecord;
  /** Who of staff wrote it down, and so has read it. Absent for a report that the reporter sent. */
  filed?: AccessEntry;
}

export type ReportStored =
  | { stored: true }
  | { stored: false; because: 'request_known'; request: RequestRecord }
  | { stored: false; because: 'number_taken' }
  | { stored: false; because: 'command_known'; command: CommandRecord }
  | { stored: false; because: 'conflict' };

/**
 * All that intake may do: write a new case in one transaction. A retry is answered with the request row that was there.
 */
export interface ReportStore {
  store(newCase: NewCase): Promise<ReportStored>;
}

/** Finds the id of a case by its number. */
export interface CaseFinder {
  byNumber(caseNumber: string): Promise<string | undefined>;
}
/** Cases by what they name. */
export interface CasesByMatchKey {
  /** Ids of the cases under any of these blind indexes (`URL#…`, `LIKE#…`), newest first. Of one index at most 1,000. */
  newestUnder(blinds: readonly string[]): Promise<string[]>;
}
export interface PossibleDuplicates {
  /**
   * Ids of other cases that share an address, account or phone with this one; at most 20, oldest first. Of what the
   * reporter added, the newest is looked at.
   */
  sharedWith(caseId: string): Promise<string[]>;
}

/** How many events of a history are read at once. An event is a few hundred bytes, so a page stays below 1 MB. */
export const eventsAtOnce = 1000;

export interface HistoryReader {
  /**
   * The newest events of a case in order, at most `eventsAtOnce`. With `before`, those before the event of this number.
   */
  history(caseId: string, before?: number): Promise<HistoryEvent[]>;
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
/**
 * Which part of the queue. `work`: open cases, and ended ones with unread words. `resolved`: ended ones until closed
 * and all seen. `read_and_ended`: those of them without unread words. Or the cases of one person that are open or hold
 * unread words.
 */
export type QueuePart = 'work' | 'resolved' | 'read_and_ended' | { assignee: string };
/**
 * Cases of one part, what must be looked at first in front (`placeOf`). A page reads a bounded number of index entries,
 * so it may be short.
 */
export interface WorkQueue {
  /**
   * By default the work. `entries` is how many index entries are read, a multiple of eight; 200 by default.
   * Throws `CursorUnreadable` for a cursor that no page gave.
   */
  page(cursor?: string, part?: QueuePart, entries?: number): Promise<QueuePage>;
}

/**
 * Lists of keeping. `kept`: ended cases at the next thing to do about them, soonest first. `unseen`: ended ones that
 * somebody must see before they may be erased, longest ended first. `held`: cases under a legal hold, oldest hold first.
 * `asked`: cases with exports, or with an erasure or a withdrawal that waits, the latest request first.
 */
export const keepingParts = ['kept', 'unseen', 'held', 'asked'] as const;
export type KeepingPart = (typeof keepingParts)[number];
export interface KeepingIndex {
  /** Ids of cases, and a cursor where more may follow. Throws `CursorUnreadable` for a cursor that no page gave. */
  page(part: KeepingPart, cursor?: string): Promise<{ caseIds: string[]; cursor?: string }>;
}

/** Numbers of messages or notes that stand next to each other, both ends included. None when `to` is below `from`. */
export interface Numbers {
  from: number;
  to: number;
}

/** Sealed rows of a case, for callers that may open them. */
export interface SealedReader {
  report(caseId: string): Promise<NewCase['report'] | undefined>;
  /** Messages by number, in order. Numbers that the thread does not have are left out. */
  messages(caseId: string, numbers: Numbers): Promise<SealedMessage[]>;
  /** The same for notes. */
  notes(caseId: string, numbers: Numbers): Promise<SealedNote[]>;
  /** The units that the report was passed on to. Referrals of release 0.1.0 have none. */
  units(caseId: string): Promise<SealedUnit[]>;
  /** Without the thread key that is wrapped for the reporter: only the receipt leads to it. */
  wrappedKeys(caseId: string): Promise<Omit<NewCase['wrappedKeys'], 'threadForReporter'> | undefined>;
}

/** Leads from a case to the receipts of its reporter. */
export interface ReceiptLookups {
  /** Undefined when the case is gone. */
  receiptsOf(caseId: string): Promise<ReceiptsOfCase | undefined>;
}

/** Leads from a person to the cases whose present receipt that person was shown. */
export interface KnownReceipts {
  /** Ids of such cases, at most so many. */
  knownTo(person: string, atMost: number): Promise<string[]>;
  /** Removes what led to a case whose receipt the person does not know any more. */
  forget(person: string, caseId: string): Promise<void>;
}

/** What a receipt leads to: a thread that it opens, or the case of which it is a dead code. */
export type FoundReceipt = { caseId: string; threadForReporter: SealedText } | { caseId: string; dead: DeadCode };

/** What the holder of a receipt asks for. Each kind has its own number within a minute. */
export type ReporterTurn = 'message' | 'withdraw' | 'lock' | 'helped';

/** What follow-up may read: from a receipt's lookup to its case and thread. */
export interface ReceiptDesk extends ReceiptLookups {
  find(lookup: string): Promise<FoundReceipt | undefined>;
  /**
   * Counts one request of this kind in this minute (`2026-11-20T21:40`), at most so many. True when it may go on. It
   * writes the receipt's own row by itself, so it never meets a change of the case.
   */
  takeTurn(lookup: string, turn: ReporterTurn, minute: string, atMost: number): Promise<boolean>;
  load(caseId: string): Promise<CaseWithTimers | undefined>;
  /** Messages by number, in order. Numbers that the thread does not have are left out. */
  messages(caseId: string, numbers: Numbers): Promise<SealedMessage[]>;
  /**
   * The number of the message that was posted under this id, which its Idempotency-Key makes. Messages of 0.1.0 are not
   * found so.
   */
  posted(caseId: string, id: string): Promise<number | undefined>;
  /** The units that the report was passed on to. Referrals of release 0.1.0 have none. */
  units(caseId: string): Promise<SealedUnit[]>;
}

/** A page of the access log in order of time. `before` is what the same person opened shortly before the page. */
export interface AccessPage {
  entries: AccessEntry[];
  before?: AccessEntry[];
  /** Absent on the last page. */
  cursor?: string;
}
/** For auditors. A page reads at most 200 rows. Throws `CursorUnreadable` for a cursor that no page gave. */
export interface AccessReader {
  byActor(
    asked: { actor: string; /** `2026-11`, UTC. */ month: string; cursor?: string | undefined },
    watch: AccessWatch,
  ): Promise<AccessPage>;
  byCase(caseId: string, cursor?: string): Promise<AccessPage>;
  /** The id of the erased case that had this number. Undefined when no erased case had it. */
  erasedCase(caseNumber: string): Promise<string | undefined>;
  /**
   * What the person of an entry opened in the window that ends with it, that entry included. At most the last hundred
   * entries of each month are read.
   */
  upTo(entry: AccessEntry, watch: AccessWatch): Promise<AccessEntry[]>;
  /** What a person did from `since` on until `until`, within two months at most. Of each month at most 2,000 entries. */
  lately(actor: string, since: Instant, until: Instant): Promise<AccessEntry[]>;
}

/** Written before a text is opened. If this fails, the text stays closed. */
export interface AccessLog {
  record(entry: AccessEntry): Promise<void>;
}

/** Written before a look is answered. */
export interface LookLog {
  /** Writes all of these or none; false when it met another write. */
  record(entries: readonly AccessEntry[]): Promise<boolean>;
}
