import type { Fact } from '../domain/fact.ts';

/** What a case knows of its fact, and what of it only its lookups tell. */
export interface Counted {
  /** The fact's opaque id; absent before it was first counted. */
  id?: string;
  /** How many addresses were reported. */
  addresses: number;
}

/** Counts cases: the statistics reactor. */
export interface CaseFacts {
  countedAs(caseId: string): Promise<Counted>;
  /**
   * Writes the fact of a case as it stood at `revision`, with the DONE row. `conflict`: another worker counted it first,
   * under another id or as it stood later.
   */
  record(
    counted: { caseId: string; revision: number; id: string; fact: Fact },
    done: { reactor: string; eventId: string },
  ): Promise<'written' | 'done_already' | 'conflict'>;
}
