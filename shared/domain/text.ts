/** A text in every language of the pack: `{ sq: '…', en: '…' }`. */
export type Text = Readonly<Record<string, string>>;

/** A fact of the pack that somebody must still check before production says so in the data. */
export interface Sourced {
  source?: string;
  unverified?: boolean;
}
