import { isHolderGone } from '#shared/domain/access/holder.ts';
import { concernAboutHolder, concernsAboutOutcomes, concernsOf, mayConcern } from '#shared/domain/queue/attention.ts';
import type { Concern } from '#shared/domain/queue/attention.ts';
import { kindsOf } from '#shared/domain/case/outcomes/fact-of-outcome.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import { plusMinutes } from '#shared/domain/time/instant.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { dutiesOf } from '#shared/domain/people/duties.ts';
import { isKeptOut } from '#shared/domain/case/exclusions.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { askedPage, cursorUnreadable } from '#shared/lambda/http/asked-page.ts';
import { inParallel } from '#shared/lambda/in-parallel.ts';
import type { QueuePage, WorkQueue } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { DueIndex } from '#shared/ports/due-index.ts';
import type { Mailbox } from '#shared/ports/mailbox.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { hoursAhead, lookAhead } from '#shared/use-cases/hours-ahead.ts';
import { longestPauseMinutes } from '#shared/use-cases/send-mail.ts';
import { dueView, holderView } from '#shared/contracts/http/staff/queue-line.ts';
import { idsOfHolders } from '#shared/use-cases/holders.ts';
import { showEach, type ShowEachDeps } from './show-each.ts';

export interface SeeAttentionDeps extends ShowEachDeps {
  admit: AdmitStaff;
  queue: WorkQueue;
  due: Pick<DueIndex, 'casesWithMail'>;
  mails: Pick<Mailbox, 'ofCase'>;
  directory: Pick<Directory, 'inRoles' | 'rota'>;
  clock: Clock;
  country: Pick<CountryPack, 'ladder' | 'loadReferrals'>;
}

/** How many entries of the queue one page reads. Each may cost one more read, of the mails of its case. */
const entriesOfPage = 64;
/** How many cases have their mails read at the same time. */
const atOnce = 16;

/**
 * `GET /v1/attention`: what nobody has seen. A page looks at no more than 64 cases: open ones and ended ones with unread
 * words, in the order of the work list; then the other ended ones. On a page, unread words come first. Closed cases are
 * among them only while something in them is unseen. A page may be short or empty; the cursor leads on.
 *
 * The queue's entries answer nearly everything. Besides, the directory is read once, and mails of those cases where some
 * may have reached nobody. The first page also says which rungs have nobody now. It names the hours of the next day in which nobody is
 * on duty. Queues and dead letters are not shown here: their alarms ring for engineers.
 */
export function seeAttention(deps: SeeAttentionDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const shown = showEach(deps);
  return async (request) => {
    const by = await deps.admit(request, 'see_attention');
    const now = deps.clock.now();
    const typed = request.query['cursor'];
    const [page, due, holders, centre, { institutions }] = await Promise.all([
      pageAt(deps.queue, typed),
      // A mail that is tried again and again counts as due until the longest pause between two tries has passed.
      deps.due.casesWithMail(plusMinutes(now, longestPauseMinutes)),
      idsOfHolders(deps.directory),
      typed === undefined ? centreAt(deps, now) : undefined,
      deps.country.loadReferrals(),
    ]);
    const kindOf = kindsOf(institutions);
    const seen = page.cases.flatMap((of) =>
      shown(of, () => {
        const isMailDue = !due.isAll || due.caseIds.has(of.caseId);
        return isKeptOut(of, by.id) ? [] : [{ of, readsMails: mayConcern(of, isMailDue) }];
      }),
    );
    const withMails = await inParallel(atOnce, seen, async ({ of, readsMails }) => ({
      of,
      mails: readsMails ? await deps.mails.ofCase(of.caseId) : [],
    }));
    const found = withMails.flatMap(({ of, mails }) =>
      shown(of, () => {
        const concerns = [
          ...concernsOf(of, mails, now, due.owedSince.get(of.caseId)),
          ...concernAboutHolder(of, holders),
          ...concernsAboutOutcomes(of, kindOf),
        ];
        return concerns.length === 0 ? [] : [{ ...line(of), ...holderView(isHolderGone(of, holders)), concerns }];
      }),
    );
    return {
      status: 200,
      body: {
        now,
        cases: found.toSorted((a, b) => unreadFirst(a.concerns, b.concerns)),
        ...(centre === undefined ? {} : { centre }),
        ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
      },
    };
  };
}

/** The work page by page, then the read and ended cases. The centre still waits for others after a case has ended. */
async function pageAt(queue: WorkQueue, typed: string | undefined): Promise<QueuePage> {
  const [, part, from] = /^(work|read_and_ended)\.([A-Za-z0-9_-]*)$/.exec(typed ?? 'work.') ?? [];
  if (part !== 'work' && part !== 'read_and_ended') throw cursorUnreadable();
  const after = from === '' ? undefined : from;
  const { cases, cursor } = await askedPage(queue.page(after, part, entriesOfPage));
  if (cursor !== undefined) return { cases, cursor: `${part}.${cursor}` };
  return part === 'work' ? { cases, cursor: 'read_and_ended.' } : { cases };
}

/** All others keep the order of the page. */
function unreadFirst(a: readonly Concern[], b: readonly Concern[]): number {
  const isUnread = (concerns: readonly Concern[]): boolean => concerns.some(({ what }) => what === 'unread');
  return Number(isUnread(b)) - Number(isUnread(a));
}

function line(of: Case) {
  const { caseNumber, severity, status, assignee, receivedAt, promise } = of;
  return { caseNumber, severity, status, assignee, receivedAt, ...dueView(of), promise };
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
