/** A text in every language of the pack: `{ sq: '…', en: '…' }`. */
export type Text = Readonly<Record<string, string>>;

/** A fact of the pack that somebody must still check before production says so in the data. */
export interface Sourced {
  source?: string;
  unverified?: boolean;
}

/**
 * Fills each `{name}` of a text. A name that is not given would reach a person as it is, or as a hole, so it throws: what
 * a text may ask for, each of its readers knows, and a test of the packs says so.
 */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing fills {${name}} in a text of the country pack.`);
    return value;
  });
}
