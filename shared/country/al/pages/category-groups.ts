import type { CategoryGroups } from '#shared/domain/pages/category-group.ts';

/**
 * Plain headings for many categories. A child begins with what hurts most often and embarrasses least. Source:
 * docs/practice.md, Reporter's side.
 */
export const categoryGroups: CategoryGroups = {
  groups: [
    {
      code: 'mean',
      categories: ['cyberbullying', 'stalking_harassment', 'hate_speech', 'privacy'],
      flags: ['offlineViolence', 'repeated'],
    },
    {
      code: 'threat',
      categories: [
        'sexual_extortion',
        'blackmail_other',
        'threat_violence',
        'grooming',
        'sexual_harassment',
        'radicalisation',
      ],
      flags: [
        'threatToShare',
        'sexualImageOfMinor',
        'paymentAsked',
        'paymentMade',
        'meetingArranged',
        'offlineViolence',
        'weapon',
        'repeated',
      ],
    },
    {
      code: 'picture',
      categories: ['intimate_image', 'csam', 'csam_synthetic'],
      flags: [
        'sexualImageOfMinor',
        'imagePublic',
        'threatToShare',
        'paymentAsked',
        'paymentMade',
        'liveNow',
        'repeated',
      ],
    },
    {
      code: 'account',
      categories: ['impersonation_account', 'hacking', 'fraud_scam'],
      flags: ['paymentAsked', 'paymentMade', 'threatToShare', 'repeated'],
    },
    {
      code: 'unsafe',
      categories: ['suicide_self_harm', 'abuse_offline', 'trafficking_exploitation', 'missing_child'],
      flags: ['offlineViolence', 'weapon', 'missing', 'meetingArranged', 'sexualImageOfMinor', 'repeated'],
    },
    {
      code: 'saw',
      categories: ['harmful_content', 'illegal_site', 'gaming', 'excessive_use'],
      flags: ['liveNow', 'sexualImageOfMinor', 'imagePublic', 'repeated'],
    },
    {
      code: 'other',
      categories: ['question', 'technical_help', 'not_sure', 'other'],
      flags: ['sexualImageOfMinor', 'meetingArranged', 'threatToShare', 'repeated'],
    },
  ],
  order: {
    child: ['mean', 'threat', 'picture', 'account', 'unsafe', 'saw', 'other'],
    parent: ['mean', 'threat', 'picture', 'unsafe', 'account', 'saw', 'other'],
    school: ['mean', 'threat', 'picture', 'unsafe', 'account', 'saw', 'other'],
    adult: ['saw', 'picture', 'threat', 'unsafe', 'mean', 'account', 'other'],
  },
};
