import type { ComponentChildren } from 'preact';
import type { Severity } from '#shared/domain/report/severity.ts';
import type { ClockKind } from '#shared/domain/case/timer-id.ts';
import { RefusalText } from '../form/refusal-text.tsx';
import { Link } from '../frame/link.tsx';
import { sayDeadline } from '../frame/moments.ts';
import { SeverityMark } from '../frame/severity-mark.tsx';
import { labelOf } from '../frame/texts.ts';
import { acknowledging, sayAcknowledging } from '../night/acknowledge.ts';
import type { Raise } from '../night/ladder.ts';
import { AcknowledgeButton, waiting } from '../night/raise-card.tsx';

interface Deadline {
  clock: ClockKind;
  at: string;
}

/** A case that waits: how urgent it is, what is due, why it stands here, and "I have it" when it rings. */
export function CaseRow({
  caseNumber,
  severity,
  due,
  missed,
  raises,
  isFirst = false,
  onAcknowledged,
  children,
}: {
  caseNumber: string;
  severity: Severity;
  due?: Deadline | undefined;
  /** The oldest deadline that was missed. It is told before the next one. */
  missed?: Deadline | undefined;
  raises: readonly Raise[];
  /** The first case of the page that rings: to say "I have it" here is the one thing to do. */
  isFirst?: boolean;
  onAcknowledged: () => void;
  children?: ComponentChildren;
}) {
  const next = missed ?? due;
  const state = acknowledging(caseNumber).value;
  const left = waiting(raises, state?.state === 'held' ? state.raises : []);
  const told = sayAcknowledging(state);
  return (
    <li class={`row ${severity}`}>
      <div class="row-text">
        <Link to={`/cases/${caseNumber}`} class="row-link" isRow>
          <SeverityMark severity={severity} /> <span class="number">{caseNumber}</span>
        </Link>
        {next === undefined ? null : (
          <p class={missed === undefined ? '' : 'late'}>
            {labelOf('clocks', next.clock)} {sayDeadline(next.at)}
          </p>
        )}
        {children}
      </div>
      <div class="row-act">
        {told === undefined ? null : <output class="told">{told}</output>}
        {state?.state === 'refused' ? (
          <div class="refusal" role="alert">
            <RefusalText refusal={state.refusal} />
          </div>
        ) : null}
        {left.length === 0 ? null : (
          <AcknowledgeButton number={caseNumber} raises={left} isPrimary={isFirst} onDone={onAcknowledged} />
        )}
      </div>
    </li>
  );
}
