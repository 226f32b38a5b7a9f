import type { LegalBasis } from '#shared/domain/referrals/referral-policy.ts';
import type { DutyToReportPolicy } from '#shared/domain/referrals/referral-policy.ts';

/** Articles as a list of their numbers, such as `108/a`. Each language has its own word for them. */
const criminalCode = (articles: string, subject: { sq: string; en: string }): LegalBasis['name'] => {
  const isOne = !articles.includes(',');
  return {
    sq: `Kodi Penal (7895/1995), ${isOne ? 'neni' : 'nenet'} ${articles}: ${subject.sq}`,
    en: `Criminal Code (7895/1995), ${isOne ? 'Art.' : 'Arts'} ${articles}: ${subject.en}`,
  };
};

/**
 * Laws as versioned data. `asOf` is the date of the text that was looked at. `unverified` marks what must be checked
 * before production. A new Criminal Code has been in draft since August 2025. Source: docs/domain.md, Law.
 */
export const legalBases: readonly LegalBasis[] = [
  {
    code: 'al_law_18_2017',
    name: {
      sq: 'Ligji 18/2017 për të drejtat dhe mbrojtjen e fëmijës',
      en: 'Law 18/2017 on the rights and protection of the child',
    },
    asOf: '2017-06-09',
  },
  {
    code: 'al_law_18_2017_art_27',
    name: {
      sq: 'Ligji 18/2017, neni 27: mbrojtja nga përmbajtjet në internet',
      en: 'Law 18/2017, Art. 27: protection from online content',
    },
    asOf: '2017-06-09',
  },
  {
    code: 'al_law_18_2017_art_27_3',
    name: {
      sq: 'Ligji 18/2017, neni 27, pika 3: kërkesa për bllokimin e përmbajtjes së paligjshme',
      en: 'Law 18/2017, Art. 27(3): request to block illegal content',
    },
    asOf: '2026-11',
    source: 'The State Agency asks for blocking; the wording of the paragraph must be checked',
    unverified: true,
  },
  {
    code: 'al_law_18_2017_duty',
    name: {
      sq: 'Ligji 18/2017: detyra e profesionistëve për të raportuar',
      en: 'Law 18/2017: duty of professionals to report',
    },
    asOf: '2017-06-09',
    source: 'Number of the article, deadlines and fines must be checked',
    unverified: true,
  },
  {
    code: 'al_vkm_578_2018',
    name: {
      sq: 'VKM 578/2018: referimi dhe menaxhimi i rastit, plani individual',
      en: 'Council of Ministers Decision 578/2018: case referral and management, individual plan',
    },
    asOf: '2018-10-03',
    source: 'Its time limits must be checked',
    unverified: true,
  },
  {
    code: 'al_vkm_499_2018',
    name: {
      sq: 'VKM 499/2018: procedurat standarde për viktimat e trafikimit',
      en: 'Council of Ministers Decision 499/2018: standard procedures for victims of trafficking',
    },
    asOf: '2018-08-29',
    source: 'Standard procedures; their current text must be checked',
    unverified: true,
  },
  {
    code: 'al_vkm_465_2019',
    name: {
      sq: 'VKM 465/2019: masat ndaj përmbajtjeve të paligjshme dhe të dëmshme në internet',
      en: 'Council of Ministers Decision 465/2019: measures on illegal and harmful online content',
    },
    asOf: '2019-07-03',
    source: 'Number and date must be checked',
    unverified: true,
  },
  {
    code: 'al_cc_117',
    name: {
      sq: 'Kodi Penal (7895/1995), neni 117 (titulli në Kod: “Pornografia”), edhe posedimi dhe aksesi',
      en: 'Criminal Code (7895/1995), Art. 117: use of a minor, also possession and access (title in the Code: “Pornografia”)',
    },
    asOf: '2026-11',
    source:
      'A page of the police, read in November 2026, names production, offer, distribution, use, possession and intended access; the exact wording must be checked (the text seen is that of 2008)',
    unverified: true,
  },
  {
    code: 'al_cc_sexual_offences',
    name: criminalCode('100, 101, 107/a, 108', { sq: 'krimet seksuale', en: 'sexual offences' }),
    asOf: '2025-08',
  },
  {
    code: 'al_cc_108_a',
    name: criminalCode('108/a', { sq: 'ngacmimi seksual', en: 'sexual harassment' }),
    asOf: '2025-08',
    source: 'Number and current text must be checked',
    unverified: true,
  },
  {
    code: 'al_cc_109_b',
    name: criminalCode('109/b', {
      sq: 'shtrëngimi me anë të kanosjes ose dhunës për dhënien e pasurisë',
      en: 'coercion by threat or violence to gain property or any other benefit',
    }),
    asOf: '2004-09',
    source: 'Added by Law 9275/2004, Art. 11, on two pages of the Code; current text must be checked',
    unverified: true,
  },
  {
    code: 'al_cc_121',
    name: criminalCode('121', {
      sq: 'ndërhyrjet e padrejta në jetën private',
      en: 'unjust interference in private life',
    }),
    asOf: '2025-08',
    source: 'Whether it covers intimate pictures of an adult spread without consent must be checked',
    unverified: true,
  },
  {
    code: 'al_cc_121_a',
    name: criminalCode('121/a', { sq: 'përndjekja', en: 'stalking' }),
    asOf: '2025-08',
    source: 'Number and current text must be checked',
    unverified: true,
  },
  {
    code: 'al_cc_124_b',
    name: criminalCode('124/b', { sq: 'keqtrajtimi i të miturit', en: 'ill-treatment of a minor' }),
    asOf: '2025-08',
  },
  {
    code: 'al_cc_143_b',
    name: criminalCode('143/b', { sq: 'mashtrimi kompjuterik', en: 'computer fraud' }),
    asOf: '2014',
    source: 'In a list of the prosecution of 2014, and in a commentary of 2017; current text must be checked',
    unverified: true,
  },
  {
    code: 'al_cc_192_b',
    name: criminalCode('192/b', { sq: 'hyrja e paautorizuar kompjuterike', en: 'unauthorised computer access' }),
    asOf: '2014',
    source: 'In a list of the prosecution of 2014, and in a commentary of 2017; current text must be checked',
    unverified: true,
  },
  {
    code: 'al_cc_84_a',
    name: criminalCode('84/a', {
      sq: 'Kanosja me motive racizmi dhe ksenofobie nëpërmjet sistemit kompjuterik',
      en: 'threat with racist or xenophobic motives by computer',
    }),
    asOf: '2025-08',
    source: 'Secondary source; current text must be checked',
    unverified: true,
  },
  {
    code: 'al_cc_119_a',
    name: criminalCode('119/a', {
      sq: 'Shpërndarja e materialeve raciste ose ksenofobike nëpërmjet sistemit kompjuterik',
      en: 'distribution of racist or xenophobic material by computer',
    }),
    asOf: '2025-08',
    source: 'Secondary source; current text must be checked',
    unverified: true,
  },
  {
    code: 'al_cc_119_b',
    name: criminalCode('119/b', {
      sq: 'Fyerja me motive racizmi ose ksenofobie nëpërmjet sistemit kompjuterik',
      en: 'insult with racist or xenophobic motives by computer',
    }),
    asOf: '2025-08',
    source: 'Secondary source; current text must be checked',
    unverified: true,
  },
  {
    code: 'al_cc_300',
    name: criminalCode('300', { sq: 'moskallëzimi i krimit', en: 'failure to report a crime' }),
    asOf: '2025-08',
    source: 'Exempt are close relatives and those bound by professional secrecy; current text must be checked',
    unverified: true,
  },
  {
    code: 'al_law_37_2017',
    name: {
      sq: 'Ligji 37/2017: Kodi i Drejtësisë Penale për të Mitur',
      en: 'Law 37/2017: Code of Criminal Justice for Children',
    },
    asOf: '2018-01-01',
  },
  {
    code: 'al_law_124_2024',
    name: {
      sq: 'Ligji 124/2024 për mbrojtjen e të dhënave personale',
      en: 'Law 124/2024 on personal data protection',
    },
    asOf: '2025-02-01',
    source: 'Numbers of articles and the 72-hour rule on breaches must be checked',
    unverified: true,
  },
  {
    code: 'al_law_25_2024',
    name: { sq: 'Ligji 25/2024 për sigurinë kibernetike', en: 'Law 25/2024 on cybersecurity' },
    asOf: '2024',
    source: 'Whether it gives powers over content about children must be checked',
    unverified: true,
  },
  {
    code: 'al_law_54_2024',
    name: { sq: 'Ligji 54/2024 për komunikimet elektronike', en: 'Law 54/2024 on electronic communications' },
    asOf: '2024',
  },
  {
    code: 'lanzarote_art_12',
    name: { sq: 'Konventa e Lanzarotes, neni 12', en: 'Lanzarote Convention, Art. 12' },
    asOf: '2007',
  },
  {
    code: 'eu_2011_93',
    name: {
      sq: 'Direktiva 2011/93/BE, nenet 3–7 dhe 16 (Shqipëria nuk është anëtare e BE-së)',
      en: 'Directive 2011/93/EU, Arts 3–7 and 16 (Albania is not a member state)',
    },
    asOf: '2011',
  },
];

/**
 * What suggests a crime against a child, so that a person decides whether it must be reported.
 * Source: docs/practice.md, Duty to report.
 */
export const dutyToReport: DutyToReportPolicy = {
  categories: [
    'sexual_extortion',
    'csam',
    'csam_synthetic',
    'grooming',
    'intimate_image',
    'sexual_harassment',
    'trafficking_exploitation',
    'abuse_offline',
    'threat_violence',
    'missing_child',
    'blackmail_other',
    'stalking_harassment',
    'radicalisation',
  ],
  flags: ['inDanger', 'offlineViolence', 'weapon', 'meetingArranged', 'missing', 'sexualImageOfMinor', 'threatToShare'],
};
