/** Bodies of `POST /v1/reports` by the severity they are judged. Everybody in them is invented. */
export const reportOf = {
  critical: {
    category: 'sexual_extortion',
    narrative: 'He wants money or he sends my picture to everyone.',
    about: 'me',
    flags: { threatToShare: true },
    reporter: { role: 'child', ageYears: 14 },
    language: 'en',
  },
  high: {
    category: 'blackmail_other',
    narrative: 'Somebody wants money for not telling a secret.',
    about: 'me',
    reporter: { role: 'child', ageYears: 16 },
    language: 'en',
  },
  normal: {
    category: 'cyberbullying',
    narrative: 'They make fun of me in the class chat.',
    about: 'me',
    reporter: { role: 'child', ageYears: 15 },
    language: 'en',
  },
  low: {
    category: 'question',
    narrative: 'How do I make my profile private?',
    about: 'me',
    reporter: { role: 'citizen', ageYears: 40 },
    language: 'en',
  },
} as const;
