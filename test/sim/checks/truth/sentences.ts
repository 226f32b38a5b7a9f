import { country } from '#shared/country/current.ts';
import type { Address, AddressedText } from '#shared/domain/text.ts';
import { reporterTexts } from '#test/support/reporter-texts.ts';

/** A sentence that was read, by where it stands in the pack, such as `status.received`, with what was filled in. */
export interface Sentence {
  name: string;
  text: string;
  language: string;
  /** Who it is worded for; both where it addresses nobody. */
  to: readonly Address[];
  filled: Readonly<Record<string, string>>;
}

interface Known {
  name: string;
  language: string;
  to: readonly Address[];
  pattern: RegExp;
  /** The text, where nothing is filled in. */
  plain?: string;
}

/** Moments are parts of sentences. */
const known = textsIn(reporterTexts).filter(({ name }) => !name.startsWith('moments'));

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}

function isAddressed(part: object): part is AddressedText {
  return 'child' in part && 'adult' in part;
}

/** Every text under a part of the pack, with the names that lead to it. */
function textsIn(part: object, path: readonly string[] = []): Known[] {
  if (isAddressed(part)) return country.languages.flatMap((language) => wordingsOf(part, path.join('.'), language));
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? textsIn(value, [...path, key]) : [],
  );
}

/** What a child reads and what an adult does: one wording where both read the same. */
function wordingsOf(part: AddressedText, name: string, language: string): Known[] {
  const {
    child: { [language]: child = '' },
    adult: { [language]: adult = '' },
  } = part;
  const wording = (text: string, to: readonly Address[]): Known => {
    const plain = text.includes('{') ? {} : { plain: text };
    const parts = text
      .split(/\{(\w+)\}/u)
      .map((one, at) => (at % 2 === 0 ? escaped(one) : `(?<${one}>(?:(?!\\. ).)+?)`));
    return { name, language, to, pattern: new RegExp(`^${parts.join('')}$`, 'su'), ...plain };
  };
  return child === adult
    ? [wording(child, ['child', 'adult'])]
    : [wording(child, ['child']), wording(adult, ['adult'])];
}

/** Which one text of the pack this may be, more than one where two say the same. */
function textsThatSay(text: string): Sentence[] {
  return known.flatMap(({ name, language, to, pattern }) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ name, text, language, to, filled: { ...match.groups } }];
  });
}

/**
 * The ways to read what stands in one paragraph: each is one text of the pack, or several, one after the other. Empty where the
 * pack says nothing like it.
 */
export function readingsOf(paragraph: string): Sentence[][] {
  const before = alreadyRead.get(paragraph);
  if (before !== undefined) return before;
  const readings = readAnew(paragraph);
  if (alreadyRead.size > mostKept) alreadyRead.clear();
  alreadyRead.set(paragraph, readings);
  return readings;
}

/** Most paragraphs are read again and again, and each reading tries every text. */
const alreadyRead = new Map<string, Sentence[][]>();
const mostKept = 5000;

function readAnew(paragraph: string): Sentence[][] {
  const whole = textsThatSay(paragraph).map((sentence) => [sentence]);
  const endings = known.flatMap(({ name, language, to, plain }) =>
    plain !== undefined && paragraph.endsWith(` ${plain}`) ? [{ name, language, to, text: plain, filled: {} }] : [],
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
const minute = 60_000;
const hours24 = 24 * 60 * minute;

/** Clocks of functions may be this far from the history's, in ms. Near midnight that is another day. */
export const skew = 6 * minute;

/**
 * Whether words such as "by 22:40 today" or "within one hour" mean an instant, for somebody who reads them at this time; both in
 * ms since 1970. A second opinion of shared/domain/time/say-moment.ts: it asks what the words mean, and makes none.
 */
export function means(words: string, instant: number, now: number): boolean {
  const length = lengthIn(words);
  if (length !== undefined) return Math.abs(instant - now - length) <= minute + skew;
  return [now, now - skew, now + skew].some((one) => meansAt(words, instant, one));
}

/** The length that words such as "within 3 hours and 20 minutes" name, in ms; undefined where they name a time. */
function lengthIn(words: string): number | undefined {
  if (!/^(within|for|brenda|edhe për) /u.test(words)) return undefined;
  const many = (unit: string): number => {
    const [, digits] = new RegExp(`(?:(\\d+)|one|një) (?:${unit})`, 'u').exec(words) ?? [undefined, '0'];
    return digits === undefined ? 1 : Number(digits);
  };
  return (60 * many('hour|or[ëe]') + many('minut')) * minute;
}

function meansAt(words: string, instant: number, now: number): boolean {
  const { moments } = reporterTexts;
  const has = (text: string): boolean => words.includes(text.replaceAll(/\{\w+\}/gu, '').trim());
  if (!words.includes(clock.format(instant))) return false;
  const dayOf = (at: number): string => day.format(at);
  if (Object.values(moments.today).some(has)) return dayOf(instant) === dayOf(now);
  if (Object.values(moments.tomorrow).some(has)) return dayOf(instant) === dayOf(now + hours24);
  if (Object.values(moments.yesterday).some(has)) return dayOf(instant) === dayOf(now - hours24);
  if (/ \d{4}\b/u.test(words)) {
    const [date, month, year] = dayOf(instant).split('/');
    const months = Object.values(moments.months[Number(month) - 1] ?? {});
    return months.some((name) => new RegExp(`\\b${Number(date)} ${name} ${year}`, 'u').test(words));
  }
  const nth = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(weekday.format(instant));
  const names = Object.values(moments.weekdays[nth] ?? {});
  return names.some((name) => words.includes(name)) && Math.abs(instant - now) < 7 * hours24;
}
