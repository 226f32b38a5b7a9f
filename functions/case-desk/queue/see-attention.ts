import { concernsOf, mayConcern } from '#shared/domain/queue/attention.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { dutiesOf } from '#shared/domain/people/duties.ts';
import { isExcludedPerson } from '#shared/domain/case/exclusions.ts';
import { isBelow } from '#shared/domain/report/severity.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import { CursorUnreadable } from '#shared/ports/case-store.ts';
import type { QueuePage, WorkQueue } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { DueIndex } from '#shared/ports/due-index.ts';
import type { Mailbox } from '#shared/ports/mailbox.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { hoursAhead, lookAhead } from '#shared/use-cases/hours-ahead.ts';
import { longestPauseMinutes } from '#shared/use-cases/send-mail.ts';

export interface SeeAttentionDeps {
  admit: AdmitStaff;
  queue: WorkQueue;
  due: Pick<DueIndex, 'casesWithMail'>;
  mails: Pick<Mailbox, 'ofCase'>;
  directory: Pick<Directory, 'rota'>;
  clock: Clock;
  country: Pick<CountryPack, 'ladder'>;
}

/** How many entries of the queue one page reads. Each may cost one more read, of the mails of its case. */
const entriesOfPage = 64;
/** How many cases have their mails read at the same time. */
const atOnce = 16;

/**
 * `GET /v1/attention`: what nobody has seen. A page looks at no more than 64 cases: open ones first, then ended ones.
 * Closed ones are among them only while something in them is unseen. A page may be short or empty; the cursor leads on.
 *
 * The queue's entries answer nearly everything. Only mails are read besides, of those cases where some may have reached
 * nobody. The first page also says which rungs have nobody now. It names the hours of the next day in which nobody is
 * on duty. Queues and dead letters are not shown here: their alarms ring for engineers.
 */
export function seeAttention(deps: SeeAttentionDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    const by = await deps.admit(request, 'see_attention');
    const now = deps.clock.now();
    const typed = request.query['cursor'];
    const [page, due, centre] = await Promise.all([
      pageAt(deps.queue, typed),
      // A mail that is tried again and again counts as due until the longest pause between two tries has passed.
      deps.due.casesWithMail(plusMinutes(now, longestPauseMinutes)),
      typed === undefined ? centreAt(deps, now) : undefined,
    ]);
    const seen = page.cases.filter((of) => !isExcludedPerson(of, by.id));
    const found = await inParallel(atOnce, seen, async (of) => {
      const isMailDue = !due.isAll || due.caseIds.has(of.caseId);
      const mails = mayConcern(of, isMailDue) ? await deps.mails.ofCase(of.caseId) : [];
      return { of, concerns: concernsOf(of, mails, now, due.owedSince.get(of.caseId)) };
    });
    return {
      status: 200,
      body: {
        now,
        cases: found
          .filter(({ concerns }) => concerns.length > 0)
          .toSorted((a, b) => moreUrgentFirst(a.of, b.of))
          .map(({ of, concerns }) => ({ ...line(of), concerns })),
        ...(centre === undefined ? {} : { centre }),
        ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
      },
    };
  };
}

/** The open cases page by page, then the ended ones. The centre still waits for others after a case has ended. */
async function pageAt(queue: WorkQueue, typed: string | undefined): Promise<QueuePage> {
  const [, part, from] = /^(open|resolved)\.([A-Za-z0-9_-]*)$/.exec(typed ?? 'open.') ?? [];
  if (part !== 'open' && part !== 'resolved') throw cursorUnreadable();
  const after = from === '' ? undefined : from;
  const { cases, cursor } = await queue.page(after, part, entriesOfPage).catch((error: unknown) => {
    throw error instanceof CursorUnreadable ? cursorUnreadable() : error;
  });
  if (cursor !== undefined) return { cases, cursor: `${part}.${cursor}` };
  return part === 'open' ? { cases, cursor: 'resolved.' } : { cases };
}

function cursorUnreadable(): Problem {
  return new Problem('invalid_fields', 422, { errors: [{ pointer: '/cursor', code: 'wrong_form' }] });
}

/** Cases of equal severity keep the order of the page: oldest promise first. */
function moreUrgentFirst({ severity: a }: Case, { severity: b }: Case): number {
  return Number(isBelow(a, b)) - Number(isBelow(b, a));
}

function line({ caseNumber, severity, status, assignee, receivedAt, promise }: Case) {
  return { caseNumber, severity, status, assignee, receivedAt, promise };
}

async function centreAt({ directory, country }: SeeAttentionDeps, now: Instant) {
  const rota = await directory.rota(dutiesOf(country));
  const { unheld, uncleared } = lookAhead(rota, country, now);
  return {
    rungsWithNobody: country.ladder.rungs
      .filter(({ duties }) => rota.holders(duties, now).length === 0)
      .map(({ id }) => id),
    hoursAhead,
    hoursWithNobody: unheld,
    hoursWithNobodyCleared: uncleared,
  };
}
