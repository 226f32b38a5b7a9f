import type { MisspeltWords } from './misspelt-words.ts';
import { mask, readingsOf } from './plain-letters.ts';
import type { PlainText } from './plain-letters.ts';
import { anyEnding, blank, silent } from './spellings.ts';
import type { Spelling, Spellings } from './spellings.ts';

/** A word of the lists that stands in a text, from one letter to before another. */
export interface WordHere {
  /** The numbers of the words that it may be. */
  words: readonly number[];
  from: number;
  to: number;
  /** Whether it is there word for word: in no pieces (`vd es`), and no piece of another (`duatevdes`). */
  isAsWritten: boolean;
  /** Whether it is what a misspelt word may stand for. Such a word may as well hold others (`planmeet`). */
  isMisspelt: boolean;
}

/** Letters of a word that are looked at. A longer one is in no list. It bounds the work for each letter of a text. */
const longestWord = 24;

/** A word of at least so many letters is known when blanks stand in it (`vd es`). A shorter one only letter by letter. */
const longEnoughToBeApart = 4;

/** A word of at least so many letters may hold others anywhere (`iwanttokillmyself`). */
export const longEnoughToHold = 9;

const none: readonly WordHere[] = [];

/** The words of the lists that stand in a text, by the letter at which they begin, and by the one after their end. */
export class WordsOfText {
  readonly text: PlainText;
  readonly all: WordHere[] = [];
  private readonly tree: Spellings;
  /** For each letter, whether a word of the text begins there. */
  private readonly starts: boolean[];
  /** For each letter, all that it may stand for. */
  private readonly readings: readonly string[];
  private readonly byBegin: (WordHere[] | undefined)[] = [];
  private readonly byEnd: (WordHere[] | undefined)[] = [];
  /** Words of the text that are words of the lists as they are. Nobody looks for others in them. */
  private readonly known: boolean[] = [];
  /** Where the word that is spelt just now begins, and what it may be. */
  private begin = 0;
  private readonly found: WordHere[] = [];
  /** For each word of the text, what else it may be, as words of the lists. */
  private readonly others: readonly (readonly string[])[];
  private readonly been = new Map<number, Set<Spelling>>();

  /** It takes as long as the text is, whatever is in it. */
  constructor(written: PlainText, tree: Spellings, misspelt?: MisspeltWords) {
    const text = misspelt === undefined ? written : apart(written, misspelt);
    this.text = text;
    this.others = misspelt === undefined ? [] : othersOf(text, misspelt);
    this.tree = tree;
    const asTheyAre = text.starts.map((_, word) => this.isNumber(word) || hasPlainW(lettersAt(text, word), misspelt));
    this.readings = text.letters.map((letter, at) =>
      asTheyAre[this.wordAt(at)] ? letter : readingsOf(letter, this.isLastOfWord(at)),
    );
    this.starts = text.letters.map(() => false);
    for (const start of text.starts) this.starts[start] = true;
    for (let at = 0; at < text.letters.length; at++) {
      if (!this.mayBegin(at)) continue;
      this.begin = at;
      this.spell(tree.root, at, at, false, true);
      const isKnown = this.known[this.wordAt(at)] === true;
      for (const word of this.found) if (!isKnown || this.isStart(word.to)) this.add(word);
      this.found.length = 0;
      if (this.been.size > 0) this.been.clear();
    }
  }

  begunAt(letter: number): readonly WordHere[] {
    return this.byBegin[letter] ?? none;
  }

  endedAt(letter: number): readonly WordHere[] {
    return this.byEnd[letter] ?? none;
  }

  /** The index of the word that a letter is in. After the last letter, the number of words. */
  wordAt(letter: number): number {
    return this.text.wordOf[letter] ?? this.text.starts.length;
  }

  startOf(word: number): number {
    return this.text.starts[word] ?? this.text.letters.length;
  }

  isStart(letter: number): boolean {
    return this.starts[letter] ?? true;
  }

  private isLastOfWord(letter: number): boolean {
    return this.wordAt(letter) !== this.wordAt(letter + 1);
  }

  lengthOf(word: number): number {
    return this.startOf(word + 1) - this.startOf(word);
  }

