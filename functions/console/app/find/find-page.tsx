import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { parseCaseNumber } from '#shared/domain/identifiers.ts';
import { may } from '../frame/people.ts';
import { go } from '../frame/route.ts';
import { Titled } from '../frame/titled.tsx';
import { words } from '../frame/texts.ts';
import { FindExact } from './find-exact.tsx';

/** Finds a case: by its number, or by what a reporter named. Nothing that is typed here comes into the address. */
export function FindPage() {
  const w = words().queue;
  const typed = useSignal('');
  const isWrong = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const open = (): void => {
    const parsed = parseCaseNumber(typed.value);
    isWrong.value = !parsed.ok;
    if (parsed.ok) go(`/cases/${parsed.caseNumber}`);
    else field.current?.focus();
  };
  return (
    <Titled title={w.findTitle}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <p class="field">
          <label for="find-number">{w.byNumber}</label>
          <span class="hint" id="find-number-hint">
            {w.numberHint}
          </span>
          {isWrong.value ? (
            <strong class="problem" id="find-number-problem" role="alert">
              {w.numberWrong}
            </strong>
          ) : null}
          <input
            id="find-number"
            type="text"
            ref={field}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            value={typed.value}
            aria-invalid={isWrong.value}
            aria-describedby={`find-number-hint${isWrong.value ? ' find-number-problem' : ''}`}
            onInput={({ currentTarget }) => {
              typed.value = currentTarget.value;
            }}
          />
        </p>
        <p class="actions">
          <button type="submit" class="primary">
            {w.openCase}
          </button>
        </p>
      </form>
      {may('find_case') ? <FindExact /> : null}
    </Titled>
  );
}
