import type { Case } from '#shared/domain/case/case.ts';
import { errorName, type Log, type Measure } from '#shared/lambda/log/log.ts';

export interface ShowEachDeps {
  log: Log;
  measure: Measure;
}

/**
 * Makes the lines of a list case by case. A case that cannot be shown, after a fault or a theft, is left out and rings: it
 * must not hide all others. `lineOf` answers its line, or none, and asks nobody: a service that is away fails the request.
 */
export function showEach({ log, measure }: ShowEachDeps): <R>(of: Case, lineOf: () => readonly R[]) => readonly R[] {
  return (of, lineOf) => {
    try {
      return lineOf();
    } catch (error) {
      log('case_unreadable', { caseId: of.caseId, errorName: errorName(error) });
      measure('CaseUnreadable', 1);
      return [];
    }
  };
}
