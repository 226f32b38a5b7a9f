/**
 * Makes text clean instead of refusing it (the public contract, "Never refused for form"): control and bidi characters
 * go, line breaks of every kind stay, so that no two words become one, Unicode is composed (NFC), blanks around it go.
 * Applies to every text in a body, codes included, so that nothing invisible ever makes a report wrong.
 */
export function normaliseText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(invisible, '')
    .normalize('NFC')
    .trim();
}

/** Controls but the line feed, the directions of Unicode's bidi algorithm, and the byte order mark. */
const invisible = /(?!\n)[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Every text in a parsed body, cleaned; keys stay as they are. */
export function normaliseBody(value: unknown): unknown {
  if (typeof value === 'string') return normaliseText(value);
  if (Array.isArray(value)) return value.map(normaliseBody);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, normaliseBody(inner)]));
  }
  return value;
}

/** Length as people count it and as JSON Schema does: code points, not UTF-16 units. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
