import type { HelpLine } from '#shared/domain/country-pack.ts';

const dayAndNight = { sq: '24 orë, çdo ditë', en: '24/7' };

/**
 * Numbers that a person answers. The police number stands before 112, because 112 is not proven everywhere.
 * Source: docs/domain.md, Help lines.
 */
export const helpLines: readonly HelpLine[] = [
  {
    kind: 'listen',
    name: { sq: 'ALO 116 111', en: 'ALO 116 111' },
    phone: '116111',
    when: dayAndNight,
    free: true,
    always: true,
    source: 'National child helpline',
  },
  {
    kind: 'police',
    name: { sq: 'Policia e Shtetit', en: 'State Police' },
    phone: '129',
    when: dayAndNight,
    free: true,
    always: false,
    source: 'Policia e Shtetit',
  },
  {
    kind: 'emergency',
    name: { sq: 'Emergjenca 112', en: 'Emergency 112' },
    phone: '112',
    when: dayAndNight,
    free: true,
    always: false,
    source: 'Unified emergency number; national coverage must be checked',
    unverified: true,
  },
  {
    kind: 'emergency',
    name: { sq: 'Ambulanca', en: 'Ambulance' },
    phone: '127',
    when: dayAndNight,
    free: true,
    always: false,
    source: 'Listed with 128 and 129; ambulance by elimination',
    unverified: true,
  },
  {
    kind: 'missing',
    name: { sq: 'Linja për fëmijët e humbur 116 000', en: 'Missing children line 116 000' },
    phone: '116000',
    when: dayAndNight,
    free: true,
    always: false,
    source: 'Run by ALO 116 111',
  },
  {
    kind: 'women',
    name: {
      sq: 'Linja e këshillimit për gra dhe vajza 116 117',
      en: 'Counselling line for women and girls 116 117',
    },
    phone: '116117',
    when: dayAndNight,
    free: true,
    always: false,
    source: 'Secondary source',
    unverified: true,
  },
];
