import type { ShiftCase } from '../api/answers.ts';
import { Link } from '../frame/link.tsx';
import { SeverityMark } from '../frame/severity-mark.tsx';
import { labelOf } from '../frame/texts.ts';
import { factsOf, sayHolder } from './say-facts.ts';

/** A case on the sheet. It is never cut in two on paper. */
export function SheetCase({ of }: { of: ShiftCase }) {
  const { caseNumber, severity, status } = of;
  return (
    <li class="row sheet-case">
      <Link to={`/cases/${caseNumber}`} class="row-link" isRow>
        <SeverityMark severity={severity} /> <span class="number">{caseNumber}</span>
      </Link>
      <div class="row-text">
        <p>
          {labelOf('statuses', status)} · {sayHolder(of)}
        </p>
        <ul class="concerns">
          {factsOf(of).map(({ said, isLate }) => (
            <li key={said} class={isLate === true ? 'late' : ''}>
              {said}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
