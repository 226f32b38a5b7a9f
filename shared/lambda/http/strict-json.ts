/** What is not the JSON the contract asks for. Says what was wrong, never with what words. */
export class NotStrictJson extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NotStrictJson';
  }
}

/** How deep objects and lists may stand in one another. Source: docs/contract.md, Errors. */
export const nestingLimit = 20;

/** Keys by which a careless assignment reaches a prototype. */
const refusedKeys = new Set(['__proto__', 'constructor', 'prototype']);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Parses JSON as the contract asks: strict UTF-8 without a byte order mark, no lone surrogates, no numbers beyond the
 * range of a double, at most 20 levels, no key twice and none like `__proto__`. Throws `NotStrictJson`.
 *
 * `JSON.parse` judges the grammar; the walk afterwards judges what it lets pass. Decision record 040.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  const value = parse(text);
  refuseWhatParseLetsPass(text);
  refuseBadValues(value);
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    // With `ignoreBOM` a byte order mark stays in the text, where the grammar refuses it.
    return utf8.decode(bytes);
  } catch {
    throw new NotStrictJson('not UTF-8');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's own message quotes the text: it goes no further.
    throw new NotStrictJson('not JSON');
  }
}

/**
 * Walks over text that is known to be JSON, looking at brackets and strings only: depth, and keys that come twice.
 */
function refuseWhatParseLetsPass(text: string): void {
  const open: (Set<string> | 'list')[] = [];
  // Strings are the only tokens in which brackets and commas mean nothing, so these are all there is to look at.
  const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g;
  // Whether the next string of an object is a key: after its bracket and after each comma.
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

function refuseBadValues(value: unknown): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new NotStrictJson('a lone surrogate');
  } else if (typeof value === 'number') {
    // 1e999 parses as Infinity.
    if (!Number.isFinite(value)) throw new NotStrictJson('a number beyond range');
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      refuseBadValues(key);
      refuseBadValues(inner);
    }
  }
}
