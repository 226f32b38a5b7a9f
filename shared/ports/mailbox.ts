import type { Instant } from '../domain/time/instant.ts';
import type { AnyOccasion } from '../domain/mail/mail-occasion.ts';
import type { LastLetters } from '../domain/mail/mail-pace.ts';
import type { TimerId } from '../domain/case/timer-id.ts';
import type { SealedText, WrappedKey } from './sealing.ts';
import type { UndeliveredBecause } from '../domain/case/unseen/undelivered.ts';

/**
 * A mail that must go out. Each event has one row for each addressee, written with the reactor's DONE row. What a person
 * gets is a letter, about all mails that wait for them.
 */
export interface Mail {
  caseId: string;
  eventId: string;
  /** Directory id of the addressee; the address is looked up when the mail is sent. */
  to: string;
  occasion: AnyOccasion;
  timer?: TimerId;
  rung?: string;
  /** Id of the referral it is about. */
  referral?: string;
  /** The one-time code that was asked for, until the mail has left. */
  code?: { digits: string; until: Instant };
  /** Id of the approval that a letter to the outside partner is about. */
  approval?: string;
  createdAt: Instant;
  /** The time of the day for which it waits: the morning, a daily mail, or the end of its burst. Absent for others. */
  leavesAt?: Instant;
  /** Its reader's address takes no mails. It is sent there all the same, because nobody else is there. */
  despiteMark?: true;
  /** Minutes that must have passed since the last letter, before this mail alone may cause one (domain/mail/mail-pace.ts). */
  pace?: number;
  /** Whether this is the first that the person hears of this critical case and clock number. */
  isFirstNews?: boolean;
  /** Until when the pace made it wait, as known when it was written. Absent where nothing made it wait. */
  waitsUntil?: Instant;
  /** Mails with the same text here are letters of their own, apart from the person's other mails. */
  group?: string;
  /** Ids of the letters that told it, oldest first. Erasing the case ends these letters. */
  letters?: readonly string[];
  /** Release 0.1.0 gave each mail a tag of its own. A `TAG#` row leads from it to the mail. */
  tag?: string;
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

/** Opens a sealed access code. Throws `SealBroken` and `KeysUnavailable`. */
export type OpenAccessCode = (
  letter: { sealed: SealedText; wrappedKey: WrappedKey },
  of: AccessAddressee & { issue: number },
) => Promise<string>;

/** Access codes of institutions that wait for their letters. */
export interface AccessLetters {
  /** The code that this contact is to be sent. Undefined once its letter has left. Throws `KeysUnavailable`. */
  waiting(of: AccessAddressee): Promise<WaitingCode | undefined>;
}

export interface WaitingCode {
  code: string;
  /** The letter has left: the code stands nowhere any more. */
  left(): Promise<void>;
}

/** A contact of an institution, in one referral of a case. */
export interface AccessAddressee {
  caseId: string;
  referral: string;
  contact: string;
}

/** Identifies one mail: its case, its event and its addressee. */
export type MailRef = Pick<Mail, 'caseId' | 'eventId' | 'to'>;

/** A mail that was handed over, and when it is due again. */
export interface ToldMail {
  mail: Mail;
  again?: Instant;
}

export interface Mailbox {
  /**
   * Marks the mails of a letter as handed over, in one write where nothing else happened to them. With `again`, a mail is
   * due once more at that instant: it is sent again, or the history is told. Does nothing to a mail that is marked already.
   */
  markTold(told: readonly ToldMail[], at: Instant, messageId: string): Promise<void>;
  /**
   * Ends a mail that was handed over at least once and needs no repeat. It counts as sent when it was last handed over.
   */
  endRepeats(mail: MailRef): Promise<void>;
  /** Ends a mail that must not be sent any more. Like a sent mail, it is no longer due. */
  markDropped(mail: Mail, because: string): Promise<void>;
  markDelayed(mail: Mail, at: Instant): Promise<void>;
  /**
   * Takes mails for one more try, in one write where nobody else took any: `attempts` goes up by 1 and `retryAt` moves to
   * `until`. Each mail names the letter that is to tell it. Condition of each: `attempts` is as given, and the mail is not
   * sent, dropped or come back. Answers them in their order, with undefined for each that somebody else took first.
   */
  claim(mails: readonly Mail[], until: (mail: Mail) => Instant, letter: string): Promise<(Mail | undefined)[]>;
  /**
   * Gives a mail back that was taken for a try which was not made: it is due as it was `before`. Does nothing when
   * somebody took it since.
   */
  giveBack(taken: Mail, before: Mail): Promise<void>;
  /** Reads these mails, and answers those that still wait: not sent, dropped or come back. Their order stays. */
  waiting(mails: readonly MailRef[]): Promise<Mail[]>;
  /** The mails of one event that still wait, for a reactor that runs again after a crash. */
  ofEvent(caseId: string, eventId: string): Promise<Mail[]>;
  /** Reads one mail. Undefined when there is none, or the case is gone. */
  one(mail: MailRef): Promise<Mail | undefined>;
  /** The mails that a tag of feedback leads to. Empty for a tag that is not ours, or when the cases are gone. */
  byTag(tag: string): Promise<MailRef[]>;
  /** Every mail of a case, sent or not: it shows who was told what. Read consistently. */
  ofCase(caseId: string): Promise<Mail[]>;
}

/** One mail to one reader about everything that waited for them. It is written before it is sent. */
export interface Letter {
  /** Random. The mail carries it as its message tag. */
  id: string;
  /** Directory id of the reader. */
  to: string;
  sentAt: Instant;
  /** The mails that it tells, by the ids of their events (`<case>#<number>`). All of them are to the same reader. */
  events: readonly string[];
  /** When its reader acknowledged it. Until all is done that follows from it, the letter stands in the `due` index. */
  acknowledgedAt?: Instant;
}

/** Letters, and how often they leave. */
export interface Letters {
  /**
   * Writes a letter that is about to be sent. With `place`, the same write takes the place of the next letter to its
   * reader, so that two workers never send two at once. Condition: nobody took it since `seen` was read. Answers whether
   * it wrote.
   */
  write(letter: Letter, place?: { next: LastLetters; seen: LastLetters }): Promise<boolean>;
  find(id: string): Promise<Letter | undefined>;
  /**
   * Marks a letter as acknowledged, once, and as due at `dueAt` for whoever finishes what follows. Answers the letter as
   * it stands then.
   */
  acknowledge(letter: Letter, at: Instant, dueAt: Instant): Promise<Letter>;
  /** Everything that follows from the acknowledgement is done. */
  settle(letter: Letter): Promise<void>;
  /** When each of these people got letters. */
  lastOf(people: readonly string[]): Promise<ReadonlyMap<string, LastLetters>>;
  /**
   * Takes the place of the next letter to a person, for a mail that is no letter about cases. Condition: nobody took it
   * since `seen` was read. Answers whether it was free.
   */
  takePlace(to: string, next: LastLetters, seen: LastLetters): Promise<boolean>;
  /** Gives the place back when no letter left after all, unless somebody took the next one since. */
  giveBack(to: string, taken: LastLetters, seen: LastLetters): Promise<void>;
  /** Counts a mail that the mail service took. */
  count(at: Instant): Promise<void>;
  /**
   * When each of these people got letters, and how many mails the service took in the 24 hours before. These are counted
   * by whole hours, so up to an hour more.
   */
  sentSoFar(
    people: readonly string[],
    now: Instant,
  ): Promise<{ last: ReadonlyMap<string, LastLetters>; sentInDay: number }>;
}

/** A letter in words, with where it goes. */
export interface Envelope {
  /** The mail address. */
  to: string;
  subject: string;
  text: string;
  /** Absent where the text is all there is. */
  html?: string;
  /** The id of the letter. */
  tag: string;
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
  send(envelope: Envelope): Promise<{ messageId: string }>;
}
