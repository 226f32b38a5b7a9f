import { parseBody } from '#shared/contracts/http/parse-body.ts';
import { showCaseQuery } from '#shared/contracts/http/staff/show-case-query.ts';
import { etagOf } from '#shared/contracts/http/entity-tags.ts';
import type { Action } from '#shared/domain/access/authorize.ts';
import { canHold } from '#shared/domain/access/holder.ts';
import { mayDoTo } from '#shared/domain/access/may.ts';
import { resourceOf } from '#shared/domain/access/resource-of.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { isCsamCase } from '#shared/domain/case/csam-flagged.ts';
import { isOver } from '#shared/domain/case/status.ts';
import { blockOfClosing } from '#shared/domain/commands/lifecycle/close.ts';
import { blocksOfResolution } from '#shared/domain/commands/lifecycle/resolve.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { TimerPolicy } from '#shared/domain/sla/clock-policy.ts';
import { isKeptOut } from '#shared/domain/case/exclusions.ts';
import { isEnded } from '#shared/domain/sla/timer.ts';
import type { HistoryEvent } from '#shared/domain/case/events.ts';
import { sees, seenBy } from '#shared/domain/queue/role-view.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import type { HistoryReader } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { AdmitStaff, Admitted } from '#shared/use-cases/admit-staff.ts';
import { holderView } from '#shared/contracts/http/staff/queue-line.ts';
import { clearFields, clockView, eventView, threadView } from './case-view.ts';
import { lastNoise } from '../lifecycle/last-noise.ts';
import { aboutSending, type SendsAloneDeps } from '../referrals/sends-alone.ts';
import type { IssueAccessDeps } from '../referrals/access/issue-access.ts';
import { findCase, refuseUnlessAllowed } from '../find-case.ts';
import type { FindCaseDeps } from '../find-case.ts';

export interface ShowCaseDeps extends FindCaseDeps, SendsAloneDeps, Pick<IssueAccessDeps, 'isDeskOpen'> {
  admit: AdmitStaff;
  history: HistoryReader;
  directory: SendsAloneDeps['directory'] & Pick<Directory, 'member'>;
  clock: Clock;
  country: SendsAloneDeps['country'] & TimerPolicy & Pick<CountryPack, 'categories' | 'closing' | 'loadReferrals'>;
}

/**
 * `GET /v1/cases/{number}`: clear fields, clocks, history, and who wrote when in the thread, as far as the role sees
 * them. It opens nothing that is sealed. It names other cases only when they do not exclude the person who asks. Of a
 * long history it shows the newest events, and of the thread the messages among them. `earlierEvents` leads on. `may` and
 * `toResolve` tell a screen what to offer; each command decides again.
 */
export function showCase(deps: ShowCaseDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  /** The numbers of other cases. Cases that are gone and cases that exclude this person are left out. */
  const numbersOf = async (caseIds: readonly string[], by: Admitted): Promise<string[]> => {
    const others = await deps.cases.loadEachWithoutTimers(caseIds);
    return others.flatMap((other) => (other === undefined || isKeptOut(other, by.id) ? [] : [other.caseNumber]));
  };

  /** Who of staff knows the reporter's code, and whether they are still here. */
  const knownTo = async ({ receiptKnownTo }: Case) => {
    if (receiptKnownTo === undefined) return {};
    const shown = receiptKnownTo.map(async (knower) => {
      const isHere = (await deps.directory.member(knower.by))?.active === true;
      return { ...knower, ...(isHere ? {} : { hasLeft: true }) };
    });
    return { receiptKnownTo: await Promise.all(shown) };
  };

  /**
   * What this person may do to the case. A referral counts as a call, because a call is what somebody alone may do. With
   * access codes nobody does anything while there are none.
   */
  const mayDo = async (of: Case, by: Admitted): Promise<Action[]> => {
    const sending = await aboutSending(deps, of, by, true, deps.clock.now());
    const csamFlagged = isCsamCase(of, deps.country.categories);
    const may = mayDoTo(by, { ...sending, csamFlagged, ...resourceOf(of, by.id) });
    return deps.isDeskOpen ? may : may.filter((action) => !isAboutAccess(action));
  };

  /** What stands against the next step to the end: of an open case against resolving, of a resolved one against closing. */
  const blocksOfEnd = async (of: Case, newest: readonly HistoryEvent[] | undefined) => {
    const { closing, loadReferrals } = deps.country;
    if (!isOver(of)) return { toResolve: blocksOfResolution(of, await loadReferrals()).map(({ because }) => because) };
    if (of.status !== 'resolved') return {};
    const since = await lastNoise(deps.history, of.caseId, newest);
    const block = blockOfClosing(of, since, closing, deps.clock.now());
    return block?.because === 'not_quiet_yet' ? block.facts : {};
  };

  return async (request) => {
    const by = await deps.admit(request, 'show_case');
    const found = await findCase(deps, request.path['number']);
    refuseUnlessAllowed(found.case, by);
    const before = beforeIn(request.query);
    const { caseId, assignee, leadCaseId, linkedCases: followers = [], maybeSameAs: alike } = found.case;
    const [events, holder, [leadCase], linkedCases, maybeSameAs, receiptKnownTo] = await Promise.all([
      deps.history.history(caseId, before),
      assignee === undefined ? undefined : deps.directory.member(assignee),
      numbersOf(leadCaseId === undefined ? [] : [leadCaseId], by),
      numbersOf(
        followers.map((follower) => follower.caseId),
        by,
      ),
      numbersOf(alike, by),
      knownTo(found.case),
    ]);
    const [may, ofEnd] = await Promise.all([
      mayDo(found.case, by),
      sees(by.role, 'toResolve') ? blocksOfEnd(found.case, before === undefined ? events : undefined) : {},
    ]);
    return {
      status: 200,
      headers: { ETag: etagOf(found.case) },
      body: seenBy(by.role, {
        ...clearFields(found.case, { leadCase, linkedCases, maybeSameAs }),
        ...holderView(assignee !== undefined && !canHold(holder)),
        // A timer that has ended may stand for a moment, where very many end at once.
        timers: found.timers
          .filter((timer) => !isEnded(timer, found.case, deps.country))
          .map((timer) => clockView(timer, deps.country)),
        ...receiptKnownTo,
        thread: threadView(found.case, events),
        history: events.map(eventView),
        ...earlierEvents(events),
        may,
        ...ofEnd,
      }),
    };
  };
}

/** Whether somebody needs an access code to do it to. */
function isAboutAccess(action: Action): boolean {
  return action === 'issue_access' || action === 'revoke_access';
}

/** The number of the first event that is shown, when others came before it. The numbers begin with 1. */
function earlierEvents([first]: readonly HistoryEvent[]): { earlierEvents?: number } {
  return first === undefined || first.number === 1 ? {} : { earlierEvents: first.number };
}

function beforeIn(query: Readonly<Record<string, string>>): number | undefined {
  const { before } = parseBody(showCaseQuery, query);
  return before === undefined ? undefined : Number(before);
}
