import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Shown } from '../form/shown.tsx';
import { centreWords } from '../frame/texts.ts';

/** A list of the centre: each entry with its heading, and its form for whoever may change it. */
export function Entries<Entry extends { code: string }>({
  entries,
  title,
  renderEntry,
  renderForm,
  add,
}: {
  entries: readonly Entry[];
  title: (entry: Entry) => string;
  renderEntry: (entry: Entry) => ComponentChildren;
  /** The form of an entry, or of a new one. Absent for whoever only looks. */
  renderForm?: ((entry: Entry | undefined, close: () => void) => ComponentChildren) | undefined;
  /** The button that begins a new entry, where the centre may add some. */
  add?: string | undefined;
}) {
  const open = useSignal<string | undefined>(undefined);
  const before = useRef<string>(undefined);
  useEffect(() => {
    // The form is gone, and the button that opened it is there again.
    if (open.value === undefined && before.current !== undefined) document.getElementById(before.current)?.focus();
    before.current = open.value;
  }, [open.value]);
  const close = (): void => {
    open.value = undefined;
  };
  const formOrButton = (id: string, entry: Entry | undefined, button: ComponentChildren): ComponentChildren => {
    if (renderForm === undefined) return null;
    if (open.value === id) return <Shown>{renderForm(entry, close)}</Shown>;
    return (
      <p class="actions">
        <button type="button" id={id} onClick={() => (open.value = id)}>
          {button}
        </button>
      </p>
    );
  };
  return (
    <>
      {add === undefined ? null : formOrButton('add', undefined, add)}
      {entries.map((entry) => (
        <section key={entry.code} class="entry" aria-labelledby={`of-${entry.code}`}>
          <h2 id={`of-${entry.code}`}>{title(entry)}</h2>
          {renderEntry(entry)}
          {formOrButton(
            `change-${entry.code}`,
            entry,
            <>
              {centreWords().lists.change}
              <span class="unseen"> {title(entry)}</span>
            </>,
          )}
        </section>
      ))}
    </>
  );
}
