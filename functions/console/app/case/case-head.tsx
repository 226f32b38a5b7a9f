import type { CaseView } from '../api/answers.ts';
import { isPast, sayDeadline } from '../frame/moments.ts';
import { SeverityMark } from '../frame/severity-mark.tsx';
import { labelOf } from '../frame/texts.ts';
import { LeaveCase } from '../reading/leave-case.tsx';

/** What stands above each part of a case and stays in sight: which case it is, how urgent, and what is due next. */
export function CaseHead({ view }: { view: CaseView }) {
  const { caseNumber, severity, status, due } = view;
  return (
    <div class="case-head">
      <h1>{caseNumber}</h1>
      <SeverityMark severity={severity} />
      {status === undefined ? null : <span>{labelOf('statuses', status)}</span>}
      {due === undefined || isPast(due.at) ? null : (
        <span class="due">
          {labelOf('clocks', due.clock)}: <b>{sayDeadline(due.at)}</b>
        </span>
      )}
      <LeaveCase number={caseNumber} />
    </div>
  );
}
