import type { GuidanceEntry, GuidanceWording } from '#shared/domain/help/guidance.ts';
import type { HelpCondition } from '#shared/domain/help/help-condition.ts';
import { toAdults } from './readers.ts';

const centreConfirms = 'The centre must confirm the content (November 2026)';

/** Somebody threatens with pictures or asks for money. A payment in a fraud is something else. */
const pressed: readonly HelpCondition[] = [
  { categories: ['sexual_extortion'] },
  { situations: ['threat_to_share'] },
  { situations: ['payment'], unlessCategories: ['fraud_scam', 'blackmail_other'] },
];

const ofSomebodyElse: readonly HelpCondition[] = pressed.map((condition) => ({ ...condition, only: ['child'] }));

const pressedAdults: readonly HelpCondition[] = pressed.map((condition) => ({ ...condition, only: ['adults_only'] }));

const addressOnly: readonly HelpCondition[] = [{ categories: ['csam', 'csam_synthetic', 'illegal_site'] }];

/** A child is pressed, or a picture of one is shared. */
const pictureOfChild: readonly HelpCondition[] = [
  {
    categories: ['sexual_extortion', 'intimate_image', 'csam', 'csam_synthetic'],
    only: ['child'],
    unless: ['content_only'],
  },
  { situations: ['picture_of_minor', 'picture_public', 'threat_to_share'], only: ['child'] },
];

const takeItDownText = {
  en: 'can find it and take it down. It cannot remove it from the phones of others or from private chats.',
  sq: 'Dërgohet vetëm një “gjurmë gishti” e saj: një varg shifrash e shkronjash. Prej tij fotoja nuk shihet dot, por platformat që marrin pjesë e njohin dhe e heqin. Nga telefonat e të tjerëve dhe nga bisedat e mbyllura nuk e heq dot.',
} as const;

const takeItDownLink = 'https://takeitdown.ncmec.org/';

const aboutHash = {
  source: 'NCMEC; looked at in November 2026. Whether “gjurmë gishti” is understood must be asked',
  unverified: true,
} as const;

const takeItDownToAdults: GuidanceWording = {
  title: {
    sq: 'Take It Down: për fotot ku fëmija është nën 18 vjeç',
    en: 'Take It Down: for pictures of a child under 18',
  },
  text: {
    sq: `Falas dhe pa emër. Fotoja nuk del kurrë nga telefoni i fëmijës. ${takeItDownText.sq}`,
    en: `Free and without a name. The picture never leaves the child’s phone. Only a fingerprint of it is sent, so that the platforms that take part ${takeItDownText.en}`,
  },
};

/** What a child must hear, behind what it can do now. */
function notYourFault(when: readonly HelpCondition[]): GuidanceEntry {
  return {
    code: 'not_your_fault',
    when,
    words: {
      child: {
        title: { sq: 'Nuk është faji yt', en: 'It is not your fault' },
        text: {
          sq: 'Nëse ke paguar ose ke dërguar një foto: nuk është faji yt dhe këtu askush nuk të qorton. Fajin e ka kush të kërcënon.',
          en: 'If you paid or sent a picture: it is not your fault, and nobody here will scold you. The one who threatens you is to blame.',
        },
      },
    },
    source: 'Whether children of ten say "qorton" must be asked (November 2026)',
    unverified: true,
  };
}

