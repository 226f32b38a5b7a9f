import { assessCase } from '../handling/assess-case.ts';
import type { AssessCaseDeps } from '../handling/assess-case.ts';
import { closeCase } from './close-case.ts';
import type { CloseCaseDeps } from './close-case.ts';
import { moveTarget } from '../handling/move-target.ts';
import type { MoveTargetDeps } from '../handling/move-target.ts';
import { recordNotice, recordNoticeAnswer } from '../notices/record-notice.ts';
import type { RecordNoticeDeps } from '../notices/record-notice.ts';
import { reopenCase } from './reopen-case.ts';
import type { ReopenCaseDeps } from './reopen-case.ts';
import { waitFor } from '../handling/wait-for.ts';

export type CourseDeps = AssessCaseDeps & CloseCaseDeps & MoveTargetDeps & RecordNoticeDeps & ReopenCaseDeps;

/** The course a case takes: what it is about, for whom it waits, what platforms were asked, and its end. */
export function courseHandlers(deps: CourseDeps) {
  return {
    assessment: assessCase(deps),
    waiting: waitFor(deps),
    target: moveTarget(deps),
    notice: recordNotice(deps),
    noticeAnswer: recordNoticeAnswer(deps),
    closure: closeCase(deps),
    reopening: reopenCase(deps),
  };
}
