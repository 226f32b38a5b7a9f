/**
 * Visits to the reporters' pages that have ended. A browser keeps what a form sent, and may send it again. What was shown
 * in a visit that has ended is not shown again for that.
 */
export interface Visits {
  /** Ends a visit. Ending it again changes nothing. */
  end(visit: string): Promise<void>;
  hasEnded(visit: string): Promise<boolean>;
}