/** Pressure and pictures. Source: docs/domain.md, Guidance. */
export const pictureGuidance: readonly GuidanceEntry[] = [
  {
    code: 'do_not_pay',
    when: pressed,
    words: {
      child: {
        title: { sq: 'Çfarë të bësh tani', en: 'What to do now' },
        text: {
          sq: 'Mos paguaj dhe mos dërgo më asgjë. Pagesa nuk e ndal kërcënimin. 1. Ruaji mesazhet, por jo fotot. 2. Mos u përgjigj më. 3. Raportoje llogarinë në aplikacion. 4. Bllokoje. Llogarinë tënde mos e fshi. Nëse ndihesh shumë keq, fol me ne tani: 116 111.',
          en: 'Do not pay and do not send anything more. Paying does not stop the threats. 1. Keep the messages, not the pictures. 2. Stop answering. 3. Report the account in the app. 4. Block it. Do not delete your own account. If it feels too much, talk to us now: 116 111.',
        },
      },
    },
  },
  {
    code: 'do_not_pay_for_a_child',
    when: ofSomebodyElse,
    words: toAdults({
      title: { sq: 'Çfarë të bëni tani', en: 'What to do now' },
      text: {
        sq: 'Mos paguani dhe mos dërgoni më asgjë. Pagesa nuk e ndal kërcënimin. Ruajini mesazhet dhe emrin e llogarisë, por jo fotot. Mos u përgjigjni më, raportojeni llogarinë në aplikacion dhe bllokojeni. Nëse fëmija ndihet shumë keq, mos e lini vetëm: 116 111.',
        en: 'Do not pay and do not send anything more. Paying does not stop the threats. Keep the messages and the name of the account, not the pictures. Stop answering, report the account in the app, and block it. If it feels too much for the child, do not leave them alone: 116 111.',
      },
    }),
  },
  {
    code: 'do_not_pay_adult',
    when: pressedAdults,
    words: toAdults({
      title: { sq: 'Çfarë të bëni tani', en: 'What to do now' },
      text: {
        sq: 'Mos paguani dhe mos dërgoni më asgjë. Fajin e ka kush ju kërcënon, edhe nëse keni paguar ose keni dërguar një foto. 1. Ruajini mesazhet, por jo fotot. 2. Mos u përgjigjni më. 3. Raportojeni llogarinë në aplikacion. 4. Bllokojeni. Llogarinë tuaj mos e fshini. Nëse ndiheni shumë keq, flisni me dikë: 116 111.',
        en: 'Do not pay and do not send anything more. The one who threatens you is to blame, also if you paid or sent a picture. 1. Keep the messages, not the pictures. 2. Stop answering. 3. Report the account in the app. 4. Block it. Do not delete your own account. If it feels too much, talk to someone: 116 111.',
      },
    }),
  },
  notYourFault(pressed),
  {
    code: 'address_is_enough',
    when: addressOnly,
    words: {
      child: {
        title: { sq: 'Mjafton adresa', en: 'The address is enough' },
        text: {
          sq: 'Kopjo vetëm adresën. Mos e shpërnda, mos e shkarko dhe mos i bëj foto ekranit. Mjafton ta raportosh një herë. Nëse ajo që pe nuk të hiqet nga mendja, fol me dikë në 116 111.',
          en: 'Copy the address only. Do not share it, download it or take a screenshot. Reporting once is enough. If what you saw stays on your mind, talk to someone on 116 111.',
        },
      },
      ...toAdults({
        title: { sq: 'Mjafton adresa', en: 'The address is enough' },
        text: {
          sq: 'Kopjoni vetëm adresën. Mos e shpërndani, mos e shkarkoni dhe mos i bëni foto ekranit. Mjafton ta raportoni një herë. Nëse ajo që patë nuk ju hiqet nga mendja, flisni me dikë në 116 111.',
          en: 'Copy the address only. Do not share it, download it or take a screenshot. Reporting once is enough. If what you saw stays on your mind, talk to someone on 116 111.',
        },
      }),
    },
  },
  {
    code: 'what_happens_to_the_page',
    when: [{ categories: ['illegal_site'] }],
    words: {
      child: {
        title: { sq: 'Çfarë ndodh me faqen', en: 'What happens to the page' },
        text: {
          sq: 'Dikush nga ekipi ynë e shikon raportimin. Nëse duhet, adresën ia dërgojmë autoritetit që mund ta bllokojë faqen. Emrin tënd nuk ia japim askujt.',
          en: 'Someone of our team looks at the report. If needed, we send the address to the authority that can have the page blocked. We give your name to nobody.',
        },
      },
      ...toAdults({
        title: { sq: 'Çfarë ndodh me faqen', en: 'What happens to the page' },
        text: {
          sq: 'Dikush nga ekipi ynë e shikon raportimin. Nëse duhet, adresën ia dërgojmë autoritetit që mund ta bllokojë faqen. Emrin tuaj nuk ia japim askujt.',
          en: 'Someone of our team looks at the report. If needed, we send the address to the authority that can have the page blocked. We give your name to nobody.',
        },
      }),
    },
    source: 'Whether “dikush nga ekipi ynë” promises the right thing must be asked (November 2026)',
    unverified: true,
  },
  {
    code: 'do_not_look_again',
    when: [{ situations: ['picture_of_minor'], unlessCategories: ['csam', 'csam_synthetic', 'illegal_site'] }],
    words: {
      child: {
        title: { sq: 'Nuk ke pse ta shohësh më', en: "You don't have to look at it again" },
        text: {
          sq: 'Mos e shkarko dhe mos e dërgo. Mos i bëj foto ekranit (screenshot), as për ta ruajtur si provë. Mjafton të na tregosh ku është.',
          en: "Don't download it and don't send it on. Don't take a screenshot either, not even to keep it as proof. It is enough to tell us where it is.",
        },
      },
      ...toAdults({
        title: { sq: 'Nuk keni pse ta shihni më', en: "You don't have to look at it again" },
        text: {
          sq: 'Mos e shkarkoni dhe mos e dërgoni. Mos i bëni foto ekranit (screenshot), as për ta ruajtur si provë. Mjafton të na tregoni ku është.',
          en: "Don't download it and don't send it on. Don't take a screenshot either, not even to keep it as proof. It is enough to tell us where it is.",
        },
      }),
    },
  },
  notYourFault([{ situations: ['picture_of_minor'] }]),
  {
    code: 'whoever_shares_is_to_blame',
    when: [{ categories: ['intimate_image'], unless: ['own_act'] }],
    words: {
      child: {
        title: { sq: 'Fajin e ka kush e përhap', en: 'Whoever shares it is to blame' },
        text: {
          sq: 'Shëno ku është dhe raportoje në aplikacion. Nuk është faji yt, edhe nëse e dërgove vetë foton. Nuk ke pse ta shohësh më.',
          en: "Note where it is and report it in the app. It is not your fault, even if you sent the picture yourself. You don't have to look at it again.",
        },
      },
    },
  },
  {
    code: 'have_it_taken_down',
    when: [{ categories: ['intimate_image'], only: ['adults_only'], unless: ['own_act'] }],
    words: toAdults({
      title: { sq: 'Kërkoni që të hiqet', en: 'Ask for it to be taken down' },
      text: {
        sq: 'Shënoni ku është dhe raportojeni në platformë. Fajin e ka kush e përhap. Mos paguani dhe mos u përgjigjni. Ne ju ndihmojmë që platforma ta heqë.',
        en: 'Note where it is and report it to the platform. Whoever shares it is to blame. Do not pay and do not answer. We help you to have it taken down.',
      },
    }),
    source: centreConfirms,
    unverified: true,
  },
  {
    code: 'you_owe_no_answer',
    when: [{ categories: ['grooming'] }, { categories: ['sexual_harassment'], unless: ['own_act'] }],
    words: {
      child: {
        title: { sq: 'Ke të drejtë të mos përgjigjesh', en: 'You are allowed not to answer' },
        text: {
          sq: 'Mos u përgjigj më. Nuk i ke borxh askujt as përgjigje, as foto, as takim. Ruaji mesazhet, por jo fotot, raportoje dhe bllokoje. Tregoji një të rrituri që i beson.',
          en: 'Stop answering. You do not owe anyone an answer, a picture or a meeting. Keep the messages, not the pictures, report and block. Tell an adult you trust.',
        },
      },
    },
  },
  {
    code: 'supporting_a_child',
    when: [{ categories: ['grooming', 'sexual_harassment', 'intimate_image'], only: ['child'] }],
    words: toAdults({
      title: { sq: 'Si ta mbështetni fëmijën', en: 'How to support the child' },
      text: {
        sq: 'Thuajini fëmijës se nuk ka faj. Ruajini mesazhet dhe emrat e llogarive, por jo fotot. Mos paguani dhe mos u përgjigjni. Raportojeni llogarinë dhe bllokojeni.',
        en: 'Tell the child that they are not to blame. Keep the messages and the names of accounts, not the pictures. Do not pay and do not answer. Report the account and block it.',
      },
    }),
  },
  {
    code: 'harassed_adult',
    when: [
      { categories: ['grooming'], only: ['adults_only'] },
      { categories: ['sexual_harassment'], only: ['adults_only'], unless: ['own_act'] },
    ],
    words: toAdults({
      title: { sq: 'Nuk i keni borxh askujt përgjigje', en: 'You owe nobody an answer' },
      text: {
        sq: 'Ruajini mesazhet dhe mos u përgjigjni më. Raportojeni llogarinë dhe bllokojeni. Nëse ka kërcënim ose dikush ju pret jashtë internetit, telefononi 129.',
        en: 'Keep the messages and stop answering. Report the account and block it. If there is a threat, or somebody waits for you offline, call 129.',
      },
    }),
    source: centreConfirms,
    unverified: true,
  },
];

