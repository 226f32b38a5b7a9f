import * as z from 'zod/mini';
import { erasureReasons } from '../../../domain/case/case.ts';
import { safetyDecisions } from '../../../domain/case/case.ts';
import { holdReasons } from '../../../domain/case/case.ts';
import { parseBody } from './commands.ts';

/** Bodies of commands about how long a case is kept. Apart, because they are loaded when asked for. */
export const keepingBodies = {
  hold: z.strictObject({ because: z.enum(holdReasons) }),
  release: z.strictObject({}),
  /** What was found when looking whether a child is safe comes with it; `cannot_tell` is refused. */
  erasure: z.strictObject({ because: z.enum(erasureReasons), safetyDecision: z.enum(safetyDecisions) }),
} as const;
export type KeepingBodies = { [N in keyof typeof keepingBodies]: z.infer<(typeof keepingBodies)[N]> };

/** Reads the body of such a command; none at all is an empty one. Throws a `Problem` `invalid_fields`. */
export function parseKeepingBody<N extends keyof KeepingBodies>(name: N, body: unknown): KeepingBodies[N] {
  return parseBody(keepingBodies[name] as unknown as z.ZodMiniType<KeepingBodies[N]>, body);
}
