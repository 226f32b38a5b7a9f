import type { WordLists } from '#shared/domain/report/words/phrase-lists.ts';
import type { WordCode } from '#shared/domain/report/severity.ts';

/** A phrase of a list, and one of the texts it stands for. */
export interface Example {
  code: WordCode;
  phrase: string;
  text: string;
}

/** A word of one letter, twice. Nobody writes that but to spread a word out, and so it is read as one letter. */
const letterTwice = /(?<!\p{L})(\p{L}) \1(?!\p{L})/iu;

/**
 * One text for each phrase of the lists: of each choice the word that `pick` chooses by a number of its own, and
 * nothing for what may be absent. Where the chosen words put one letter beside itself (`që e` before `e ftoi`), the
 * phrase has no text.
 */
export function examplesOf({ groups, lists }: WordLists, pick: (of: number) => number): Example[] {
  const choose = (words: readonly string[]): string => exampleOf(words[pick(words.length) % words.length] ?? '');
  const exampleOf = (phrase: string): string =>
    phrase
      .replace(/^!/, '')
      .replaceAll(/\[[^\]]*\]|\.\.+/g, ' ')
      .replaceAll(/\(([^()]*)\)/g, (_, choice: string) => choose(choice.split('|').map((word) => word.trim())))
      .replaceAll(/\{([^{}]*)\}/g, (_, group: string) => choose(groups[group] ?? []))
      .replaceAll('*', '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  return Object.entries(lists).flatMap(([code, list]) =>
    Object.values(list).flatMap(({ phrases }) =>
      phrases
        .map((phrase) => ({ code: code as WordCode, phrase, text: exampleOf(phrase) }))
        .filter(({ text }) => !letterTwice.test(text)),
    ),
  );
}
