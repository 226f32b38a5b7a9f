/**
 * Case numbers and receipts as people read, type and say them. They use Crockford base32; the last character is a
 * check.
 *
 * The check is Luhn mod 32. It finds any single wrong character, and any swap of two neighbours except `0` with `Z`. It
 * finds other mistakes 31 times in 32. It says nothing about whether a number exists.
 * Source: docs/contract.md, Case number and receipt.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const isWritten = /^[0-9A-HJKMNP-TV-Z]+$/;

/** 35 random bits, then the check. */
const caseNumberLength = 8;

/** 80 random bits, then the check. */
const receiptLength = 17;

/** 40 random bits, without a check: a wrong code is told from the right one anyway. */
const callCodeLength = 8;

/** A code with the words that people copy along is no longer than this, in UTF-16 units. A longer text is no code. */
export const longestTyped = 256;

/**
 * Letters and digits of keyboards that people here have besides the Latin one, and the Latin ones that they look like:
 * Cyrillic, Greek, then the digits of Arabic and of Persian.
 */
const lookalikes = new Map(
  [
    ['АВЕКМНОРСТУХЅІЈ', 'ABEKMHOPCTYXSIJ'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ].flatMap(([typed = '', latin = '']) => Array.from(typed, (one, at): [string, string] => [one, latin.charAt(at)])),
);

type Unreadable = { ok: false; because: 'form' | 'check' };

/** How a code stands among the words that were copied along: the lengths of its groups, the likeliest way first. */
type Ways = readonly (readonly Group[])[][];

/** The length of a group, or a group that begins with the `B` of a case number, or that `B` alone. */
type Group = number | 'B' | `B${number}`;

const caseNumberWays: Ways = [
  [['B', 4, 4], ['B4', 4], ['B', 8], ['B8']],
  [[4, 4], [8]],
];

const receiptWays: Ways = [[[4, 4, 4, 4, 1], [17]]];

const callCodeWays: Ways = [[[4, 4], [8]]];

/** Makes a case number such as `B-7K3M-9QX1`. It takes 5 random bytes and uses the first 35 bits. */
export function caseNumberFrom(random: Uint8Array): string {
  return sayCaseNumber(withCheck(toCharacters(random, caseNumberLength - 1)));
}

/** Reads a case number as typed or pasted, with or without `B-`, among the words that were copied along. */
export function parseCaseNumber(text: string): { ok: true; caseNumber: string } | Unreadable {
  const read = theOneThatFits(candidates(text, caseNumberLength, caseNumberWays));
  return read.ok ? { ok: true, caseNumber: sayCaseNumber(read.bare) } : read;
}

/** What may be a case number within a text: with its `B`, or as two groups with a dash between them. */
const numberInText =
  /(?<![0-9A-Z]\p{Pd}?)(?:B[\s\p{Pd}]?[0-9A-Z]{4}[\s\p{Pd}]?[0-9A-Z]{4}|[0-9A-Z]{4}\p{Pd}[0-9A-Z]{4})(?!\p{Pd}?[0-9A-Z])/giu;

/**
 * The case numbers that a text names, as people write them. Without `B`, only what has both letters and digits counts:
 * `2024-2025` is no case.
 */
export function caseNumbersIn(text: string): string[] {
  const written = Array.from(text.matchAll(numberInText), ([found]) => found);
  return written
    .filter((found) => /^b[\s\p{Pd}]?.{8}/iu.test(found) || (/\d/.test(found) && /[a-z]/i.test(found)))
    .map(parseCaseNumber)
    .flatMap((parsed) => (parsed.ok ? [parsed.caseNumber] : []));
}

/** Makes a receipt such as `7K3M-9QXR-2F5T-8WNA-W`. It takes 10 bytes and uses all 80 bits. */
export function receiptFrom(bytes: Uint8Array): string {
  return sayReceipt(withCheck(toCharacters(bytes, receiptLength - 1)));
}

/** Reads a receipt as typed or pasted, among the words that were copied along. Returns its canonical form. */
export function parseReceipt(text: string): { ok: true; receipt: string } | Unreadable {
  const read = theOneThatFits(candidates(text, receiptLength, receiptWays));
  return read.ok ? { ok: true, receipt: sayReceipt(read.bare) } : read;
}

/**
 * The 10 bytes a receipt stands for. It throws on a text that is no receipt, so callers first parse what people typed.
 */
export function receiptBytes(receipt: string): Uint8Array {
  const bare = plain(wordsOf(receipt).join(''));
  if (bare.length !== receiptLength || !fits(bare)) throw new Error('This is not a receipt.');
  const bytes = new Uint8Array(10);
  let buffer = 0;
  let bits = 0;
  let next = 0;
  for (const character of bare.slice(0, receiptLength - 1)) {
    buffer = (buffer << 5) | alphabet.indexOf(character);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[next] = (buffer >> bits) & 0xff;
    next += 1;
    buffer &= (1 << bits) - 1;
  }
  return bytes;
}

/** Makes the code that an outside partner gives on the phone, such as `7K3M9QXR`. It takes 5 random bytes. */
export function callCodeFrom(bytes: Uint8Array): string {
  return toCharacters(bytes, callCodeLength);
}

/**
 * Whether a code as somebody typed it is this one. The time that the answer takes says nothing about the code. Whatever
 * was typed is one try: of several codes in it, the last one counts.
 */
export function isCallCode(typed: string, code: string): boolean {
  const said = candidates(typed, callCodeLength, callCodeWays).at(-1) ?? '';
  let difference = said.length ^ code.length;
  for (let at = 0; at < callCodeLength; at += 1) difference |= (said.charCodeAt(at) | 0) ^ (code.charCodeAt(at) | 0);
  return difference === 0;
}

function sayCaseNumber(bare: string): string {
  return `B-${bare.slice(0, 4)}-${bare.slice(4)}`;
}

function sayReceipt(bare: string): string {
  return [bare.slice(0, 4), bare.slice(4, 8), bare.slice(8, 12), bare.slice(12, 16), bare.slice(16)].join('-');
}

/**
 * The parts of a text that may be the code, each once. A step is taken only where those before it found nothing. So the
 * part that looks most like a code decides, also when its check fails.
 * 1. Everything that was typed.
 * 2. Whole words in the groups that we give out.
 * 3. Whole words in any groups.
 * 4. The beginning or the end of everything, where the rest is a word of letters that was pasted on.
 *
 * Source: docs/contract.md, Case number and receipt.
 */
function candidates(text: string, length: number, ways: Ways): string[] {
  if (text.length > longestTyped) return [];
  const words = wordsOf(text);
  const all = words.join('');
  const hasB = ways === caseNumberWays;
  const steps: (() => string[])[] = [
    () => runsOf([all], length, hasB),
    ...ways.map((groups) => () => groups.flatMap((group) => grouped(words, group))),
    () => runsOf(words, length, hasB),
    () => withoutLabel(all, length),
  ];
  for (const step of steps) {
    const found = step()
      .map(plain)
      .filter((one) => isWritten.test(one));
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}

/**
 * What stands between other characters than letters and digits. Full-width and other forms become the usual ones, and so
 * do letters that look like Latin ones. The check tells when one of them stood for something else.
 */
function wordsOf(text: string): string[] {
  const upper = text.normalize('NFKC').toUpperCase();
  const latin = Array.from(upper, (one) => lookalikes.get(one) ?? one).join('');
  return latin.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The letters O, I and L become the digits that Crockford reads them as. */
function plain(upper: string): string {
  return upper.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/** Neighbours that have these lengths, joined and without their `B`. */
function grouped(words: readonly string[], groups: readonly Group[]): string[] {
  return words.flatMap((_, from) => {
    const taken = words.slice(from, from + groups.length);
    return groups.every((group, at) => isOfGroup(taken[at] ?? '', group))
      ? [taken.join('').slice(typeof groups[0] === 'string' ? 1 : 0)]
      : [];
  });
}

function isOfGroup(word: string, group: Group): boolean {
  if (typeof group === 'number') return word.length === group;
  return word.startsWith('B') && word.length === Number(group.slice(1)) + 1;
}

/** Neighbours that have this length together, or one more with the `B` of a case number. */
function runsOf(words: readonly string[], length: number, hasB: boolean): string[] {
  return words.flatMap((_, from) => {
    const found: string[] = [];
    let run = '';
    for (const word of words.slice(from)) {
      run += word;
      if (run.length === length) found.push(run);
      if (hasB && run.length === length + 1 && run.startsWith('B')) found.push(run.slice(1));
      if (run.length > length) break;
    }
    return found;
  });
}

/** Both ends of this length, where the rest is a word: 2 to 20 letters, and nothing else. */
function withoutLabel(all: string, length: number): string[] {
  const ends: [string, string][] = [
    [all.slice(-length), all.slice(0, -length)],
    [all.slice(0, length), all.slice(length)],
  ];
  return ends.flatMap(([end, rest]) => (/^\p{L}{2,20}$/u.test(rest) ? [end] : []));
}

/**
 * The one candidate whose check fits. When two fit, nobody knows which was meant. When the only candidate fails, a
 * character of it is wrong.
 */
function theOneThatFits(found: readonly string[]): { ok: true; bare: string } | Unreadable {
  const [bare, another] = found.filter(fits);
  if (bare !== undefined && another === undefined) return { ok: true, bare };
  return { ok: false, because: found.length === 1 ? 'check' : 'form' };
}

function fits(bare: string): boolean {
  return isWritten.test(bare) && checkOf(bare.slice(0, -1)) === bare.at(-1);
}

function withCheck(characters: string): string {
  return characters + checkOf(characters);
}

/** Luhn mod 32. From the right, every second value is doubled. The base-32 digits of the result are added up. */
function checkOf(characters: string): string {
  let sum = 0;
  let isDoubled = true;
  for (const character of Array.from(characters).toReversed()) {
    const value = alphabet.indexOf(character);
    const doubled = value < 16 ? 2 * value : 2 * value - 31;
    sum += isDoubled ? doubled : value;
    isDoubled = !isDoubled;
  }
  return alphabet.charAt((32 - (sum % 32)) % 32);
}

/** The first `count` groups of five bits, as characters. */
function toCharacters(bytes: Uint8Array, count: number): string {
  if (bytes.length * 8 < count * 5) throw new Error(`${count} characters need ${Math.ceil((count * 5) / 8)} bytes.`);
  let characters = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5 && characters.length < count) {
      bits -= 5;
      characters += alphabet.charAt((buffer >> bits) & 31);
      buffer &= (1 << bits) - 1;
    }
  }
  return characters;
}
