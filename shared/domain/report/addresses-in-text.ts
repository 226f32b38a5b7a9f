import { topLevelDomains } from './top-level-domains.ts';

/** Where an address stands in a text, in UTF-16 code units as JavaScript counts them: from, and up to before `to`. */
export interface Stretch {
  from: number;
  to: number;
}

/** The same, where the address itself was taken out of the text. */
export interface TextLink extends Stretch {
  withheld?: true;
}

/** Stands in a text in place of an address that the reader may not see. */
export const withheldMark = '▮▮▮';

/**
 * Where addresses stand in a text that somebody wrote, in order and apart from each other. They are found generously:
 * with any scheme (`hxxp` too), bare with a known ending or a path, written with `[.]` or ` dot `, IP addresses, and long
 * runs of letters and digits such as hidden services have. Look-alike and invisible characters do not hide one. Mail
 * addresses and account names (`@leo.tirana`) are none. Each goes on to the next blank. Time grows with the text alone.
 * Source: docs/practice.md, Clearance and Referral; docs/decisions/154.
 */
export function addressesIn(text: string): Stretch[] {
  const { plain, from, to } = legible(text);
  const found: Stretch[] = [];
  const keep = (start: number, end: number): void => {
    const last = found.at(-1);
    if (last !== undefined && start < last.to) last.to = Math.max(last.to, end);
    else found.push({ from: start, to: end });
  };
  let before: Run | undefined;
  let beforeThat: Run | undefined;
  let isOpen: number | undefined;
  for (const { 0: written, index } of plain.matchAll(/\S+/gu)) {
    const run: Run = { written, index };
    const end = index + written.length - trailing(written);
    const start = isOpen ?? startOver(run, before, beforeThat) ?? startIn(run);
    if (start !== undefined) keep(start, Math.max(end, start + 1));
    // `http:// site.al`: what follows the blank belongs to it.
    isOpen = start !== undefined && written.endsWith('://') ? start : undefined;
    [beforeThat, before] = [before, run];
  }
  return found.map((one) => ({ from: from[one.from] ?? 0, to: to[one.to - 1] ?? text.length }));
}

/** The text without its addresses, and where each of them stood. */
export function withoutAddresses(text: string): { text: string; links: TextLink[] } {
  const links: TextLink[] = [];
  let shown = '';
  let next = 0;
  for (const { from, to } of addressesIn(text)) {
    shown += text.slice(next, from);
    links.push({ from: shown.length, to: shown.length + withheldMark.length, withheld: true });
    shown += withheldMark;
    next = to;
  }
  return { text: shown + text.slice(next), links };
}

/** A text as it is searched, and of each of its characters from where to where it stood in the text as written. */
interface Legible {
  plain: string;
  from: Uint32Array;
  to: Uint32Array;
}

/** A piece of a text as it is searched, and where it stood. */
interface Piece {
  read: string;
  from: number;
  to: number;
}

/** What stands between two blanks, and where. */
interface Run {
  written: string;
  index: number;
}

/** A text in lower case and in plain characters, without invisible ones, and with the dots that somebody bracketed. */
function legible(text: string): Legible {
  const made = onlyAscii.test(text) ? inPlace(text.toLowerCase()) : together(pieces(text));
  const { plain, from, to } = made;
  const mended: Piece[] = [];
  let next = 0;
  const take = (upTo: number): void => {
    for (; next < upTo; next += 1) mended.push({ read: plain.charAt(next), from: from[next] ?? 0, to: to[next] ?? 0 });
  };
  for (const { 0: bracketed, index } of plain.matchAll(bracketedSign)) {
    take(index);
    next = index + bracketed.length;
    const read = bracketed.includes(':') ? bracketed.slice(1, -1) : '.';
    mended.push({ read, from: from[index] ?? 0, to: to[next - 1] ?? 0 });
  }
  if (next === 0) return made;
  take(plain.length);
  return together(mended);
}

/** Most texts need no more than this, and it costs least. */
const onlyAscii = /^[\0-\x7F]*$/u;

function inPlace(plain: string): Legible {
  const from = new Uint32Array(plain.length).map((_, index) => index);
  return { plain, from, to: from.map((index) => index + 1) };
}

function together(all: readonly Piece[]): Legible {
  const plain = all.map(({ read }) => read).join('');
  const from = new Uint32Array(plain.length);
  const to = new Uint32Array(plain.length);
  let at = 0;
  for (const piece of all) {
    from.fill(piece.from, at, at + piece.read.length);
    to.fill(piece.to, at, at + piece.read.length);
    at += piece.read.length;
  }
  return { plain, from, to };
}

const bracketedSign = /[[({<](?:\.|:|:\/\/|dot|pik[eëa])[\])}>]/gu;

/** Each character for itself, so that every one keeps its place. */
function pieces(text: string): Piece[] {
  let at = 0;
  return Array.from(text, (char) => {
    const from = at;
    at += char.length;
    return { read: plainOf(char), from, to: at };
  });
}

const invisible = /\p{Default_Ignorable_Code_Point}/u;
/** Full stops of other scripts that stand for a dot in a name. Source: RFC 3490, section 3.1. */
const otherDots = /[\u3002\uFF61]/u;

function plainOf(char: string): string {
  if (char < '\u0080') return char.toLowerCase();
  if (invisible.test(char)) return '';
  if (otherDots.test(char)) return '.';
  const plain = char.normalize('NFKC').toLowerCase();
  // Some signs are a blank and a mark to Unicode. None of them parts an address.
  return /\s/u.test(plain) && !/\s/u.test(char) ? char : plain;
}

