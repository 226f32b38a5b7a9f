/** A text in every language of the pack: `{ sq: '…', en: '…' }`. */
export type Text = Readonly<Record<string, string>>;

/** How a reader is spoken to. Albanian says _ti_ to children and _ju_ to adults; English says the same to both. */
export type Address = 'child' | 'adult';

/** A text for reporters, worded for a child and for an adult. */
export type AddressedText = Readonly<Record<Address, Text>>;

/** A fact of the pack. `unverified` says in the data that somebody must still check it before production. */
export interface Sourced {
  source?: string;
  unverified?: boolean;
}

/**
 * Fills each `{name}` of a text. It throws on a name that is not given, or a person would read the bare name. A test
 * compares every text of every pack with what it is given, so none throws in service.
 */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing fills {${name}} in a text of the country pack.`);
    return value;
  });
}

/**
 * Whether somebody who reads a text sees anything. Blanks, controls, marks without a letter, and what Unicode has shown
 * as nothing are not seen. Unassigned and private characters count as seen: a telephone may be newer than this list.
 */
export function isVisible(text: string): boolean {
  return seen.test(text);
}

/** One character that is seen. The last four are blanks that Unicode counts among letters and symbols. */
const seen = /[^\p{Default_Ignorable_Code_Point}\p{M}\p{Z}\p{Cc}\p{Cf}\p{Cs}\u2800\u{1D159}\u{13441}\u{13442}]/u;

/** A text in one line, so that nobody can forge a line of a mail, a list or a letter. Each break becomes a blank. */
export function oneLine(text: string): string {
  return text.replaceAll(lineBreaks, ' ').trim();
}

/** Every kind of line break of Unicode, with the blanks that follow. */
const lineBreaks = /[\n\v\f\r\u0085\u2028\u2029]\s*/g;
