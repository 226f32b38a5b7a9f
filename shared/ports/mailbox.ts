import type { Instant } from '../domain/time/instant.ts';
import type { InstitutionOccasion, MailOccasion } from '../domain/mail/mail-occasion.ts';
import type { TimerId } from '../domain/case/timer-id.ts';
import type { UndeliveredBecause } from '../domain/case/unseen/undelivered.ts';

/** A mail that must go out. Each event has one row for each addressee, written with the reactor's DONE row. */
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
  /**
   * When it leaves, together with other mails that wait for the same person then. If absent, it leaves at once and
   * alone.
   */
  leavesAt?: Instant;
  /** Its reader's address takes no mails. It is sent there all the same, because nobody else is there. */
  despiteMark?: true;
  /** Random; the mail carries it as a message tag. A row of its own leads from feedback back to this mail. */
  tag: string;
  /**
   * How often sending was tried or begun. A mail that leaves at once begins with 1, because its writer makes the first
   * try. A mail that waits begins with 0, because the sweep makes its first try.
   */
  attempts: number;
  /**
   * Until then the try belongs to the worker that took it. After that the sweep may take the mail, unless it was
   * marked.
   */
  retryAt: Instant;
  sentAt?: Instant;
  /**
   * When it was last handed over, for a mail that is not finished with that. It may repeat until acknowledged. Or the
   * history does not say yet that the institution has it. When the mail is finished, `sentAt` is set.
   */
  toldAt?: Instant;
  /** Why it must not be sent any more, such as `case_over`. */
  droppedBecause?: string;
  /** Why it told nobody. Somebody else is told the same. */
  undelivered?: UndeliveredBecause;
  /** When the mail service last said that it is still trying. */
  delayedAt?: Instant;
}

/** Identifies one mail: its case, its event and its addressee. */
export type MailRef = Pick<Mail, 'caseId' | 'eventId' | 'to'>;

export interface Mailbox {
  /** Marks a mail as handed over. Does nothing if it is marked already. */
  markSent(mail: Mail, at: Instant, messageId: string): Promise<void>;
  /** Marks a mail as handed over and as due again at `again`. Then it is sent once more, or the history is told. */
  markRepeating(mail: Mail, at: Instant, messageId: string, again: Instant): Promise<void>;
  /**
   * Ends a mail that was handed over at least once and needs no repeat. It counts as sent when it was last handed over.
   */
  endRepeats(mail: Mail): Promise<void>;
  /** Ends a mail that must not be sent any more. Like a sent mail, it is no longer due. */
  markDropped(mail: Mail, because: string): Promise<void>;
  markDelayed(mail: Mail, at: Instant): Promise<void>;
  /**
   * Takes a mail for one more try: `attempts` goes up by 1 and `retryAt` moves to `until`. Condition: `attempts` is as
   * given, and the mail is not sent, dropped or come back. Undefined when somebody else took it first.
   */
  claim(mail: Mail, until: Instant): Promise<Mail | undefined>;
  /** Reads these mails, and answers those that still wait: not sent, dropped or come back. Their order stays. */
  waiting(mails: readonly MailRef[]): Promise<Mail[]>;
  /** The mails of one event that still wait, for a reactor that runs again after a crash. */
  ofEvent(caseId: string, eventId: string): Promise<Mail[]>;
  /** The mail that a tag of feedback leads to. Undefined for a tag that is not ours, or when the case is gone. */
  byTag(tag: string): Promise<Mail | undefined>;
  /** Every mail of a case, sent or not: it shows who was told what. Read consistently. */
  ofCase(caseId: string): Promise<Mail[]>;
}

export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** Absent where the text is all there is. */
  html?: string;
  /** Tags of the mails that this letter stands for. */
  tags: readonly string[];
}
/** The mail service will never take this mail. The error holds the service's own code and nothing of the mail. */
export class MailRefused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`The mail service refused the mail: ${code}.`);
    this.name = 'MailRefused';
    this.code = code;
  }
}
/** Hands a mail to the mail service. Throws `MailRefused` when the service will never take this address or mail. */
export interface Mailer {
  send(letter: Letter): Promise<{ messageId: string }>;
}
