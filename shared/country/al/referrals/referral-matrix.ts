import type { Dated, ReferralMatrix } from '#shared/domain/referrals/referral-policy.ts';
import { wordCodes } from '#shared/domain/report/severity.ts';

/** What the centre decided. Source: docs/practice.md, Referral. */
const decided = { source: 'Practice of the centre, Referral', asOf: '2026-11' } as const satisfies Dated;
/** The centre decided, and no lawyer or institution has confirmed that the law and the office fit. */
const toBeConfirmed = { ...decided, unverified: true } as const satisfies Dated;

const duty = 'al_law_18_2017_duty';
const sexual = ['sexual_extortion', 'grooming', 'csam', 'csam_synthetic', 'trafficking_exploitation'] as const;
/** What among children is more than mocking. */
const gravelyAtPeers = ['sexual_harassment', 'blackmail_other'] as const;
const atPeers = ['cyberbullying', 'stalking_harassment', 'hate_speech', 'impersonation_account', 'privacy'] as const;

/** What stands on a site of its own, with nobody named whom it harms. */
const sites = ['illegal_site', 'csam', 'csam_synthetic', 'radicalisation'] as const;

const danger = ['inDanger', 'offlineViolence', 'weapon', 'meetingArranged', 'liveNow', 'missing'] as const;
const grave = ['threat_violence', 'missing_child'] as const;
const peers = ['classmate', 'peer'] as const;
/** Words of harm to oneself: every list but those of violence by others. */
const ofSelfHarm = wordCodes.filter((code) => code !== 'words_weapon' && code !== 'words_meeting');
/** Who may harm a child online and is known to be no other child of the same school. */
const noPeers = ['partner_or_ex', 'known_adult', 'stranger', 'group', 'unsure'] as const;
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
      ...decided,
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
      ...decided,
    },
    {
      code: 'danger_to_self',
      when: [
        { child: true, flags: ['selfHarm'] },
        { child: true, contentOnly: false, categories: ['suicide_self_harm'] },
        // Whoever writes so under "gaming" means themselves, also where nobody is named as harmed.
        { child: true, words: ofSelfHarm },
      ],
      to: ['child_protection_unit'],
      basis: 'al_vkm_578_2018',
      isNecessary: false,
      yieldsToWish: false,
      leadsWhen: [{ sureFlags: ['selfHarm'] }, { categories: ['suicide_self_harm'] }, { words: ofSelfHarm }],
      ...decided,
    },
    {
      // Police alone are no answer to somebody who wants to die.
      code: 'danger_to_self_of_adult',
      when: [
        { child: false, flags: ['selfHarm'] },
        { child: false, contentOnly: false, categories: ['suicide_self_harm'] },
        { child: false, words: ofSelfHarm },
      ],
      to: ['child_helpline'],
      basis: 'al_law_124_2024',
      isNecessary: false,
      yieldsToWish: false,
      ...toBeConfirmed,
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
      ...decided,
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
      ...decided,
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
      ...decided,
    },
    {
      code: 'illegal_site',
      when: [{ contentOnly: true, categories: sites }],
      to: ['cyber_authority'],
      basis: 'al_vkm_465_2019',
      isNecessary: false,
      yieldsToWish: false,
      ...toBeConfirmed,
    },
    {
      code: 'illegal_site_to_block',
      when: [{ contentOnly: true, categories: sites }],
      to: ['child_rights_agency_sites'],
      basis: 'al_law_18_2017_art_27_3',
      isNecessary: false,
      yieldsToWish: false,
      ...toBeConfirmed,
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
      ...decided,
    },
    {
      code: 'radicalisation',
      when: [{ contentOnly: false, categories: ['radicalisation'] }],
      to: ['state_police'],
      basis: 'al_cc_300',
      isNecessary: false,
      yieldsToWish: false,
      ...decided,
    },
    {
      code: 'physical_danger_at_school',
      when: [{ suspectRelations: peers, flags: ['weapon', 'offlineViolence'] }],
      to: ['school_safety_officer'],
      basis: 'al_law_18_2017',
      isNecessary: false,
      yieldsToWish: true,
      leadsWhen: surelyInDanger,
      ...decided,
    },
    {
      code: 'peers_at_school',
      when: [
        { child: true, categories: atPeers, suspectRelations: peers },
        { child: true, categories: atPeers, abouts: ['school'] },
      ],
      to: ['school_psychosocial'],
      basis: 'al_law_18_2017',
      isNecessary: false,
      yieldsToWish: true,
      ...decided,
    },
    {
      // Sexual words or threats among children: help first. The police only by a person's decision, or where a row below
      // names a crime.
      code: 'harm_among_peers',
      when: [
        { child: true, categories: gravelyAtPeers, suspectRelations: peers },
        { child: true, categories: gravelyAtPeers, abouts: ['school'] },
      ],
      to: ['school_psychosocial', 'child_protection_unit'],
      basis: 'al_law_18_2017',
      isNecessary: false,
      yieldsToWish: true,
      ...toBeConfirmed,
    },
    {
      code: 'sexual_harassment',
      when: [
        { child: false, categories: ['sexual_harassment'] },
        { child: true, categories: ['sexual_harassment'], suspectRelations: noPeers },
      ],
      to: ['police_cybercrime'],
      basis: 'al_cc_108_a',
      isNecessary: false,
      yieldsToWish: true,
      ...toBeConfirmed,
    },
    {
      code: 'blackmail',
      when: [{ categories: ['blackmail_other'] }],
      to: ['police_cybercrime'],
      basis: 'al_cc_109_b',
      isNecessary: false,
      yieldsToWish: true,
      ...toBeConfirmed,
    },
    {
      code: 'stalking',
      when: [{ categories: ['stalking_harassment'] }],
      to: ['police_cybercrime'],
      basis: 'al_cc_121_a',
      isNecessary: false,
      yieldsToWish: true,
      ...toBeConfirmed,
    },
    {
      code: 'pictures_of_adult',
      when: [{ child: false, categories: ['intimate_image'] }],
      to: ['police_cybercrime', 'platform'],
      basis: 'al_cc_121',
      isNecessary: false,
      yieldsToWish: true,
      ...toBeConfirmed,
    },
    {
      code: 'computer_fraud',
      when: [{ categories: ['fraud_scam'] }],
      to: ['police_cybercrime'],
      basis: 'al_cc_143_b',
      isNecessary: false,
      yieldsToWish: true,
      ...toBeConfirmed,
    },
    {
      code: 'account_broken_into',
      when: [{ categories: ['hacking'] }],
      to: ['police_cybercrime'],
      basis: 'al_cc_192_b',
      isNecessary: false,
      yieldsToWish: true,
      ...toBeConfirmed,
    },
    {
      code: 'hate_speech',
      when: [{ categories: ['hate_speech'] }],
      to: ['platform'],
      basis: 'al_law_18_2017_art_27',
      isNecessary: false,
      yieldsToWish: false,
      ...decided,
    },
    {
      code: 'hate_speech_named_by_law',
      when: [{ categories: ['hate_speech'], suspectAdult: true }],
      to: ['state_police'],
      basis: 'al_cc_119_a',
      isNecessary: false,
      yieldsToWish: true,
      ...toBeConfirmed,
    },
    {
      code: 'privacy',
      when: [{ categories: ['privacy'] }],
      to: ['platform', 'data_commissioner'],
      basis: 'al_law_124_2024',
      isNecessary: false,
      yieldsToWish: false,
      ...decided,
    },
    {
      code: 'content_on_platform',
      when: [{ categories: ['cyberbullying', 'impersonation_account', 'harmful_content', 'sexual_harassment'] }],
      to: ['platform'],
      basis: 'al_law_18_2017_art_27',
      isNecessary: false,
      yieldsToWish: false,
      ...decided,
    },
  ],
  never: [
    {
      kind: 'school',
      when: { suspectRelations: ['school_staff'] },
      butByHand: ['education_office', 'education_directorate'],
    },
  ],
  wishes: { police: 'police', school: 'school' },
  // A school or a platform cannot stand in for the police. Child protection, and the ministry above it, can
  // (docs/practice.md, Resolved).
  secondRoutes: ['police', 'child_protection', 'ministry'],
  addressesOnly: ['cyber_authority'],
};
