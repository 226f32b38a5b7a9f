import type { FormFields } from '../contracts/http/form-fields.ts';
import { visitIn } from '../contracts/http/public/pages/visit.ts';
import { errorName, type Log } from '../lambda/log/log.ts';
import type { Visits } from '../ports/visits.ts';

/** What the pages ask about a visit, by what a form sent. */
export interface VisitKeeper {
  end: (form: FormFields) => Promise<void>;
  hasEnded: (form: FormFields) => Promise<boolean>;
}

/**
 * Ends visits, and tells which have ended. Neither ever throws. Leaving must not wait for a database, and a child's words
 * must come back when it fails: what is typed is worth more than what a stranger might see again.
 */
export function visitKeeper({ visits, log }: { visits: Visits; log: Log }): VisitKeeper {
  return {
    end: async (form) => {
      const visit = visitIn(form);
      if (visit !== undefined) await attempt(() => visits.end(visit), undefined);
    },
    hasEnded: async (form) => {
      const visit = visitIn(form);
      return visit === undefined ? false : attempt(() => visits.hasEnded(visit), false);
    },
  };

  async function attempt<T>(step: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await step();
    } catch (error) {
      log('visit_unknown', { errorName: errorName(error) });
      return otherwise;
    }
  }
}
