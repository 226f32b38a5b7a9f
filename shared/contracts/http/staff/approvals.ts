import * as z from 'zod/mini';
import { exportReasons } from '../../../domain/case/case.ts';
import { parseBody } from './commands.ts';

/** Bodies of what needs a second person. Apart, because they are loaded when asked for. */
export const approvalBodies = {
  exportRequest: z.strictObject({ reason: z.enum(exportReasons) }),
  exportTaking: z.strictObject({}),
  approval: z.strictObject({ verdict: z.enum(['approve', 'refuse']) }),
} as const;
export type ApprovalBodies = { [N in keyof typeof approvalBodies]: z.infer<(typeof approvalBodies)[N]> };

/** Reads the body of such a command; none at all is an empty one. Throws a `Problem` `invalid_fields`. */
export function parseApprovalBody<N extends keyof ApprovalBodies>(name: N, body: unknown): ApprovalBodies[N] {
  return parseBody(approvalBodies[name] as unknown as z.ZodMiniType<ApprovalBodies[N]>, body);
}
