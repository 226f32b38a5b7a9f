import type { WordCode } from '../severity.ts';

/**
 * Phrases of one kind in one variety of a language. In a phrase, `vras*` is every word that begins so; `(a|b c)` is one
 * of these, and `[a|b]` one or none; `{group}` is one of a group of words; `..` is up to two words of any kind in the
 * same sentence, `...` up to three, and so on. With `!` before it, a phrase counts in spite of exceptions.
 */
interface PhraseList {
  /** Where the phrases come from, or who wrote them. */
  source: string;
  /** The day on which somebody last went through them, as `YYYY-MM-DD`. */
  date: string;
  phrases: readonly string[];
  /** What means something else (`vdes së qeshuri`). A hit that shares a word with one of these does not count. */
  exceptions?: readonly string[];
}

/** By variety of a language, as a tag or a name (`sq`, `sq-chat`, `gheg`, `en`). */
export type WordList = Readonly<Record<string, PhraseList>>;

/** Words that many phrases share, by name. A phrase names them as `{name}`. */
export type Groups = Readonly<Record<string, readonly string[]>>;

/** How people write whom nobody corrects, in the languages of a country. */
export interface Habits {
  /** Letters that sound alike, each with what stands for them in a comparison. They are replaced in this order. */
  sounds: readonly (readonly [RegExp | string, string])[];
  /** Letters of a text that may also stand for others (`x` for `sh`). One pair counts in a word. */
  either: readonly (readonly [string, string])[];
  /** The short words that are written as one with the next (`tvras`), where they may stand. */
  joined: RegExp;
  /** By word, the short forms that stand for it (`u`, `ya` for `you`). They may be other words as well. */
  shortForms: Readonly<Record<string, readonly string[]>>;
  /** Common words that would be taken for a misspelt word of the lists. */
  ordinary: readonly string[];
}

export interface WordLists {
  groups: Groups;
  habits?: Habits;
  lists: Readonly<Record<WordCode, WordList>>;
}
