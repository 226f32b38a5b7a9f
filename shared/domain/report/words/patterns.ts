import { MisspeltWords } from './misspelt-words.ts';
import type { Groups, WordLists } from './phrase-lists.ts';
import { Spellings } from './spellings.ts';
import type { WordCode } from '../severity.ts';
import { longEnoughToHold } from './words-of-text.ts';
import type { WordHere, WordsOfText } from './words-of-text.ts';

/** A phrase or an exception of a list, and where it comes from. */
interface Pattern {
  code: WordCode;
  variety: string;
  /** The phrase as the list has it. */
  phrase: string;
  /** Whether it counts whatever exception stands there. Its list has `!` before it. */
  isSure: boolean;
  isException: boolean;
  /** Its parts before the rarest one, the nearest first, and those after it. */
  before: readonly Part[];
  after: readonly Part[];
}

/** One of several words, or up to so many words of any kind. */
interface Part {
  /** The numbers of the words. */
  words: number[];
  /** The same as a set. Most parts never need one. */
  asSet: ReadonlySet<number> | undefined;
  isOptional: boolean;
  anyWords: number;
  /** How often one of its words stands somewhere, roughly: short words are common. */
  commonness: number;
}

/** All patterns of some lists, each by the words of its rarest part. Most texts hold few of those. */
export interface Patterns {
  spellings: Spellings;
  /** Absent where nobody has said how people misspell. */
  misspelt: MisspeltWords | undefined;
  byWord: readonly (readonly Pattern[] | undefined)[];
}

/** A pattern in a text, with the indexes of its first and last word there. */
export interface Hit {
  pattern: Pattern;
  first: number;
  last: number;
}

