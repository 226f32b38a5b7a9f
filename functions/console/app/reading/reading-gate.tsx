import { useEffect, useRef } from 'preact/hooks';
import { readReasons } from '#shared/domain/access/access-log.ts';
import type { CaseView, OpenedCase } from '../api/answers.ts';
import { CommandButton } from '../form/command-button.tsx';
import { me } from '../frame/people.ts';
import { labelOf, words } from '../frame/texts.ts';
import { ringsFor } from '../night/ladder.ts';
import { gateIsWanted, keepText, type ReadReason } from './opened.ts';
import { isHard, needsReason, warningsOf } from './hard-texts.ts';
import { ReadingsOfShift } from './welfare/readings-of-shift.tsx';

/** What stands before a text: what kind of text comes, and why it is opened. One tap opens it. */
export function ReadingGate({ view }: { view: CaseView }) {
  const w = words().reading;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (gateIsWanted.value) heading.current?.focus();
    gateIsWanted.value = false;
  }, []);
  const opened =
    (reason: ReadReason | undefined) =>
    (text: OpenedCase): void => {
      keepText(view.caseNumber, { text, reason, isHard: isHard(view) });
      requestAnimationFrame(() => document.querySelector<HTMLElement>('#opened-text')?.focus());
    };
  const place = { number: view.caseNumber };
  const isPrimary = !ringsFor(view);
  return (
    <section class="gate" aria-labelledby="gate-title">
      <h2 id="gate-title" tabIndex={-1} ref={heading}>
        {w.ready}
      </h2>
      {warningsOf(view).map((warning) => (
        <p key={warning} class="warning">
          {warning}
        </p>
      ))}
      {needsReason(view) ? (
        <fieldset class="reasons">
          <legend>{w.why}</legend>
          {readReasons.map((reason) => (
            <CommandButton
              key={reason}
              command="read"
              place={{ ...place, reason }}
              body={{ reason }}
              label={labelOf('readReasons', reason)}
              isPrimary={isPrimary && reason === likelyReason(view)}
              onDone={opened(reason)}
            />
          ))}
        </fieldset>
      ) : (
        <CommandButton command="read" place={place} body={{}} isPrimary={isPrimary} onDone={opened(undefined)} />
      )}
      <ReadingsOfShift />
    </section>
  );
}

const likelyReason = (view: CaseView): ReadReason =>
  view.assignee !== undefined && view.assignee === me.value?.id ? 'assigned_to_me' : 'on_duty';
