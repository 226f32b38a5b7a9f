import { holdCase, releaseCase } from './hold-case.ts';
import { requestErasure } from './request-erasure.ts';
import type { RequestErasureDeps } from './request-erasure.ts';

export type KeepingDeps = RequestErasureDeps;

/** How long a case is kept: held beyond its time, or erased before it. */
export function keepingHandlers(deps: KeepingDeps) {
  return { hold: holdCase(deps), release: releaseCase(deps), erasure: requestErasure(deps) };
}
