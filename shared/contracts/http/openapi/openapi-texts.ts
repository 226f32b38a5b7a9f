import type { CountryPack } from '../../../domain/country-pack.ts';
import type { InformationBody } from '../public/information.ts';
import type { ReportBody } from '../public/report-schema.ts';

/** What each field of a report means, for the API document. A field without a meaning does not compile. */
export const reportFields: Readonly<Record<keyof ReportBody, string>> = {
  category: 'What happened: a code of the taxonomy. `not_sure` is one.',
  alsoCategories: 'Up to 3 more codes.',
  narrative: 'What happened, in the reporter’s own words: up to 10,000 code points.',
  urls: 'Up to 20 addresses as typed, each up to 2,048 bytes in UTF-8. Text: they are never opened.',
  accounts: 'Up to 20 accounts of whoever does it.',
  platform: 'Where it happened: a code of the taxonomy.',
  about: 'Whom it is about.',
  victims: 'Up to 10 people it happened to.',
  moreVictims: 'True when there are more than are listed.',
  suspect: 'Who does it.',
  when: 'When it happened.',
  alreadyTold: 'Who knows about it already.',
  flags: 'Questions of safety. Absent means not asked, and is never stored as false.',
  reporter: 'Who reports; all of it optional. Nothing is ever sent to a contact by machine.',
  place:
    'Where help would be. A municipality that does not fit its region is dropped, and `adjusted` in the answer says so.',
  wishes: 'Who may be told. Absent means: ask me first.',
  needs: 'What makes it easier to talk.',
  campaign: 'A code from a poster or a lesson: 2 to 32 letters, digits, dashes.',
  language: 'BCP 47. The answer’s language, if the centre has it.',
};

/** What each field of a message means. A field without a meaning does not compile. */
export const informationFields: Readonly<Record<keyof InformationBody, string>> = {
  receipt: 'The code of the report.',
  text: 'The reporter’s own words: 1 to 4,000 code points.',
  flags: 'Questions of safety that are answered now. What was said before stands unless more is said.',
  urls: 'Up to 20 more addresses as typed. They are never opened, and not shown again.',
  accounts: 'Up to 20 more accounts of whoever does it.',
  stillHappening: 'True: it goes on although the case has ended.',
};

/** The category for a person who has no word for it. A pack without that category shows its first one. */
function exampleCategory({ categories }: Pick<CountryPack, 'categories'>): string | undefined {
  const codes = categories.filter((category) => category.public).map(({ code }) => code);
  return codes.find((code) => code === 'not_sure') ?? codes[0];
}

/** Examples that the schemas accept; a test checks it. */
export const examples = {
  report: (
    country: Pick<CountryPack, 'categories' | 'platforms' | 'regions' | 'defaultLanguage'>,
  ): Readonly<Record<string, unknown>> => {
    const [platform] = country.platforms;
    const [region] = country.regions;
    return {
      category: exampleCategory(country),
      narrative: 'Someone made a fake profile with my photos and writes to my friends.',
      urls: ['www.example.com/fake-profile'],
      accounts: [{ platform, handle: '@fake.profile' }],
      platform,
      about: 'me',
      victims: [{ ageYears: 14, gender: 'female' }],
      suspect: { relation: 'unsure', adult: 'unsure' },
      when: 'this_week',
      alreadyTold: ['friend'],
      flags: { inDanger: false, threatToShare: 'unsure', repeated: true },
      reporter: {
        role: 'child',
        ageYears: 14,
        contact: { phone: '+000 00 000 0000', whose: 'mine', how: 'sms', safe: 'unsure' },
      },
      place: { region: region?.code, municipality: region?.municipalities[0]?.code },
      wishes: { school: 'no', parents: 'ask_me', police: 'ask_me' },
      needs: ['easy_text'],
      campaign: 'SID-2026',
      language: country.defaultLanguage,
    };
  },
  leastReport: (country: Pick<CountryPack, 'categories'>): Readonly<Record<string, unknown>> => ({
    category: exampleCategory(country),
    urls: ['www.example.com/page'],
  }),
  receipt: (): Readonly<Record<string, unknown>> => ({ receipt: '7k3m 9qxr 2f5t 8wna w' }),
  message: ({ platforms: [platform] }: Pick<CountryPack, 'platforms'>): Readonly<Record<string, unknown>> => ({
    receipt: '7K3M-9QXR-2F5T-8WNA-W',
    text: 'He wrote again today, from another account.',
    flags: { inDanger: false, repeated: true },
    urls: ['www.example.com/second-profile'],
    accounts: [{ platform, handle: '@second.profile' }],
    stillHappening: true,
  }),
  leastMessage: (): Readonly<Record<string, unknown>> => ({
    receipt: '7K3M-9QXR-2F5T-8WNA-W',
    text: 'Yes, you can call me after four.',
  }),
  helped: (): Readonly<Record<string, unknown>> => ({ receipt: '7K3M-9QXR-2F5T-8WNA-W', helped: 'partly' }),
};
