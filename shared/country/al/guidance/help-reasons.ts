import type { HelpCondition } from '#shared/domain/help/help-condition.ts';

/**
 * The conditions that phones and guidance share, with the categories of this pack. They are named once, so that the
 * first phone and the first block speak of the same. Source: docs/practice.md, Reporter's side.
 */

/** Something was taken or there is a wound now. */
export const takenOrHurt: readonly HelpCondition[] = [
  { situations: ['taken_or_hurt'], unlessCategories: ['missing_child'] },
  {
    categories: ['suicide_self_harm'],
    only: ['danger'],
    unless: ['content_only', 'violence', 'missing'],
    unlessCategories: ['missing_child'],
  },
];

export const selfHarm: readonly HelpCondition[] = [
  { situations: ['self_harm'] },
  { categories: ['suicide_self_harm'], unless: ['content_only'] },
];

/** Somebody else is violent now, or there is danger now that is no self-harm. */
export const danger: readonly HelpCondition[] = [
  { situations: ['violence', 'wounded'] },
  {
    situations: ['danger'],
    unless: ['missing', 'self_harm'],
    unlessCategories: ['suicide_self_harm', 'missing_child'],
  },
];

export const missing: readonly HelpCondition[] = [
  { situations: ['missing'] },
  { categories: ['missing_child'], unless: ['content_only'] },
];

/** Categories of violence, where nothing says that it is now. */
export const violence: readonly HelpCondition[] = [
  { categories: ['threat_violence', 'abuse_offline', 'trafficking_exploitation'], unless: ['content_only'] },
];

export const extortion: readonly HelpCondition[] = [
  { categories: ['sexual_extortion', 'blackmail_other'] },
  { situations: ['threat_to_share'] },
];

/** What the counselling line for women and girls was made for. */
export const againstWomen: readonly string[] = [
  'sexual_extortion',
  'intimate_image',
  'sexual_harassment',
  'trafficking_exploitation',
  'abuse_offline',
  'threat_violence',
  'blackmail_other',
  'stalking_harassment',
];
