import type { CountryPack, FollowUpTexts } from '#shared/domain/country-pack.ts';

type Wordings = Pick<CountryPack, 'reporterTexts' | 'defaultLanguage' | 'timeZone'>;

/** What the answers of the follow-up are worded with. */
export type FollowUpWording = Wordings & { followUpTexts: FollowUpTexts };

/** The part of the pack that the follow-up is worded from. */
export type FollowUpPack = Wordings & Pick<CountryPack, 'loadFollowUpTexts'>;

/** Adds the texts of the follow-up. It is done before a receipt is looked up, so its time does not tell whether one exists. */
export async function worded<Pack extends FollowUpPack>(pack: Pack): Promise<Pack & FollowUpWording> {
  return { ...pack, followUpTexts: await pack.loadFollowUpTexts() };
}
