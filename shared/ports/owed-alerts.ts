import type { CaseEvent } from '../domain/case/events.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Mail } from './mailbox.ts';

/** An alert that found nobody to tell. It is tried each minute until somebody is told, or it is no news any more. */
export interface OwedAlert {
  /** What staff are to be told of. */
  event: CaseEvent;
  /** Since when nobody is there. */
  since: Instant;
}

export interface OwedAlerts {
  /** The owed alerts of a case as they stand now, the latest event first. */
  ofCase(caseId: string): Promise<OwedAlert[]>;
  /**
   * Writes the mails and ends the alert, in one transaction. Mails that do not fit into it are written before it.
   * `written: false`: it was ended before. Throws also when another worker is writing the same.
   */
  tell(owed: OwedAlert, mails: readonly Mail[]): Promise<{ written: boolean }>;
  /** Ends an alert that is no news any more. Does nothing if it was ended before. */
  end(owed: OwedAlert): Promise<void>;
}
