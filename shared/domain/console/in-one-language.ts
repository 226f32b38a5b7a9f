import type { Text } from '../text.ts';

/** The same shape, with a plain string for each text. */
export type InOneLanguage<Texts> = Texts extends Text
  ? string
  : Texts extends readonly (infer Item)[]
    ? readonly InOneLanguage<Item>[]
    : Texts extends object
      ? { readonly [Key in keyof Texts]: InOneLanguage<Texts[Key]> }
      : Texts;

/**
 * Turns texts of a pack into plain strings of one language, for one file of the console. A text that lacks the language
 * is said in the default one. Codes and other data stay as they are.
 */
export function inOneLanguage<Texts>(texts: Texts, language: string, defaultLanguage: string): InOneLanguage<Texts> {
  return said(texts, language, defaultLanguage) as InOneLanguage<Texts>;
}

function said(value: unknown, language: string, defaultLanguage: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => said(item, language, defaultLanguage));
  if (isText(value, defaultLanguage)) return value[language] ?? value[defaultLanguage];
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, said(inner, language, defaultLanguage)] as const),
  );
}

/** A text is what has a string under the default language. */
function isText(value: object, defaultLanguage: string): value is Text {
  return Object.hasOwn(value, defaultLanguage) && typeof (value as Text)[defaultLanguage] === 'string';
}
