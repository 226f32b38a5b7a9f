import type { CaseChange } from '../domain/case/case-change.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { UndeliveredBecause } from '../domain/case/unseen/undelivered.ts';
import type { Mail } from './mailbox.ts';

/** What becomes of a mail that told nobody, and of the address it went to. */
export interface Undelivered {
  mail: Mail;
  because: UndeliveredBecause;
  /** The address that is not to be used any more: written on its holder's record, unless the address was put right since. */
  deadAddress?: { member: string; mail: string; since: Instant };
}

/**
 * Writes as ONE transaction: the change of the case with its event, the mark on the MAIL row, the mark on the address.
 * `done_already`: the mail is marked. `conflict`: read again and decide anew.
 */
export interface UndeliveredWriter {
  write(
    change: CaseChange,
    undelivered: Undelivered,
  ): Promise<{ written: true } | { written: false; because: 'done_already' | 'conflict' }>;
}
