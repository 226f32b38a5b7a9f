/** What a canary says must never be seen outside an opened case. */
export const canary = 'Kanarinë';

/** A boy of 14, blackmailed with pictures: critical, with addresses only cleared staff see. */
export const extortion = {
  category: 'sexual_extortion',
  narrative: `${canary}: kërkon para ose i publikon fotot.`,
  urls: ['https://canary.example/photos', 'www.canary.example/me'],
  accounts: [{ platform: 'instagram', handle: 'https://instagram.com/canary.account' }],
  victims: [{ ageYears: 14, gender: 'male' }],
  flags: { threatToShare: true },
  reporter: { role: 'child', name: `${canary} Emri`, contact: { phone: '+355 69 123 4567' } },
};

/** A girl of 15, mocked in the chat of her class: normal. */
export const bullying = {
  category: 'cyberbullying',
  narrative: `${canary}: më tallin në grupin e klasës.`,
  urls: ['https://chat.example/group'],
  victims: [{ ageYears: 15, gender: 'female' }],
  reporter: { role: 'child' },
};

export const handling = {
  safetyDecision: 'safe_for_now',
  nextStep: 'advise_reporter',
  message: 'You did the right thing. Block the account and keep the messages.',
};
