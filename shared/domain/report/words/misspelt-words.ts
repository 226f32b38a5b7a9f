import type { Habits } from './phrase-lists.ts';
import { anyEnding, foldAll, silent } from './spellings.ts';

/** A word has a typo only from so many letters on, ë apart. A shorter one is another word when one letter is wrong. */
const longEnoughForTypo = 6;

/** The same for another letter in place of the right one: few short words are so far from every other. */
const longEnoughForWrongLetter = 7;

/** A word is read as it sounds, or apart from one joined to it, only from so many letters on. */
const longEnoughForSound = 3;

/** A beginning of a word is one as it sounds only from so many letters on. */
const longEnoughToBegin = 4;

/** A longer word is none, or several without blanks. It bounds the work for each. */
const longestWord = 24;

/** What may follow the beginning of a word (`vetëvras*`) when that is misspelt: an ending, and no other word. */
const longestEnding = 4;

const none: readonly string[] = [];

/** A word of the lists in a form in which a text may have it: with each ë as e, or without any. */
interface Form {
  letters: string;
  /** The word as the tree of letters has it. */
  word: string;
}

/**
 * Words of the lists that somebody wrote as they sound (`dimje` for `dhimbje`), short (`u` for `you`) or with a typo. A
 * word that the lists have as it is, or that is known to be an ordinary one, is read as nothing else.
 */
export class MisspeltWords {
  private readonly habits: Habits;
  /** Ordinary words, and beginnings of them (`luft*`). */
  private readonly ordinary: ReadonlySet<string>;
  /** Whole words as they may be written. */
  private readonly written = new Set<string>();
  /** Beginnings of words. */
  private readonly begun = new Map<string, string[]>();
  private readonly bySound = new Map<string, string[]>();
  private readonly byBegin = new Map<string, string[]>();
  private readonly shortForms = new Map<string, string[]>();
  private readonly forms: Form[] = [];
  /** By first letter, last letter and length; beginnings by first letter. Most texts of a few words need none of it. */
  private forTypos: ReadonlyMap<string, readonly Form[]> | undefined;

  /** The words are those of the tree of letters. */
  constructor(words: readonly string[], habits: Habits) {
    this.habits = habits;
    const folded = foldAll(habits.ordinary.join('\n'));
    this.ordinary = new Set(['e', ''].flatMap((as) => folded.replaceAll(silent, as).split('\n')));
    for (const [word, forms] of Object.entries(habits.shortForms)) {
      for (const form of forms) push(this.shortForms, foldAll(form), foldAll(word));
    }
    this.addForms(words, 'e');
    this.addForms(
      words.filter((word) => word.includes(silent)),
      '',
    );
  }

  /** Whether a word stands in the lists as it is, or is an ordinary one. It is read as nothing else. */
  isKnown(letters: string): boolean {
    return this.written.has(letters) || this.isOrdinary(letters);
  }

  /** What else a word of a text may be, as words of the lists. */
  readingsOf(letters: string): readonly string[] {
    const short = this.shortForms.get(letters) ?? none;
    if (letters.length < longEnoughForSound || letters.length > longestWord || !/^\p{L}+$/u.test(letters)) return short;
    const found = new Set(short);
    if (!this.isKnown(letters)) {
      this.addAsItSounds(letters, found);
      if (letters.length >= longEnoughForTypo - 1) this.addTypos(letters, found);
    }
    for (const word of found) this.addBeginnings(word, found);
    return [...found];
  }

  /** How many letters of a word are a short word that was joined to the next one (`tvras`). */
  joinedTo(letters: string): number {
    const joined = this.habits.joined.exec(letters)?.[0].length ?? 0;
    if (joined === 0 || letters.length > longestWord || this.isOrdinary(letters)) return 0;
    const rest = letters.slice(joined);
    // Two letters and more are how many words begin. The shorter the rest, the more likely it is no word (`dosje`).
    if ((joined > 1 && this.written.has(letters)) || rest.length < joined + 2) return 0;
    return this.written.has(rest) ? joined : 0;
  }

  private isOrdinary(letters: string): boolean {
    if (this.ordinary.has(letters)) return true;
    for (let end = letters.length; end > 1; end--) {
      if (this.ordinary.has(`${letters.slice(0, end)}${anyEnding}`)) return true;
    }
    return false;
  }

  private addForms(words: readonly string[], forSilent: string): void {
    const joined = words
      .join('\n')
      .replaceAll(silent, forSilent)
      .replaceAll(/(.)\1+/gu, '$1');
    const sounds = this.soundOf(joined).split('\n');
    for (const [index, letters] of joined.split('\n').entries()) {
      const word = words[index] ?? '';
      const sound = sounds[index] ?? '';
      this.forms.push({ letters, word });
      if (word.endsWith(anyEnding)) {
        push(this.begun, letters.slice(0, -1), word);
        if (sound.length > longEnoughToBegin) push(this.byBegin, sound.slice(0, -1), word);
      } else {
        this.written.add(letters);
        push(this.bySound, sound, word);
      }
    }
  }

