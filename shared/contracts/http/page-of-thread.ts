/**
 * How many messages, or notes, one answer holds. Longer threads come in pages. Nobody reads more at once, and 300 are
 * read and opened in well under a second.
 */
export const mostOnPage = 300;

/**
 * How many bytes of JSON the messages of one answer take. A function answers with at most 6 MB. This leaves room for
 * everything else that stands in the answer, and stays below 4 MB together with it.
 */
export const largestPage = 2.5 * 1024 * 1024;

/** The texts of linked cases that are read together, as JSON. What does not fit follows with the next answer. */
export const largestLinkedReading = 300_000;

/** The notes of one answer, and what a case file gives of the thread twice: as JSON and as text. */
export const smallerPage = 1024 * 1024;

/**
 * The first of these that fit on a page, in their order. One always does, so that every page leads on. `shown` is what
 * the answer holds of one.
 */
export function thoseThatFit<T>(items: readonly T[], bytes: number, shown: (item: T) => unknown = (item) => item): T[] {
  let left = bytes;
  const beyond = items.findIndex((item, index) => {
    left -= Buffer.byteLength(JSON.stringify(shown(item)));
    return index === mostOnPage || (left < 0 && index > 0);
  });
  return items.slice(0, beyond === -1 ? items.length : beyond);
}

/** The last of these that fit on a page, in their order. */
export function lastThatFit<T>(items: readonly T[], bytes: number, shown?: (item: T) => unknown): T[] {
  return thoseThatFit(items.toReversed(), bytes, shown).toReversed();
}
