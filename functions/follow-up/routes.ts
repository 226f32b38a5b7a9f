import type { Route } from '#shared/contracts/http/http.ts';
import { later } from '#shared/lambda/http/loaded-when-asked.ts';
import type { AskingDeps } from './asking/handlers.ts';
import { followReport } from './follow-report.ts';
import type { FollowReportDeps } from './follow-report.ts';

export type FollowUpDeps = FollowReportDeps & AskingDeps;

/** What the holder of a receipt can see and do. Looking is loaded at the start, the rest when it is first asked for. */
export function followUpRoutes(deps: FollowUpDeps): Route[] {
  const path = '/v1/follow-up';
  const ask = later(async () => (await import('./asking/handlers.ts')).askingHandlers(deps));
  return [
    { method: 'POST', path, changesNothing: true, handle: followReport(deps) },
    { method: 'POST', path: `${path}/messages`, handle: ask('add') },
    { method: 'POST', path: `${path}/withdrawal`, handle: ask('withdraw') },
    { method: 'POST', path: `${path}/lock`, handle: ask('lock') },
    { method: 'POST', path: `${path}/helped`, handle: ask('helped') },
  ];
}
