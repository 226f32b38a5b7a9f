import { queueQueryParser } from '#shared/contracts/http/staff/queue.ts';
import type { QueuePack } from '#shared/contracts/http/staff/queue.ts';
import { authorize } from '#shared/domain/access/authorize.ts';
import { isHolderGone } from '#shared/domain/access/holder.ts';
import { resourceOf } from '#shared/domain/access/resource-of.ts';
import { isAskedFor, nobody, oneself } from '#shared/domain/queue/queue-filter.ts';
import type { QueueFilter } from '#shared/domain/queue/queue-filter.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { askedPage } from '#shared/lambda/http/asked-page.ts';
import type { QueuePart, WorkQueue } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Directory } from '#shared/ports/directory.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { seenBy, askedUnseen } from '#shared/domain/queue/role-view.ts';
import { queueLine } from '#shared/contracts/http/staff/queue-line.ts';
import { idsOfHolders } from '#shared/use-cases/holders.ts';
import { showEach, type ShowEachDeps } from './show-each.ts';

export interface ListCasesDeps extends ShowEachDeps {
  admit: AdmitStaff;
  queue: WorkQueue;
  directory: Pick<Directory, 'inRoles'>;
  clock: Clock;
  country: QueuePack;
}

/**
 * `GET /v1/cases`: what must be looked at first stands first. Ended cases are among them while words in them are
 * unread. A page reads a limited number of entries, and the directory once. It may be short or empty when few of them
 * match; the cursor leads on. Each role sees only the cases that it may open, with its own fields, and can filter by no
 * other.
 */
export function listCases({
  admit,
  queue,
  directory,
  clock,
  country,
  ...watch
}: ListCasesDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const parse = queueQueryParser(country);
  const shown = showEach(watch);
  return async (request) => {
    const by = await admit(request, 'list_cases');
    const { filter: asked, cursor: from } = parse(request.query);
    const filter = asked.assignee === oneself ? { ...asked, assignee: by.id } : asked;
    const errors = askedUnseen(by.role, filter).map((name) => ({
      pointer: `/${name}`,
      code: 'unknown_field' as const,
    }));
    if (errors.length > 0) throw new Problem('invalid_fields', 422, { errors });
    const page = askedPage(queue.page(from, partOf(filter)));
    const [{ cases, cursor }, holders] = await Promise.all([page, idsOfHolders(directory)]);
    const now = clock.now();
    return {
      status: 200,
      body: {
        cases: cases.flatMap((of) =>
          shown(of, () =>
            authorize(by, 'show_case', resourceOf(of, by.id)).allowed && isAskedFor(of, filter, now, holders)
              ? [seenBy(by.role, queueLine(of, isHolderGone(of, holders)))]
              : [],
          ),
        ),
        ...(cursor === undefined ? {} : { cursor }),
      },
    };
  };
}

/** The smallest part of the queue that holds every case that is asked for. */
function partOf({ status, assignee }: QueueFilter): QueuePart {
  if (status === 'resolved') return 'resolved';
  return assignee === undefined || assignee === nobody ? 'work' : { assignee };
}