/** How many signs at the end of a run belong to the sentence, and not to an address. */
function trailing(written: string): number {
  let count = 0;
  while (count < written.length && sentenceSigns.includes(written.charAt(written.length - 1 - count))) count += 1;
  return count;
}

const sentenceSigns = '.,;:!?\'"’”“»)]}>*…';

/** Where an address begins in a run; undefined when it holds none. */
function startIn({ written, index }: Run): number | undefined {
  const starts = [schemeIn(written), wwwIn(written), hostIn(written), ipv6In(written), longIn(written)];
  const first = Math.min(...starts.filter((start) => start !== undefined));
  return first === Infinity ? undefined : index + first;
}

/** An address over several runs: `site dot com`, `site .com`, `site. com`. */
function startOver(run: Run, before: Run | undefined, beforeThat: Run | undefined): number | undefined {
  if (before === undefined) return undefined;
  const { written } = run;
  const ending = /^\.?(\p{L}+)/u.exec(written)?.[1] ?? '';
  const after = written.slice(written.indexOf(ending) + ending.length);
  const isPath = /^[/:][^\s]/u.test(after);
  const isSure = sureEndings.has(ending) && (after === '' || isPath || sentenceSigns.includes(after.charAt(0)));
  const isEnding = isSure || (topLevelDomains.has(ending) && isPath);
  if (!isEnding) return undefined;
  if (/^(?:\.|dot|pik[eëa])$/u.test(before.written)) return beforeThat?.index;
  if (written.startsWith('.') || /[\p{L}\p{N}]\.$/u.test(before.written)) return before.index;
  return undefined;
}

/** Endings that are no word of a sentence, neither in Albanian nor in English. */
const sureEndings: ReadonlySet<string> = new Set(['com', 'net', 'org', 'info', 'onion', 'xyz', 'ru']);

function schemeIn(written: string): number | undefined {
  const named = written.search(/(?<![\p{L}\p{N}])(?:magnet:\?|(?:tg|ed2k|ipfs|ipns|blob):\S|data:[a-z]+\/)/u);
  const slashes = written.search(/:(?:\/\/|\\\\|%2f%2f)|%3a%2f%2f/u);
  if (slashes === -1) return named === -1 ? undefined : named;
  const start = beginningOf(written, slashes);
  return named === -1 ? start : Math.min(named, start);
}

/** Where what sticks to a scheme begins, whatever letters it has. */
function beginningOf(written: string, slashes: number): number {
  let start = slashes;
  while (start > 0) {
    const isPair = /[\uDC00-\uDFFF]/.test(written.charAt(start - 1));
    const char = written.slice(start - (isPair ? 2 : 1), start);
    if (!/^[\p{L}\p{N}\p{M}.+*_@-]$/u.test(char)) break;
    start -= char.length;
  }
  return start;
}

function wwwIn(written: string): number | undefined {
  const start = written.search(/(?<![\p{L}\p{N}])www\d{0,3}\.[^\s.]/u);
  return start === -1 ? undefined : start;
}

/** A name with dots that is one of a computer, by its ending or by what follows it. */
function hostIn(written: string): number | undefined {
  for (const { 0: chunk, index } of written.matchAll(/[\p{L}\p{N}\p{M}_.-]+/gu)) {
    let at = index;
    for (const name of chunk.split(/\.{2,}/u)) {
      const start = written.indexOf(name, at);
      at = start + name.length;
      const isNamed = written.charAt(start - 1) === '@';
      const hasPath = /^\.?(?::\d|\/|\\|[?#][\p{L}\p{N}=&%_~+-])/u.test(written.slice(at, at + 3));
      if (!isHost(name, hasPath, isNamed)) continue;
      // Whoever is named before the @ stands in the address.
      return isNamed ? 0 : start + leadingDots(name);
    }
  }
  return undefined;
}

const leadingDots = (name: string): number => (name.startsWith('.') ? 1 : 0);

function isHost(name: string, hasPath: boolean, isNamed: boolean): boolean {
  const labels = name.split('.').filter((label) => label !== '');
  if (labels.length < 2) return false;
  const last = endingOf(labels.at(-1) ?? '');
  if (labels.length === 4 && labels.every((label) => /^\d{1,3}$/u.test(label))) return true;
  const isLike = /^\p{L}[\p{L}\p{M}]+$/u.test(last) || last.startsWith('xn--');
  if (hasPath) return isLike;
  // A mail address, or the name of an account.
  if (isNamed) return false;
  // "p.sh." and "d.m.th." are abbreviations, though both end in the name of a country.
  const isShort = last.length === 2 && labels.slice(0, -1).every((label) => label.length === 1);
  return !isShort && (topLevelDomains.has(last) || last.startsWith('xn--'));
}

/** The last part of a name, without what Albanian adds to it: `site.al-it`. */
function endingOf(label: string): string {
  return label.startsWith('xn--') ? label : (/^[^_-]+/u.exec(label)?.[0] ?? '');
}

function ipv6In(written: string): number | undefined {
  for (const { 0: chunk, index } of written.matchAll(/[0-9a-f:.]+/gu)) {
    const parts = chunk.split(':');
    if (/[0-9a-f]/u.test(chunk) && (parts.length === 8 || (parts.length > 3 && chunk.includes('::')))) return index;
    if (chunk === '::1') return index;
  }
  return undefined;
}

/** Names of hidden services, files and torrents: no word is as long, and has digits. */
function longIn(written: string): number | undefined {
  for (const { 0: chunk, index } of written.matchAll(/[a-z0-9]+/gu)) {
    if (chunk.length >= 40 && /\d/u.test(chunk) && /[a-z]/u.test(chunk)) return index;
  }
  return undefined;
}
