import * as z from 'zod/mini';
import { keptLists } from '../../../domain/keeping/kept-lists.ts';
import type { KeptList } from '../../../domain/keeping/kept-lists.ts';
import { text } from '../fields.ts';
import { parseBody } from '../parse-body.ts';

/** The query of `GET /v1/keeping`: one list, and the page of it. Anything else is refused by name. */
export const keepingQuery = z.strictObject({ kind: z.enum(keptLists), cursor: z.optional(text(200)) });

/** Reads the query of `GET /v1/keeping`. Throws a `Problem` `invalid_fields`. */
export function parseKeepingQuery(query: Readonly<Record<string, string>>): {
  kind: KeptList;
  cursor?: string | undefined;
} {
  return parseBody(keepingQuery, query);
}
