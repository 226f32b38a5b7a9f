import type { CountryPack } from '../../domain/country-pack.ts';
import { addressOf, audienceOf } from '../../domain/help/audience.ts';
import type { Address, AddressedText, Text } from '../../domain/text.ts';

/**
 * A text in a language, or in the pack's default language. A pack's texts are complete: a test of the pack checks it.
 */
export function inLanguage(text: Text, language: string, defaultLanguage: string): string {
  return text[language] ?? text[defaultLanguage] ?? '';
}

/** Who reads an answer: how they are spoken to, and in which language. */
export interface Reader {
  address: Address;
  language: string;
}

/** The reporter of a case or of a report in hand, as its reader. What was said of them first decides. */
export function readerOf(reported: Parameters<typeof audienceOf>[0], language: string): Reader {
  return { address: addressOf(audienceOf(reported)), language };
}

/** A text as its reader is spoken to, in their language or in the pack's default language. */
export function toReader(text: AddressedText, address: Address, language: string, defaultLanguage: string): string {
  return inLanguage(text[address], language, defaultLanguage);
}

type Languages = Pick<CountryPack, 'languages'>;

/**
 * The pack's language that a tag (BCP 47) means, by its first part: `sq-AL` is `sq`. Undefined when the pack has none.
 */
export function packLanguage(tag: string, { languages }: Languages): string | undefined {
  const primary = tag.trim().split('-', 1)[0]?.toLowerCase();
  return languages.find((language) => language === primary);
}

/**
 * The best of the pack's languages for an `Accept-Language` header (RFC 9110, 12.5.4). Undefined when it wants none of
 * them.
 */
export function acceptedLanguage(header: string | undefined, pack: Languages): string | undefined {
  const wanted = (header ?? '')
    .split(',', 50)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';');
      const quality = parameters
        .map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/i.exec(parameter)?.[1])
        .find(Boolean);
      return { language: packLanguage(tag, pack), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.find(({ language }) => language !== undefined)?.language;
}
