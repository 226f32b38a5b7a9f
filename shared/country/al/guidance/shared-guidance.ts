import type { GuidanceEntry } from '#shared/domain/country-pack.ts';

/** Guidance that both a flag and a category call for. Entries with the same title are shown once. */
type Wording = Omit<GuidanceEntry, 'for'>;

export const talkNow: Wording = {
  title: { sq: 'Fol me dikë që tani', en: 'Talk to someone right now' },
  text: {
    sq: 'Telefono 116 111, falas, ditë e natë. Nëse je në rrezik, telefono 112 ose 127. Nuk duhet ta mbash vetëm këtë peshë. Nëse është fjala për dikë tjetër, mos e lër vetëm dhe thirr një të rritur.',
    en: 'Call 116 111, free, day and night. If you are in danger, call 112 or 127. You do not have to carry this alone. If it is about someone else, do not leave them alone and get an adult.',
  },
  source: 'Ambulance number and national coverage of 112 must be checked',
  unverified: true,
};

export const takeItDown: Wording = {
  title: {
    sq: 'Take It Down: foto nga koha kur ishe nën 18 vjeç',
    en: 'Take It Down: pictures from when you were under 18',
  },
  text: {
    sq: 'Falas dhe pa emër. Fotoja nuk del kurrë nga telefoni yt: dërgohet vetëm një shenjë e saj, që platformat pjesëmarrëse ta gjejnë dhe ta heqin. Nuk e heq dot nga telefonat e të tjerëve apo nga bisedat e mbyllura.',
    en: 'Free and without a name. The picture never leaves your phone: only a fingerprint of it is sent, so that the platforms that take part can find it and take it down. It cannot remove it from the phones of others or from private chats.',
  },
  link: 'https://takeitdown.ncmec.org/',
};

export const stopNcii: Wording = {
  title: { sq: 'StopNCII: për foto të të rriturve', en: 'StopNCII: for pictures of adults' },
  text: {
    sq: 'Falas, për të rritur 18 vjeç e lart. Fotoja nuk del nga pajisja jote: dërgohet vetëm një shenjë e saj te platformat pjesëmarrëse.',
    en: 'Free, for adults of 18 and over. The picture does not leave your device: only a fingerprint of it is sent to the platforms that take part.',
  },
  link: 'https://stopncii.org/',
};

export const missingChild: Wording = {
  title: { sq: 'Kur një fëmijë mungon', en: 'When a child is missing' },
  text: {
    sq: 'Telefono tani 129 ose 116 000. Shkruaj ku u pa për herë të fundit, çfarë kishte veshur dhe me kë fliste në internet.',
    en: 'Call 129 or 116 000 now. Write down where the child was last seen, in which clothes, and with whom they talked online.',
  },
};
