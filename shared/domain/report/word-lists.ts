import type { WordCode } from './severity.ts';

/**
 * Words and phrases by language tag or spelling (`sq`, `sq-chat`, `en`). They match whole words, without diacritics and
 * case. A word that ends in `*` stands for every word that begins so.
 */
export type WordList = Readonly<Record<string, readonly string[]>>;

export type WordLists = Readonly<Record<WordCode, WordList>>;

/** A node in the tree of phrases: the words that lead on, and the codes that end here. */
interface Branch {
  next: Map<string, Branch>;
  /** Beginnings of words (`vetvra*`), each with the branch it leads to. */
  beginnings: { beginning: string; to: Branch }[];
  codes: WordCode[];
}

/** The tree of each pack's lists. It is built when the first text comes. */
const trees = new WeakMap<WordLists, Branch>();

/**
 * The codes of the word lists that have a word or phrase in this text, each once. Only whole words match. The time
 * taken grows with the length of the text alone. A text of 10,000 characters takes a few milliseconds, whatever is in
 * it.
 */
export function findWords(text: string, words: WordLists): WordCode[] {
  const tree = treeOf(words);
  const found = new Set<WordCode>();
  let open: Branch[] = [];
  for (const word of wordsOf(plain(text))) {
    open = [...open, tree].flatMap((branch) => after(branch, word));
    for (const branch of open) for (const code of branch.codes) found.add(code);
  }
  return [...found];
}

/** The same over several texts, some of which may be absent. No phrase goes on from one text to the next. */
export function findWordsIn(texts: readonly (string | undefined)[], words: WordLists): WordCode[] {
  return [...new Set(texts.flatMap((text) => (text === undefined ? [] : findWords(text, words))))];
}

/**
 * The fields for an address, a handle or a number that hold a blank. A child may write text there because it is the
 * only place to write. A real address holds no blank, so words in its name wake nobody.
 */
export function writtenAsAddress(fields: readonly (string | undefined)[]): string[] {
  return fields.filter((field) => field !== undefined).filter((field) => /\s/u.test(field));
}

function after(branch: Branch, word: string): Branch[] {
  const exact = branch.next.get(word);
  const begun = branch.beginnings.filter(({ beginning }) => word.startsWith(beginning)).map(({ to }) => to);
  return exact === undefined ? begun : [exact, ...begun];
}

function treeOf(words: WordLists): Branch {
  let tree = trees.get(words);
  if (tree !== undefined) return tree;
  tree = { next: new Map(), beginnings: [], codes: [] };
  for (const [code, lists] of Object.entries(words) as [WordCode, WordList][]) {
    // All phrases of a list are cleaned at once. That takes a quarter of the time of one after the other.
    const phrases = plain(Object.values(lists).flat().join('\n')).replaceAll(/[^\p{L}\p{N}*\n]+/gu, ' ');
    for (const phrase of phrases.split('\n')) plant(tree, phrase.trim().split(' '), code);
  }
  trees.set(words, tree);
  return tree;
}

function plant(tree: Branch, phrase: readonly string[], code: WordCode): void {
  let branch = tree;
  for (const word of phrase) branch = word.endsWith('*') ? begin(branch, word.slice(0, -1)) : lead(branch, word);
  if (!branch.codes.includes(code)) branch.codes.push(code);
}

function lead(branch: Branch, word: string): Branch {
  let to = branch.next.get(word);
  if (to === undefined) {
    to = { next: new Map(), beginnings: [], codes: [] };
    branch.next.set(word, to);
  }
  return to;
}

function begin(branch: Branch, beginning: string): Branch {
  const known = branch.beginnings.find((other) => other.beginning === beginning);
  if (known !== undefined) return known.to;
  const to: Branch = { next: new Map(), beginnings: [], codes: [] };
  branch.beginnings.push({ beginning, to });
  return to;
}

/**
 * The form of a text in which it is compared. It is in lower case without diacritics (ë is e, ç is c). Apostrophes and
 * invisible characters are removed. A repeated letter counts once (`vdeees`).
 */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}'’‘ʼ`´]/gu, '')
    .toLowerCase()
    .replaceAll(/(\p{L})\1+/gu, '$1');
}

/** The words of a plain text. Letters written apart are put together (`v d e s`, `v.d.e.s`). */
function wordsOf(text: string): string[] {
  return joinLetters(text.match(/[\p{L}\p{N}]+/gu) ?? []);
}

function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  let letters: string[] = [];
  const settle = (): void => {
    // Two single letters may be two words ("e i"). Three in a row are one word written apart.
    joined.push(...(letters.length >= 3 ? [letters.join('').replaceAll(/(\p{L})\1+/gu, '$1')] : letters));
    letters = [];
  };
  for (const word of words) {
    if (/^\p{L}$/u.test(word)) {
      letters.push(word);
      continue;
    }
    settle();
    joined.push(word);
  }
  settle();
  return joined;
}
