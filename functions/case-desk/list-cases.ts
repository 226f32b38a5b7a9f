import { isExcludedPerson } from '#shared/domain/excluding.ts';
import type { HttpAnswer, HttpRequest } from '#shared/lambda/http.ts';
import { Problem } from '#shared/lambda/http.ts';
import { CursorUnreadable } from '#shared/ports/case-store.ts';
import type { WorkQueue } from '#shared/ports/case-store.ts';
import type { AdmitStaff } from '#shared/use-cases/admit-staff.ts';
import { queueLine } from './case-view.ts';

export interface ListCasesDeps {
  admit: AdmitStaff;
  queue: WorkQueue;
}

/** `GET /v1/cases`: open cases, oldest promise first. A page is bounded and may be short; the cursor leads on. */
export function listCases({ admit, queue }: ListCasesDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    const by = await admit(request, 'list_cases');
    const { cases, cursor } = await queue.page(request.query['cursor']).catch((error: unknown) => {
      if (!(error instanceof CursorUnreadable)) throw error;
      throw new Problem('invalid_fields', 422, { errors: [{ pointer: '/cursor', code: 'wrong_form' }] });
    });
    return {
      status: 200,
      body: {
        cases: cases.filter((of) => !isExcludedPerson(of, by.id)).map(queueLine),
        ...(cursor === undefined ? {} : { cursor }),
      },
    };
  };
}
