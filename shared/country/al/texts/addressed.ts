import type { AddressedText, Text } from '../../../domain/text.ts';

/** One text as a child reads it (`ti`) and as an adult does (`ju`). English says `en` to both, unless `enAdult` is given. */
export function addressed({
  ti,
  ju,
  en,
  enAdult = en,
}: {
  ti: string;
  ju: string;
  en: string;
  enAdult?: string;
}): AddressedText {
  return { child: { sq: ti, en }, adult: { sq: ju, en: enAdult } };
}

/** A text that addresses nobody, and so reads the same to a child and to an adult. */
export function forBoth(text: Text): AddressedText {
  return { child: text, adult: text };
}
