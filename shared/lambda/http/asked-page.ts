import { Problem } from '../../contracts/http/http.ts';
import { CursorUnreadable } from '../../ports/case-store.ts';

/** The page that somebody asked for. A cursor that no page gave is refused by name. */
export async function askedPage<Page>(page: Promise<Page>): Promise<Page> {
  return page.catch((error: unknown) => {
    throw error instanceof CursorUnreadable ? cursorUnreadable() : error;
  });
}

/** The refusal of a cursor that no page gave. */
export function cursorUnreadable(): Problem {
  return new Problem('invalid_fields', 422, {
    errors: [{ pointer: '/cursor', code: 'wrong_form', expected: 'cursor' }],
  });
}
