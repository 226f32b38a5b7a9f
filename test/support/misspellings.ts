/** A text as somebody writes it whom nobody corrects. `chance` chooses where, if the habit is no rule. */
type Misspelling = (text: string, chance: number) => string;

const instead = (written: RegExp, by: string): Misspelling => {
  return (text) => text.replaceAll(written, by);
};

/** Changes one long word of a text inside, its first and last letter apart. */
const inOneLongWord = (change: (word: string, at: number, chance: number) => string): Misspelling => {
  return (text, chance) => {
    const long = [...text.matchAll(/\p{L}{7,}/gu)];
    const word = long[chance % Math.max(long.length, 1)];
    if (word === undefined) return text;
    const at = 1 + (chance % (word[0].length - 3));
    return `${text.slice(0, word.index)}${change(word[0], at, chance)}${text.slice(word.index + word[0].length)}`;
  };
};

const someLetter = (chance: number): string => 'abdefgiklmnoprstuv'.charAt(chance % 18);

export const albanianHabits: Readonly<Record<string, Misspelling>> = {
  'no ë and no ç': (text) => text.replaceAll('ë', '').replaceAll('ç', 'c'),
  'w for ë': instead(/ë/gu, 'w'),
  'w for v': instead(/v/gu, 'w'),
  's for sh': instead(/sh/gu, 's'),
  'x for sh': instead(/sh/gu, 'x'),
  'c for sh': instead(/sh/gu, 'c'),
  'ch for ç and q': instead(/[çq]/gu, 'ch'),
  'k for q': instead(/q/gu, 'k'),
  'x for xh and gj': instead(/xh|gj/gu, 'x'),
  'xh for gj': instead(/gj/gu, 'xh'),
  'gi for gj': instead(/gj/gu, 'gi'),
  'z for zh': instead(/zh/gu, 'z'),
  'd for dh': instead(/dh/gu, 'd'),
  't for th': instead(/th/gu, 't'),
  'n for nj': instead(/nj/gu, 'n'),
  'i for y': instead(/y/gu, 'i'),
  'u for y': instead(/y/gu, 'u'),
  'i for j': instead(/j/gu, 'i'),
  'y for j': instead(/j/gu, 'y'),
  'më and të joined to the next word': instead(/(?<!\p{L})([mt])(?:ë |['’ ])(?=\p{L}{3})/gu, '$1'),
  'many of these': (text) =>
    text
      .replaceAll('ë', '')
      .replaceAll(/[çq]/gu, 'c')
      .replaceAll(/(?<=[sdt])h/gu, '')
      .replaceAll('xh', 'x')
      .replaceAll(/(?<=[lr])[lr]/gu, '')
      .replaceAll('y', 'i'),
};

export const englishHabits: Readonly<Record<string, Misspelling>> = {
  'no apostrophes': instead(/['’]/gu, ''),
  'u and ur': (text) => text.replaceAll(/\byou\b/gu, 'u').replaceAll(/\byour\b/gu, 'ur'),
  '2 and 4': (text) => text.replaceAll(/\bto\b/gu, '2').replaceAll(/\bfor\b/gu, '4'),
  'd for th': instead(/\bth(?=(?:e|at|is|ey|em)\b)/gu, 'd'),
  'wit for with': instead(/\bwith\b/gu, 'wit'),
  'in for ing': instead(/(?<=[a-z]{2})ing\b/gu, 'in'),
  'gona and wana': (text) => text.replaceAll(/\bgoing to\b/gu, 'gona').replaceAll(/\bwant to\b/gu, 'wana'),
};

export const typos: Readonly<Record<string, Misspelling>> = {
  'a wrong letter': inOneLongWord((word, at, chance) => word.slice(0, at) + someLetter(chance) + word.slice(at + 1)),
  'a missing letter': inOneLongWord((word, at) => word.slice(0, at) + word.slice(at + 1)),
  'a letter too many': inOneLongWord((word, at, chance) => word.slice(0, at) + someLetter(chance) + word.slice(at)),
  'two swapped letters': inOneLongWord(
    (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ),
};