  /** Whether the letters from one index to another stand within one word that may hold others. */
  isInLongWord(from: number, to: number): boolean {
    const word = this.wordAt(from);
    return word === this.wordAt(to - 1) && this.lengthOf(word) >= longEnoughToHold;
  }

  /** Whether a word of the lists is all that stands before these letters in their word, and after them (`sedotevras`). */
  isBetweenWords(from: number, to: number): boolean {
    const start = this.startOf(this.wordAt(from));
    if (this.begunAt(start).some((word) => word.isAsWritten && !word.isMisspelt)) return false;
    const before = this.endedAt(from).some((word) => word.from === start && from - start > 1);
    const after = this.begunAt(to).some((word) => this.isStart(word.to) && word.to - to > 1);
    return (this.isStart(from) || before) && (this.isStart(to) || after);
  }

  /** Whether a word is a number of three digits or more (`417`). Nobody takes that for a word. */
  private isNumber(word: number): boolean {
    const letters = this.text.letters.slice(this.startOf(word), this.startOf(word + 1));
    return letters.length > 2 && letters.every((letter) => /^\p{N}$/u.test(letter));
  }

  private mayBegin(at: number): boolean {
    if (this.isStart(at)) return true;
    const word = this.wordAt(at);
    return this.known[word] !== true && (this.byEnd[at] !== undefined || this.lengthOf(word) >= longEnoughToHold);
  }

  /** Goes on from a spelling with the letter at `at`. Its last word began at `from`. One letter may be hidden. */
  private spell(spelling: Spelling, from: number, at: number, isHidden: boolean, isAsWritten: boolean): void {
    if (at > from && this.hasBeenAt(spelling, at)) return;
    if (spelling.words.length > 0) this.end(spelling, from, at, isAsWritten);
    if (at - from >= longestWord) return;
    if (at === from && this.isStart(at)) this.spellOthers(spelling, at, isHidden, isAsWritten);
    const { byLetter, signs } = this.tree.childrenOf(spelling);
    // Whoever writes a word in pieces begins it where a word does.
    const letter = at > from && this.isStart(at) && !this.isStart(from) ? undefined : this.text.letters[at];
    for (const sign of signs) {
      if (sign.letter === silent) {
        this.spell(sign, from, at, isHidden, isAsWritten);
        if (letter !== undefined && this.readings[at]?.includes('e')) this.read(sign, from, at, isHidden, isAsWritten);
      } else if (sign.letter === anyEnding) {
        this.spell(sign, from, at, isHidden, isAsWritten);
        const end = this.startOf(this.wordAt(at) + 1);
        if (this.isStart(from) && !this.isStart(at)) this.spell(sign, from, end, isHidden, isAsWritten);
      } else if (this.holdsTogether(from, at)) {
        this.spell(sign, at, at, isHidden, isAsWritten && this.isOneWord(from, at));
      }
    }
    if (letter === undefined) return;
    if (letter === mask) {
      if (at === from) return;
      this.spell(spelling, from, at + 1, isHidden, isAsWritten);
      if (!isHidden) for (const child of byLetter.values()) this.spell(child, from, at + 1, true, isAsWritten);
      return;
    }
    const readings = this.readings[at] ?? '';
    // A digit may repeat the letter before it (`gjal1ë`).
    const before = this.readings[at - 1] ?? '';
    const isAgain = readings.includes(spelling.letter) && before.includes(spelling.letter);
    if (isAgain && at > from && at - from < 2 * spelling.depth) {
      this.spell(spelling, from, at + 1, isHidden, isAsWritten);
    }
    for (let index = 0; index < readings.length; index++) {
      const child = byLetter.get(readings.charAt(index));
      if (child !== undefined) this.read(child, from, at, isHidden, isAsWritten);
    }
  }

  /** Goes on from a spelling with the words that the one at `from` may be. No letters of the next word belong to them. */
  private spellOthers(spelling: Spelling, from: number, isHidden: boolean, isAsWritten: boolean): void {
    const word = this.wordAt(from);
    const to = this.startOf(word + 1);
    for (const other of this.others[word] ?? []) {
      const after = this.tree.after(spelling, other);
      if (after === undefined) continue;
      if (after.words.length > 0) this.end(after, from, to, isAsWritten, true);
      const next = this.tree.childrenOf(after).signs.find((sign) => sign.letter === blank);
      if (next !== undefined) this.spell(next, to, to, isHidden, isAsWritten);
    }
  }

