import type { CountryPack } from '../../domain/country-pack.ts';
import type { OfficialLetterLabel, OfficialLetterTexts } from '../../domain/referrals/official-letter-texts.ts';
import type { Text } from '../../domain/text.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { escapeHtml } from '../frame/escape-html.ts';

/** What words a letter. */
export type LetterWording = Pick<CountryPack, 'centre' | 'timeZone' | 'defaultLanguage' | 'regions'> & {
  texts: OfficialLetterTexts;
  /** Names of platforms, by code. */
  platforms: Readonly<Record<string, Text>>;
};

/** How what a person wrote becomes HTML. */
export interface Shown {
  /** A text within a line, with whatever addresses stand in it. */
  text: (typed: string) => string;
  /** What stands below a text that has lines of its own. */
  below: (typed: string) => string;
  /** An address, alone in its place of a list. */
  address: (typed: string) => string;
}

/** On paper nothing can be opened, so all of it stands as it was typed. */
const asTyped: Shown = { text: escapeHtml, below: () => '', address: escapeHtml };

/** Says a letter's words in one language. `label` and `facts` are HTML. */
export interface LetterWords {
  say: (text: Text | undefined) => string;
  day: (at: Instant) => string;
  minute: (at: Instant) => string;
  label: (name: OfficialLetterLabel) => string;
  facts: (list: readonly [OfficialLetterLabel, string | undefined][]) => string;
  shown: Shown;
  wording: LetterWording;
  language: string;
}

export function letterWords(language: string, wording: LetterWording, shown: Shown = asTyped): LetterWords {
  const { texts, defaultLanguage, timeZone } = wording;
  const say = (text: Text | undefined): string => text?.[language] ?? text?.[defaultLanguage] ?? '';
  const label = (name: OfficialLetterLabel): string => escapeHtml(say(texts.labels[name]));
  const date = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  // Put together by hand, day before month: `en` alone would give the American order.
  const parts = (at: Instant, options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(language, options).formatToParts(new Date(at));
    return (type: Intl.DateTimeFormatPartTypes): string => made.find((one) => one.type === type)?.value ?? '';
  };
  const day = (at: Instant): string => {
    const part = parts(at, date);
    return `${part('day')} ${part('month')} ${part('year')}`;
  };
  return {
    say,
    label,
    day,
    minute: (at) => {
      const part = parts(at, time);
      return `${day(at)}, ${part('hour')}:${part('minute')}`;
    },
    facts: (list) => {
      const known = list.flatMap(([name, value]) =>
        value === undefined || value === '' ? [] : [`<dt>${label(name)}:</dt><dd>${shown.text(value)}</dd>`],
      );
      return known.length === 0 ? `<p>${label('notSaid')}</p>` : `<dl>${known.join('')}</dl>`;
    },
    shown,
    wording,
    language,
  };
}
