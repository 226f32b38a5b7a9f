import { directoryBodies } from '#shared/contracts/http/directory/changes.ts';
import { inOneLanguage } from '#shared/domain/console/in-one-language.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { dutiesOf } from '#shared/domain/people/duties.ts';
import { fieldsOf } from './field-shapes.ts';

/** What the browser loads with the first page about the centre itself: its words, and the fields of each command. */
export async function centreTexts(country: CountryPack, language: string) {
  const { centre } = await country.loadConsole();
  const bodies = directoryBodies(country);
  return {
    words: inOneLanguage(centre, language, country.defaultLanguage),
    forms: {
      person: fieldsOf(bodies.person),
      personChange: fieldsOf(bodies.personChange),
      suspension: fieldsOf(bodies.suspension),
      institution: fieldsOf(bodies.institution),
      platform: fieldsOf(bodies.platform),
      campaign: fieldsOf(bodies.campaign),
    },
    /** The duties that the ladder calls. */
    duties: dutiesOf(country),
  };
}

export type TextsOfCentre = Awaited<ReturnType<typeof centreTexts>>;