  /** Adds what the lists have for every word that begins as this one does (`overdos*` for `overdose`). */
  private addBeginnings(word: string, found: Set<string>): void {
    if (word.endsWith(anyEnding)) return;
    const letters = word.replaceAll(silent, 'e');
    for (let end = longEnoughForSound; end <= letters.length; end++) {
      for (const begin of this.begun.get(letters.slice(0, end)) ?? none) found.add(begin);
    }
  }

  private addAsItSounds(letters: string, found: Set<string>): void {
    this.addHeard(this.soundOf(letters), found);
    if (letters.length === longEnoughForSound) return;
    for (const [from, to] of this.habits.either) {
      if (letters.includes(from)) this.addHeard(this.soundOf(letters.replaceAll(from, to)), found);
    }
  }

  private addHeard(sound: string, found: Set<string>): void {
    for (const word of this.bySound.get(sound) ?? none) found.add(word);
    for (let end = Math.max(longEnoughToBegin, sound.length - longestEnding); end <= sound.length; end++) {
      for (const word of this.byBegin.get(sound.slice(0, end)) ?? none) found.add(word);
    }
  }

  private soundOf(text: string): string {
    let sound = text;
    for (const [written, heard] of this.habits.sounds) sound = sound.replaceAll(written, heard);
    return sound.replaceAll(/(.)\1+/gu, '$1');
  }

  private addTypos(letters: string, found: Set<string>): void {
    this.forTypos ??= sortedForTypos(this.forms);
    const first = letters.charAt(0);
    for (const length of [letters.length - 1, letters.length, letters.length + 1]) {
      for (const form of this.forTypos.get(`${first}${letters.slice(-1)}${length}`) ?? []) {
        if (isOneTypo(form.letters, letters)) found.add(form.word);
      }
    }
    for (const form of this.forTypos.get(first) ?? []) if (beginsWithTypo(form.letters, letters)) found.add(form.word);
  }
}

function sortedForTypos(forms: readonly Form[]): Map<string, Form[]> {
  const sorted = new Map<string, Form[]>();
  for (const { letters, word } of forms) {
    const isBegin = word.endsWith(anyEnding);
    if (word.replaceAll(silent, '').length - Number(isBegin) < longEnoughForTypo) continue;
    const first = letters.charAt(0);
    if (isBegin) push(sorted, first, { letters: letters.slice(0, -1), word });
    else push(sorted, `${first}${letters.slice(-1)}${letters.length}`, { letters, word });
  }
  return sorted;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

function sameAtBegin(one: string, other: string): number {
  let same = 0;
  while (same < one.length && one.charAt(same) === other.charAt(same)) same++;
  return same;
}

/**
 * Whether a word was written with one letter wrong, missing or too many, or two swapped. Its first and its last letter
 * are right: with another last one it is another form of a word (`vritet`, `vritem`).
 */
function isOneTypo(word: string, written: string): boolean {
  const begin = sameAtBegin(word, written);
  let end = 0;
  while (end < word.length && word.charAt(word.length - 1 - end) === written.charAt(written.length - 1 - end)) end++;
  if (begin + end >= Math.min(word.length, written.length)) return true;
  if (word.length !== written.length) return false;
  if (begin + end === word.length - 1) return word.length >= longEnoughForWrongLetter;
  return begin + end === word.length - 2 && isSwapped(word, written, begin);
}

/** The same for the beginning of a word and whatever follows it as an ending. */
function beginsWithTypo(word: string, written: string): boolean {
  const at = sameAtBegin(word, written);
  if (at >= word.length - 1) return false;
  const next = word.charAt(at + 1);
  // Most words are told apart by two letters.
  if (written.charAt(at) !== next && written.charAt(at + 1) !== next && written.charAt(at + 1) !== word.charAt(at)) {
    return false;
  }
  const isSame = (from: number, to: number): boolean =>
    written.startsWith(word.slice(from), to) && written.length - to - (word.length - from) <= longestEnding;
  return (
    (word.length >= longEnoughForWrongLetter && isSame(at + 1, at + 1)) ||
    isSame(at + 1, at) ||
    isSame(at, at + 1) ||
    (isSwapped(word, written, at) && isSame(at + 2, at + 2))
  );
}

function isSwapped(word: string, written: string, at: number): boolean {
  return word.charAt(at) === written.charAt(at + 1) && word.charAt(at + 1) === written.charAt(at);
}
