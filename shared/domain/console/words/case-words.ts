import type { Text } from '../../text.ts';

/** Words of the page of a case. */
export interface CaseWords extends Readonly<
  Record<
    | 'tabs'
    | 'bar'
    | 'stand'
    /** Stands on paper, with the day. */
    | 'printed'
    | 'onlyHead'
    | 'more'
    | 'toResolve'
    /** Before the severity's reasons. */
    | 'because'
    | 'holder'
    | 'nobody'
    | 'holderGone'
    | 'unread'
    | 'promise'
    | 'missed'
    | 'leadCase'
    | 'linkedCases'
    | 'maybeSameAs'
    | 'changed'
    | 'oneChange'
    /** `{count}` things happened. */
    | 'changes'
    | 'show'
    | 'clocks'
    | 'noClocks'
    | 'missedAt'
    | 'lastRung'
    | 'nextRung'
    /** `{number}` of a message. */
    | 'messageNumber'
    | 'history'
    | 'noReferrals'
    | 'notices'
    | 'noNotices'
    | 'kept'
    | 'held'
    | 'keptWhileOpen'
    | 'keptUndecided'
    | 'erasedAt'
    | 'approvals'
    | 'noApprovals'
    | 'lapses'
    | 'takesEffect'
    | 'taken'
    | 'receipts'
    | 'knownToNobody'
    | 'hasLeft'
    | 'excluded'
    | 'nobodyExcluded',
    Text
  >
> {
  tab: Readonly<Record<'course' | 'report' | 'thread' | 'referrals' | 'notes' | 'keeping', Text>>;
  /** What was promised to the reporter, by step. */
  promised: Readonly<Record<'read' | 'handle' | 'resolve', Text>>;
  /** How somebody of staff got to know the reporter's code. */
  knows: Readonly<Record<'filed' | 'reissued', Text>>;
}
