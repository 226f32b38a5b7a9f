import type { Case } from '../case/case.ts';
import { isOver } from '../case/status.ts';
import { unreadSince } from '../case/unseen/unread.ts';
import { severities } from '../report/severity.ts';
import type { Severity } from '../report/severity.ts';
import { dueOf, missedOf } from './due.ts';

/** The rank of an ended case in which everything is read. It comes after all digits. */
export const rankOfEnded = 'E';

/**
 * The place of a case in a list, as a text that sorts: `<rank>#<instant>`. Ranks are, in order: unread critical with a
 * miss, other unread critical, what is missed by severity, the rest by severity. The next deadline decides among
 * equals. An ended case with unread words counts as missed, because nobody looks for words there.
 * Source: docs/practice.md, Work list.
 */
export function placeOf(of: Case): string {
  const rank = rankOf(of);
  if (rank === rankOfEnded) return `${rank}#${of.resolvedAt ?? of.promise.resolveBy}`;
  return `${rank}#${dueOf(of)?.at ?? unreadSince(of) ?? of.promise.resolveBy}`;
}

function rankOf(of: Case): string {
  const isUnread = unreadSince(of) !== undefined;
  if (isOver(of) && !isUnread) return rankOfEnded;
  const isMissed = isOver(of) || missedOf(of).length > 0;
  if (isUnread && of.severity === 'critical') return isMissed ? '0' : '1';
  return String((isMissed ? 2 : 6) + urgency(of.severity));
}

/** 0 for critical, 3 for low. */
export function urgency(severity: Severity): number {
  return severities.length - 1 - severities.indexOf(severity);
}
