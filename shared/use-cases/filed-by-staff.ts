import { noReason } from '../domain/access/access-log.ts';
import type { AccessEntry } from '../domain/access/access-log.ts';
import type { Case } from '../domain/case/case.ts';
import { dangerKnown } from '../domain/case/danger/danger.ts';
import { firstStatus, statusAfter } from '../domain/case/lifecycle.ts';
import type { ReportedFacts } from '../domain/report/report.ts';
import type { Instant } from '../domain/time/instant.ts';

/** What a case begins with that somebody of staff wrote down. */
type ReadAtBirth = Pick<
  Case,
  'status' | 'readAt' | 'lastReadAt' | 'readUpTo' | 'readers' | 'receiptKnownTo' | 'danger'
>;

/** What is different about a report that somebody of staff files for somebody else. `by`: directory id. */
export const filedByStaff = (by: string) => ({
  /**
   * Whoever files a report for a caller has read it, and knows its code. No clock waits for that. A person in danger is
   * to be called for from then on. Source: docs/practice.md, Cases.
   */
  born: (reported: ReportedFacts, now: Instant): ReadAtBirth => {
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
  entry: (of: Pick<AccessEntry, 'caseId' | 'caseNumber' | 'at'>): AccessEntry => {
    return { ...of, actor: by, action: 'filed', reason: noReason, holder: 'nobody' };
  },
});

export type FiledByStaff = ReturnType<typeof filedByStaff>;
