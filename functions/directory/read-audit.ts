import type { HttpAnswer, HttpRequest } from '#shared/contracts/http/http.ts';
import { Problem } from '#shared/contracts/http/http.ts';
import { askedPage } from '#shared/lambda/http/asked-page.ts';
import type { TakeChangeDeps } from './take-change.ts';

/**
 * `GET /v1/directory/audit?month=2026-11`: who changed what, newest first, page by page. Without `month` it is this
 * month.
 */
export function readAudit({ admit, book, clock }: TakeChangeDeps): (request: HttpRequest) => Promise<HttpAnswer> {
  return async (request) => {
    await admit(request, 'see_directory_audit');
    const { month = clock.now().slice(0, 'YYYY-MM'.length), cursor } = request.query;
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
      throw new Problem('invalid_fields', 422, {
        errors: [{ pointer: '/month', code: 'wrong_form', expected: 'month' }],
      });
    }
    return { status: 200, body: { month, ...(await askedPage(book.audit(month, cursor))) } };
  };
}
