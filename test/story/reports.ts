/** What the people of the story send. Everybody in them is invented. */

/** What a child types and chooses on a telephone, through the children's door. */
export const aChildBeingBlackmailed = {
  audience: 'child',
  typed: {
    category: 'sexual_extortion',
    narrative: 'Someone I met in a game says he will send my picture to my class if I do not pay him tonight.',
    urls: '@invented.account',
    platform: 'instagram',
    about: 'me',
    ageYears: '14',
    'flag-threatToShare': 'true',
    'flag-paymentAsked': 'true',
    'flag-sexualImageOfMinor': 'true',
    'flag-selfHarm': 'false',
    relation: 'stranger',
    'wish-parents': 'no',
    'wish-police': 'ask_me',
    when: 'now',
  },
} as const;

export function aPupilBeingBullied(seat: number) {
  return {
    category: 'cyberbullying',
    narrative: `There is a group chat of our class that makes fun of one girl every day. I am pupil ${seat + 1}.`,
    platform: 'whatsapp',
    about: 'someone_i_know',
    victims: [{ ageYears: 15, gender: 'female' }],
    flags: { repeated: true },
    suspect: { relation: 'classmate' },
    reporter: { role: 'child', ageYears: 15 },
    place: { region: 'AL-06', municipality: 'AL-06-35', school: 'An invented school' },
    language: 'en',
  };
}

export const aFakeProfile = {
  category: 'impersonation_account',
  narrative: 'Somebody made a profile with the name and photo of one of my pupils and writes to the others.',
  urls: ['www.example.com/invented-profile'],
  platform: 'facebook',
  about: 'pupil_or_client',
  victims: [{ ageYears: 16, gender: 'male' }],
  reporter: { role: 'teacher' },
  place: { region: 'AL-03' },
  language: 'en',
} as const;

export const aPrank = {
  category: 'question',
  narrative: 'hello is anybody there haha',
  reporter: { role: 'child', ageYears: 16 },
  language: 'en',
} as const;

export const anIllegalSite = {
  category: 'illegal_site',
  urls: ['hxxp://invented-site.example'],
  about: 'content_only',
  reporter: { role: 'citizen', ageYears: 40 },
  language: 'en',
} as const;
