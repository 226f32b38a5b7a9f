import { country } from '#shared/country/current.ts';

/** A sentence that was read, by where it stands in the pack, such as `status.received`, with what was filled in. */
export interface Sentence {
  name: string;
  text: string;
  language: string;
  filled: Readonly<Record<string, string>>;
}

interface Known {
  name: string;
  language: string;
  pattern: RegExp;
  /** The text, where nothing is filled in. */
  plain?: string;
}

/** Moments are parts of sentences. */
const known = textsIn(country.reporterTexts).filter(({ name }) => !name.startsWith('moments'));

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}

/** Every text under a part of the pack, with the names that lead to it. */
function textsIn(part: object, path: readonly string[] = []): Known[] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]): Known[] => {
    if (typeof value === 'object' && value !== null) return textsIn(value, [...path, key]);
    if (typeof value !== 'string' || !country.languages.includes(key)) return [];
    const plain = value.includes('{') ? {} : { plain: value };
    const parts = value
      .split(/\{(\w+)\}/u)
      .map((one, at) => (at % 2 === 0 ? escaped(one) : `(?<${one}>(?:(?!\\. ).)+?)`));
    return [{ name: path.join('.'), language: key, pattern: new RegExp(`^${parts.join('')}$`, 'su'), ...plain }];
  });
}

/** Which one text of the pack this may be, more than one where two say the same. */
function textsThatSay(text: string): Sentence[] {
  return known.flatMap(({ name, language, pattern }) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ name, text, language, filled: { ...match.groups } }];
  });
}

/**
 * The ways to read what stands in one paragraph: each is one text of the pack, or several, one after the other. Empty where the
 * pack says nothing like it.
 */
export function readingsOf(paragraph: string): Sentence[][] {
  const whole = textsThatSay(paragraph).map((sentence) => [sentence]);
  const endings = known.flatMap(({ name, language, plain }) =>
    plain !== undefined && paragraph.endsWith(` ${plain}`) ? [{ name, language, text: plain, filled: {} }] : [],
  );
  const longer = endings.flatMap((last) =>
    readingsOf(paragraph.slice(0, -last.text.length - 1)).map((before) => [...before, last]),
  );
  return [...whole, ...longer];
}

/** Of each paragraph of a text the ways to read it. */
export const paragraphsOf = (text: string): { text: string; readings: Sentence[][] }[] =>
  text.split('\n\n').map((paragraph) => ({ text: paragraph, readings: readingsOf(paragraph) }));

const zone = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', { timeZone: country.timeZone, ...options });
const clock = zone({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = zone({ year: 'numeric', month: '2-digit', day: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-US', { timeZone: country.timeZone, weekday: 'short' });
const hours24 = 24 * 3_600_000;

/** Clocks of functions may be this far from the history's, in ms. Near midnight that is another day. */
export const skew = 6 * 60_000;

/**
 * Whether words such as "22:40 today" mean an instant, for somebody who reads them at this time; both in ms since 1970. A
 * second opinion of shared/domain/time/say-moment.ts: it asks what the words mean, and makes none.
 */
export function means(words: string, instant: number, now: number): boolean {
  return [now, now - skew, now + skew].some((one) => meansAt(words, instant, one));
}

function meansAt(words: string, instant: number, now: number): boolean {
  const { moments } = country.reporterTexts;
  const has = (text: string): boolean => words.includes(text.replaceAll(/\{\w+\}/gu, '').trim());
  if (!words.includes(clock.format(instant))) return false;
  const dayOf = (at: number): string => day.format(at);
  if (Object.values(moments.today).some(has)) return dayOf(instant) === dayOf(now);
  if (Object.values(moments.tomorrow).some(has)) return dayOf(instant) === dayOf(now + hours24);
  if (/\d[./]\d+[./]\d{4}/u.test(words)) {
    const [date, month, year] = dayOf(instant).split('/');
    return new RegExp(`\\b0?${Number(date)}[./]0?${Number(month)}[./]${year}`, 'u').test(words);
  }
  const nth = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(weekday.format(instant));
  const names = Object.values(moments.weekdays[nth] ?? {});
  return names.some((name) => words.includes(name)) && Math.abs(instant - now) < 7 * hours24;
}
