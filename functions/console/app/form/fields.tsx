import type { ComponentChildren } from 'preact';
import { fieldId, problemOf, type Form } from './form-fields.ts';

export { Actions } from './actions.tsx';

/* The fields of which every form of the console is made. Each has its label, and what is wrong stands before it. */

/** The fields of a form that hold a value of this type. */
export type Of<Fields, Value> = { [N in keyof Fields]-?: Fields[N] extends Value ? N : never }[keyof Fields] & string;

interface Said {
  label: string;
  hint?: string | undefined;
}

export interface Option {
  code: string;
  label: string;
  hint?: string | undefined;
}

/** Options under one heading. */
export interface OptionGroup {
  label: string;
  options: readonly Option[];
}

/** What stands around each field: label, hint and problem, tied to it for whoever cannot see them. */
function around<Fields>(form: Form<Fields>, name: string, { hint }: Said) {
  const id = fieldId(form, name);
  const problem = problemOf(form, name);
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`].filter(
    Boolean,
  );
  return {
    id,
    described: {
      ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
      ...(problem === undefined ? {} : { 'aria-invalid': 'true' as const }),
    },
    notes: (
      <>
        {hint === undefined ? null : (
          <span class="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
        {problem === undefined ? null : (
          <strong class="problem" id={`${id}-problem`}>
            {problem}
          </strong>
        )}
      </>
    ),
  };
}

/** A control with its label above it. `put` keeps what was typed or chosen. */
function labelled<Fields>(
  { form, name, ...said }: Said & { form: Form<Fields>; name: Of<Fields, string> },
  draw: (
    attributes: { id: string; value: string },
    put: (event: { currentTarget: { value: string } }) => void,
  ) => ComponentChildren,
) {
  const { id, described, notes } = around(form, name, said);
  return (
    <p class="field">
      <label for={id}>{said.label}</label>
      {notes}
      {draw({ id, value: form.fields[name] as string, ...described }, ({ currentTarget }) =>
        form.set({ [name]: currentTarget.value } as Partial<Fields>),
      )}
    </p>
  );
}

/** A text of several lines. It is never cut: a text that is too long comes back whole, with what is wrong. */
export function Area<Fields>({
  rows = 5,
  lang,
  secret = false,
  ...of
}: Said & { form: Form<Fields>; name: Of<Fields, string>; rows?: number; lang?: string; secret?: boolean }) {
  return labelled(of, (attributes, put) => (
    <textarea
      rows={rows}
      lang={lang}
      autocomplete="off"
      spellcheck={secret ? false : undefined}
      onInput={put}
      {...attributes}
    />
  ));
}

/** One line of text. `secret` keeps it from the browser's spell checker, which may send it away. */
export function Line<Fields>({
  type = 'text',
  secret = false,
  inputMode,
  ...of
}: Said & {
  form: Form<Fields>;
  name: Of<Fields, string>;
  type?: 'text' | 'datetime-local' | 'date' | 'time' | 'tel' | 'email';
  secret?: boolean;
  /** Of a phone's keyboard. */
  inputMode?: 'numeric';
}) {
  return labelled(of, (attributes, put) => (
    <input
      {...({ type } as { type: 'text' })}
      autocomplete="off"
      inputMode={inputMode}
      spellcheck={secret ? false : undefined}
      onInput={put}
      {...attributes}
    />
  ));
}

/** One of many codes, from a list. An empty code means that nothing is chosen yet. */
export function Select<Fields>({
  options,
  none,
  ...of
}: Said & {
  form: Form<Fields>;
  name: Of<Fields, string>;
  options: readonly (Option | OptionGroup)[];
  none?: string | undefined;
}) {
  return labelled(of, (attributes, put) => (
    <select onChange={put} {...attributes}>
      {none === undefined ? null : <option value="">{none}</option>}
      {options.map((one) =>
        'code' in one ? (
          <OptionOf key={one.code} {...one} />
        ) : (
          <optgroup key={one.label} label={one.label}>
            {one.options.map((option) => (
              <OptionOf key={option.code} {...option} />
            ))}
          </optgroup>
        ),
      )}
    </select>
  ));
}

function OptionOf({ code, label }: Option) {
  return <option value={code}>{label}</option>;
}

interface Options extends Said {
  options: readonly Option[];
  /** Short options stand side by side. */
  isInRow?: boolean;
}

/** Codes with a button or a box of its own for each. `pressed` is the field's value once a code was pressed. */
function optionList<Fields>(
  { form, name, options, isInRow = false, ...said }: Options & { form: Form<Fields>; name: keyof Fields & string },
  type: 'radio' | 'checkbox',
  isChosen: (code: string) => boolean,
  pressed: (code: string) => unknown,
) {
  const { id, described, notes } = around(form, name, said);
  return (
    <fieldset class={isInRow ? 'field in-row' : 'field'} id={id} tabIndex={-1} {...described}>
      <legend>{said.label}</legend>
      {notes}
      {options.map(({ code, label, hint }) => (
        <label key={code} class="option">
          <input
            type={type}
            {...(type === 'radio' ? { name: id } : {})}
            value={code}
            checked={isChosen(code)}
            onChange={() => form.set({ [name]: pressed(code) } as Partial<Fields>)}
          />
          <span>
            {label}
            {hint === undefined ? null : <span class="hint">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** One of few codes, each with a button of its own. */
export function Choice<Fields>(of: Options & { form: Form<Fields>; name: Of<Fields, string> }) {
  return optionList(
    of,
    'radio',
    (code) => of.form.fields[of.name] === code,
    (code) => code,
  );
}

/** Any number of codes. */
export function Choices<Fields>(of: Options & { form: Form<Fields>; name: Of<Fields, readonly string[]> }) {
  const chosen = of.form.fields[of.name] as readonly string[];
  return optionList(
    of,
    'checkbox',
    (code) => chosen.includes(code),
    (code) => (chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]),
  );
}

/** Several fields that are one field of the command. What is wrong with any of them stands before all. */
export function Group<Fields>({
  form,
  name,
  children,
  ...said
}: Said & { form: Form<Fields>; name: string; children: ComponentChildren }) {
  const { id, described, notes } = around(form, name, said);
  return (
    <fieldset class="field group" id={id} tabIndex={-1} {...described}>
      <legend>{said.label}</legend>
      {notes}
      {children}
    </fieldset>
  );
}

/** Yes or no. */
export function Tick<Fields>({ form, name, ...said }: Said & { form: Form<Fields>; name: Of<Fields, boolean> }) {
  const { id, described, notes } = around(form, name, said);
  return (
    <p class="field">
      <label class="option">
        <input
          id={id}
          type="checkbox"
          checked={form.fields[name] as boolean}
          onChange={({ currentTarget }) => form.set({ [name]: currentTarget.checked } as Partial<Fields>)}
          {...described}
        />
        <span>{said.label}</span>
      </label>
      {notes}
    </p>
  );
}

/** Codes as options, with their labels. */
export function optionsOf(codes: readonly string[], label: (code: string) => string): Option[] {
  return codes.map((code) => ({ code, label: label(code) }));
}
