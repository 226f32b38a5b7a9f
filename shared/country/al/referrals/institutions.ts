import type { Institution } from '#shared/domain/referrals/referral-policy.ts';

/**
 * Institutions that act, and other doors. Old and new acronyms are aliases, because the sources use both.
 * Source: docs/domain.md, Institutions.
 */
export const institutions: readonly Institution[] = [
  {
    code: 'state_police',
    name: { sq: 'Policia e Shtetit', en: 'State Police' },
    kind: 'police',
    phones: ['129', '112'],
  },
  {
    // Never proposed: it is called, and the call is recorded.
    code: 'ambulance',
    name: { sq: 'Urgjenca mjekësore', en: 'Ambulance' },
    kind: 'other',
    phones: ['127'],
  },
  {
    code: 'police_cybercrime',
    name: {
      sq: 'Drejtoria për Hetimin e Krimeve Kibernetike, Policia e Shtetit',
      en: 'Cybercrime Investigation Directorate, State Police',
    },
    aliases: ['DHKK', 'Krimi Kibernetik'],
    kind: 'police',
    // In danger it is 129 that rings. The directorate's own number is nobody's to ring before somebody confirmed it.
    phones: ['129'],
    ownPage: {
      phone: '+355694155552',
      mail: 'CC@asp.gov.al',
      source: "The directorate's page of the State Police; ask by phone before use",
      asOf: '2026-11',
      unverified: true,
    },
  },
  {
    code: 'prosecution',
    name: { sq: 'Prokuroria', en: 'Prosecution Office' },
    kind: 'other',
    phones: [],
    source: 'Structure must be checked',
    unverified: true,
  },
  {
    code: 'cyber_authority',
    name: { sq: 'Autoriteti Kombëtar për Sigurinë Kibernetike', en: 'National Cyber Security Authority' },
    aliases: ['AKSK', 'AKCESK'],
    kind: 'cyber_authority',
    phones: [],
  },
  {
    code: 'child_rights_agency',
    name: {
      sq: 'Agjencia Shtetërore për të Drejtat dhe Mbrojtjen e Fëmijës',
      en: 'State Agency for the Rights and Protection of the Child',
    },
    aliases: ['ASHDMF', 'ASHMDF', 'Agjencia Shtetërore për Mbrojtjen e të Drejtave të Fëmijës'],
    kind: 'child_protection',
    phones: [],
  },
  {
    // The same agency, where it has pages blocked. It is given addresses and nothing else, as the cyber authority is.
    code: 'child_rights_agency_sites',
    name: {
      sq: 'Agjencia Shtetërore për të Drejtat dhe Mbrojtjen e Fëmijës: kërkesë për bllokim faqesh',
      en: 'State Agency for the Rights and Protection of the Child: request to block pages',
    },
    aliases: ['ASHDMF'],
    kind: 'cyber_authority',
    phones: [],
    source: 'Law 18/2017, Art. 27(3): the State Agency asks for blocking',
    asOf: '2026-11',
  },
  {
    code: 'child_protection_unit',
    name: { sq: 'Njësia për Mbrojtjen e Fëmijës në bashki', en: 'Child protection unit of the municipality' },
    aliases: ['NJMF', 'PMF', 'Punonjësi për mbrojtjen e fëmijës'],
    kind: 'child_protection',
    phones: [],
    isLocal: true,
  },
  {
    code: 'school_psychosocial',
    name: {
      sq: 'Psikologu ose punonjësi social i shkollës',
      en: 'Psychologist or social worker of the school',
    },
    aliases: ['Shërbimi psiko-social i shkollës'],
    kind: 'school',
    phones: [],
    isLocal: true,
  },
  {
    code: 'school_safety_officer',
    name: { sq: 'Oficeri i sigurisë në shkollë', en: 'School safety officer' },
    kind: 'school',
    phones: [],
    isLocal: true,
    source: 'Only for physical danger',
  },
  {
    code: 'education_office',
    name: { sq: 'Zyra vendore e arsimit parauniversitar', en: 'Local office of pre-university education' },
    aliases: ['ZVAP'],
    kind: 'school',
    phones: [],
    isLocal: true,
    source: 'Number of offices must be checked',
    unverified: true,
  },
  {
    code: 'education_directorate',
    name: {
      sq: 'Drejtoria rajonale e arsimit parauniversitar',
      en: 'Regional directorate of pre-university education',
    },
    aliases: ['DRAP'],
    kind: 'school',
    phones: [],
    isLocal: true,
    source: 'Five since 1 October 2024; the name must be checked',
    unverified: true,
  },
  {
    code: 'ministry_of_education',
    name: { sq: 'Ministria e Arsimit', en: 'Ministry of Education' },
    aliases: ['Ministria e Arsimit dhe Sportit', 'MAS'],
    kind: 'ministry',
    phones: [],
  },
  {
    code: 'ministry_of_health',
    name: {
      sq: 'Ministria e Shëndetësisë dhe Mbrojtjes Sociale',
      en: 'Ministry of Health and Social Protection',
    },
    aliases: ['MSHMS', 'Ministria e Shëndetësisë'],
    kind: 'ministry',
    phones: [],
  },
  {
    code: 'social_service',
    name: { sq: 'Shërbimi Social Shtetëror', en: 'State Social Service' },
    aliases: ['SHSSH'],
    kind: 'child_protection',
    phones: [],
  },
  {
    code: 'communications_authority',
    name: {
      sq: 'Autoriteti i Komunikimeve Elektronike dhe Postare',
      en: 'Electronic and Postal Communications Authority',
    },
    aliases: ['AKEP'],
    kind: 'other',
    phones: [],
  },
  {
    code: 'media_authority',
    name: { sq: 'Autoriteti i Mediave Audiovizive', en: 'Audiovisual Media Authority' },
    aliases: ['AMA'],
    kind: 'other',
    phones: [],
  },
  {
    code: 'data_commissioner',
    name: {
      sq: 'Komisioneri për të Drejtën e Informimit dhe Mbrojtjen e të Dhënave Personale',
      en: 'Commissioner for the Right to Information and Protection of Personal Data',
    },
    aliases: ['IDP', 'KDIMDP'],
    kind: 'data_protection',
    phones: [],
  },
  {
    code: 'peoples_advocate',
    name: { sq: 'Avokati i Popullit', en: "People's Advocate" },
    kind: 'other',
    phones: [],
  },
  {
    code: 'child_helpline',
    name: { sq: 'ALO 116 111', en: 'ALO 116 111' },
    aliases: ['ALO 116', 'ALO 116-111', 'ALO 116111'],
    kind: 'other',
    phones: ['116111'],
  },
  {
    code: 'women_line',
    name: {
      sq: 'Linja e këshillimit për gra dhe vajza',
      en: 'Counselling line for women and girls',
    },
    kind: 'other',
    phones: ['116117'],
    source: 'UN Women 2023; agreement of 2016',
    asOf: '2026-11',
  },
  {
    code: 'platform',
    name: { sq: 'Vetë platforma', en: 'The platform itself' },
    kind: 'platform',
    phones: [],
  },
  {
    code: 'other_service',
    name: { sq: 'Një organizatë tjetër ndihmëse', en: 'Another service that helps' },
    aliases: ['UNICEF', 'Save the Children', 'SHKEJ', 'ARSIS'],
    kind: 'other',
    phones: [],
  },
];
