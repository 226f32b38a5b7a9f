import type { GuidanceEntry } from '#shared/domain/help/guidance.ts';
import { toAdults } from './readers.ts';

const centreConfirms = 'The centre must confirm the content (November 2026)';

/** Accounts, content and questions. Source: docs/domain.md, Guidance. */
export const everydayGuidance: readonly GuidanceEntry[] = [
  {
    code: 'fake_profile',
    when: [{ categories: ['impersonation_account'] }],
    words: {
      child: {
        title: { sq: 'Profilin e rremë mund ta heqin', en: 'The fake profile can be taken down' },
        text: {
          sq: 'Raportoje në aplikacion si profil të rremë. Kërkoju edhe shokëve ta raportojnë.',
          en: 'Report it in the app as a fake profile. Ask your friends to report it too.',
        },
      },
      ...toAdults({
        title: { sq: 'Profilin e rremë mund ta heqin', en: 'The fake profile can be taken down' },
        text: {
          sq: 'Raportojeni në aplikacion si profil të rremë. Kërkojuni edhe të njohurve ta raportojnë.',
          en: 'Report it in the app as a fake profile. Ask people you know to report it too.',
        },
      }),
    },
  },
  {
    code: 'account_back',
    when: [{ categories: ['hacking'] }],
    words: {
      child: {
        title: { sq: 'Si ta marrësh llogarinë mbrapsht', en: 'How to get the account back' },
        text: {
          sq: 'Raportoje në aplikacion si llogari të vjedhur. Ndrysho fjalëkalimet, në fillim të emailit, dhe aktivizo verifikimin me dy hapa.',
          en: 'Report it in the app as a stolen account. Change the passwords, that of the email first, and turn on two-step sign-in.',
        },
      },
      ...toAdults({
        title: { sq: 'Si ta merrni llogarinë mbrapsht', en: 'How to get the account back' },
        text: {
          sq: 'Raportojeni në aplikacion si llogari të vjedhur. Ndryshoni fjalëkalimet, në fillim të emailit, dhe aktivizoni verifikimin me dy hapa.',
          en: 'Report it in the app as a stolen account. Change the passwords, that of the email first, and turn on two-step sign-in.',
        },
      }),
    },
  },
  {
    code: 'do_not_pass_on_hate',
    when: [{ categories: ['hate_speech', 'radicalisation'] }],
    words: {
      child: {
        title: { sq: 'Mos e përhap', en: 'Do not pass it on' },
        text: {
          sq: 'Mos u përgjigj dhe mos e shpërnda. Raportoje në aplikacion. Disa fjalë urrejtjeje dënohen me ligj. Ne e shqyrtojmë këtë.',
          en: 'Do not answer and do not share it. Report it in the app. Some hate is against the law. We look at it.',
        },
      },
      ...toAdults({
        title: { sq: 'Mos e përhapni', en: 'Do not pass it on' },
        text: {
          sq: 'Mos u përgjigjni dhe mos e shpërndani. Raportojeni te platforma. Disa fjalë urrejtjeje dënohen me ligj. Ne e shqyrtojmë këtë.',
          en: 'Do not answer and do not share it. Report it to the platform. Some hate is against the law. We look at it.',
        },
      }),
    },
    source: 'Criminal Code 119/a, 119/b, 84/a possible; current text must be checked (November 2026)',
    unverified: true,
  },
  {
    code: 'privacy',
    when: [{ categories: ['privacy'] }],
    words: {
      child: {
        title: { sq: 'Kërko që të hiqet', en: 'Ask for it to be taken down' },
        text: {
          sq: 'Shëno ku është, raportoje në aplikacion dhe kërko që të hiqet. Nëse nuk hiqet, të ndihmojmë t’i shkruash Komisionerit për mbrojtjen e të dhënave personale.',
          en: 'Note where it is, report it, and ask for it to be taken down. If it stays up, we help you to write to the data protection commissioner.',
        },
      },
      ...toAdults({
        title: { sq: 'Kërkoni që të hiqet', en: 'Ask for it to be taken down' },
        text: {
          sq: 'Shënoni ku është, raportojeni te platforma dhe kërkoni që të hiqet. Nëse nuk hiqet, ju ndihmojmë t’i shkruani Komisionerit për mbrojtjen e të dhënave personale.',
          en: 'Note where it is, report it, and ask for it to be taken down. If it stays up, we help you to write to the data protection commissioner.',
        },
      }),
    },
  },
  {
    code: 'close_and_talk',
    when: [
      { categories: ['harmful_content'] },
      {
        categories: [
          'suicide_self_harm',
          'threat_violence',
          'abuse_offline',
          'trafficking_exploitation',
          'missing_child',
        ],
        only: ['content_only'],
      },
    ],
    words: {
      child: {
        title: { sq: 'Mbylle dhe fol për të', en: 'Close it and talk about it' },
        text: {
          sq: 'Mbylle faqen. Nuk ke pse ta shohësh më. Mos provo sfida që mund të të lëndojnë. Nëse nuk të hiqet nga mendja, fol me dikë që i beson ose me 116 111.',
          en: "Close the page. You don't have to look at it again. Do not try challenges that can hurt you. If it stays on your mind, talk to someone you trust or to 116 111.",
        },
      },
      parent: {
        title: { sq: 'Flisni për të', en: 'Talk about it' },
        text: {
          sq: 'Mbylleni faqen. Pyeteni fëmijën me qetësi çfarë pa. Nëse nuk i hiqet nga mendja, flisni me 116 111.',
          en: 'Close the page. Ask the child calmly what they saw. If it stays on their mind, talk to 116 111.',
        },
      },
      school: {
        title: { sq: 'Flisni për të', en: 'Talk about it' },
        text: {
          sq: 'Mbylleni faqen. Pyeteni fëmijën me qetësi çfarë pa. Mos ua tregoni përmbajtjen nxënësve të tjerë. Nëse nuk i hiqet nga mendja, flisni me 116 111.',
          en: 'Close the page. Ask the child calmly what they saw. Do not show the content to other pupils. If it stays on their mind, talk to 116 111.',
        },
      },
      adult: {
        title: { sq: 'Mbylleni faqen', en: 'Close the page' },
        text: {
          sq: 'Mbylleni faqen dhe na dërgoni vetëm adresën. Mos e shpërndani. Nëse nuk ju hiqet nga mendja, flisni me dikë në 116 111.',
          en: 'Close the page and send us the address only. Do not share it. If it stays on your mind, talk to someone on 116 111.',
        },
      },
    },
    source: centreConfirms,
    unverified: true,
  },
  {
    code: 'excessive_use',
    when: [{ categories: ['excessive_use'] }],
    words: {
      child: {
        title: { sq: 'Pak nga pak', en: 'Little by little' },
        text: {
          sq: 'Provo një orë në ditë pa telefon. Natën lëre në një dhomë tjetër. Nëse nuk ia del dot vetëm, nuk ka asgjë të keqe: fol me ne në 116 111.',
          en: 'Try one hour a day without the phone. At night leave it in another room. If you do not manage alone, that is all right: talk to us on 116 111.',
        },
      },
      ...toAdults({
        title: { sq: 'Pak nga pak, bashkë', en: 'Little by little, together' },
        text: {
          sq: 'Vendosni bashkë disa orë pa telefon. Filloni nga nata dhe nga vakti. Mos e merrni telefonin si ndëshkim. Për këshillë flisni me 116 111.',
          en: 'Agree together on some hours without the phone. Begin with the night and with meals. Do not take the phone away as a punishment. For advice talk to 116 111.',
        },
      }),
    },
    source: centreConfirms,
    unverified: true,
  },
  {
    code: 'questions',
    when: [
      {
        categories: ['gaming', 'technical_help', 'question', 'not_sure', 'other', 'out_of_remit'],
        unless: [
          'taken_or_hurt',
          'violence',
          'danger',
          'missing',
          'self_harm',
          'violence_in_words',
          'meeting',
          'threat_to_share',
          'picture_of_minor',
        ],
      },
    ],
    words: {
      child: {
        title: { sq: 'Të përgjigjet dikush nga ekipi ynë', en: 'Someone of our team answers you' },
        text: {
          sq: 'Bëre mirë që pyete. E lexojmë dhe të përgjigjemi këtu. Deri atëherë mund të telefonosh 116 111.',
          en: 'It was good that you asked. We read it and answer you here. Until then you can call 116 111.',
        },
      },
      ...toAdults({
        title: { sq: 'Ju përgjigjet dikush nga ekipi ynë', en: 'Someone of our team answers you' },
        text: {
          sq: 'E lexojmë dhe ju përgjigjemi këtu. Deri atëherë mund të telefononi 116 111.',
          en: 'We read it and answer you here. Until then you can call 116 111.',
        },
      }),
    },
    source: 'Whether “dikush nga ekipi ynë” promises the right thing must be asked (November 2026)',
    unverified: true,
  },
];
