import { hitsIn, patternsOf } from './patterns.ts';
import type { Hit, Patterns } from './patterns.ts';
import { lettersOf } from './plain-letters.ts';
import type { WordLists } from './phrase-lists.ts';
import { WordsOfText } from './words-of-text.ts';
import type { WordCode } from '../severity.ts';

/** A phrase that was found, or that would have been if an exception did not stand there. */
interface Finding {
  code: WordCode;
  variety: string;
  /** The phrase as the list has it. */
  phrase: string;
  /** The exception because of which it does not count. */
  exception?: string;
}

/** The patterns of each pack's lists. They are made when they are needed for the first time. */
const made = new WeakMap<WordLists, Patterns>();

/**
 * The codes of the word lists that have a phrase in this text, each once. Blanks count for nothing within a phrase, but
 * it begins and ends where a word does. The time taken grows with the length of the text alone: some 40 to 60 ms of a
 * core for 10,000 ordinary characters, and some three times that for the worst. The lists are made ready once, in some
 * 200 ms. Source: docs/practice.md, Word lists; docs/decisions/151-words-seen-through-disguises.md.
 */
export function findWords(text: string, words: WordLists): WordCode[] {
  const counting = explainWords(text, words).filter(({ exception }) => exception === undefined);
  return [...new Set(counting.map(({ code }) => code))];
}

/** The same over several texts, some of which may be absent. No phrase goes on from one text to the next. */
export function findWordsIn(texts: readonly (string | undefined)[], words: WordLists): WordCode[] {
  return [...new Set(texts.flatMap((text) => (text === undefined ? [] : findWords(text, words))))];
}

/** What was found and by which phrase, in the order of the text. It holds words of the lists and none of the text. */
export function explainWords(text: string, words: WordLists): Finding[] {
  const patterns = patternsFor(words);
  const here = new WordsOfText(lettersOf(text), patterns.spellings, patterns.misspelt);
  const hits = hitsIn(here, patterns, false).toSorted((one, other) => one.first - other.first);
  // Most texts have no hit, so they need no exceptions.
  return hits.length === 0 ? [] : withExceptions(hits, hitsIn(here, patterns, true));
}

function patternsFor(words: WordLists): Patterns {
  let patterns = made.get(words);
  if (patterns === undefined) {
    patterns = patternsOf(words);
    made.set(words, patterns);
  }
  return patterns;
}

/**
 * The fields for an address, a handle or a number that hold a blank. A child may write text there because it is the
 * only place to write. A real address holds no blank, so words in its name wake nobody.
 */
export function writtenAsAddress(fields: readonly (string | undefined)[]): string[] {
  return fields.filter((field) => field !== undefined).filter((field) => /\s/u.test(field));
}

/** An exception is one for each hit of its code that shares a word with it. */
function withExceptions(hits: readonly Hit[], exceptions: readonly Hit[]): Finding[] {
  const excepted = new Map<WordCode, string[]>();
  for (const { pattern, first, last } of exceptions) {
    const phrases = excepted.get(pattern.code) ?? [];
    excepted.set(pattern.code, phrases);
    for (let word = first; word <= last; word++) phrases[word] = pattern.phrase;
  }
  return hits.map(({ pattern: { code, variety, phrase, isSure }, first, last }) => {
    const exception = isSure
      ? undefined
      : excepted
          .get(code)
          ?.slice(first, last + 1)
          .find((one) => one !== undefined);
    return { code, variety, phrase, ...(exception !== undefined && { exception }) };
  });
}
