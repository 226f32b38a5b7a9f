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

/** Nobody types more characters than this. A longer text is no number. */
const longestInput = 64;

type Unreadable = { ok: false; because: 'form' | 'check' };

/** Makes a case number such as `B-7K3M-9QX1`. It takes 5 random bytes and uses the first 35 bits. */
export function caseNumberFrom(random: Uint8Array): string {
  return sayCaseNumber(withCheck(toCharacters(random, caseNumberLength - 1)));
}

/** Reads a case number as typed, with or without `B-`. */
export function parseCaseNumber(text: string): { ok: true; caseNumber: string } | Unreadable {
  const typed = canonical(text);
  const bare = typed.length === caseNumberLength + 1 && typed.startsWith('B') ? typed.slice(1) : typed;
  const because = faultOf(bare, caseNumberLength);
  return because === undefined ? { ok: true, caseNumber: sayCaseNumber(bare) } : { ok: false, because };
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

/** Reads a receipt as typed and returns its canonical form. */
export function parseReceipt(text: string): { ok: true; receipt: string } | Unreadable {
  const bare = canonical(text);
  const because = faultOf(bare, receiptLength);
  return because === undefined ? { ok: true, receipt: sayReceipt(bare) } : { ok: false, because };
}

/**
 * The 10 bytes a receipt stands for. It throws on a text that is no receipt, so callers first parse what people typed.
 */
export function receiptBytes(receipt: string): Uint8Array {
  const bare = canonical(receipt);
  if (faultOf(bare, receiptLength) !== undefined) throw new Error('This is not a receipt.');
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

/** Whether a code as somebody typed it is this one. The time that the answer takes says nothing about the code. */
export function isCallCode(typed: string, code: string): boolean {
  const said = canonical(typed);
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

/** Upper case, without spaces and dashes. The letters O, I and L become the digits that Crockford reads them as. */
function canonical(text: string): string {
  if (text.length > longestInput) return '';
  return text
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

function faultOf(bare: string, length: number): 'form' | 'check' | undefined {
  if (bare.length !== length || !isWritten.test(bare)) return 'form';
  return checkOf(bare.slice(0, -1)) === bare.at(-1) ? undefined : 'check';
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
