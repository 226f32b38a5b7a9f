/** A text as the word lists see it: its letters without the blanks, and where its words begin and end. */
export interface PlainText {
  /** Letters and digits in one row, folded by `plain`. A repeated letter stands once. */
  letters: readonly string[];
  /** For each letter, whether the text repeats it there (`dee`). */
  repeated: readonly boolean[];
  /** For each letter, the index of its word. */
  wordOf: readonly number[];
  /** For each word, the index of its first letter. */
  starts: readonly number[];
  /** For each word, whether a sentence begins with it. */
  opens: readonly boolean[];
}

/** A sign between letters that hides one of them (`v*es`), or only stands between two (`v*d*e*s`). */
export const mask = '*';

/** Letters that a digit stands for (`vd3s`, `k1ll`). The digit itself stays one reading, so lists may hold `ak47`. */
const digitsRead: Readonly<Record<string, string>> = {
  0: '0o',
  1: '1il',
  2: '2z',
  3: '3e',
  4: '4a',
  5: '5s',
  6: '6g',
  7: '7t',
  8: '8b',
  9: '9g',
};

/** Each letter that one letter of a plain text may stand for, itself included. A `w` is typed for ë, and for v. */
export function readingsOf(letter: string, isLast: boolean): string {
  if (letter === 'w') return isLast ? 'we' : 'wev';
  return digitsRead[letter] ?? letter;
}

/**
 * The form in which texts and lists are compared. Lower case, no diacritics (ë is e, ç is c), nothing invisible. A single
 * letter before an apostrophe is a word (`n'shkollë`). Other apostrophes are removed (`don't`). Letters that look alike are one letter, of whatever alphabet (Cyrillic е is e). Lists are folded by the
 * same rule, so a list in Greek finds Greek.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/(?<![\p{L}\p{N}])(\p{L})['’‘ʼ`´](?=\p{L})/gu, '$1 ')
    .replaceAll(/[\p{M}\p{Cf}'’‘ʼ`´]/gu, '')
    .toLowerCase()
    .replaceAll(/(?<=\p{L})[!|](?=\p{L})/gu, '1')
    .replaceAll(/[q@$€]|\P{ASCII}/gu, (letter) => lookAlikes.get(letter) ?? letter);
}

/**
 * Letters of other alphabets and signs, each with the letter that it looks like. `q` is typed for ç. The
 * first row of each pair is what is written, and the second what it is taken for.
 */
const lookAlikes = new Map(
  [
    ['q@$€', 'case'],
    ['абвгдеикмнорстухіјѕԁԛԝӏ', 'abbrdeukmhopctyxijsdcel'],
    ['αβγεηικνορτυχωσςλ', 'abyenikvoptuxesca'],
    ['ıłøđħŧɑɡɩʋ', 'ilodhtagiv'],
    ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuveyz'],
    ['🇦🇧🇨🇩🇪🇫🇬🇭🇮🇯🇰🇱🇲🇳🇴🇵🇶🇷🇸🇹🇺🇻🇼🇽🇾🇿', 'abcdefghijklmnopcrstuvexyz'],
    ['🅐🅑🅒🅓🅔🅕🅖🅗🅘🅙🅚🅛🅜🅝🅞🅟🅠🅡🅢🅣🅤🅥🅦🅧🅨🅩', 'abcdefghijklmnopcrstuvexyz'],
    ['🅰🅱🅲🅳🅴🅵🅶🅷🅸🅹🅺🅻🅼🅽🅾🅿🆀🆁🆂🆃🆄🆅🆆🆇🆈🆉', 'abcdefghijklmnopcrstuvexyz'],
  ].flatMap(([written = '', taken = '']) => Array.from(written).map((letter, index) => [letter, taken.charAt(index)])),
);

/** Letters and words of a text. It takes as long as the text is, whatever is in it. */
export function lettersOf(text: string): PlainText {
  const letters: string[] = [];
  const repeated: boolean[] = [];
  const wordOf: number[] = [];
  const starts: number[] = [];
  const opens: boolean[] = [];
  let opening = true;
  let single: string | undefined;
  for (const [word] of plain(text).matchAll(/[\p{L}\p{N}]+(?:\*[\p{L}\p{N}]+)*|[.!?…;\n](?=\s|$)|\n/gu)) {
    if (stops.test(word)) {
      opening = true;
      continue;
    }
    const isSingle = word === word.charAt(0).repeat(word.length);
    // A letter that is repeated with blanks between (`v v r a s`) is one letter.
    if (isSingle && word.charAt(0) === single) {
      repeated[repeated.length - 1] = true;
      continue;
    }
    single = isSingle ? word.charAt(0) : undefined;
    starts.push(letters.length);
    opens.push(opening);
    opening = false;
    let last: string | undefined;
    for (const letter of word) {
      if (letter === last) {
        repeated[repeated.length - 1] = true;
        continue;
      }
      last = letter;
      letters.push(letter);
      repeated.push(false);
      wordOf.push(starts.length - 1);
    }
  }
  return { letters, repeated, wordOf, starts, opens };
}

const stops = /^[.!?…;\n]/u;
