import { rawTextIn, treeOf, within } from './html-tree.ts';
import { formsOn } from './page-forms.ts';

/** An element of a page of ours. */
export interface Element {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** All text inside. */
  text: string;
}

/** A page, as a browser takes it: its elements in order, and what its form would send. */
export interface ReadPage {
  elements: readonly Element[];
  /** The fields of a form, as they stand, with line breaks as they are sent. The buttons are left out. */
  fieldsOf: (form?: string) => Map<string, string[]>;
  textOf: (name: string) => string[];
}

/** Reads a page of ours. Whatever is not written as our templates write it throws. */
export function readPage(page: string): ReadPage {
  const elements = within(treeOf(page)).map((element) => ({
    name: element.tag,
    attributes: new Map(Object.entries(element.attributes)),
    text: rawTextIn(element),
  }));
  return {
    elements,
    fieldsOf: (id = 'report') => {
      const fields = new Map<string, string[]>();
      for (const [name, text] of formsOn(page).find((form) => form.id === id)?.entries ?? []) {
        fields.set(name, [...(fields.get(name) ?? []), text.replaceAll(/\r\n?|\n/g, '\r\n')]);
      }
      return fields;
    },
    textOf: (name) => elements.filter((one) => one.name === name).map(({ text }) => text),
  };
}
