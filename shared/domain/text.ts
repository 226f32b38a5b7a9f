/** A text in every language of the pack: `{ sq: '…', en: '…' }`. */
export type Text = Readonly<Record<string, string>>;

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
