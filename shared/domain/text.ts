/** A text in every language of the pack: `{ sq: '…', en: '…' }`. */
export type Text = Readonly<Record<string, string>>;

/** A fact of the pack that somebody must still check before production says so in the data. */
export interface Sourced {
  source?: string;
  unverified?: boolean;
}

/**
 * Fills each `{name}` of a text. Throws on a name that is not given: a person would read it as it is, or find a hole. A
 * test holds every text of every pack against what it is given, so none throws in service.
 */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing fills {${name}} in a text of the country pack.`);
    return value;
  });
}
