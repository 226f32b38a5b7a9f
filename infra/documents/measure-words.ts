import { patternsOf } from '#shared/domain/report/words/patterns.ts';
import type { WordLists } from '#shared/domain/report/words/phrase-lists.ts';
import { lettersOf } from '#shared/domain/report/words/plain-letters.ts';
import { explainWords, findWords } from '#shared/domain/report/words/word-lists.ts';
import { wordCodes } from '#shared/domain/report/severity.ts';
import type { WordCode } from '#shared/domain/report/severity.ts';

/** A sentence of a file, with what it should be taken for if the file says so. */
interface Sentence {
  text: string;
  /** `self_harm`, `taken_or_hurt`, `weapon`, `meeting`; anything else is ordinary speech. Absent: nobody has said. */
  kind?: string;
  variety?: string;
}

interface Measured {
  hits: number;
  mustHit: number;
  falseAlarms: number;
  ordinary: number;
  /** From 0 to 1. 1 where nothing must hit. */
  hitRate: number;
  /** From 0 to 1. 0 where nothing is ordinary. */
  falseAlarmRate: number;
  /** Right ones of all, by kind and variety. */
  byKindAndVariety: ReadonlyMap<string, { right: number; all: number }>;
}

/**
 * The sentences of a file: one a line, or `kind<TAB>text`, or columns that a first line `kind<TAB>variety<TAB>text`
 * names. With `isOrdinary`, all of them are ordinary speech, whatever word of the lists they come near to.
 */
export function sentencesOf(file: string, isOrdinary = false): Sentence[] {
  const lines = file.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const columns = lines[0]?.startsWith('kind\t') ? lines.shift()?.split('\t') : undefined;
  return lines.map((line) => {
    const cells = line.split('\t');
    const named = columns ?? (cells.length > 1 ? ['kind', 'text'] : ['text']);
    const cell = (name: string): string | undefined => cells[named.indexOf(name)];
    const kind = isOrdinary ? 'ordinary' : cell('kind');
    const variety = cell('variety');
    return { text: cell('text') ?? '', ...(kind !== undefined && { kind }), ...(variety !== undefined && { variety }) };
  });
}

/** The codes that make a sentence of this kind a hit. None for ordinary speech. */
function codesOf(kind: string): WordCode[] {
  if (kind === 'self_harm') return ['words_self_harm', 'words_taken_or_hurt'];
  return wordCodes.filter((code) => code === `words_${kind}`);
}

/** Whether a sentence is taken for what it should be. `undefined` where nobody has said what that is. */
export function isRight({ text, kind }: Sentence, words: WordLists): boolean | undefined {
  if (kind === undefined) return undefined;
  const found = findWords(text, words);
  const wanted = codesOf(kind);
  return wanted.length === 0 ? found.length === 0 : wanted.some((code) => found.includes(code));
}

/** How many of the sentences that must be heard are heard, and how many of the ordinary ones wake somebody. */
export function measureWords(sentences: readonly Sentence[], words: WordLists): Measured {
  const byKindAndVariety = new Map<string, { right: number; all: number }>();
  const counts = { hits: 0, mustHit: 0, falseAlarms: 0, ordinary: 0 };
  for (const sentence of sentences) {
    const right = isRight(sentence, words);
    if (right === undefined) continue;
    const of = `${sentence.kind} ${sentence.variety ?? ''}`.trim();
    const { right: before, all } = byKindAndVariety.get(of) ?? { right: 0, all: 0 };
    byKindAndVariety.set(of, { right: before + Number(right), all: all + 1 });
    if (codesOf(sentence.kind ?? '').length === 0) {
      counts.ordinary++;
      counts.falseAlarms += Number(!right);
    } else {
      counts.mustHit++;
      counts.hits += Number(right);
    }
  }
  const { hits, mustHit, falseAlarms, ordinary } = counts;
  return {
    ...counts,
    hitRate: mustHit === 0 ? 1 : hits / mustHit,
    falseAlarmRate: ordinary === 0 ? 0 : falseAlarms / ordinary,
    byKindAndVariety,
  };
}

/** What `npm run words` prints: each sentence with what was found and by which phrase, then the rates. */
export function wordsReport(sentences: readonly Sentence[], words: WordLists): string {
  const lines: string[] = [];
  for (const sentence of sentences) {
    const right = isRight(sentence, words);
    const isMust = codesOf(sentence.kind ?? '').length > 0;
    const verdict = right === undefined ? '' : right ? (isMust ? 'hit' : 'quiet') : isMust ? 'MISSED' : 'FALSE ALARM';
    lines.push(`${verdict === '' ? '' : `${verdict}: `}${sentence.text}`);
    for (const { code, variety, phrase, exception } of explainWords(sentence.text, words)) {
      const but = exception === undefined ? '' : `, but not with ${exception}`;
      lines.push(`    ${code} (${variety}): ${phrase}${but}`);
    }
  }
  const { hits, mustHit, falseAlarms, ordinary, hitRate, falseAlarmRate } = measureWords(sentences, words);
  if (mustHit + ordinary > 0) {
    lines.push('');
    lines.push(`Heard: ${hits} of ${mustHit} that must be (${percent(hitRate)}).`);
    lines.push(`False alarms: ${falseAlarms} of ${ordinary} ordinary ones (${percent(falseAlarmRate)}).`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * The words of a text that would be taken for misspelt words of the lists, a line each and each once: `shtatë: shpatë`.
 * A common one belongs to the ordinary words of the country, and is no longer named then.
 */
export function nearWordsReport(text: string, words: WordLists): string {
  const { habits } = words;
  if (habits === undefined) return '';
  const written = [...new Set(text.toLowerCase().match(/\p{L}+/gu))];
  const asLists = patternsOf(words).misspelt;
  const asOrdinary = patternsOf({
    ...words,
    habits: { ...habits, ordinary: [...habits.ordinary, ...written] },
  }).misspelt;
  const lines = written.flatMap((word) => {
    const letters = lettersOf(word).letters.join('');
    const known = new Set(asOrdinary?.readingsOf(letters));
    const others =
      asLists?.readingsOf(letters).filter((other) => !known.has(other) && !isBeginOf(letters, other)) ?? [];
    const joined = asLists?.joinedTo(letters) ?? 0;
    if (joined > 0) others.push(`${letters.slice(0, joined)} ${letters.slice(joined)}`);
    return others.length === 0 ? [] : [`${word}: ${others.join(', ')}\n`];
  });
  return lines.join('');
}

/** Whether a beginning of the lists (`afër*`) is that of this word, which is then not misspelt. */
function isBeginOf(letters: string, other: string): boolean {
  return ['e', ''].some((as) => letters.startsWith(other.replaceAll('ë', as).replace('*', '')) && other.endsWith('*'));
}

function percent(rate: number): string {
  return `${(rate * 100).toFixed(1)} %`;
}
