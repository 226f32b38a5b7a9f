import type { ComponentChildren } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { fieldId, fieldOf, type Form } from './form-fields.ts';
import { RefusalText } from './refusal-text.tsx';
import type { Sending } from './sending.ts';

/** Why something was not sent, with a link to each field that is wrong. Each refusal is told, also the same one again. */
export function RefusalSummary({
  form,
  sending,
  changed,
  children,
}: {
  form: Form<unknown>;
  sending: Sending;
  /** What is said where something else than a case has changed meanwhile. */
  changed?: string | undefined;
  children?: ComponentChildren;
}) {
  const { refusal, missing } = sending;
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal !== undefined || missing !== undefined) summary.current?.focus();
  }, [sending]);
  if (refusal === undefined && missing === undefined) return null;
  return (
    <div class="refusal" role="alert" tabIndex={-1} ref={summary}>
      {missing === undefined ? (
        <RefusalText refusal={refusal} hasText changed={changed} />
      ) : (
        <p>
          {missing.field === undefined ? (
            missing.text
          ) : (
            <FieldLink form={form} name={missing.field} text={missing.text} />
          )}
        </p>
      )}
      {form.problems.length === 0 ? null : (
        <ul>
          {form.problems.map(({ pointer, message }) => (
            <li key={pointer}>
              <FieldLink form={form} name={fieldOf(form, pointer)} text={message} isCalled />
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}

/**
 * Leads to a field without changing the address, which says where the person is. What is folded is opened. `isCalled`: the
 * text is the same for many fields, so the name of this one stands before it.
 */
function FieldLink({
  form,
  name,
  text,
  isCalled = false,
}: {
  form: Form<unknown>;
  name: string;
  text: string;
  isCalled?: boolean;
}) {
  const id = fieldId(form, name);
  const called = useSignal<string | undefined>(undefined);
  // A field that a refusal leads to may stand on another step, and is there only after this was drawn.
  useEffect(() => {
    called.value = isCalled ? calledOnPage(id) : undefined;
  }, [id, isCalled, text]);
  const lead = (event: Event): void => {
    event.preventDefault();
    const field = document.getElementById(id);
    const folded = field?.closest('details');
    if (folded) folded.open = true;
    field?.focus();
  };
  return (
    <a href={`#${id}`} onClick={lead}>
      {called.value === undefined ? text : `${called.value}: ${text}`}
    </a>
  );
}

/** What a field is called where it stands: by its label, or by the legend of its group. */
function calledOnPage(id: string): string | undefined {
  const field = document.getElementById(id) as (HTMLElement & Pick<HTMLInputElement, 'labels'>) | null;
  const label = field?.labels?.[0] ?? field?.querySelector(':scope > legend');
  return label?.textContent;
}
