import { listCases } from '../queue/list-cases.ts';
import type { ListCasesDeps } from '../queue/list-cases.ts';
import { readCase } from './read-case.ts';
import type { ReadCaseDeps } from './read-case.ts';
import { showCase } from './show-case.ts';
import type { ShowCaseDeps } from './show-case.ts';

export type LookingDeps = ListCasesDeps & ShowCaseDeps & ReadCaseDeps;

/** The queue, one case, and its words. */
export function lookingHandlers(deps: LookingDeps) {
  return { list: listCases(deps), show: showCase(deps), read: readCase(deps) };
}
