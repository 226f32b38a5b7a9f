import type { Chance } from '#test/story/chance.ts';
import type { MemoryDatabase } from './database/memory-database.ts';
import type { MemoryQueues } from './database/memory-queues.ts';
import type { Row } from './database/values.ts';
import type { Witness } from './checks/power/witness.ts';
import type { AtTheDesk } from './actors/institutions/visit.ts';
import type { FaultPlan } from './faults/faults.ts';
import type { NewerRelease } from './releases/newer-release.ts';

/** What became of an invocation. */
export type Outcome =
  /** `wasDisturbed`: some call of it was made to fail. `looked`: the tables and indexes that it read. */
  { ok: true; value: unknown; wasDisturbed: boolean; looked: ReadonlySet<string> } | { ok: false; because: string };

/** A mail that the mail service took. */
export interface SentMail {
  /** ms since 1970. */
  at: number;
  to: string;
  subject: string;
  text: string;
  tags: Readonly<Record<string, string>>;
}

/** That staff read a case, at so many ms since 1970. `shown` is absent where nobody can say whether they were shown it. */
export interface Reading {
  at: number;
  shown?: string;
}

/** Everything that stands of one case at an instant: its rows, and those of its history. */
export interface RowsOfCase {
  cases: readonly Row[];
  events: readonly Row[];
}

/** The case that a code leads to, with what its first answer promised. */
export interface BehindCode {
  caseNumber: string;
  promise: { readBy: string; handleBy: string; resolveBy: string };
}

/** What a reporter was answered, with the case as it was just before and just after. */
export interface Asking {
  /** `report` and `message`: what that was answered, the first time or a repeat. `follow-up`: how it stands; `page`: the same. */
  what: 'report' | 'message' | 'follow-up' | 'page';
  caseNumber: string;
  /** When the answer came; ms since 1970. */
  at: number;
  body: Readonly<Record<string, unknown>>;
  /** Absent where the case was not there before. */
  before: RowsOfCase | undefined;
  after: RowsOfCase | undefined;
}

/** Words that somebody sent, and to whom: whatever was answered, they may have been taken. */
export interface Words {
  from: 'reporter' | 'centre';
  /** The receipt that a reporter wrote with, or the number of the case that staff wrote in. */
  to: string;
  text: string;
}

/** That staff said how a case ended, as its body was sent; ms since 1970. It may have been refused. */
export interface SaidEnd {
  caseNumber: string;
  at: number;
  body: Readonly<Record<string, unknown>>;
}

/** What people were given, of which it matters what stands in it, and to whom it was given. */
export interface Given {
  /** Answers to staff in which an address stands that only the cleared may see. */
  addresses: { sub: string; resource: string; at: number }[];
  /** Letters and copies that staff were given: `what` begins as the reason in the access log does. */
  copies: { sub: string; number: string; what: string; at: number }[];
  /** Phones as an answer to a report gave them, with the one that stands first for its reason. */
  phones: { reason: string; wanted: string; phones: readonly string[] }[];
  /** Guidance and phones as children who may be watched at home read them once more. */
  readAgain: string[];
  /** Contacts that somebody named by guess when they sent a referral, whatever they were answered. */
  guesses: { number: string; referral: string; contact: string; unit: string | undefined }[];
  /** Who asked for a test mail, and when; ms since 1970. */
  tests: { sub: string; at: number }[];
  /** Lines of cases that somebody was shown whom the case keeps out, each as a sentence. */
  lines: string[];
}

/** A fault at one place: the first time that this call is made. */
export interface CrashPoint {
  /** As `callsMade` names it. */
  call: string;
  how: CrashKind;
}
export const crashKinds = ['throws', 'times_out', 'dies_before', 'dies_after'] as const;
export type CrashKind = (typeof crashKinds)[number];

/** So many of them for a place. The place after it has others, and each place has all of them over as many turns as there are kinds. */
export function crashKindsAt(place: number, count: number, turn: number): CrashKind[] {
  return crashKinds.filter((_, kind) => (kind + place + turn) % crashKinds.length < count);
}

/** The world of one history, as people, services and event sources meet it, and as it is judged afterwards. */
export interface World {
  readonly chance: Chance;
  readonly faults: FaultPlan;
  readonly database: MemoryDatabase;
  readonly queues: MemoryQueues;
  readonly mails: SentMail[];
  /** Mails that came back, with what leads from each to its rows. */
  readonly bounced: { at: number; tags: readonly string[] }[];
  readonly lines: string[];
  /** Events of which nobody was left to be told, and the alarm `NobodyToTell` rang for it. */
  readonly nobodyToTell: Set<string>;
  /** The directory, each time that it was written to. */
  readonly directories: readonly { at: number; rows: readonly Row[] }[];
  /** When a function that had handed over mails ended without knowing what became of them all; ms since 1970. */
  readonly disturbed: readonly number[];
  /** Errors that somebody was answered though nothing had been made to fail. */
  readonly unprovoked: string[];
  /** Each time that staff read a case, by its number. */
  readonly read: Map<string, Reading[]>;
  /** What a page showed that it must not, or did not show that it must. */
  readonly amiss: string[];
  /** What reporters were answered, each time that they asked. */
  readonly asked: Asking[];
  /** What reporters and staff wrote to each other, and how staff said that cases ended. */
  readonly words: Words[];
  readonly ends: SaidEnd[];
  readonly given: Given;
  /** What was asked at the desk for institutions, by whoever it was. */
  readonly desk: AtTheDesk;
  /** How many mails the mail service takes within 24 hours, and how often it took none because of that. */
  readonly mailsPerDay: number | undefined;
  refusedMails: number;
  /** How often the database was written to. */
  writes: number;
  /** Keeps what was written, where a history is judged by it. */
  witness: Witness | undefined;
  /** Messages that nobody can read, and where one of them was taken for done. */
  readonly sources: { readonly poison: ReadonlySet<string>; readonly swallowed: readonly string[] };
  readonly newer: NewerRelease;
  /** Which share of the functions that are invoked is of the newer release; undefined where chance alone says it. */
  newerShare: number | undefined;

  /** ms since 1970. */
  now(): number;
  /** Has something happen at a time. */
  at(at: number, what: string, run: () => void | Promise<unknown>, by?: 'people' | 'services'): void;
  /** Lets so many ms go by. */
  wait(ms: number): Promise<void>;
  /** Counts what staff did, by what they were answered. */
  did(what: string, answered: number | 'unknown'): void;
  tell(line: string): void;
  /** Runs a function; what became of it comes when it is over. */
  invoke(title: string, event: unknown): Promise<Outcome>;
  /** `service`: one of AWS, `stream`, `schedules`, or the title of a function that its schedule does not invoke. */
  isOut(service: string): boolean;
  goOut(service: string, until: number): void;
  /** What stands of a case now; undefined when there is none with this number. */
  rowsOf(caseNumber: string): RowsOfCase | undefined;
  /** What a code leads to, which a page does not say; undefined when it leads to nothing. */
  behind(receipt: string): BehindCode | undefined;
  /** Whether anything went wrong between two times, ms since 1970, that may have kept something back then. */
  wasDisturbed(from: number, until: number): boolean;
}
