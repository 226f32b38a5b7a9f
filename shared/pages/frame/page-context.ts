import type { HelpAnswer } from '../../contracts/http/public/help.ts';
import { helpFor } from '../../contracts/http/public/help.ts';
import { inLanguage } from '../../contracts/http/wording.ts';
import type { CountryPack } from '../../domain/country-pack.ts';
import type { PagesOfPack } from '../../domain/pages/pages-of-pack.ts';
import type { Address, AddressedText, Text } from '../../domain/text.ts';

/** The part of a country pack that every page needs. */
export type PagePack = Pick<CountryPack, 'languages' | 'defaultLanguage' | 'helpLines' | 'loadPages'>;

/** What every page is drawn with. */
export interface PageContext extends PagesOfPack {
  language: string;
  languages: readonly string[];
  address: Address;
  /** The relative way from this page to the root of our pages, with a slash at its end: `./`, `../../`. */
  root: string;
  help: readonly HelpAnswer[];
  /** A text as this reader reads it. */
  say: (text: AddressedText | Text) => string;
}

export interface Asked {
  language: string;
  root: string;
  /** How the reader is spoken to. A reader of whom nothing is known may be a child. */
  address?: Address;
  help?: readonly HelpAnswer[];
}

/** Loads the pack's pages, the first time, and prepares them for one reader. */
export async function pageContext(
  pack: PagePack,
  { language, root, address = 'child', help }: Asked,
): Promise<PageContext> {
  return {
    ...(await pack.loadPages()),
    language,
    languages: pack.languages,
    address,
    root,
    help: help ?? helpFor(pack, language),
    say: (text) => inLanguage(isAddressed(text) ? text[address] : text, language, pack.defaultLanguage),
  };
}

function isAddressed(text: AddressedText | Text): text is AddressedText {
  return typeof text['child'] === 'object';
}
