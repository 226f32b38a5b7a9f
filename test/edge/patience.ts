import * as fc from '#test/support/fast-check.ts';

/**
 * Lengths that grow slowly where an exponential search would hang, then fast where only a polynomial one shows. From 16
 * on in twos: an exponential one is found when it takes a millisecond, and not half a second some twenty times.
 */
const lengths = [16, 18, 20, 22, 24, 32, 48, 64, 256, 1024, 4096];
/** How much more than its share of the length a search may take: 4 times the text of a quadratic one takes 16 times. */
const allowance = 2.5;
/** Below this the clock shows chance. No search is judged by it. */
const noiseMs = 1;

/** Pieces that repeated make searches go back: blanks, digits, marks, and what the expression itself is made of. */
function unitsFor({ source }: RegExp): string[] {
  const own = source.replaceAll(/\\[a-zA-Z]|[[\](){}?*+^$|]/g, ' ').split(/\s+/);
  const signs = ' a A 0 / - . " \\ , { # : ; @ + _ é \u0301 aA a. a- 1. \\" "\\ http {a W/ a;'.split(' ');
  return [...new Set([' ', '\t', '\n', '\r\n', '\u0000', ...signs, ...own])].filter((unit) => unit !== '');
}

/** Beginnings that lead a search in: parts of what the expression matches, where that can be made. */
function beginningsFor(expression: RegExp): string[] {
  try {
    const plain = new RegExp(expression.source, expression.unicode ? 'u' : '');
    const matches = fc.sample(fc.stringMatching(plain, { maxLength: 60 }), { numRuns: 3, seed: 7 });
    const parts = matches.flatMap((text) => [1, 0.25, 0.5, 0.75].map((part) => text.slice(0, text.length * part)));
    return [...new Set(['', ...parts])];
  } catch {
    // No matches can be made for look-arounds: these are attacked without.
    return ['', '"', 'a'];
  }
}

/** Milliseconds of processor time: a machine that does something else in between is not the work. */
function msOf(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** So often a time is taken, because a process also compiles, and collects what is no longer needed. */
const looks = Array.from({ length: 7 }, (_, look) => look);

function leastMs(work: () => void): number {
  return Math.min(...looks.map(() => msOf(work)));
}

/**
 * Whether some work takes less than `most` times as long on a text 16 times as long, in one of three looks at least:
 * about 16 times where time grows like the text, 256 where it grows like its square. A body is `longest` characters at
 * most. The long text is looked at until one look is fast enough. Work that grows like the text needs one.
 */
export function growsLessThan(most: number, workOn: (size: number) => () => void, longest = 64 * 1024): boolean {
  const [short, long] = [workOn(longest / 16), workOn(longest)];
  leastMs(short);
  return [1, 2, 3].some(() => {
    const least = Math.max(leastMs(short), 0.02);
    return looks.some(() => msOf(long) < most * least);
  });
}

const searching = (expression: RegExp, text: string) => (): void => void text.replace(expression, '');

/**
 * A text on which a search takes more than its share when the text grows, if one is found: a beginning of what is
 * matched, one piece again and again, and an end at which the search fails. Undefined when time grows like the text.
 */
export function impatientText(expression: RegExp): string | undefined {
  for (const beginning of beginningsFor(expression)) {
    for (const unit of unitsFor(expression)) {
      for (const end of ['', '!', '\u0001']) {
        const attack = (length: number): string => beginning + unit.repeat(Math.ceil(length / unit.length)) + end;
        if (growsTooFast(expression, attack)) return JSON.stringify(attack(16));
      }
    }
  }
  return undefined;
}

function growsTooFast(expression: RegExp, attack: (length: number) => string): boolean {
  let shorter = { length: 8, ms: msOf(searching(expression, attack(8))) };
  for (const length of lengths) {
    const share = allowance * (length / shorter.length);
    const ms = msOf(searching(expression, attack(length)));
    if (ms > noiseMs && ms > share * shorter.ms) {
      // Again and again, each at its best: a pause of the process is no search.
      const at = searching(expression, attack(length));
      const than = searching(expression, attack(shorter.length));
      const isSlow = (): boolean => {
        const slow = leastMs(at);
        return slow > noiseMs && slow > share * leastMs(than);
      };
      if (isSlow() && isSlow() && isSlow()) return true;
    }
    shorter = { length, ms };
  }
  return false;
}
