import type { Case } from '../../../domain/case/case.ts';
import { concluded } from '../../../domain/case/concluded.ts';
import { teamOf } from '../../../domain/case/team.ts';
import { unreadSince } from '../../../domain/case/unseen/unread.ts';
import { dueOf, missedOf } from '../../../domain/queue/due.ts';

type Json = Readonly<Record<string, unknown>>;

/** How a case stands, as every command answers it. It has clear fields only, because it is stored for retries. */
export function caseSummary(of: Case): Json {
  const { caseNumber, revision, status, severity, assignee } = of;
  const { readAt, acknowledgedAt, handledAt, resolvedAt } = of;
  const stood = { caseNumber, revision, status, severity, assignee, ...dueView(of) };
  return { ...stood, readAt, acknowledgedAt, handledAt, resolvedAt, ...approvalsView(of) };
}

/** What was asked and decided. The code of the outside partner is left out: only their letter tells it. */
export function approvalsView({ approvals }: Case): Json {
  return {
    approvals: approvals?.map(({ partner, ...approval }) => {
      if (partner === undefined) return approval;
      const { code: _, ...shown } = partner;
      return { ...approval, partner: shown };
    }),
  };
}

/** The next deadline with its name, and what was missed. Both are absent when there is nothing to say. */
export function dueView(of: Case): Json {
  const missed = missedOf(of);
  return { due: dueOf(of), ...(missed.length === 0 ? {} : { missed }) };
}

/** Whether a case has a holder who cannot work on it any more; absent when not. */
export function holderView(isGone: boolean): Json {
  return isGone ? { holderGone: true } : {};
}

/** A line of the work queue. */
export function queueLine(of: Case, isHolderGone: boolean): Json {
  const { receivedAt, enteredAt, channel, promise } = of;
  const { category, region } = concluded(of);
  const told = { receivedAt, enteredAt, channel, unreadSince: unreadSince(of) };
  const raises = of.raises === undefined || of.raises.length === 0 ? {} : { raises: of.raises };
  const more = { team: teamOf(of), promise, category, region };
  return { ...caseSummary(of), ...holderView(isHolderGone), ...told, ...raises, ...more };
}
