import * as z from 'zod/mini';
import { receiptAssurances } from '../../../domain/commands/reporter/reporter-actions.ts';
import { parseBody } from './commands.ts';

/** Bodies of commands about a reporter's receipt. Apart, because they are loaded when asked for. */
export const receiptBodies = {
  /** A case number alone opens nothing: how it was made sure that this is the reporter. */
  receiptReissue: z.strictObject({ assuredBy: z.enum(receiptAssurances) }),
} as const;

/** Reads the body of a re-issue. Throws a `Problem` `invalid_fields`. */
export function parseReissue(body: unknown): z.infer<typeof receiptBodies.receiptReissue> {
  return parseBody(receiptBodies.receiptReissue, body);
}
