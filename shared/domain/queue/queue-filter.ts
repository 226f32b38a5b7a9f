import { isHolderGone } from '../access/holder.ts';
import type { Case } from '../case/case.ts';
import { concluded } from '../case/concluded.ts';
import { caseStatuses, isOver } from '../case/status.ts';
import type { CaseStatus } from '../case/status.ts';
import { teamOf } from '../case/team.ts';
import type { Team } from '../case/team.ts';
import { unreadSince } from '../case/unseen/unread.ts';
import type { Channel } from '../report/report.ts';
import type { Severity } from '../report/severity.ts';
import type { Instant } from '../time/instant.ts';
import { openDeadlines } from './due.ts';

/** The statuses that somebody can ask for. A closed case stands in the queue only while words in it are unread. */
export const queuedStatuses = caseStatuses.filter((status) => status !== 'closed');

/** As `assignee`, it asks for the cases that nobody has. Who cannot work on cases any more has none. */
export const nobody = 'nobody';

/** As `assignee`, it asks for the cases of whoever asks. */
export const oneself = 'me';

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
  /** A deadline of any kind that still runs or was missed. */
  dueBefore?: Instant | undefined;
  overdue?: boolean | undefined;
  /** Whether nobody has read the report, or what the reporter wrote since it was last read. */
  unread?: boolean | undefined;
}

/**
 * Whether a case matches the filter. Without a status that is asked for, an ended case is shown only while words in it
 * are unread. `holders` are the ids of everybody who can hold a case now.
 */
export function isAskedFor(of: Case, filter: QueueFilter, now: Instant, holders: ReadonlySet<string>): boolean {
  const { category, region } = concluded(of);
  const { dueBefore } = filter;
  const deadlines = openDeadlines(of);
  const isUnread = unreadSince(of) !== undefined;
  const isNobodys = of.assignee === undefined || isHolderGone(of, holders);
  const same = <T>(asked: T | undefined, is: T | undefined): boolean => asked === undefined || asked === is;
  return (
    same(filter.status, of.status) &&
    (filter.status !== undefined || !isOver(of) || isUnread) &&
    same(filter.severity, of.severity) &&
    (filter.assignee === nobody ? isNobodys : same(filter.assignee, of.assignee)) &&
    same(filter.team, teamOf(of)) &&
    same(filter.category, category) &&
    same(filter.region, region) &&
    same(filter.channel, of.channel) &&
    (dueBefore === undefined || deadlines.some(({ at }) => at < dueBefore)) &&
    same(
      filter.overdue,
      deadlines.some(({ at, missed }) => missed === true || at < now),
    ) &&
    same(filter.unread, isUnread)
  );
}