/** Services for pictures. They stand behind what must be done. Their limits are said. */
export const takeItDown: GuidanceEntry = {
  code: 'take_it_down',
  when: pictureOfChild,
  words: {
    child: {
      title: { sq: 'Take It Down: për fotot ku je nën 18 vjeç', en: 'Take It Down: for pictures of you under 18' },
      text: {
        sq: `Falas dhe pa emër. Fotoja nuk del kurrë nga telefoni yt. ${takeItDownText.sq}`,
        en: `Free and without a name. The picture never leaves your phone. Only a fingerprint of it is sent, so that the platforms that take part ${takeItDownText.en}`,
      },
    },
  },
  link: takeItDownLink,
  ...aboutHash,
};

export const takeItDownForAChild: GuidanceEntry = {
  code: 'take_it_down_for_a_child',
  when: pictureOfChild,
  words: { parent: takeItDownToAdults, school: takeItDownToAdults },
  link: takeItDownLink,
  ...aboutHash,
};

export const stopNcii: GuidanceEntry = {
  code: 'stop_ncii',
  when: [
    { categories: ['sexual_extortion', 'intimate_image'], only: ['adults_only'] },
    { situations: ['picture_public', 'threat_to_share'], only: ['adults_only'] },
  ],
  words: toAdults({
    title: { sq: 'StopNCII: për fotot e të rriturve', en: 'StopNCII: for pictures of adults' },
    text: {
      sq: 'Falas, nga 18 vjeç e lart. Fotoja nuk del nga pajisja juaj: platformave që marrin pjesë u dërgohet vetëm një “gjurmë gishti” e saj. Nga telefonat e të tjerëve dhe nga bisedat e mbyllura nuk e heq dot.',
      en: 'Free, for adults of 18 and over. The picture does not leave your device: only a fingerprint of it is sent to the platforms that take part. It cannot remove it from the phones of others or from private chats.',
    },
  }),
  link: 'https://stopncii.org/',
  source: 'StopNCII.org; looked at in November 2026. Whether “gjurmë gishti” is understood must be asked',
  unverified: true,
};

export const lookAfterYourself: GuidanceEntry = {
  code: 'look_after_yourself',
  when: [
    {
      categories: [
        'sexual_extortion',
        'csam',
        'csam_synthetic',
        'grooming',
        'intimate_image',
        'sexual_harassment',
        'trafficking_exploitation',
      ],
      only: ['child'],
    },
    { situations: ['picture_of_minor'] },
  ],
  words: {
    adult: {
      title: { sq: 'Kujdesuni edhe për veten', en: 'Look after yourself too' },
      text: {
        sq: 'Mos hyni vetë në bisedë me atë që e bën dhe mos mblidhni foto si prova: mund të jetë e paligjshme dhe e lajmëron atë. Na tregoni ku është; me pjesën tjetër merremi ne.',
        en: 'Do not talk to whoever does it and do not collect pictures as proof: it may be illegal, and it warns them. Tell us where it is, we do the rest.',
      },
    },
  },
};
