import type { Address } from '../../../../domain/text.ts';

/** What the query says where the page about data is to be worded for adults. */
const forAdults = 'a';

/** Where the page about data stands below a language, worded for this reader. */
export function privacyPlace(address: Address): string {
  return address === 'adult' ? `privacy?for=${forAdults}` : 'privacy';
}

/** For whom the page is worded. A reader of whom nothing is known may be a child. */
export function addressAskedFor(asked: string | undefined): Address {
  return asked === forAdults ? 'adult' : 'child';
}
