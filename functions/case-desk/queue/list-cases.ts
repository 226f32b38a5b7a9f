import { queueQueryParser } from '#shared/contracts/http/staff/queue.ts';
import type { QueuePack } from '#shared/contracts/http/staff/queue.ts';
import { isExcludedPerson } from '#shared/domain/case/exclusions.ts';
import { isAskedFor, nobody } from '#shared/domain/queue/queue-filter.ts';
import type { QueueFilter } from '#shared/domain/queue/queue-filter.ts';
import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { CursorUnreadable } from '#shared/ports/case-store.ts';
import type { QueuePart, WorkQueue } from '#shared/ports/case-store.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { seenBy, askedUnseen } from '#shared/domain/queue/role-view.ts';
import { queueLine } from '../reading/case-view.ts';

export interface ListCasesDeps {
  admit: AdmitStaff;
  queue: WorkQueue;
  clock: Clock;
  country: QueuePack;
}

/**
 * `GET /v1/cases`: cases that are not closed, oldest promise first. A page reads a limited number of entries. It may be
 * short or empty when few of them match; the cursor leads on. Each role sees only its own fields, and can filter by no
 * other.
 */
export function listCases({
  admit,
  queue,
  clock,
  country,
}: ListCasesDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  const parse = queueQueryParser(country);
  return async (request) => {
    const by = await admit(request, 'list_cases');
    const { filter, cursor: from } = parse(request.query);
    const errors = askedUnseen(by.role, filter).map((name) => ({
      pointer: `/${name}`,
      code: 'unknown_field' as const,
    }));
    if (errors.length > 0) throw new Problem('invalid_fields', 422, { errors });
    const { cases, cursor } = await queue.page(from, partOf(filter)).catch((error: unknown) => {
      if (!(error instanceof CursorUnreadable)) throw error;
      throw new Problem('invalid_fields', 422, { errors: [{ pointer: '/cursor', code: 'wrong_form' }] });
    });
    const now = clock.now();
    return {
      status: 200,
      body: {
        cases: cases
          .filter((of) => !isExcludedPerson(of, by.id) && isAskedFor(of, filter, now))
          .map((of) => seenBy(by.role, queueLine(of))),
        ...(cursor === undefined ? {} : { cursor }),
      },
    };
  };
}

/** The smallest part of the queue that holds every case that is asked for. */
function partOf({ status, assignee }: QueueFilter): QueuePart {
  if (status === 'resolved') return 'resolved';
  return assignee === undefined || assignee === nobody ? 'open' : { assignee };
}
