import type { CaseChange } from '../domain/case/case-change.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { UndeliveredBecause } from '../domain/case/unseen/undelivered.ts';
import type { Mail } from './mailbox.ts';

/** What must be written about a mail that told nobody, and about the address it went to. */
export interface Undelivered {
  mail: Mail;
  because: UndeliveredBecause;
  /** The address that must not be used any more. It is marked on its holder's record, unless it was corrected since. */
  deadAddress?: { member: string; mail: string; since: Instant };
}

/**
 * Writes ONE transaction: the case's change with its event, the mark on the MAIL row, the mark on the address.
 * `done_already`: the mail was marked before. `conflict`: read again and decide anew.
 */
export interface UndeliveredWriter {
  write(
    change: CaseChange,
    undelivered: Undelivered,
  ): Promise<{ written: true } | { written: false; because: 'done_already' | 'conflict' }>;
}
