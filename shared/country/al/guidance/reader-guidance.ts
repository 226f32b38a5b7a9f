import type { GuidanceEntry } from '#shared/domain/help/guidance.ts';

/** Categories in which a school tells few people, and looks at nothing. */
const inConfidence = [
  'sexual_extortion',
  'csam',
  'csam_synthetic',
  'grooming',
  'intimate_image',
  'sexual_harassment',
  'trafficking_exploitation',
  'abuse_offline',
  'cyberbullying',
  'stalking_harassment',
  'blackmail_other',
  'impersonation_account',
  'privacy',
];

/** What fits a reader whatever happened. Source: docs/practice.md, Reporter's side. */
export const readerGuidance: readonly GuidanceEntry[] = [
  {
    code: 'parent_calm',
    when: [
      {
        only: ['child'],
        unless: ['own_act', 'content_only', 'missing'],
        unlessCategories: ['missing_child', 'illegal_site', 'technical_help', 'question'],
      },
    ],
    words: {
      parent: {
        title: { sq: 'Qëndroni pranë fëmijës me qetësi', en: 'Stay near the child, calmly' },
        text: {
          sq: 'Dëgjojeni pa e gjykuar. Mos ia merrni telefonin dhe mos i shkruani personit tjetër: provat mund të humbasin dhe fëmija mund të mos tregojë më. 116 111 mund ta telefononi edhe ju.',
          en: "Listen without judging. Don't take the phone away, don't contact the other person: proof may be lost, and your child may stop telling you things. You can call 116 111 too.",
        },
      },
    },
  },
  {
    code: 'school_in_confidence',
    when: [
      {
        categories: inConfidence,
        only: ['child'],
        unless: ['suspect_at_school', 'violence', 'danger', 'violence_in_words', 'taken_or_hurt', 'missing'],
        unlessCategories: ['threat_violence', 'missing_child'],
      },
      {
        situations: ['picture_of_minor', 'threat_to_share'],
        only: ['child'],
        unless: ['suspect_at_school', 'violence', 'danger', 'violence_in_words', 'taken_or_hurt', 'missing'],
        unlessCategories: ['threat_violence', 'missing_child'],
      },
    ],
    words: {
      school: {
        title: { sq: 'Në shkollë', en: 'At school' },
        text: {
          sq: 'Mos e pyesni fëmijën disa herë për të njëjtën gjë. Mos i shikoni, mos i ruani dhe mos i kërkoni fotot. Njoftoni vetëm psikologun ose punonjësin social të shkollës.',
          en: 'Do not question the child about the same thing again and again. Do not view, keep or ask for the pictures. Tell only the psychologist or social worker of the school.',
        },
      },
    },
  },
];

/** Every child reads it, at the end. */
export const lastWords: GuidanceEntry = {
  code: 'nobody_scolds_you',
  when: [{}],
  words: {
    child: {
      title: { sq: 'Këtu askush nuk të qorton', en: 'Nobody here scolds you' },
      text: {
        sq: 'Bëre mirë që na tregove, edhe nëse aplikacioni nuk lejohet për moshën tënde.',
        en: 'It was good that you told us, even if the app is not allowed at your age.',
      },
    },
  },
  source: 'Whether children of ten say "qorton" must be asked (November 2026)',
  unverified: true,
};

const toAnyAdult = {
  title: { sq: 'Mund të flisni me dikë', en: 'You can talk to someone' },
  text: {
    sq: 'Telefononi 116 111 kur të doni, falas, ditë e natë. Na shkruani këtu nëse ka diçka të re.',
    en: 'Call 116 111 whenever you like, free, day and night. Write to us here if there is something new.',
  },
};

/** Says nothing of the report, for whoever may be looked at over the shoulder. */
export const generalBlock: GuidanceEntry = {
  code: 'general',
  when: [{}],
  words: {
    child: {
      title: { sq: 'Mund të flasësh me dikë', en: 'You can talk to someone' },
      text: {
        sq: 'Telefono 116 111 kur të duash, falas, ditë e natë. Na shkruaj këtu nëse ka diçka të re.',
        en: 'Call 116 111 whenever you like, free, day and night. Write to us here if there is something new.',
      },
    },
    parent: toAnyAdult,
    school: toAnyAdult,
    adult: toAnyAdult,
  },
  isGeneral: true,
};
