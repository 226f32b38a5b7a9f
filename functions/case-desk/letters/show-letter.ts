import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { isKeptOut } from '#shared/domain/case/exclusions.ts';
import { isBelow } from '#shared/domain/report/severity.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import type { CaseReader, CaseWithTimers } from '#shared/ports/case-store.ts';
import type { Letters } from '#shared/ports/mailbox.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { findLetter } from './find-letter.ts';

export interface ShowLetterDeps {
  admit: AdmitStaff;
  letters: Pick<Letters, 'find'>;
  cases: Pick<CaseReader, 'load'>;
}

/** How many cases of a letter are shown. Each costs one read. */
const casesShown = 100;
const atOnce = 16;

/**
 * `GET /v1/letters/{letter}`: the cases that a letter names, as they stand now, the most urgent first. A case that
 * excludes its reader by now is left out. Throws a `Problem` `not_found` for everybody but its reader.
 */
export function showLetter(deps: ShowLetterDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    const by = await deps.admit(request, 'acknowledge_escalation');
    const { id, sentAt, acknowledgedAt, events } = await findLetter(deps.letters, request, by);
    const caseIds = [...new Set(events.map((eventId) => eventId.slice(0, eventId.indexOf('#'))))];
    const found = await inParallel(atOnce, caseIds.slice(0, casesShown), (caseId) => deps.cases.load(caseId));
    const seen = found.filter((of) => of !== undefined).filter((of) => !isKeptOut(of.case, by.id));
    return {
      status: 200,
      body: {
        letter: id,
        sentAt,
        ...(acknowledgedAt === undefined ? {} : { acknowledgedAt }),
        count: caseIds.length,
        cases: seen.map(line).toSorted(mostUrgentFirst),
      },
    };
  };
}

function mostUrgentFirst(a: ReturnType<typeof line>, b: ReturnType<typeof line>): number {
  if (a.severity !== b.severity) return isBelow(a.severity, b.severity) ? 1 : -1;
  return a.due < b.due ? -1 : 1;
}

function line({ case: of, timers }: CaseWithTimers) {
  const [next] = timers.map(({ deadline }) => deadline).toSorted();
  return {
    caseNumber: of.caseNumber,
    severity: of.severity,
    status: of.status,
    due: next ?? of.promise.resolveBy,
  };
}
