import { isVisible } from '../../domain/text.ts';

/**
 * Cleans a text instead of refusing it. Control and bidi characters are removed, and so are blanks around it. Every
 * kind of line break becomes a line feed, so that no two words become one. Unicode is composed (NFC). A text without
 * any visible character is empty. This is done to every text in a body, codes included, so that nothing invisible makes
 * a report wrong. Source: docs/contract.md, Never refused for form.
 */
export function normaliseText(text: string): string {
  const cleaned = text
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(invisible, '')
    .normalize('NFC')
    .trim();
  return isVisible(cleaned) ? cleaned : '';
}

/** Control characters except the line feed, the directions of Unicode's bidi algorithm, and the byte order mark. */
const invisible = /(?!\n)[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Cleans every text in a parsed body. Keys stay as they are. */
export function normaliseBody(value: unknown): unknown {
  if (typeof value === 'string') return normaliseText(value);
  if (Array.isArray(value)) return value.map(normaliseBody);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, normaliseBody(inner)]));
  }
  return value;
}

/** The length as people and JSON Schema count it: in code points, not in UTF-16 units. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
