import { fillReady, hasBlank, readySentencesFor } from '#shared/domain/console/ready-sentences.ts';
import { noMessageReasons } from '#shared/domain/case/case.ts';
import { inLanguage } from '#shared/contracts/http/wording.ts';
import { sayMoment } from '#shared/domain/time/say-moment.ts';
import type { CaseView } from '../api/answers.ts';
import { Area, Choice, type Of } from '../form/fields.tsx';
import { fieldId, type Form } from '../form/form-fields.ts';
import { language, labelOf, say, texts, words } from '../frame/texts.ts';
import { now } from '../sign-in/session.ts';
import { insertedAt } from './message/inserted-at.ts';
import { MessagePreview } from './message/message-preview.tsx';
import { knownBlanks, readyFactsOf, reporterOf } from './message/reader.ts';

/** The fields of whoever writes to the reporter, or says why not. `tell` is `write`, or the reason. */
export interface TellingFields {
  tell: string;
  message: string;
}

export const notTold: TellingFields = { tell: '', message: '' };

/** What is sent of them. A text tells what is missing. */
export function toldOf({
  tell,
  message,
}: TellingFields): { message: string } | { noMessageBecause: (typeof noMessageReasons)[number] } | string {
  const reason = noMessageReasons.find((one) => one === tell);
  if (reason !== undefined) return { noMessageBecause: reason };
  return messageProblem(message) ?? { message };
}

/** What stands against sending a message, said before it is sent. */
export function messageProblem(message: string): string | undefined {
  const w = words().handling;
  if (message.trim() === '') return w.messageMissing;
  return hasBlank(message) ? w.blankLeft : undefined;
}

/** A message to the reporter, or why there is none. */
export function MessageOrWhy<Fields extends TellingFields>({ form, view }: { form: Form<Fields>; view: CaseView }) {
  const w = words().handling;
  const options = [
    { code: 'write', label: w.write },
    ...noMessageReasons.map((code) => ({ code, label: labelOf('noMessageReasons', code) })),
  ];
  return (
    <>
      <Choice form={form} name={'tell' as Of<Fields, string>} label={w.tell} options={options} />
      {form.fields.tell === '' || form.fields.tell === 'write' ? (
        <MessageField
          form={form}
          name={'message' as Of<Fields, string>}
          view={view}
          onType={() => {
            if (form.fields.tell === '') form.set({ tell: 'write' } as Partial<Fields>);
          }}
        />
      ) : null}
    </>
  );
}

/**
 * A message to the reporter: what is typed, ready sentences that are added to it, and how the reporter sees it. A ready
 * sentence only adds; all of it can be changed.
 */
export function MessageField<Fields>({
  form,
  name,
  view,
  label = labelOf('fields', 'message'),
  onType,
}: {
  form: Form<Fields>;
  name: Of<Fields, string>;
  view: CaseView;
  label?: string;
  onType?: () => void;
}) {
  const w = words().handling;
  const { language: read, address } = reporterOf(view, language.value);
  const text = form.fields[name] as string;
  const set = (next: string): void => {
    form.set({ [name]: next } as Partial<Fields>);
    onType?.();
  };
  const add = (sentence: string): void => {
    const area = document.getElementById(fieldId(form, name)) as HTMLTextAreaElement | null;
    const inserted = insertedAt(text, area?.selectionStart ?? text.length, sentence);
    set(inserted.text);
    // The text is drawn first, so that the cursor can stand behind what was added.
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(inserted.caret, inserted.caret);
    });
  };
  const hint = say(w.reads, { language: texts().country.languageNames[read] ?? read, address: w.addresses[address] });
  return (
    <>
      <div onInput={() => onType?.()}>
        <Area form={form} name={name} label={label} hint={hint} rows={6} lang={read} />
      </div>
      {hasBlank(text) ? <p class="problem">{w.blankLeft}</p> : null}
      <ReadySentences view={view} onChoose={add} />
      <MessagePreview view={view} text={text} />
    </>
  );
}

/** The sentences for this reporter: those that fit the case first, the others behind one more step. */
function ReadySentences({ view, onChoose }: { view: CaseView; onChoose: (sentence: string) => void }) {
  const w = words().handling;
  const { readySentences, blanks, country } = texts();
  const facts = readyFactsOf(view);
  if (facts === undefined) return null;
  const at = now().toISOString();
  const { language: read, address } = reporterOf(view, country.language);
  const known = knownBlanks(view, at, (until) =>
    sayMoment({ use: 'by', at: until, now: at }, read, country.timeZone, country.moments),
  );
  const offered = readySentencesFor(readySentences, facts).flatMap(({ code, fits }) => {
    const sentence = readySentences.find((one) => one.code === code);
    const said = sentence?.text[address];
    if (sentence === undefined || said === undefined) return [];
    return [
      { code, fits, title: sentence.title, text: fillReady(inLanguage(said, read, country.language), known, blanks) },
    ];
  });
  const list = (those: typeof offered) => (
    <ul class="ready">
      {those.map(({ code, title, text }) => (
        <li key={code}>
          <button type="button" onClick={() => onChoose(text)}>
            {title}
          </button>
          <p class="hint" lang={read}>
            {text}
          </p>
        </li>
      ))}
    </ul>
  );
  const others = offered.filter(({ fits }) => !fits);
  const fitting = offered.filter(({ fits }) => fits);
  return (
    <details class="ready-sentences">
      <summary>{w.readySentences}</summary>
      <p class="hint">{w.readyHint}</p>
      {fitting.length === 0 ? null : (
        <>
          <h3>{w.fits}</h3>
          {list(fitting)}
        </>
      )}
      {others.length === 0 ? null : (
        <details>
          <summary>{w.others}</summary>
          {list(others)}
        </details>
      )}
    </details>
  );
}
