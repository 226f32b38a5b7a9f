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

/** Entries of the queue that a page reads; each may cost one more read, of the mails of its case. */
const entriesOfPage = 64;
/** Cases whose mails are read at the same time. */
const atOnce = 16;

/**
 * `GET /v1/attention`: what nobody has seen. A page looks at no more than 64 cases, closed ones only unseen, the open ones
 * first, and may be short or empty; the cursor leads on. What it says of a case stands in the queue; only mails are read
 * besides, of those cases in which some may have told nobody. The first page also says which rungs have nobody now, and in
 * which hours of the next day nobody is on duty. What is a matter of queues and dead letters is not here: it rings for
 * engineers.
 */
export function seeAttention(deps: SeeAttentionDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    const by = await deps.admit(request, 'see_attention');
    const now = deps.clock.now();
    const typed = request.query['cursor'];
    const [page, due, centre] = await Promise.all([
      pageAt(deps.queue, typed),
      // A mail that is being tried again and again is due until the pause between two tries has passed.
      deps.due.casesWithMail(plusMinutes(now, longestPauseMinutes)),
      typed === undefined ? centreAt(deps, now) : undefined,
    ]);
    const seen = page.cases.filter((of) => !isExcludedPerson(of, by.id));
    const found = await inParallel(atOnce, seen, async (of) => {
      const isMailDue = !due.isAll || due.caseIds.has(of.caseId);
      const mails = mayConcern(of, isMailDue) ? await deps.mails.ofCase(of.caseId) : [];
      return { of, concerns: concernsOf(of, mails, now) };
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

/** The open cases page by page, then the resolved ones: what others were asked for is waited for beyond the end. */
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

/** Among equals the order of the page stays: oldest promise first. */
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
