import { formType, multipartOf } from './forms.ts';
import { rawTextIn, treeOf, within, type PageElement } from './html-tree.ts';

/** What a form sends: names with their texts, in the order of the form. */
export type Entries = readonly (readonly [name: string, text: string])[];

/** A form of a page as a browser holds it. */
export interface PageForm {
  id?: string;
  /** Where it is sent, as its page says it. */
  action: string;
  /** What it sends as it stands. */
  entries: Entries;
  /** Every field of it, also one of which nothing is chosen; with what it offers, where one can only choose. */
  fields: ReadonlyMap<string, readonly string[] | undefined>;
  /** What its buttons say in `go`. */
  buttons: readonly string[];
}

/** What somebody types and chooses; several texts where several may be chosen. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** All forms of a page. */
export function formsOn(page: string): PageForm[] {
  const everything = within(treeOf(page));
  return everything.filter(({ tag }) => tag === 'form').map((form) => formFrom(form, everything));
}

/** The form with this button. Throws where the page has none. */
export function formWith(page: string, button: string): PageForm {
  const found = formsOn(page).find(({ buttons }) => buttons.includes(button));
  if (found === undefined) throw new Error(`No form of the page has the button ${button}.`);
  return found;
}

function formFrom(form: PageElement, everything: readonly PageElement[]): PageForm {
  const own = within(form);
  const { id, action = '' } = form.attributes;
  const elsewhere = everything.filter(({ attributes }) => id !== undefined && attributes['form'] === id);
  const entries: [string, string][] = [];
  const fields = new Map<string, readonly string[] | undefined>();
  for (const element of own) {
    const { name, value = '' } = element.attributes;
    if (name === undefined) continue;
    const isChoice = ['radio', 'checkbox'].includes(element.attributes['type'] ?? '');
    if (element.tag === 'input' && isChoice) {
      fields.set(name, [...(fields.get(name) ?? []), value]);
      if ('checked' in element.attributes) entries.push([name, value]);
    } else if (element.tag === 'input') {
      fields.set(name, undefined);
      entries.push([name, value]);
    } else if (element.tag === 'textarea') {
      fields.set(name, undefined);
      entries.push([name, rawTextIn(element)]);
    } else if (element.tag === 'select') {
      const options = within(element).filter(({ tag }) => tag === 'option');
      const valueOf = (option: PageElement): string => option.attributes['value'] ?? rawTextIn(option);
      const chosen = options.find(({ attributes }) => 'selected' in attributes) ?? options[0];
      fields.set(name, options.map(valueOf));
      if (chosen !== undefined) entries.push([name, valueOf(chosen)]);
    }
  }
  const buttons = [...elsewhere, ...own].filter(
    ({ tag, attributes }) => tag === 'button' && attributes['name'] === 'go',
  );
  return {
    ...(id === undefined ? {} : { id }),
    action,
    entries,
    fields,
    buttons: buttons.map(({ attributes }) => attributes['value'] ?? ''),
  };
}

/** A form with what somebody typed and chose. Throws for what the form does not have or does not offer. */
export function filled(form: PageForm, typed: Typed): PageForm {
  const entries = form.entries.filter(([name]) => !(name in typed));
  for (const [name, given] of Object.entries(typed)) {
    for (const text of [given].flat()) {
      const offered = form.fields.get(name);
      if (!form.fields.has(name)) throw new Error(`The form has no field ${name}.`);
      if (offered !== undefined && !offered.includes(text)) throw new Error(`The form offers no ${text} in ${name}.`);
      entries.push([name, text]);
    }
  }
  return { ...form, entries };
}

/** What a form sends in a field, as it stands. */
export function entryOf({ entries }: Pick<PageForm, 'entries'>, field: string): string {
  return entries.find(([name]) => name === field)?.[1] ?? '';
}

/** A form as a browser sends it when a button is pressed. Throws where the form has no such button. */
export function sent(form: PageForm, button: string): { contentType: string; body: Buffer } {
  if (!form.buttons.includes(button)) throw new Error(`The form has no button ${button}.`);
  return asMultipart([...form.entries, ['go', button]]);
}

/** Source: RFC 7578, and HTML: line breaks are sent as CRLF. */
export function asMultipart(entries: Entries): { contentType: string; body: Buffer } {
  const sentAs = entries.map(([name, text]) => [name, text.replaceAll(/\r\n|\r|\n/gu, '\r\n')] as const);
  return { contentType: formType, body: multipartOf(sentAs) };
}
