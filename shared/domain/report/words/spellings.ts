import { plain } from './plain-letters.ts';

/** A node in the tree of letters: the beginning of words of the lists, and perhaps whole ones. */
export interface Spelling {
  /** Its last letter, or one of the signs below. */
  letter: string;
  depth: number;
  /** The numbers of the words that end here. */
  words: number[];
  /** Those that go on. They are sorted into `children` when a text has come so far, and most texts never do. */
  longer: number[];
  children: Children | undefined;
}

interface Children {
  byLetter: ReadonlyMap<string, Spelling>;
  /** Those with a sign for a letter. There are few. */
  signs: readonly Spelling[];
}

/** Between two words that stand for one (`kam pirë`). It takes no letter of a text. */
export const blank = ' ';
/** An ë. In chat it is left out as often as it is typed as e (`t vras`, `thik`). */
export const silent = 'ë';
/** What is left of a word, of any length. */
export const anyEnding = '*';

/** The tree of letters of all words of some lists. The number of a word is its place among them. */
export class Spellings {
  readonly root: Spelling = { letter: '', depth: 0, words: [], longer: [], children: undefined };
  private readonly folded: readonly string[];

  constructor(words: readonly string[]) {
    this.folded = foldAll(words.join('\n')).split('\n');
    this.root.longer = Array.from(this.folded.keys());
  }

  /** The words as the tree has them, each once and each of several that stand for one (`kam pirë`) by itself. */
  singleWords(): string[] {
    const single = new Set(this.folded.join(' ').split(' '));
    single.delete('');
    return [...single];
  }

  /** Where the letters of a word lead from a spelling, if anywhere. */
  after(spelling: Spelling, word: string): Spelling | undefined {
    let here: Spelling | undefined = spelling;
    for (const letter of word) {
      const { byLetter, signs }: Children = this.childrenOf(here);
      here = byLetter.get(letter) ?? signs.find((sign) => sign.letter === letter);
      if (here === undefined) return undefined;
    }
    return here;
  }

  childrenOf(spelling: Spelling): Children {
    if (spelling.children !== undefined) return spelling.children;
    const byLetter = new Map<string, Spelling>();
    for (const number of spelling.longer) {
      const word = this.folded[number] ?? '';
      const letter = word.charAt(spelling.depth);
      let child = byLetter.get(letter);
      if (child === undefined) {
        child = { letter, depth: spelling.depth + 1, words: [], longer: [], children: undefined };
        byLetter.set(letter, child);
      }
      (word.length === child.depth ? child.words : child.longer).push(number);
    }
    const signs = [blank, silent, anyEnding].map((sign) => byLetter.get(sign)).filter((sign) => sign !== undefined);
    for (const { letter } of signs) byLetter.delete(letter);
    spelling.children = { byLetter, signs };
    return spelling.children;
  }
}

/** Folds lists as `plain` folds texts, but for ë. Each letter is folded once, however long the lists are. */
export function foldAll(text: string): string {
  let folded = text.toLowerCase();
  for (const letter of new Set(folded.replaceAll(/[a-pr-vx-z\n]+/gu, ''))) {
    const to = /[\s'’.]/u.test(letter) ? blank : letter === silent ? silent : plain(letter);
    if (to !== letter) folded = folded.replaceAll(letter, to);
  }
  return folded.replaceAll(/(.)\1+/gu, '$1').replaceAll(/ ?\n ?/gu, '\n');
}