/** Makes the patterns of some lists. It throws on a phrase that names no group of theirs. */
export function patternsOf({ groups, lists, habits }: WordLists): Patterns {
  const numbers = new Map<string, number>();
  const parts = new Map<string, Part>();
  const partOf = (written: string): Part => {
    let part = parts.get(written);
    if (part === undefined) {
      part = emptyPart(written);
      parts.set(written, part);
      if (part.anyWords === 0) for (const word of wordsIn(written, groups)) addWord(part, word);
    }
    return part;
  };
  const addWord = (part: Part, word: string): void => {
    if (isGroup.test(word)) {
      const group = partOf(word);
      for (const number of group.words) part.words.push(number);
      part.commonness += group.commonness;
      return;
    }
    if (/[[({]/u.test(word)) {
      for (const spelled of spelledOut(word, groups)) addWord(part, spelled);
      return;
    }
    let number = numbers.get(word);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(word, number);
    }
    part.words.push(number);
    part.commonness += 4 ** -word.length;
  };

  const byWord: Pattern[][] = [];
  for (const phrase of phrasesOf(lists)) {
    const all = (phrase.phrase.match(partPattern) ?? []).map(partOf);
    const rarest = rarestOf(all);
    const pattern = { ...phrase, before: all.slice(0, Math.max(rarest, 0)).toReversed(), after: all.slice(rarest + 1) };
    for (const word of all[rarest]?.words ?? []) (byWord[word] ??= []).push(pattern);
  }
  const spellings = new Spellings([...numbers.keys()]);
  const misspelt = habits === undefined ? undefined : new MisspeltWords(spellings.singleWords(), habits);
  return { spellings, misspelt, byWord };
}

function* phrasesOf(lists: WordLists['lists']): Generator<Omit<Pattern, 'before' | 'after'>> {
  for (const [code, list] of Object.entries(lists) as [WordCode, WordLists['lists'][WordCode]][]) {
    for (const [variety, { phrases, exceptions = [] }] of Object.entries(list)) {
      for (const phrase of phrases) yield { code, variety, phrase, isSure: phrase.startsWith('!'), isException: false };
      for (const phrase of exceptions) yield { code, variety, phrase, isSure: false, isException: true };
    }
  }
}

/** The parts of a phrase as they are written in a list: words, choices, gaps. */
const partPattern = /\{[^{}]+\}|\([^()]+\)|\[[^[\]]+\]|\.\.+|[^\s()[\]{}.!]+/gu;

/** The words that a part stands for. Groups among them stay groups. */
function wordsIn(written: string, groups: Groups): readonly string[] {
  const inside = written.slice(1, -1);
  if (written.startsWith('{')) {
    const group = groups[inside];
    if (group === undefined) throw new Error(`The word lists have no group ${written}.`);
    return group;
  }
  return /^[([]/u.test(written) ? inside.split('|') : [written];
}

const isGroup = /^\{[^{}]+\}$/u;

/** All that a choice of several parts stands for: `kam [i|e] {drunk}` is `kam pirë`, `kam i pirë`, and so on. */
function spelledOut(choice: string, groups: Groups): string[] {
  let spelled = [''];
  for (const part of choice.match(partPattern) ?? []) {
    const words = wordsIn(part, groups).flatMap((word) => (word === part ? [word] : spelledOut(word, groups)));
    if (part.startsWith('[')) words.push('');
    spelled = spelled.flatMap((before) => words.map((word) => `${before} ${word}`.trim()));
  }
  return spelled;
}

function emptyPart(written: string): Part {
  const anyWords = written.startsWith('..') ? written.length : 0;
  return { words: [], asSet: undefined, isOptional: written.startsWith('['), anyWords, commonness: 0 };
}

/** The index of the part that a text holds least likely. */
function rarestOf(parts: readonly Part[]): number {
  let rarest = -1;
  for (const [index, part] of parts.entries()) {
    if (part.isOptional || part.anyWords > 0) continue;
    if (part.commonness < (parts[rarest]?.commonness ?? Infinity)) rarest = index;
  }
  return rarest;
}

/** All phrases, or all exceptions, that stand in a text. Nobody hides an exception, so its words are as written. */
export function hitsIn(words: WordsOfText, { byWord }: Patterns, areExceptions: boolean): Hit[] {
  const hits: Hit[] = [];
  for (const word of words.all) {
    if (areExceptions && !word.isAsWritten) continue;
    for (const number of word.words) {
      for (const pattern of byWord[number] ?? none) {
        if (pattern.isException === areExceptions) addHits(hits, pattern, word, words);
      }
    }
  }
  return hits;
}

const none: readonly Pattern[] = [];

/** Adds what a pattern is in a text, of whose rarest part a word stands there. */
function addHits(hits: Hit[], pattern: Pattern, { from, to }: WordHere, words: WordsOfText): void {
  const ends = follow(words, pattern.after, to, true, pattern.isException);
  if (ends.length === 0) return;
  const begins = follow(words, pattern.before, from, false, pattern.isException);
  for (const end of ends) {
    const begun = begins.filter((begin) => stands(words, pattern, begin, end));
    if (begun.length === 0) continue;
    hits.push({ pattern, first: words.wordAt(Math.min(...begun)), last: words.wordAt(end - 1) });
  }
}

/** Whether a phrase is whole words of the text, or words within one that are no chance. */
function stands(words: WordsOfText, { phrase }: Pattern, begin: number, end: number): boolean {
  if (words.isStart(begin) && words.isStart(end)) return true;
  if (!phrase.includes(' ') || !words.isInLongWord(begin, end)) return false;
  return end - begin >= longEnoughToHold || words.isBetweenWords(begin, end);
}

/** Where one may be after these parts, forward or backward. */
function follow(
  words: WordsOfText,
  parts: readonly Part[],
  from: number,
  isForward: boolean,
  asWritten: boolean,
): number[] {
  let here = [from];
  for (const part of parts) {
    const next = part.isOptional || part.anyWords > 0 ? [...here] : [];
    if (part.anyWords > 0) {
      let last = here;
      for (let skipped = 0; skipped < part.anyWords && last.length > 0; skipped++) {
        const before = next.length;
        for (const at of last) afterAnyWord(words, at, isForward, next);
        last = next.slice(before);
      }
    } else {
      const asSet = (part.asSet ??= new Set(part.words));
      for (const at of here) {
        for (const word of isForward ? words.begunAt(at) : words.endedAt(at)) {
          if ((asWritten && !word.isAsWritten) || !word.words.some((number) => asSet.has(number))) continue;
          const to = isForward ? word.to : word.from;
          if (!next.includes(to)) next.push(to);
        }
      }
    }
    here = next;
    if (here.length === 0) break;
  }
  return here;
}

/** Adds where one may be after a word of any kind in the same sentence. Within a word, only words of the lists are known. */
function afterAnyWord(words: WordsOfText, at: number, isForward: boolean, after: number[]): void {
  const add = (to: number): void => {
    if (!after.includes(to)) after.push(to);
  };
  for (const { from, to } of isForward ? words.begunAt(at) : words.endedAt(at)) {
    if (to - from > 1 && words.isInLongWord(from, to)) add(isForward ? to : from);
  }
  if (!words.isStart(at)) return;
  const { opens } = words.text;
  const skipped = words.wordAt(at) - (isForward ? 0 : 1);
  if (opens[skipped] === false && opens[skipped + 1] !== true) add(words.startOf(isForward ? skipped + 1 : skipped));
}
