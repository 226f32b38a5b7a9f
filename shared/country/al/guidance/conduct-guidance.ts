import type { GuidanceEntry, GuidanceWording } from '#shared/domain/help/guidance.ts';
import { toAdults } from './readers.ts';

const centreConfirms = 'The centre must confirm the content (November 2026)';

const keepBlockTell = (atSchool: { sq: string; en: string }): GuidanceWording => ({
  title: { sq: 'Ruani, bllokoni, tregoni', en: 'Keep, block, tell' },
  text: {
    sq: `Ruajini mesazhet, por kurrë foto intime. Mos u përgjigjni, raportojini në aplikacion dhe bllokojeni atë që i dërgon.${atSchool.sq} Mund të flisni edhe me 116 111.`,
    en: `Keep the messages, but never intimate pictures. Do not answer, report them in the app, and block whoever sends them.${atSchool.en} You can also talk to 116 111.`,
  },
});

/** What people do to each other. Source: docs/domain.md, Guidance. */
export const conductGuidance: readonly GuidanceEntry[] = [
  {
    code: 'keep_block_tell',
    when: [{ categories: ['cyberbullying', 'stalking_harassment'], unless: ['own_act', 'suspect_at_school'] }],
    words: {
      child: {
        title: { sq: 'Ruaj, blloko, trego', en: 'Keep, block, tell' },
        text: {
          sq: 'Ruaji mesazhet, por kurrë foto pa rroba. Mos u përgjigj, raportoji në aplikacion dhe bllokoje atë që i dërgon. Në shkollë mund të të ndihmojë psikologu ose punonjësi social. Mund të flasësh edhe me 116 111.',
          en: 'Keep the messages, but never naked pictures. Do not answer, report them in the app, and block whoever sends them. At school the psychologist or social worker can help you. You can also talk to 116 111.',
        },
      },
    },
    source: 'Whether “foto pa rroba” suits children of fourteen must be asked (November 2026)',
    unverified: true,
  },
  {
    code: 'keep_block_tell_for_a_child',
    when: [
      {
        categories: ['cyberbullying', 'stalking_harassment'],
        only: ['child'],
        unless: ['own_act', 'suspect_at_school'],
      },
    ],
    words: toAdults(
      keepBlockTell({
        sq: ' Në shkollë mund të ndihmojë psikologu ose punonjësi social.',
        en: ' At school the psychologist or social worker can help.',
      }),
    ),
  },
  {
    code: 'keep_block_tell_adult',
    when: [{ categories: ['cyberbullying', 'stalking_harassment'], only: ['adults_only'], unless: ['own_act'] }],
    words: toAdults(
      keepBlockTell({
        sq: ' Nëse ka kërcënim, telefononi 129.',
        en: ' If there is a threat, call 129.',
      }),
    ),
  },
  {
    code: 'do_not_pay_more',
    when: [{ categories: ['blackmail_other', 'fraud_scam'], unless: ['threat_to_share'] }],
    words: {
      child: {
        title: { sq: 'Mos paguaj më', en: 'Do not pay any more' },
        text: {
          sq: 'Mos paguaj më dhe mos u përgjigj. Ruaji mesazhet dhe të dhënat e pagesës, raporto dhe blloko. Nëse u pagua me kartë, tregojua prindërve, që të njoftohet banka. Kjo mund t’i ndodhë kujtdo. Nëse ndihesh shumë keq, fol me ne: 116 111.',
          en: 'Do not pay any more and do not answer. Keep the messages and the details of the payment, report and block. If a card was used, tell your parents, so that the bank is told. This can happen to anyone. If it feels too much, talk to us: 116 111.',
        },
      },
      ...toAdults({
        title: { sq: 'Mos paguani më', en: 'Do not pay any more' },
        text: {
          sq: 'Mos paguani më dhe mos u përgjigjni. Ruajini mesazhet dhe të dhënat e pagesës, raportoni dhe bllokoni. Nëse është paguar me kartë, njoftoni bankën. Kjo mund t’i ndodhë kujtdo. Nëse ka kërcënim, telefononi 129.',
          en: 'Do not pay any more and do not answer. Keep the messages and the details of the payment, report and block. If a card was used, tell the bank. This can happen to anyone. If there is a threat, call 129.',
        },
      }),
    },
  },
];

/** The reporter did something: no scolding, and how to make it good. */
export const ownAct: GuidanceEntry = {
  code: 'own_act',
  when: [
    {
      only: ['own_act'],
      unless: ['threat_to_share'],
      unlessCategories: ['sexual_extortion', 'grooming'],
      categories: [
        'csam',
        'csam_synthetic',
        'intimate_image',
        'sexual_harassment',
        'threat_violence',
        'cyberbullying',
        'stalking_harassment',
        'hate_speech',
        'radicalisation',
        'impersonation_account',
        'hacking',
        'privacy',
        'harmful_content',
        'other',
        'not_sure',
      ],
    },
  ],
  words: {
    child: {
      title: { sq: 'Mund ta ndreqësh', en: 'You can make it good' },
      text: {
        sq: 'Ndale tani dhe mos e dërgo më tej. Bëre mirë që na tregove. Nëse e vure diku, hiqe dhe kërkoju të tjerëve ta heqin. Fol me një të rritur që i beson, ose me 116 111: të ndihmojmë ta ndreqësh.',
        en: 'Stop it now and do not send it on. It was good that you told us. If you put it somewhere, take it away and ask the others to take it away. Talk to an adult you trust, or to 116 111: we help you to make it good.',
      },
    },
    ...toAdults({
      title: { sq: 'Mund të ndreqet', en: 'It can be made good' },
      text: {
        sq: 'Ndaleni tani dhe mos e dërgoni më tej. Bëtë mirë që na treguat. Nëse e vutë diku, hiqeni dhe kërkojuni të tjerëve ta heqin. Për hapin tjetër flisni me ne: 116 111.',
        en: 'Stop it now and do not send it on. It was good that you told us. If you put it somewhere, take it away and ask the others to take it away. For the next step talk to us: 116 111.',
      },
    }),
  },
  source: centreConfirms,
  unverified: true,
};
