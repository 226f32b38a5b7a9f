import { randomBytes, randomUUID } from 'node:crypto';
import { caseWriter } from '#shared/adapters/aws/cases/case-writer.ts';
import { receiptDesk } from '#shared/adapters/aws/cases/receipt-desk.ts';
import { reportStore } from '#shared/adapters/aws/cases/report-store.ts';
import { visits } from '#shared/adapters/aws/cases/visits.ts';
import { guidanceLoader } from '#shared/contracts/http/public/guidance.ts';
import { reportParser } from '#shared/contracts/http/public/parse-report.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { httpHandler } from '#shared/lambda/http/http-handler.ts';
import type { HttpLambda } from '#shared/lambda/http/http-handler.ts';
import type { ProblemPages } from '#shared/lambda/middleware/problem-answers.ts';
import { log, measure } from '#shared/lambda/log/log.ts';
import type { Clock } from '#shared/ports/clock.ts';
import { acceptReport } from '#shared/use-cases/accept-report.ts';
import type { AcceptReportDeps } from '#shared/use-cases/accept-report.ts';
import { visitKeeper } from '#shared/use-cases/visit-keeper.ts';
import { raiseDeadCode } from '#functions/follow-up/dead-code.ts';
import { threadOpener } from '#functions/follow-up/open-thread.ts';
import { answerCode } from '#functions/follow-up/pages/answer-code.ts';
import { codeRoutes } from '#functions/follow-up/pages/code-routes.ts';
import { followUpRoutes } from '#functions/follow-up/routes.ts';
import { answerForm } from '#functions/intake/answer-form.ts';
import { formRoutes } from '#functions/intake/form-routes.ts';
import { drawProblem } from '#shared/pages/problem-pages.ts';
import { takeReport } from '#functions/intake/take-report.ts';
import type { Database } from './engine.ts';
import { localKeys } from './local-keys.ts';

/** A clock that stands still until it is set. */
export function steppedClock(now: string): Clock & { set(now: string): void } {
  let at = now;
  return {
    now: () => at,
    set: (next) => {
      at = next;
    },
  };
}

interface PausesOfPages {
  /** How a form waits while the same report is being taken. */
  pauseOfForm?: (ms: number) => Promise<unknown>;
}

/** Intake and follow-up as deployed, with their pages, on a database of the test, with keys and a clock of its own. */
export function publicApi(
  { db, tables }: Database,
  country: CountryPack,
  clock: Clock,
  { pauseOfForm = () => Promise.resolve(), ...instead }: Partial<AcceptReportDeps> & PausesOfPages = {},
): { keys: ReturnType<typeof localKeys>; intake: HttpLambda; followUp: HttpLambda } {
  const keys = localKeys();
  const store = reportStore(db, tables);
  const accept = acceptReport({ store, keys, macs: keys, clock, country, randomBytes, ...instead });
  const take = takeReport({
    parse: reportParser(country),
    accept,
    guidance: guidanceLoader(country),
    country,
    clock,
    log,
    measure,
  });
  const desk = receiptDesk(db, tables);
  const writer = caseWriter(db, tables);
  const follow = followUpRoutes({
    openThread: threadOpener(desk, raiseDeadCode({ desk, writer, clock, log })),
    takeTurn: (...asked) => desk.takeTurn(...asked),
    units: (caseId) => desk.units(caseId),
    writer,
    blindIndexKey: () => keys.blindIndexKey(),
    clock,
    country,
    log,
  });
  const pages = { visits: visitKeeper({ visits: visits(db, tables, clock), log }), country, clock, newKey: randomUUID };
  const form = formRoutes(country, () => Promise.resolve(answerForm({ take, ...pages, pause: pauseOfForm })));
  const code = codeRoutes(country, () => Promise.resolve(answerCode({ routes: follow, ...pages, log })));
  const problem: ProblemPages = (...told) => drawProblem(country, ...told);
  return {
    keys,
    intake: httpHandler([{ method: 'POST', path: '/v1/reports', handle: take }, ...form], country, 'anybody', problem),
    followUp: httpHandler([...follow, ...code], country, 'anybody', problem),
  };
}
