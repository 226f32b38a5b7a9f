import { html, type Markup } from './html.ts';

/** A choice of a field: its code, and what it is called. */
export interface Option {
  code: string;
  label: string;
}

/** A field as it is drawn: under which name it is sent, what it is called, and what was typed or chosen. */
export interface Field {
  name: string;
  label: string;
  hint?: string | undefined;
  value?: string | undefined;
  error?: string | undefined;
  /** The only field in question: its error is read out at once, and it has the focus. */
  isAlone?: boolean;
}

/** The id of a field. An error leads there. */
export function fieldId(name: string): string {
  return `f-${name}`;
}

export function textArea(field: Field, rows: number): Markup {
  // HTML skips one line break after the tag. So one is always there, and none of the writer's is lost.
  return html`
    ${labelOf(field)}
    <textarea id="${fieldId(field.name)}" name="${field.name}" rows="${rows}"${described(field)}>
${typed(field)}</textarea>`;
}

export function textInput(field: Field, type: 'text' | 'tel' | 'email' | 'numeric' = 'text', isSecret = false): Markup {
  // An address of mail is checked by nobody but us, who keep what was typed. So its type only chooses the keyboard.
  const mode = type === 'text' ? '' : html` inputmode="${type}"`;
  const secret = isSecret ? html` spellcheck="false" autocapitalize="characters"` : '';
  return html`
    ${labelOf(field)}
    <input id="${fieldId(field.name)}" name="${field.name}"${mode}${secret} value="${typed(field)}"${described(field)}>`;
}

/** What was typed, without what no page can hold: a browser reads another sign for a zero, and would send that. */
export function typed({ value = '' }: Pick<Field, 'value'>): string {
  return value.replaceAll('\0', '');
}

/** A list to choose one of. Nothing is chosen before. `groups` have a heading each. */
export function select(
  field: Field,
  choose: string,
  options: readonly Option[],
  groups: readonly { label: string; options: readonly Option[] }[] = [],
): Markup {
  const one = ({ code, label }: Option): Markup =>
    html`<option value=${plain(code)}${code === field.value ? html` selected` : ''}>${label}</option>`;
  return html`
    ${labelOf(field)}
    <select id="${fieldId(field.name)}" name="${field.name}"${described(field)}>
      <option value="">${choose}</option>
      ${options.map(one)}
      ${groups.map((group) => html`<optgroup label="${group.label}">${group.options.map(one)}</optgroup>`)}
    </select>`;
}

/** Answers side by side. The group has the field's id, so that an error leads to it. */
export function choices(field: Field, options: readonly Option[], group = ''): Markup {
  return html`
    <fieldset id=${plain(fieldId(field.name))}${group === '' ? '' : html` class="${group}"`}${describedBy(field)}>
      <legend>${field.label}</legend>
      ${about(field)}
      <div class=row>${options.map((option) => choice(field.name, option, option.code === field.value))}</div>
    </fieldset>`;
}

/** One answer of several with the same name. A form has a hundred, so it is as short as it can be. */
export function choice(
  name: string,
  { code, label }: Option,
  isChosen: boolean,
  type: 'radio' | 'checkbox' = 'radio',
): Markup {
  return html`
    <label>
      <input type=${type} name=${plain(name)} value=${plain(code)}${isChosen ? html` checked` : ''}>
      ${label}
    </label>`;
}

/** A value of our own that needs no quotes. Whatever else it is, it must not stand without them. */
function plain(code: string): string {
  if (!/^[\w-]+$/.test(code)) throw new Error('A code that needs quotes.');
  return code;
}

function labelOf(field: Field): Markup {
  return html`
    <label for="${fieldId(field.name)}">${field.label}</label>
    ${about(field)}`;
}

/** What helps with a field, and what is wrong with it. `describedBy` ties both to it. */
function about({ name, hint, error, isAlone = false }: Field): Markup {
  return html`
    ${hint === undefined ? '' : html`<p class="quiet" id="${fieldId(name)}-h">${hint}</p>`}
    ${error === undefined ? '' : html`<p class="error" id="${fieldId(name)}-e"${isAlone ? html` role="alert"` : ''}>${error}</p>`}`;
}

function describedBy({ name, hint, error }: Field): Markup {
  const ids = [hint === undefined ? '' : `${fieldId(name)}-h`, error === undefined ? '' : `${fieldId(name)}-e`];
  const said = ids.filter((id) => id !== '').join(' ');
  return html`${said === '' ? '' : html` aria-describedby="${said}"`}`;
}

function described(field: Field): Markup {
  const { error, isAlone = false } = field;
  return html`
    ${describedBy(field)}
    ${error === undefined ? '' : html` aria-invalid="true"`}
    ${error !== undefined && isAlone ? html` autofocus` : ''}`;
}
