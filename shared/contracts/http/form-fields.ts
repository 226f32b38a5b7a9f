/** What a form sent: each name with its texts, exactly as they came, in the order they came. */
export type FormFields = ReadonlyMap<string, readonly string[]>;

/** The fields of a form, and which may come more than once. */
export type FormShape = Readonly<Record<string, 'one' | 'many'>>;

export const noFields: FormFields = new Map();

/** The text of a field that comes once; empty when it did not come. */
export function textIn(fields: FormFields, name: string): string {
  return fields.get(name)?.[0] ?? '';
}

/** A line of a field, and which one it is in the field, from 1. */
export interface Line {
  number: number;
  text: string;
}

/** The lines of a field in which something is written. */
export function linesIn(fields: FormFields, name: string): Line[] {
  return textIn(fields, name)
    .split(/\r\n|\r|\n/)
    .map((text, index) => ({ number: index + 1, text }))
    .filter(({ text }) => text.trim() !== '');
}
