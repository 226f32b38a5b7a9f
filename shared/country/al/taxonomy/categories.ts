import type { Category } from '#shared/domain/report/category.ts';

const minors = 'Protection of minors';
const cyberViolence = 'Cyber violence';
const scams = 'Scams and/or fraud';
const csamKeyword = 'Child sexual abuse material';
const groomingKeyword = 'Grooming/sexual enticement of minors';

/**
 * The official code book of the 2023 set was not found. This is the closest of its names.
 * Source: docs/domain.md, Other taxonomies.
 */
const closest = { source: 'Insafe helpline categories since April 2023, closest available', unverified: true } as const;
const insafeSet = { source: 'Insafe helpline categories since April 2023' } as const;
/** Neither "Pornography" nor "NCSII" is what a picture of abuse is, and the set has no name for it. */
const noneInSet = { source: 'Insafe helpline categories since April 2023: none of its names fits' } as const;
const ownSet = { source: 'Design of this project' } as const;
const notSpecified = {
  category: 'Type of alleged illegal content not specified by the notifier',
  keyword: null,
} as const;

/**
 * The category set with its mappings to other taxonomies. DSA categories and keywords use the Commission's names
 * (schema v2), incident types those of NCMEC. Labels are in `category-labels.ts`, severities in `severity-policy.ts`.
 * Source: docs/domain.md, Other taxonomies.
 */
