/** Thrown for a text that is not the JSON the contract asks for. It says what was wrong and never quotes the text. */
export class NotStrictJson extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NotStrictJson';
  }
}

/** How deep objects and lists may be nested. Source: docs/contract.md, Errors. */
export const nestingLimit = 20;

/** Keys by which a careless assignment reaches a prototype. */
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype']);

// `ignoreBOM: false` is the odd name of: a byte order mark at the beginning is skipped.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * Parses JSON as the contract asks. Throws `NotStrictJson`. Source: docs/contract.md, Errors; Never refused for form.
 * - strict UTF-8; a byte order mark is skipped, and a lone surrogate becomes U+FFFD;
 * - no numbers beyond the range of a double;
 * - at most 20 levels;
 * - no key twice, and none like `__proto__`.
 *
 * `JSON.parse` checks the grammar. The walk afterwards checks what the grammar lets pass. See docs/decisions/040.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  const value = parse(text);
  refuseWhatParseLetsPass(text);
  return mended(value);
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new NotStrictJson('not UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's own message quotes the text, so it goes no further.
    throw new NotStrictJson('not JSON');
  }
}

/**
 * Walks over text that is known to be JSON, for depth and keys that come twice. It looks only at brackets, commas and
 * strings.
 */
function refuseWhatParseLetsPass(text: string): void {
  const open: (Set<string> | 'list')[] = [];
  // Brackets and commas count everywhere but in strings, so the walk needs only these tokens.
  const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g;
  // Whether the next string of an object is a key. It is one after the opening bracket and after each comma.
  let mayBeKey = true;
  for (const [part] of text.matchAll(token)) {
    const inside = open.at(-1);
    if (part === '{' || part === '[') {
      open.push(part === '{' ? new Set() : 'list');
      if (open.length > nestingLimit) throw new NotStrictJson('nested too deep');
      mayBeKey = true;
    } else if (part === '}' || part === ']') {
      open.pop();
    } else if (part === ',') {
      mayBeKey = true;
    } else if (mayBeKey && inside instanceof Set) {
      const key = JSON.parse(part) as string;
      if (inside.has(key)) throw new NotStrictJson('a key comes twice');
      if (refusedKeys.has(key)) throw new NotStrictJson('a key that is not allowed');
      inside.add(key);
      mayBeKey = false;
    }
  }
}

/** The value with well-formed texts: half of a character becomes U+FFFD. Throws on a number beyond range. */
function mended(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  // 1e999 parses as Infinity.
  if (typeof value === 'number' && !Number.isFinite(value)) throw new NotStrictJson('a number beyond range');
  if (Array.isArray(value)) return value.map(mended);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), mended(inner)]));
}
