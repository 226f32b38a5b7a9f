import { noReason } from '#shared/domain/access/access-log.ts';
import { dangerKnown } from '#shared/domain/case/danger/danger.ts';
import { firstStatus, statusAfter } from '#shared/domain/case/lifecycle.ts';
import type { FiledByStaff } from '#shared/use-cases/accept-report.ts';

/** What is different about a report that somebody of staff files for somebody else. `by`: directory id. */
export const filedByStaff = (by: string): FiledByStaff => ({
  /**
   * Whoever files a report for a caller has read it, and knows its code. No clock waits for that. A person in danger is
   * to be called for from then on. Source: docs/practice.md, Cases.
   */
  born: (reported, now) => {
    const status = statusAfter('read', firstStatus) ?? firstStatus;
    const danger = dangerKnown({ reported }, now);
    // The first event says that the report was received.
    const receiptKnownTo = [{ by, at: now, how: 'filed' as const }];
    return {
      status,
      readAt: now,
      lastReadAt: now,
      readUpTo: 1,
      readers: [by],
      receiptKnownTo,
      ...(danger === undefined ? {} : { danger }),
    };
  },
  /** The access log says who it was. */
  entry: (of) => ({ ...of, actor: by, action: 'filed', reason: noReason, holder: 'nobody' }),
});
