import type { CountryPack } from './country-pack.ts';
import type { WordCode } from './severity.ts';

type WordLists = CountryPack['words'];

/** A place in the tree of phrases: which words lead on, and which codes end here. */
interface Branch {
  next: Map<string, Branch>;
  /** Beginnings of words (`vetvra*`), with where they lead. */
  beginnings: { beginning: string; to: Branch }[];
  codes: WordCode[];
}

/** The tree of each pack's lists, made when the first text comes. */
const trees = new WeakMap<WordLists, Branch>();

/**
 * Which word lists have a word or phrase in this text, each code once. Only whole words match. The time taken grows with
 * the length of the text alone: a text of 10,000 characters takes a few milliseconds whatever is in it.
 */
export function findWords(text: string, words: WordLists): WordCode[] {
  const tree = treeOf(words);
  const found = new Set<WordCode>();
  let open: Branch[] = [];
  for (const word of wordsOf(text)) {
    open = [...open, tree].flatMap((branch) => after(branch, word));
    for (const branch of open) for (const code of branch.codes) found.add(code);
  }
  return [...found];
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
  for (const [code, lists] of Object.entries(words) as [WordCode, Readonly<Record<string, readonly string[]>>][]) {
    for (const phrase of Object.values(lists).flat()) plant(tree, phrase, code);
  }
  trees.set(words, tree);
  return tree;
}

function plant(tree: Branch, phrase: string, code: WordCode): void {
  let branch = tree;
  for (const part of phrase.trim().split(/\s+/)) {
    const [word] = wordsOf(part);
    if (word === undefined) continue;
    branch = part.endsWith('*') ? begin(branch, word) : lead(branch, word);
  }
  if (branch !== tree && !branch.codes.includes(code)) branch.codes.push(code);
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
 * The words of a text as they are compared: lower case, no diacritics (ë is e, ç is c), no apostrophes or invisible
 * characters, a repeated letter once (`vdeees`), and letters written apart put together (`v d e s`, `v.d.e.s`).
 */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}'’‘ʼ`´]/gu, '')
    .toLowerCase()
    .replaceAll(/(\p{L})\1+/gu, '$1');
  return joinLetters(plain.match(/[\p{L}\p{N}]+/gu) ?? []);
}

function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  let letters: string[] = [];
  const settle = (): void => {
    // Two letters alone may be two words ("e i"); three in a row are one word written apart.
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
