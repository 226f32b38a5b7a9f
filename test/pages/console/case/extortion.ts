/** A report that is critical, opens veiled, and has an address in its words that breaks no line. */
export const extortion = {
  category: 'sexual_extortion',
  narrative:
    'Më kërkon para.\n\nShihe: www.bad.example/dicka-shume-e-gjate-pa-asnje-hapesire-qe-te-thyhet-rreshti-ketu',
  about: 'me',
  victims: [{ ageYears: 14, gender: 'male' }],
  flags: { threatToShare: true, paymentAsked: 'unsure' },
  reporter: { role: 'child', ageYears: 14 },
  place: { region: 'AL-11' },
  language: 'sq',
};
