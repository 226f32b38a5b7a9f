import type { Case } from '../case/case.ts';
import { concluded } from '../case/concluded.ts';
import { caseStatuses } from '../case/status.ts';
import type { CaseStatus } from '../case/status.ts';
import { nextPromise } from '../case/promise.ts';
import { teamOf } from '../case/team.ts';
import type { Team } from '../case/team.ts';
import { unreadSince } from '../case/unseen/unread.ts';
import type { Channel } from '../report/report.ts';
import type { Severity } from '../report/severity.ts';
import type { Instant } from '../time/instant.ts';

/** The statuses that the queue shows. A closed case is found by its number only. */
export const queuedStatuses = caseStatuses.filter((status) => status !== 'closed');

/** As `assignee`, it asks for the cases that nobody has. */
export const nobody = 'nobody';

/** What somebody asks the queue for. An absent field does not matter. */
export interface QueueFilter {
  status?: CaseStatus | undefined;
  severity?: Severity | undefined;
  /** Directory id, or `nobody`. */
  assignee?: string | undefined;
  team?: Team | undefined;
  /** What staff concluded, else what was reported. The same holds for `region`. */
  category?: string | undefined;
  region?: string | undefined;
  channel?: Channel | undefined;
  dueBefore?: Instant | undefined;
  overdue?: boolean | undefined;
  /** Whether nobody has read the report, or what the reporter wrote since it was last read. */
  unread?: boolean | undefined;
}

/** Whether a case matches the filter. */
export function isAskedFor(of: Case, filter: QueueFilter, now: Instant): boolean {
  const { category, region } = concluded(of);
  const due = nextPromise(of);
  const same = <T>(asked: T | undefined, is: T | undefined): boolean => asked === undefined || asked === is;
  return (
    same(filter.status, of.status) &&
    same(filter.severity, of.severity) &&
    same(filter.assignee, of.assignee ?? nobody) &&
    same(filter.team, teamOf(of)) &&
    same(filter.category, category) &&
    same(filter.region, region) &&
    same(filter.channel, of.channel) &&
    (filter.dueBefore === undefined || (due !== undefined && due < filter.dueBefore)) &&
    same(filter.overdue, due !== undefined && due < now) &&
    same(filter.unread, unreadSince(of) !== undefined)
  );
}