export const categories: readonly Category[] = [
  {
    code: 'sexual_extortion',
    public: true,
    maps: {
      insafe: 'Online sexual coercion and extortion of children',
      dsa: { category: minors, keyword: groomingKeyword },
      cyberTipline: 'online enticement of children for sexual acts',
    },
    fourC: 'contact',
    csam: true,
    ...insafeSet,
  },
  {
    code: 'csam',
    public: true,
    maps: {
      insafe: null,
      dsa: { category: minors, keyword: csamKeyword },
      cyberTipline: 'child sexual abuse material',
    },
    fourC: 'contact',
    csam: true,
    ...noneInSet,
  },
  {
    code: 'csam_synthetic',
    public: true,
    maps: {
      insafe: null,
      dsa: {
        category: minors,
        keyword: 'Child sexual abuse material containing deepfake or similar technology',
      },
      cyberTipline: 'child sexual abuse material',
    },
    fourC: 'content',
    csam: true,
    ...noneInSet,
  },
  {
    code: 'grooming',
    public: true,
    maps: {
      insafe: 'Grooming',
      dsa: { category: minors, keyword: groomingKeyword },
      cyberTipline: 'online enticement of children for sexual acts',
    },
    fourC: 'contact',
    csam: true,
    ...closest,
  },
  {
    code: 'intimate_image',
    public: true,
    maps: {
      insafe: 'NCSII',
      dsa: { category: minors, keyword: csamKeyword },
      dsaAdult: { category: cyberViolence, keyword: 'Non-consensual (intimate) material sharing' },
      cyberTipline: 'child sexual abuse material',
    },
    fourC: 'conduct',
    csam: true,
    ...insafeSet,
  },
  {
    code: 'sexual_harassment',
    public: true,
    maps: {
      insafe: 'Sexual harassment',
      dsa: { category: cyberViolence, keyword: 'Cyber harassment' },
      cyberTipline: 'unsolicited obscene material sent to a child',
    },
    fourC: 'contact',
    csam: true,
    ...closest,
  },
  {
    code: 'trafficking_exploitation',
    public: true,
    maps: {
      insafe: null,
      dsa: { category: 'Violence', keyword: 'Human trafficking' },
      cyberTipline: 'child sex trafficking',
    },
    fourC: 'contract',
    csam: true,
    ...ownSet,
  },
  {
    code: 'abuse_offline',
    public: true,
    maps: {
      insafe: null,
      dsa: { category: 'Violence', keyword: null },
      cyberTipline: 'child sexual molestation',
    },
    fourC: 'contact',
    csam: false,
    ...ownSet,
  },
  {
    code: 'suicide_self_harm',
    public: true,
    maps: { insafe: 'Suicide', dsa: { category: 'Self-harm', keyword: 'Suicide' }, cyberTipline: null },
    fourC: 'conduct',
    csam: false,
    ...insafeSet,
  },
  {
    code: 'threat_violence',
    public: true,
    maps: {
      insafe: 'Cyberbullying',
      dsa: { category: cyberViolence, keyword: 'Cyber incitement to hatred or violence' },
      cyberTipline: null,
    },
    fourC: 'conduct',
    csam: false,
    ...closest,
  },
  {
    code: 'missing_child',
    public: true,
    maps: { insafe: null, dsa: null, cyberTipline: null },
    fourC: null,
    csam: false,
    ...ownSet,
  },
  {
    code: 'blackmail_other',
    public: true,
    maps: { insafe: 'E-crime', dsa: { category: cyberViolence, keyword: 'Cyber harassment' }, cyberTipline: null },
    fourC: 'contract',
    csam: false,
    ...closest,
  },
  {
    code: 'cyberbullying',
    public: true,
    maps: {
      insafe: 'Cyberbullying',
      dsa: { category: cyberViolence, keyword: 'Cyber bullying and intimidation' },
      cyberTipline: null,
    },
    fourC: 'conduct',
    csam: false,
    ...insafeSet,
  },
  {
    code: 'stalking_harassment',
    public: true,
    maps: {
      insafe: 'Cyberbullying',
      dsa: { category: cyberViolence, keyword: 'Cyber stalking' },
      cyberTipline: null,
    },
    fourC: 'contact',
    csam: false,
    ...closest,
  },
  {
    code: 'hate_speech',
    public: true,
    maps: {
      insafe: 'Hate speech',
      dsa: {
        category: 'Illegal or harmful speech',
        keyword: 'Illegal incitement to violence and hatred based on protected characteristics (hate speech)',
      },
      cyberTipline: null,
    },
    fourC: 'content',
    csam: false,
    ...insafeSet,
  },
  {
    code: 'radicalisation',
    public: true,
    maps: {
      insafe: 'Radicalisation/terrorism',
      dsa: { category: 'Risk for public security', keyword: 'Terrorist content' },
      cyberTipline: null,
    },
    fourC: 'contact',
    csam: false,
    ...insafeSet,
  },
  {
    code: 'impersonation_account',
    public: true,
    maps: {
      insafe: 'E-crime',
      dsa: { category: scams, keyword: 'Impersonation or account hijacking' },
      cyberTipline: 'misleading words or digital images on the internet',
    },
    fourC: 'contract',
    csam: false,
    ...insafeSet,
  },
  {
    code: 'hacking',
    public: true,
    maps: {
      insafe: 'E-crime',
      dsa: { category: scams, keyword: 'Impersonation or account hijacking' },
      cyberTipline: null,
    },
    fourC: 'contract',
    csam: false,
    ...insafeSet,
  },
  {
    code: 'fraud_scam',
    public: true,
    maps: { insafe: 'E-crime', dsa: { category: scams, keyword: 'Phishing' }, cyberTipline: null },
    fourC: 'contract',
    csam: false,
    ...insafeSet,
  },
  {
    code: 'privacy',
    public: true,
    maps: {
      insafe: 'Data privacy',
      dsa: { category: 'Data protection and privacy violations', keyword: null },
      cyberTipline: null,
    },
    fourC: 'cross_cutting',
    csam: false,
    ...closest,
  },
  {
    code: 'harmful_content',
    public: true,
    maps: {
      insafe: 'Potentially harmful content',
      dsa: { category: minors, keyword: 'Unsafe challenges' },
      cyberTipline: 'unsolicited obscene material sent to a child',
    },
    fourC: 'content',
    csam: false,
    ...insafeSet,
  },
  {
    code: 'illegal_site',
    public: true,
    maps: { insafe: null, dsa: notSpecified, cyberTipline: 'misleading domain name' },
    fourC: 'content',
    // Nobody knows what is behind an address before a person with clearance has judged it.
    csam: true,
    ...ownSet,
  },
  plain('excessive_use', 'Excessive use'),
  plain('gaming', 'Gaming'),
  plain('technical_help', 'Technical settings'),
  plain('question', 'Media literacy/education'),
  {
    code: 'not_sure',
    public: true,
    maps: { insafe: null, dsa: notSpecified, cyberTipline: null },
    fourC: null,
    csam: false,
    ...ownSet,
  },
  {
    code: 'other',
    public: true,
    maps: { insafe: null, dsa: notSpecified, cyberTipline: null },
    fourC: null,
    csam: false,
    ...ownSet,
  },
  {
    code: 'out_of_remit',
    public: false,
    maps: { insafe: null, dsa: null, cyberTipline: null },
    fourC: null,
    csam: false,
    ...ownSet,
  },
];

/** A category that asks for help and reports nothing. */
function plain(code: string, insafe: string): Category {
  return {
    code,
    public: true,
    maps: { insafe, dsa: null, cyberTipline: null },
    fourC: null,
    csam: false,
    ...insafeSet,
  };
}
