import type { Severity } from '#shared/domain/report/severity.ts';
import { labelOf } from './texts.ts';

/** A severity by its word, its shape and its colour, so that none of them is needed alone. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <span class={`severity ${severity}`}>
      <span class="shape" aria-hidden="true" /> {labelOf('severities', severity)}
    </span>
  );
}