  /** Digits lead to one spelling in many ways. Each is followed once. */
  private hasBeenAt(spelling: Spelling, at: number): boolean {
    if ((this.readings[at - 1] ?? '').length < 2) return false;
    const spellings = this.been.get(at) ?? new Set();
    this.been.set(at, spellings);
    return spellings.size === spellings.add(spelling).size;
  }

  /** Takes the letter at `at`. A repeated one may be two: here, and in the next word (`wanttodie`). */
  private read(spelling: Spelling, from: number, at: number, isHidden: boolean, isAsWritten: boolean): void {
    this.spell(spelling, from, at + 1, isHidden, isAsWritten);
    if (this.text.repeated[at]) this.spell(spelling, from, at, isHidden, isAsWritten);
  }

  private end(spelling: Spelling, from: number, to: number, wasAsWritten: boolean, isMisspelt = false): void {
    if (!this.holdsTogether(from, to) || this.text.letters[to - 1] === mask) return;
    const isAsWritten = wasAsWritten && this.isOneWord(from, to);
    const word = { words: spelling.words, from: this.begin, to, isAsWritten, isMisspelt };
    const isWhole = isAsWritten && !isMisspelt && spelling.letter !== anyEnding;
    if (isWhole && from === this.begin) this.known[this.wordAt(from)] = true;
    this.found.push(word);
  }

  private add(word: WordHere): void {
    this.all.push(word);
    (this.byBegin[word.from] ??= []).push(word);
    (this.byEnd[word.to] ??= []).push(word);
  }

  private isOneWord(from: number, to: number): boolean {
    return this.isStart(from) && to === this.startOf(this.wordAt(from) + 1);
  }

  /** Whether the letters from one index to another are one word, or a word that was written apart. */
  private holdsTogether(from: number, to: number): boolean {
    if (to <= from) return false;
    const first = this.wordAt(from);
    const last = this.wordAt(to - 1);
    if (first === last && to - from === 1 && this.isStart(to) && !this.isStart(from)) {
      // A single letter ends no word: `ka m` is not in `kam`. Two that a list has as one do (`doesn t`).
      return this.isStart(this.begin) && this.wordAt(this.begin) === first && to - this.begin >= longEnoughToBeApart;
    }
    if (first === last) return true;
    if (!this.isStart(to)) return false;
    return to - from >= longEnoughToBeApart || (last - first === to - from - 1 && this.isLetterByLetter(first, last));
  }

  /** Whether these words are single letters, three in a row at least. Two may be two words ("e i"). */
  private isLetterByLetter(first: number, last: number): boolean {
    return last - first >= 2 || (first > 0 && this.lengthOf(first - 1) === 1) || this.lengthOf(last + 1) === 1;
  }
}

function lettersAt(text: PlainText, word: number): string {
  return text.letters.slice(text.starts[word], text.starts[word + 1]).join('');
}

/** Whether a word has a w that is one, because the word is known (`will`). */
function hasPlainW(letters: string, misspelt: MisspeltWords | undefined): boolean {
  return letters.includes('w') && misspelt?.isKnown(letters) === true;
}

/** What else each word of a text may be. The same word is looked for once. */
function othersOf(text: PlainText, misspelt: MisspeltWords): (readonly string[])[] {
  const known = new Map<string, readonly string[]>();
  return text.starts.map((_, word) => {
    const letters = lettersAt(text, word);
    const others = known.get(letters) ?? misspelt.readingsOf(letters);
    known.set(letters, others);
    return others;
  });
}

/** A text in which the words are apart that were joined (`tvras`). */
function apart(text: PlainText, misspelt: MisspeltWords): PlainText {
  const starts: number[] = [];
  const opens: boolean[] = [];
  for (const [word, start] of text.starts.entries()) {
    starts.push(start);
    opens.push(text.opens[word] === true);
    const joined = misspelt.joinedTo(lettersAt(text, word));
    if (joined === 0) continue;
    starts.push(start + joined);
    opens.push(false);
  }
  if (starts.length === text.starts.length) return text;
  const wordOf = starts.flatMap((start, word) =>
    Array.from({ length: (starts[word + 1] ?? text.letters.length) - start }, () => word),
  );
  return { ...text, starts, opens, wordOf };
}
