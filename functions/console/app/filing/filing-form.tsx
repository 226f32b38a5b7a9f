import { useEffect, useRef } from 'preact/hooks';
import { fileReport } from '../api/commands.ts';
import type { Filed } from '../api/answers.ts';
import { Link } from '../frame/link.tsx';
import { say, texts, words } from '../frame/texts.ts';
import { Titled } from '../frame/titled.tsx';
import { RefusalSummary } from '../form/refusal.tsx';
import { useSending } from '../form/sending.ts';
import { CallSections } from './call-sections.tsx';
import { emptyCall, fieldOfCall, reportOfCall } from './report-of-call.ts';

/** The fields, in the order in which a call goes. Enter in a line sends nothing: there is no button for it. */
export function FilingForm({ onFiled }: { onFiled: (filed: Filed, language: string) => void }) {
  const w = words().filing;
  const { languages, timeZone } = texts().country;
  const told = useRef('');
  const { form, state, problem, send } = useSending({
    of: 'filing',
    empty: emptyCall(languages[0] ?? ''),
    body: (fields) =>
      fields.category === ''
        ? { missing: { text: w.categoryMissing, field: 'category' } }
        : { body: reportOfCall(fields, timeZone) },
    send: (body, key) => {
      told.current = body.language ?? '';
      return fileReport(body, key);
    },
    done: (filed) => onFiled(filed, told.current),
    fieldAt: fieldOfCall,
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
  return (
    <Titled title={w.title}>
      <form class="filing" noValidate onSubmit={(event) => event.preventDefault()}>
        <p class="quiet">{w.nothingRequired}</p>
        <CallSections form={form} />
        <div class="save">
          <RefusalSummary form={form} sending={state}>
            {problem?.caseNumber === undefined ? null : (
              <p>
                <Link to={`/cases/${problem.caseNumber}`}>{say(w.openTheirCase, { number: problem.caseNumber })}</Link>
              </p>
            )}
          </RefusalSummary>
          <p class="actions">
            <button
              type="button"
              class="primary"
              onClick={() => void send()}
              aria-disabled={state.sending}
              aria-describedby="save-by-keys"
            >
              {state.sending ? words().frame.sending : state.refusal === undefined ? w.save : words().frame.tryAgain}
            </button>
            <span class="quiet" id="save-by-keys">
              {w.saveByKeys}
            </span>
          </p>
        </div>
      </form>
    </Titled>
  );
}
