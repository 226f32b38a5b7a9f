import type { Instant } from '../domain/time/instant.ts';
import type { InstitutionOccasion, MailOccasion } from '../domain/mail/mail-occasion.ts';
import type { TimerId } from '../domain/case/timer-id.ts';
import type { UndeliveredBecause } from '../domain/case/unseen/undelivered.ts';

/** A mail that must go out: one row per event and addressee, written in one transaction with the reactor's DONE row. */
export interface Mail {
  caseId: string;
  eventId: string;
  /** Directory id of the addressee; the address is looked up when the mail is sent. */
  to: string;
  occasion: MailOccasion | InstitutionOccasion;
  timer?: TimerId;
  rung?: string;
  /** Id of the referral it is about. */
  referral?: string;
  createdAt: Instant;
  /** When it is to leave, together with others that the same person has waiting then. Absent, it leaves at once, alone. */
  leavesAt?: Instant;
  /** Random; travels as a message tag. A row of its own, written with this one, leads feedback from it back here. */
  tag: string;
  /**
   * How often sending was tried or begun. A mail that leaves at once begins with 1, for its writer makes the first try;
   * one that waits begins with 0, and its first try is the sweep's.
   */
  attempts: number;
  /** Until then the try belongs to whoever took it; after that the sweep may take it, unless it was marked. */
  retryAt: Instant;
  sentAt?: Instant;
  /**
   * When it was last handed over, for one that is not done with that: it is handed over again until somebody takes the
   * case, or the case's history does not say yet that the institution has it. Then `sentAt` says so.
   */
  toldAt?: Instant;
  /** Why it is not to be sent any more, such as `case_over`. */
  droppedBecause?: string;
  /** Why it told nobody; somebody else is told of the same. */
  undelivered?: UndeliveredBecause;
  /** When the mail service last said that it is still trying. */
  delayedAt?: Instant;
}

/** What leads to one mail: of which case and event, and to whom. */
export type MailRef = Pick<Mail, 'caseId' | 'eventId' | 'to'>;

export interface Mailbox {
  /** Marks a mail as handed over; never fails if it is marked already. */
  markSent(mail: Mail, at: Instant, messageId: string): Promise<void>;
  /** Marks a mail as handed over, and due again at `again`: to be handed over once more, or for the history to say so. */
  markRinging(mail: Mail, at: Instant, messageId: string, again: Instant): Promise<void>;
  /** Ends a mail that was handed over once or more and is done with: it counts as sent when it last was. */
  endRinging(mail: Mail): Promise<void>;
  /** Ends a mail that is not to be sent any more; like a sent one, it is due no longer. */
  markDropped(mail: Mail, because: string): Promise<void>;
  markDelayed(mail: Mail, at: Instant): Promise<void>;
  /**
   * Takes a mail for one more try: `attempts` + 1 and `retryAt` moved to `until`, on condition that `attempts` is still
   * as given and the mail neither sent, dropped nor come back. Undefined when somebody else took it first.
   */
  claim(mail: Mail, until: Instant): Promise<Mail | undefined>;
  /** Of these, those that are neither sent nor dropped, in the same order. */
  waiting(mails: readonly MailRef[]): Promise<Mail[]>;
  /** The mails of one event that are neither sent nor dropped, for a reactor that is run again after a crash. */
  ofEvent(caseId: string, eventId: string): Promise<Mail[]>;
  /** The mail that a tag of feedback leads to; undefined for a tag that is not ours, or of a case that is gone. */
  byTag(tag: string): Promise<Mail | undefined>;
  /** Every mail of a case, sent or not: who has been told of what. Read consistently. */
  ofCase(caseId: string): Promise<Mail[]>;
}

export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** Absent where the text is all there is. */
  html?: string;
  /** Tags of the mails that this letter is. */
  tags: readonly string[];
}
/** The mail service will never take this mail. Says by which of the service's own codes, nothing of the mail. */
export class MailRefused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`The mail service refused the mail: ${code}.`);
    this.name = 'MailRefused';
    this.code = code;
  }
}
/** Hands a mail to the mail service. Throws `MailRefused` when the address or the mail will never be taken. */
export interface Mailer {
  send(letter: Letter): Promise<{ messageId: string }>;
}
