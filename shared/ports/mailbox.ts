import type { Instant } from '../domain/case.ts';
import type { MailOccasion } from '../domain/country-pack.ts';
import type { TimerId } from '../domain/timer.ts';

/** A mail that must go out: one row per event and addressee, written in one transaction with the reactor's DONE row. */
export interface Mail {
  caseId: string;
  eventId: string;
  /** Directory id of the addressee; the address is looked up when the mail is sent. */
  to: string;
  occasion: MailOccasion;
  timer?: TimerId;
  rung?: string;
  createdAt: Instant;
  /** Opaque; travels as a message tag, leads feedback back to this row. */
  tag: string;
  /** How often sending was tried. */
  attempts: number;
  /** When the sweep tries again if it is not marked sent by then. */
  retryAt: Instant;
  sentAt?: Instant;
}

export interface Mailbox {
  /** Marks a mail as handed over; never fails if it is marked already. */
  markSent(mail: Mail, at: Instant, messageId: string): Promise<void>;
  /** Counts a failed try and sets when the sweep tries again. */
  markFailed(mail: Mail, retryAt: Instant): Promise<void>;
  /** Mails whose `retryAt` has come and that are not sent, oldest first; at most 100. */
  unsent(now: Instant): Promise<Mail[]>;
  /** The unsent mails of one event, for a reactor that is run again after a crash. */
  ofEvent(caseId: string, eventId: string): Promise<Mail[]>;
}

export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  tag: string;
}
/** Hands a mail to the mail service. Throws `MailRefused` when the address or the mail will never be taken. */
export interface Mailer {
  send(letter: Letter): Promise<{ messageId: string }>;
}
