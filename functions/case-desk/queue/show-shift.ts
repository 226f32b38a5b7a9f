import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { holderView } from '#shared/contracts/http/staff/queue-line.ts';
import { authorize } from '#shared/domain/access/authorize.ts';
import { isHolderGone } from '#shared/domain/access/holder.ts';
import { resourceOf } from '#shared/domain/access/resource-of.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { seenBy } from '#shared/domain/queue/role-view.ts';
import { hoursOfShift, inOrderOfSheet, mostOnSheet, shiftLine } from '#shared/domain/queue/shift-line.ts';
import type { WorkQueue } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { idsOfHolders } from '#shared/use-cases/holders.ts';
import { showEach, type ShowEachDeps } from './show-each.ts';

export interface ShowShiftDeps extends ShowEachDeps {
  admit: AdmitStaff;
  queue: WorkQueue;
  directory: Pick<Directory, 'inRoles'>;
  clock: Clock;
}

/** How many pages of the work list one sheet reads. A page may be short. */
const mostPages = 4;

/**
 * `GET /v1/shift`: what a shift hands over, case by case, from the work list alone. It opens nothing that is sealed. A
 * case that keeps this person out does not stand here, and each role sees its own fields. `isMore`: the work list holds
 * more than a sheet.
 */
export function showShift({
  admit,
  queue,
  directory,
  clock,
  ...watch
}: ShowShiftDeps): (r: HttpRequest) => Promise<HttpAnswer> {
  const shown = showEach(watch);
  return async (request) => {
    const by = await admit(request, 'see_shift');
    const [{ cases, isMore }, holders] = await Promise.all([workOf(queue), idsOfHolders(directory)]);
    const now = clock.now();
    const lines = cases.flatMap((of) =>
      shown(of, () =>
        authorize(by, 'show_case', resourceOf(of, by.id)).allowed
          ? [{ ...shiftLine(of, now), ...holderView(isHolderGone(of, holders)) }]
          : [],
      ),
    );
    return {
      status: 200,
      body: {
        now,
        hours: hoursOfShift,
        cases: inOrderOfSheet(lines).map((line) => seenBy(by.role, line)),
        ...(isMore ? { isMore } : {}),
      },
    };
  };
}

/** The first cases of the work list, in its order. */
async function workOf(queue: WorkQueue): Promise<{ cases: Case[]; isMore: boolean }> {
  const cases: Case[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages && cases.length < mostOnSheet; page += 1) {
    const read = await queue.page(cursor);
    cases.push(...read.cases);
    cursor = read.cursor;
    if (cursor === undefined) break;
  }
  return { cases: cases.slice(0, mostOnSheet), isMore: cursor !== undefined || cases.length > mostOnSheet };
}
