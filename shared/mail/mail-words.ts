import type { Instant } from '../domain/time/instant.ts';
import type { CountryPack, MailTexts, SmallPack } from '../domain/country-pack.ts';
import { fill, oneLine } from '../domain/text.ts';
import type { Text } from '../domain/text.ts';

/**
 * What is needed to word mails. Functions that send none load no texts of mails. Names of institutions are loaded when
 * one must be named.
 */
export type MailWording = Pick<CountryPack, 'timeZone' | 'defaultLanguage' | 'centre' | 'loadReferrals'> & {
  mailTexts: MailTexts;
};

export async function mailWording(pack: SmallPack): Promise<MailWording> {
  return { ...pack, mailTexts: await pack.loadMailTexts() };
}

/** Speaks to one reader in their language, or in the pack's own where the pack does not have theirs. */
export interface MailWords {
  language: string;
  say(text: Text | undefined): string;
  fill(text: Text, values: Readonly<Record<string, string>>): string;
  due(at: Instant): string;
}

export function mailWords(language: string, { mailTexts, timeZone, defaultLanguage }: MailWording): MailWords {
  const spoken = language in mailTexts.footer ? language : defaultLanguage;
  const say = (text: Text | undefined): string => text?.[spoken] ?? text?.[defaultLanguage] ?? '';
  return {
    language: spoken,
    say,
    fill: (text, values) => fill(say(text), eachInOneLine(values)),
    due: (at) => sayDue(at, spoken, timeZone),
  };
}

/** A name of an earlier release may still hold a line break. It must not become a line of a mail. */
function eachInOneLine(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, oneLine(value)]));
}

/**
 * Weekday, date and time in the reader's language and the centre's time zone, because a mail may be opened later. It is
 * put together by hand, day before month as everywhere in Europe. `en` alone would give the American order.
 */
function sayDue(due: Instant, language: string, timeZone: string): string {
  const parts = formatFor(language, timeZone).formatToParts(new Date(due));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')}, ${part('hour')}:${part('minute')}`;
}

/**
 * Making a formatter costs more than everything else about a mail. A function uses one zone and a few languages in its
 * life.
 */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(language: string, timeZone: string): Intl.DateTimeFormat {
  const of = `${language} ${timeZone}`;
  const made =
    formats.get(of) ??
    new Intl.DateTimeFormat(language, {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(of, made);
  return made;
}
