import type { CountryPack } from '../../domain/country-pack.ts';
import type { OfficeTexts } from '../../domain/pages/office-texts.ts';
import { fill, type Text } from '../../domain/text.ts';
import { pageContext, type PageContext, type PagePack } from '../frame/page-context.ts';

/** The part of a country pack that pages for institutions need. */
export type OfficePack = PagePack & Pick<CountryPack, 'centre'>;

/** What every page for an institution is drawn with. */
export interface OfficeContext extends PageContext {
  office: OfficeTexts;
  /** The number for institutions, as it is read. */
  phone: string;
  /** A text for institutions, with the centre's name, its number and whatever else stands in it. */
  tell: (text: Text, values?: Readonly<Record<string, string>>) => string;
}

/** Loads the pack's texts for institutions, the first time. Officials are adults, and nobody sends them to a help line. */
export async function officeContext(
  pack: OfficePack,
  asked: Pick<PageContext, 'language' | 'root'>,
): Promise<OfficeContext> {
  const { language, root } = asked;
  const context = await pageContext(pack, { language, root, address: 'adult', help: [] });
  // A number stays on one line.
  const phone = pack.centre.institutionsPhone.value.replaceAll(' ', '\u00A0');
  const centre = context.say(pack.centre.name);
  return {
    ...context,
    office: await context.loadOffice(),
    phone,
    tell: (text, values = {}) => fill(context.say(text), { phone, centre, ...values }),
  };
}
