import { defanged } from '#shared/contracts/http/staff/defanged.ts';

/** Where an address stands in a text, as the API says. `withheld`: it was taken out. */
export interface LinkInText {
  from: number;
  to: number;
  withheld?: true | undefined;
}

/** A piece of a text. An address is shown so that no program makes a link of it; a withheld one is not shown at all. */
export interface Piece {
  kind: 'words' | 'address' | 'withheld';
  text: string;
}

/** What is read at once, and opened at once where a text is veiled. */
export interface Paragraph {
  pieces: readonly Piece[];
  /** How many signs it has. */
  length: number;
}

/** A paragraph that somebody wrote without a break is cut after a sentence, so that not all of it opens at once. */
const longest = 600;

/** Takes a text apart. `links`: where addresses stand in it, as the API says. */
export function paragraphsOf(text: string, links: readonly LinkInText[] = []): Paragraph[] {
  return stretchesOf(text).map(([from, to]) => {
    const pieces: Piece[] = [];
    let next = from;
    for (const link of links) {
      const [start, end] = [Math.max(link.from, next), Math.min(link.to, to)];
      if (start >= end) continue;
      if (start > next) pieces.push({ kind: 'words', text: text.slice(next, start) });
      pieces.push(
        link.withheld === true
          ? { kind: 'withheld', text: '' }
          : { kind: 'address', text: defanged(text.slice(start, end)) },
      );
      next = end;
    }
    if (next < to) pieces.push({ kind: 'words', text: text.slice(next, to) });
    return { pieces, length: to - from };
  });
}

/** Where paragraphs begin and end. Empty lines are none. */
function stretchesOf(text: string): [number, number][] {
  const found: [number, number][] = [];
  let next = 0;
  for (const line of text.split('\n')) {
    const index = next;
    next += line.length + 1;
    if (line.trim() === '') continue;
    let from = 0;
    while (line.length - from > longest) {
      const cut = from + cutOf(line.slice(from, from + longest));
      found.push([index + from, index + cut]);
      from = cut;
    }
    found.push([index + from, index + line.length]);
  }
  return found;
}

/** Where to cut: after the last sentence, else after the last word, else where the length ends. */
function cutOf(line: string): number {
  const sentence = /^.*[.!?…]["”»')]*\s/su.exec(line)?.[0].length;
  const word = /^.*\s/su.exec(line)?.[0].length;
  return sentence ?? word ?? line.length;
}
