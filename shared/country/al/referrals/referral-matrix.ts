import type { ReferralMatrix } from '#shared/domain/referrals/referral-policy.ts';

const duty = 'al_law_18_2017_duty';
const sexual = ['sexual_extortion', 'grooming', 'csam', 'csam_synthetic', 'trafficking_exploitation'] as const;
const atPeers = ['cyberbullying', 'stalking_harassment', 'hate_speech', 'impersonation_account', 'privacy'] as const;

const danger = ['inDanger', 'offlineViolence', 'weapon', 'meetingArranged', 'liveNow', 'missing'] as const;
const grave = ['threat_violence', 'missing_child'] as const;
/** Danger that somebody is sure of. Whoever comes for danger leads only then. */
const surelyInDanger = [
  { sureFlags: danger },
  { categories: grave },
  { words: ['words_weapon', 'words_meeting'] },
] as const;

/**
 * The matrix, in order of importance: the first rule that applies, and may, names the lead agency.
 * Source: docs/practice.md, Referral.
 */
export const referralMatrix: ReferralMatrix = {
  rules: [
    {
      code: 'immediate_danger',
      when: [{ flags: danger }, { categories: grave }],
      to: ['state_police'],
      basis: duty,
      isNecessary: true,
      yieldsToWish: false,
      leadsWhen: surelyInDanger,
    },
    {
      code: 'child_in_danger',
      when: [
        { child: true, flags: danger },
        { child: true, categories: grave },
      ],
      to: ['child_protection_unit'],
      basis: 'al_vkm_578_2018',
      isNecessary: false,
      yieldsToWish: false,
      leadsWhen: surelyInDanger,
    },
    {
      code: 'danger_to_self',
      when: [
        { child: true, flags: ['selfHarm'] },
        { child: true, contentOnly: false, categories: ['suicide_self_harm'] },
      ],
      to: ['child_protection_unit'],
      basis: 'al_vkm_578_2018',
      isNecessary: false,
      yieldsToWish: false,
      leadsWhen: [{ sureFlags: ['selfHarm'] }, { categories: ['suicide_self_harm'] }, { words: ['words_self_harm'] }],
    },
    {
      code: 'child_at_risk_at_home',
      when: [
        { child: true, suspectLivesWithChild: true },
        { child: true, suspectRelations: ['family'] },
        { child: true, categories: ['abuse_offline'] },
      ],
      to: ['child_protection_unit', 'state_police'],
      basis: duty,
      isNecessary: true,
      yieldsToWish: false,
    },
    {
      code: 'sexual_crime_online',
      when: [
        { categories: sexual },
        { child: true, categories: ['intimate_image'] },
        { flags: ['sexualImageOfMinor'] },
      ],
      to: ['police_cybercrime'],
      basis: 'al_cc_sexual_offences',
      isNecessary: true,
      yieldsToWish: false,
    },
    {
      code: 'child_victim_of_sexual_crime',
      when: [
        { child: true, contentOnly: false, categories: [...sexual, 'intimate_image'] },
        { child: true, contentOnly: false, flags: ['sexualImageOfMinor'] },
      ],
      to: ['child_protection_unit'],
      basis: 'al_vkm_578_2018',
      isNecessary: false,
      yieldsToWish: false,
    },
    {
      code: 'illegal_site',
      when: [{ contentOnly: true, categories: ['illegal_site', 'csam', 'csam_synthetic', 'radicalisation'] }],
      to: ['cyber_authority'],
      basis: 'al_vkm_465_2019',
      isNecessary: false,
      yieldsToWish: false,
    },
    {
      code: 'adult_harms_child',
      when: [
        {
          child: true,
          suspectAdult: true,
          categories: ['sexual_harassment', 'stalking_harassment', 'blackmail_other'],
        },
      ],
      to: ['police_cybercrime', 'child_protection_unit'],
      basis: duty,
      isNecessary: true,
      yieldsToWish: false,
    },
    {
      code: 'radicalisation',
      when: [{ contentOnly: false, categories: ['radicalisation'] }],
      to: ['state_police'],
      basis: 'al_cc_300',
      isNecessary: false,
      yieldsToWish: false,
    },
    {
      code: 'physical_danger_at_school',
      when: [{ suspectRelations: ['classmate', 'peer'], flags: ['weapon', 'offlineViolence'] }],
      to: ['school_safety_officer'],
      basis: 'al_law_18_2017',
      isNecessary: false,
      yieldsToWish: true,
      leadsWhen: surelyInDanger,
    },
    {
      code: 'peers_at_school',
      when: [
        { child: true, categories: atPeers, suspectRelations: ['classmate', 'peer'] },
        { child: true, categories: atPeers, abouts: ['school'] },
      ],
      to: ['school_psychosocial'],
      basis: 'al_law_18_2017',
      isNecessary: false,
      yieldsToWish: true,
    },
    {
      code: 'crime_online',
      when: [
        { categories: ['blackmail_other', 'stalking_harassment', 'fraud_scam', 'hacking'] },
        { child: false, categories: ['intimate_image', 'sexual_harassment'] },
      ],
      to: ['police_cybercrime'],
      basis: 'al_cc_121_a',
      isNecessary: false,
      yieldsToWish: true,
    },
    {
      code: 'hate_speech',
      when: [{ categories: ['hate_speech'] }],
      to: ['platform'],
      basis: 'al_law_18_2017_art_27',
      isNecessary: false,
      yieldsToWish: false,
    },
    {
      code: 'hate_speech_named_by_law',
      when: [{ categories: ['hate_speech'], suspectAdult: true }],
      to: ['state_police'],
      basis: 'al_cc_119_a',
      isNecessary: false,
      yieldsToWish: true,
    },
    {
      code: 'privacy',
      when: [{ categories: ['privacy'] }],
      to: ['platform', 'data_commissioner'],
      basis: 'al_law_124_2024',
      isNecessary: false,
      yieldsToWish: false,
    },
    {
      code: 'content_on_platform',
      when: [{ categories: ['cyberbullying', 'impersonation_account', 'harmful_content'] }],
      to: ['platform'],
      basis: 'al_law_18_2017_art_27',
      isNecessary: false,
      yieldsToWish: false,
    },
  ],
  never: [{ kind: 'school', when: { suspectRelations: ['school_staff'] } }],
  wishes: { police: 'police', school: 'school' },
  // A school or a platform cannot stand in for the police. Child protection, and the ministry above it, can
  // (docs/practice.md, Resolved).
  secondRoutes: ['police', 'child_protection', 'ministry'],
  addressesOnly: ['cyber_authority'],
};
