import type { CaseChange } from '../domain/case/case-change.ts';
import type { UndeliveredBecause } from '../domain/case/unseen/undelivered.ts';
import type { Bounce } from '../domain/people/bounce.ts';
import type { Mark } from '../domain/people/mark.ts';
import type { Mail } from './mailbox.ts';

/** What must be written about a mail that told nobody, and about the address it went to. */
export interface Undelivered {
  mail: Mail;
  because: UndeliveredBecause;
  addresses?: AddressChange;
}

/** Marks that are set or taken off, with the recent bounces that led to this. They are one decision. */
export interface AddressChange {
  marks: MarkChange[];
  bounces: RecentBounces;
}

/** One person's mark. `before` is the mark as it was read; `after` is absent where the mark is taken off. */
export interface MarkChange {
  member: string;
  /** The address as it was read. One that was corrected since stays as it is. */
  mail: string;
  before?: Mark;
  after?: Mark;
}

/** The addresses of staff whose mails came back in the last minutes. Each decision about a mark writes them anew. */
export interface RecentBounces {
  /** How often they were written. */
  revision: number;
  bounces: readonly Bounce[];
}

export interface UndeliveredWriter {
  recentBounces(): Promise<RecentBounces>;
  /**
   * Writes ONE transaction: the case's change with its event, the mark on the MAIL row, the marks on addresses, the
   * recent bounces with the next revision. `done_already`: the mail was marked before. `conflict`: read again and decide
   * anew.
   */
  write(
    change: CaseChange,
    undelivered: Undelivered,
  ): Promise<{ written: true } | { written: false; because: 'done_already' | 'conflict' }>;
  /** Writes the marks and the recent bounces alone, after a mail that was about no case. Answers whether it wrote. */
  mark(addresses: AddressChange): Promise<boolean>;
}
