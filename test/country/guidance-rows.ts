import type { Situation } from '#shared/domain/help/situations.ts';
import type { HelpFacts } from '#shared/domain/help/situations.ts';
import type { AgeBand, Flag, Gender, ReportedFacts, ReporterRole, Suspect } from '#shared/domain/report/report.ts';
import type { WordCode } from '#shared/domain/report/severity.ts';

/** What a row of the table says of a report. */
interface Told {
  by?: ReporterRole;
  age?: AgeBand;
  category: string;
  also?: readonly string[];
  flags?: readonly Flag[];
  unsure?: readonly Flag[];
  words?: readonly WordCode[];
  about?: ReportedFacts['about'];
  suspect?: Suspect;
  victims?: readonly (readonly [AgeBand, Gender])[];
  region?: string;
}

/** What must and must not appear. */
export interface GuidanceRow {
  title: string;
  told: Told;
  /** The phones, first ones in this order. */
  phones: readonly string[];
  notPhones?: readonly string[];
  /** The code of the first block. */
  first: string;
  has?: readonly string[];
  not?: readonly string[];
  /** A situation that must be found. */
  finds?: Situation;
}

export function factsOf(told: Told): HelpFacts {
  const { by, age = 'unknown', category, also = [], flags = [], unsure = [], words = [], about, suspect } = told;
  const { victims = [], region } = told;
  return {
    reported: {
      category,
      alsoCategories: [...also],
      victims: victims.map(([ageBand, gender]) => ({ ageBand, gender })),
      flags: Object.fromEntries([
        ...flags.map((flag) => [flag, true] as const),
        ...unsure.map((flag) => [flag, 'unsure'] as const),
      ]),
      ...(by === undefined ? {} : { reporterRole: by }),
      reporterAgeBand: age,
      ...(about === undefined ? {} : { about }),
      ...(suspect === undefined ? {} : { suspect }),
      ...(region === undefined ? {} : { region }),
      wishes: {},
      needs: [],
    },
    words,
  };
}

const child = { by: 'child', age: '12-13' } as const;
const woman27 = { by: 'citizen', age: '19-30', about: 'me', victims: [['19-30', 'female']] } as const;
const man40 = { by: 'citizen', age: '31+', about: 'me', victims: [['31+', 'male']] } as const;

const selfHarmRows: readonly GuidanceRow[] = [
  {
    title: 'a child writes under gaming that it wants to die',
    told: { ...child, category: 'gaming', words: ['words_self_harm'] },
    phones: ['116111', '127'],
    notPhones: ['129', '112'],
    first: 'talk_now',
    not: ['questions'],
  },
  {
    title: 'somebody who does not say who they are writes the same under a question',
    told: { category: 'question', words: ['words_self_harm'] },
    phones: ['116111', '127'],
    first: 'talk_now',
    not: ['questions'],
  },
  {
    title: 'a child ticks self-harm beside a hacked account',
    told: { ...child, category: 'hacking', flags: ['selfHarm'] },
    phones: ['116111', '127'],
    first: 'talk_now',
    has: ['account_back'],
  },
  {
    title: 'a child is unsure about self-harm',
    told: { ...child, category: 'cyberbullying', unsure: ['selfHarm'] },
    phones: ['116111', '127'],
    first: 'talk_now',
    has: ['keep_block_tell'],
  },
  {
    title: 'a child wishes to die, without a wound',
    told: { ...child, category: 'suicide_self_harm' },
    phones: ['116111', '127'],
    notPhones: ['129', '112', '116000'],
    first: 'talk_now',
    not: ['ambulance_now'],
  },
  {
    title: 'a child has taken pills, by its words',
    told: { ...child, category: 'not_sure', words: ['words_self_harm', 'words_taken_or_hurt'] },
    phones: ['127', '116111'],
    notPhones: ['129', '112'],
    first: 'ambulance_now',
    has: ['talk_now'],
  },
  {
    title: 'a child bleeds, by its words alone',
    told: { ...child, category: 'other', words: ['words_taken_or_hurt'] },
    phones: ['127', '116111'],
    first: 'ambulance_now',
    not: ['questions'],
  },
  {
    title: 'a child hurts itself and is in danger now',
    told: { ...child, category: 'suicide_self_harm', flags: ['inDanger'] },
    phones: ['127', '116111'],
    first: 'ambulance_now',
    not: ['danger_now'],
  },
  {
    title: 'a child hurts itself live',
    told: { ...child, category: 'harmful_content', flags: ['selfHarm', 'liveNow'] },
    phones: ['127', '116111'],
    first: 'ambulance_now',
  },
  {
    title: 'a pupil took pills, says a teacher',
    told: { by: 'teacher', category: 'suicide_self_harm', about: 'pupil_or_client', flags: ['selfHarm', 'inDanger'] },
    phones: ['127', '116111'],
    notPhones: ['129', '112'],
    first: 'ambulance_for_somebody',
    has: ['stay_with_them'],
    not: ['school_in_confidence', 'danger_now'],
  },
  {
    title: 'a pupil took pills, by the words of school staff',
    told: { by: 'school_staff', category: 'not_sure', words: ['words_taken_or_hurt'] },
    phones: ['127', '116111'],
    first: 'ambulance_for_somebody',
    not: ['questions', 'school_in_confidence'],
  },
  {
    title: 'a daughter took pills, says a parent',
    told: { by: 'parent', category: 'suicide_self_harm', about: 'my_child', flags: ['selfHarm', 'inDanger'] },
    phones: ['127', '116111'],
    first: 'ambulance_for_somebody',
    has: ['stay_with_them', 'parent_calm'],
  },
  {
    title: 'a teacher fears for a pupil without a wound',
    told: { by: 'teacher', category: 'suicide_self_harm', about: 'pupil_or_client' },
    phones: ['116111', '127'],
    first: 'stay_with_them',
    not: ['ambulance_for_somebody', 'school_in_confidence'],
  },
  {
    title: 'a parent fears for a child without a wound',
    told: { by: 'parent', category: 'excessive_use', words: ['words_self_harm'] },
    phones: ['116111', '127'],
    first: 'stay_with_them',
    has: ['excessive_use'],
  },
  {
    title: 'a grown man wants to die',
    told: { ...man40, category: 'suicide_self_harm' },
    phones: ['116111', '127'],
    first: 'talk_now_yourself',
    not: ['talk_now', 'stay_with_them', 'nobody_scolds_you'],
  },
  {
    title: 'a grown man took pills',
    told: { ...man40, category: 'suicide_self_harm', flags: ['inDanger'] },
    phones: ['127', '116111'],
    first: 'ambulance_for_yourself',
    not: ['ambulance_for_somebody'],
  },
  {
    title: 'a video about suicide, seen by a child',
    told: { ...child, category: 'suicide_self_harm', about: 'content_only' },
    phones: ['116111'],
    notPhones: ['127', '129', '112'],
    first: 'close_and_talk',
    not: ['talk_now'],
  },
  {
    title: 'a child writes of a knife and of dying, and ticks nothing',
    told: { ...child, category: 'other', words: ['words_self_harm', 'words_weapon'] },
    phones: ['116111', '127', '129'],
    first: 'talk_now',
  },
];

const violenceRows: readonly GuidanceRow[] = [
  {
    title: 'a knife in school, says a teacher',
    told: { by: 'teacher', category: 'threat_violence', about: 'school', flags: ['weapon', 'inDanger'] },
    phones: ['129'],
    first: 'danger_now',
    has: ['threat_to_a_child'],
    not: ['school_in_confidence', 'threat', 'nobody_scolds_you'],
  },
  {
    title: 'a knife in school beside bullying, says a teacher',
    told: { by: 'teacher', category: 'cyberbullying', also: ['threat_violence'], flags: ['weapon'] },
    phones: ['129'],
    first: 'danger_now',
    not: ['school_in_confidence'],
  },
  {
    title: 'a knife in the words of school staff',
    told: { by: 'school_staff', category: 'cyberbullying', words: ['words_weapon'] },
    phones: ['129'],
    first: 'danger_now',
    not: ['school_in_confidence'],
  },
  {
    title: 'a threat at school without danger now, says a teacher',
    told: { by: 'teacher', category: 'threat_violence' },
    phones: ['129'],
    first: 'threat_to_a_child',
    not: ['school_in_confidence', 'danger_now'],
  },
  {
    title: 'a child sees a weapon',
    told: { ...child, category: 'cyberbullying', flags: ['weapon'] },
    phones: ['129'],
    first: 'danger_now',
  },
  {
    title: 'a child is unsure whether it is in danger',
    told: { ...child, category: 'not_sure', unsure: ['inDanger'] },
    phones: ['129'],
    first: 'danger_now',
    not: ['questions'],
  },
  {
    title: 'a child writes of a knife under technical help',
    told: { ...child, category: 'technical_help', words: ['words_weapon'] },
    phones: ['129'],
    first: 'danger_now',
    not: ['questions'],
  },
  {
    title: 'a child is beaten, with a wound',
    told: { ...child, category: 'abuse_offline', flags: ['offlineViolence'], words: ['words_taken_or_hurt'] },
    phones: ['129', '127', '116111', '112'],
    first: 'danger_now',
    not: ['ambulance_now'],
  },
  {
    title: 'a child with a wound that another made, and with a wish to die',
    told: { ...child, category: 'other', flags: ['weapon', 'selfHarm'], words: ['words_taken_or_hurt'] },
    phones: ['127', '116111', '129'],
    first: 'ambulance_now',
    has: ['danger_now', 'talk_now'],
  },
  {
    title: 'an armed pupil who wants to die, says a teacher',
    told: { by: 'teacher', category: 'threat_violence', flags: ['weapon', 'selfHarm', 'inDanger'] },
    phones: ['129', '116111', '127', '112'],
    first: 'danger_now',
    has: ['stay_with_them'],
  },
  {
    title: 'a child is threatened',
    told: { ...child, category: 'threat_violence' },
    phones: ['129'],
    first: 'threat',
  },
  {
    title: 'a parent hears of danger now',
    told: { by: 'parent', category: 'threat_violence', flags: ['inDanger'] },
    phones: ['129'],
    first: 'danger_near_child',
    not: ['threat', 'danger_now'],
  },
  {
    title: 'a grown man is in danger',
    told: { ...man40, category: 'threat_violence', flags: ['inDanger'] },
    phones: ['129'],
    notPhones: ['116117'],
    first: 'danger_to_adults',
    has: ['threat_to_adults'],
    not: ['danger_near_child', 'threat_to_a_child'],
  },
  {
    title: 'a video of a fight, sent by a citizen',
    told: { by: 'citizen', category: 'threat_violence', about: 'content_only' },
    phones: ['116111'],
    notPhones: ['129', '112'],
    first: 'close_and_talk',
  },
];

const missingRows: readonly GuidanceRow[] = [
  {
    title: 'a child is missing, by the category',
    told: { by: 'parent', category: 'missing_child', about: 'my_child' },
    phones: ['116000', '129', '116111'],
    notPhones: ['112'],
    first: 'missing_child',
    not: ['parent_calm'],
  },
  {
    title: 'a child is missing, by the flag',
    told: { by: 'teacher', category: 'grooming', flags: ['missing'] },
    phones: ['116000', '129'],
    first: 'missing_child',
    not: ['school_in_confidence'],
  },
  {
    title: 'a missing child in danger',
    told: { by: 'parent', category: 'missing_child', flags: ['missing', 'inDanger'] },
    phones: ['116000', '129'],
    first: 'missing_child',
  },
  {
    title: 'a missing child that spoke of dying',
    told: { by: 'parent', category: 'missing_child', flags: ['missing', 'selfHarm'], words: ['words_self_harm'] },
    phones: ['116000', '129', '116111', '127'],
    first: 'missing_child',
    not: ['stay_with_them'],
  },
  {
    title: 'a friend is missing, says a child',
    told: { ...child, category: 'missing_child', about: 'someone_i_know' },
    phones: ['116000', '129'],
    first: 'missing_child',
  },
  {
    title: 'a citizen reports a missing child',
    told: { by: 'citizen', category: 'missing_child' },
    phones: ['116000', '129'],
    first: 'missing_child',
  },
];

const extortionRows: readonly GuidanceRow[] = [
  {
    title: 'a child is blackmailed with pictures',
    told: { ...child, category: 'sexual_extortion' },
    phones: ['116111'],
    notPhones: ['129', '112', '127', '116117'],
    first: 'do_not_pay',
    has: ['not_your_fault', 'take_it_down', 'nobody_scolds_you'],
    not: ['stop_ncii'],
  },
  {
    title: 'a child is blackmailed, and ticks everything about pictures',
    told: {
      ...child,
      category: 'sexual_extortion',
      also: ['intimate_image', 'csam'],
      flags: ['threatToShare', 'paymentAsked', 'paymentMade', 'sexualImageOfMinor', 'imagePublic'],
    },
    phones: ['116111'],
    notPhones: ['129', '112'],
    first: 'do_not_pay',
    has: ['not_your_fault'],
  },
  {
    title: 'a child is blackmailed and wants to die',
    told: { ...child, category: 'sexual_extortion', words: ['words_self_harm'] },
    phones: ['116111', '127'],
    first: 'talk_now',
    has: ['do_not_pay', 'not_your_fault'],
  },
  {
    title: 'a child is blackmailed by somebody with a weapon',
    told: { ...child, category: 'sexual_extortion', flags: ['weapon'] },
    phones: ['129'],
    first: 'danger_now',
    has: ['do_not_pay'],
  },
  {
    title: 'a child is blackmailed into a meeting',
    told: { ...child, category: 'sexual_extortion', flags: ['meetingArranged'] },
    phones: ['116111', '129'],
    notPhones: ['112'],
    first: 'meeting',
    has: ['do_not_pay'],
  },
  {
    title: 'a child says that it did something, and is blackmailed',
    told: { ...child, category: 'sexual_extortion', about: 'something_i_did', flags: ['paymentMade'] },
    phones: ['116111'],
    first: 'do_not_pay',
    has: ['not_your_fault'],
    not: ['own_act'],
  },
  {
    title: 'a parent reports blackmail',
    told: { by: 'parent', category: 'sexual_extortion', about: 'my_child', flags: ['threatToShare'] },
    phones: ['116111'],
    notPhones: ['129', '112'],
    first: 'do_not_pay_for_a_child',
    has: ['parent_calm', 'take_it_down_for_a_child'],
    not: ['not_your_fault', 'nobody_scolds_you', 'do_not_pay', 'stop_ncii', 'take_it_down'],
  },
  {
    title: 'a teacher reports blackmail',
    told: { by: 'teacher', category: 'sexual_extortion', about: 'pupil_or_client' },
    phones: ['116111'],
    first: 'do_not_pay_for_a_child',
    has: ['school_in_confidence'],
    not: ['not_your_fault', 'nobody_scolds_you'],
  },
  {
    title: 'a woman of 27 is blackmailed',
    told: { ...woman27, category: 'sexual_extortion', flags: ['threatToShare'] },
    phones: ['116111', '116117'],
    notPhones: ['129', '112', '116000'],
    first: 'do_not_pay_adult',
    has: ['stop_ncii', 'womens_line'],
    not: ['take_it_down', 'not_your_fault', 'nobody_scolds_you', 'do_not_pay_for_a_child', 'look_after_yourself'],
  },
  {
    title: 'a man of 40 is blackmailed',
    told: { ...man40, category: 'sexual_extortion', flags: ['threatToShare', 'paymentMade'] },
    phones: ['116111'],
    notPhones: ['116117', '129'],
    first: 'do_not_pay_adult',
    has: ['stop_ncii'],
    not: ['womens_line', 'take_it_down'],
  },
  {
    title: 'a child is blackmailed for something else',
    told: { ...child, category: 'blackmail_other' },
    phones: ['116111'],
    notPhones: ['129', '112'],
    first: 'do_not_pay_more',
    not: ['take_it_down'],
  },
  {
    title: 'a child was cheated of money',
    told: { ...child, category: 'fraud_scam', flags: ['paymentMade'] },
    phones: ['116111'],
    first: 'do_not_pay_more',
    not: ['do_not_pay', 'not_your_fault'],
  },
];

const pictureRows: readonly GuidanceRow[] = [
  {
    title: 'a citizen reports a site with pictures of abuse',
    told: { by: 'citizen', category: 'csam', about: 'content_only' },
    phones: ['116111'],
    notPhones: ['129', '112'],
    first: 'address_is_enough',
    not: ['take_it_down', 'take_it_down_for_a_child', 'stop_ncii', 'nobody_scolds_you'],
  },
  {
    title: 'a citizen reports such a site and says nothing else',
    told: { by: 'citizen', age: '31+', category: 'csam', flags: ['sexualImageOfMinor', 'imagePublic'] },
    phones: ['116111'],
    first: 'address_is_enough',
    has: ['look_after_yourself'],
    not: ['take_it_down', 'take_it_down_for_a_child', 'stop_ncii'],
  },
  {
    title: 'a citizen reports an illegal site',
    told: { by: 'citizen', category: 'illegal_site', about: 'content_only' },
    phones: ['116111'],
    first: 'address_is_enough',
    has: ['what_happens_to_the_page'],
    not: ['take_it_down'],
  },
  {
    title: 'a child saw such a picture by chance',
    told: { ...child, category: 'csam', about: 'content_only' },
    phones: ['116111'],
    first: 'address_is_enough',
    not: ['take_it_down'],
  },
  {
    title: 'a picture of a child is shared',
    told: { ...child, category: 'intimate_image', about: 'me', flags: ['imagePublic'] },
    phones: ['116111'],
    notPhones: ['116117'],
    first: 'whoever_shares_is_to_blame',
    has: ['take_it_down'],
    not: ['stop_ncii'],
  },
  {
    title: 'a child shared a picture of another',
    told: { ...child, category: 'intimate_image', about: 'something_i_did' },
    phones: ['116111'],
    first: 'own_act',
    not: ['whoever_shares_is_to_blame', 'stop_ncii'],
  },
  {
    title: 'a parent finds a picture of the child',
    told: { by: 'parent', category: 'intimate_image', about: 'my_child' },
    phones: ['116111'],
    first: 'supporting_a_child',
    has: ['parent_calm', 'take_it_down_for_a_child'],
    not: ['whoever_shares_is_to_blame', 'stop_ncii'],
  },
  {
    title: 'a teacher hears of a picture',
    told: { by: 'teacher', category: 'intimate_image', flags: ['sexualImageOfMinor'] },
    phones: ['116111'],
    first: 'do_not_look_again',
    has: ['supporting_a_child', 'school_in_confidence'],
  },
  {
    title: 'a picture of a woman of 27 is shared by a stranger',
    told: { ...woman27, category: 'intimate_image', flags: ['imagePublic'], suspect: { relation: 'stranger' } },
    phones: ['116111', '116117'],
    first: 'have_it_taken_down',
    has: ['stop_ncii', 'womens_line'],
    not: ['take_it_down', 'supporting_a_child'],
  },
  {
    title: 'a made picture of a pupil, says a teacher',
    told: { by: 'teacher', category: 'csam_synthetic' },
    phones: ['116111'],
    first: 'address_is_enough',
    has: ['school_in_confidence'],
  },
  {
    title: 'a picture of somebody under 18, ticked beside a question',
    told: { ...child, category: 'question', flags: ['sexualImageOfMinor'] },
    phones: ['116111'],
    first: 'do_not_look_again',
    not: ['questions'],
  },
];

const suspectRows: readonly GuidanceRow[] = [
  {
    title: 'a parent whose child’s teacher is the groomer',
    told: {
      by: 'parent',
      category: 'grooming',
      about: 'my_child',
      suspect: { relation: 'school_staff', adult: true },
    },
    phones: ['116111'],
    notPhones: ['112'],
    first: 'do_not_warn',
    has: ['supporting_a_child'],
    not: ['do_not_pay_for_a_child', 'nobody_scolds_you'],
  },
  {
    title: 'the same, with a meeting',
    told: {
      by: 'parent',
      category: 'grooming',
      suspect: { relation: 'school_staff' },
      flags: ['meetingArranged'],
    },
    phones: ['116111', '129'],
    first: 'meeting_of_a_child',
    has: ['do_not_warn'],
  },
  {
    title: 'a teacher suspects a colleague',
    told: { by: 'teacher', category: 'grooming', suspect: { relation: 'school_staff', adult: true } },
    phones: ['116111'],
    first: 'do_not_warn',
    not: ['school_in_confidence'],
  },
  {
    title: 'a child is written to by a teacher',
    told: { ...child, category: 'grooming', suspect: { relation: 'school_staff', adult: true } },
    phones: ['116111'],
    first: 'tell_outside_school',
    has: ['you_owe_no_answer'],
  },
  {
    title: 'a child is mocked by a teacher',
    told: { ...child, category: 'cyberbullying', suspect: { relation: 'school_staff' } },
    phones: ['116111'],
    first: 'tell_outside_school',
    not: ['keep_block_tell'],
  },
  {
    title: 'a parent suspects the trainer',
    told: { by: 'parent', category: 'sexual_harassment', suspect: { relation: 'known_adult', adult: true } },
    phones: ['116111'],
    first: 'do_not_warn',
  },
  {
    title: 'an older cousin who is no adult',
    told: { by: 'parent', category: 'sexual_harassment', suspect: { relation: 'known_adult', adult: false } },
    phones: ['116111'],
    first: 'supporting_a_child',
    not: ['do_not_warn'],
  },
  {
    title: 'a child is hurt by its father',
    told: { ...child, category: 'abuse_offline', suspect: { relation: 'family', adult: true, livesWithChild: true } },
    phones: ['129', '116111'],
    first: 'abuse',
    has: ['careful_at_home'],
  },
  {
    title: 'a mother suspects who lives with the child',
    told: { by: 'parent', category: 'abuse_offline', suspect: { livesWithChild: 'unsure' } },
    phones: ['129', '116111'],
    first: 'abuse_of_a_child',
    not: ['do_not_warn'],
    finds: 'suspect_at_home',
    has: ['careful_at_home'],
  },
  {
    title: 'a teacher sees that a pupil is hurt at home',
    told: { by: 'teacher', category: 'abuse_offline', suspect: { relation: 'family' } },
    phones: ['129', '116111'],
    first: 'abuse_of_a_child',
    has: ['careful_at_home', 'school_in_confidence'],
  },
  {
    title: 'a woman of 27 is threatened by her former partner with pictures',
    told: { ...woman27, category: 'intimate_image', suspect: { relation: 'partner_or_ex' }, flags: ['threatToShare'] },
    phones: ['116117', '116111'],
    notPhones: ['112'],
    first: 'womens_line',
    has: ['stop_ncii'],
    not: ['take_it_down', 'nobody_scolds_you'],
  },
  {
    title: 'a woman of 27 is beaten by her partner',
    told: { ...woman27, category: 'abuse_offline', suspect: { relation: 'partner_or_ex' } },
    phones: ['116117', '129'],
    first: 'womens_line',
    not: ['abuse', 'abuse_of_a_child'],
  },
  {
    title: 'a woman of 27 is in danger from her partner now',
    told: { ...woman27, category: 'abuse_offline', suspect: { relation: 'partner_or_ex' }, flags: ['inDanger'] },
    phones: ['129', '116117'],
    first: 'danger_to_adults',
    has: ['womens_line'],
  },
  {
    title: 'a woman whose age stands with the reporter alone',
    told: {
      by: 'citizen',
      age: '31+',
      about: 'me',
      victims: [['unknown', 'female']],
      category: 'stalking_harassment',
      suspect: { relation: 'partner_or_ex' },
    },
    phones: ['116117', '116111'],
    first: 'womens_line',
    finds: 'partner',
  },
  {
    title: 'a girl of 15 and her former boyfriend',
    told: {
      by: 'child',
      age: '15',
      about: 'me',
      victims: [['15', 'female']],
      category: 'intimate_image',
      suspect: { relation: 'partner_or_ex' },
    },
    phones: ['116111'],
    notPhones: ['116117'],
    first: 'whoever_shares_is_to_blame',
    not: ['womens_line', 'stop_ncii'],
  },
  {
    title: 'a man of 40 and his former partner',
    told: { ...man40, category: 'stalking_harassment', suspect: { relation: 'partner_or_ex' } },
    phones: ['116111'],
    notPhones: ['116117'],
    first: 'keep_block_tell_adult',
    not: ['womens_line'],
  },
];

const otherRows: readonly GuidanceRow[] = [
  {
    title: 'a child meets somebody from the internet today',
    told: { ...child, category: 'grooming', flags: ['meetingArranged'] },
    phones: ['116111', '129'],
    first: 'meeting',
  },
  {
    title: 'a child writes of a meeting under gaming',
    told: { ...child, category: 'gaming', words: ['words_meeting'] },
    phones: ['116111', '129'],
    first: 'meeting',
    not: ['questions'],
  },
  {
    title: 'a parent hears of a meeting',
    told: { by: 'parent', category: 'grooming', flags: ['meetingArranged'] },
    phones: ['116111', '129'],
    first: 'meeting_of_a_child',
    not: ['meeting'],
  },
  {
    title: 'a child is harassed by a stranger',
    told: { ...child, category: 'sexual_harassment', suspect: { relation: 'stranger' } },
    phones: ['116111'],
    first: 'you_owe_no_answer',
  },
  {
    title: 'a woman of 27 is harassed',
    told: { ...woman27, category: 'sexual_harassment' },
    phones: ['116111', '116117'],
    first: 'harassed_adult',
    has: ['womens_line'],
    not: ['you_owe_no_answer', 'supporting_a_child'],
  },
  {
    title: 'a child is bullied',
    told: { ...child, category: 'cyberbullying', suspect: { relation: 'classmate' } },
    phones: ['116111'],
    notPhones: ['129', '112', '127'],
    first: 'keep_block_tell',
    has: ['nobody_scolds_you'],
  },
  {
    title: 'a child bullied another',
    told: { ...child, category: 'cyberbullying', about: 'something_i_did' },
    phones: ['116111'],
    first: 'own_act',
    not: ['keep_block_tell'],
  },
  {
    title: 'a teacher reports bullying',
    told: { by: 'teacher', category: 'cyberbullying' },
    phones: ['116111'],
    first: 'keep_block_tell_for_a_child',
    has: ['school_in_confidence'],
  },
  {
    title: 'a child has a question',
    told: { ...child, category: 'question' },
    phones: ['116111'],
    notPhones: ['129', '112', '127', '116000', '116117'],
    first: 'questions',
  },
  {
    title: 'a parent has a question',
    told: { by: 'parent', category: 'question' },
    phones: ['116111'],
    first: 'questions',
    not: ['parent_calm', 'nobody_scolds_you'],
  },
  {
    title: 'a parent whose child cannot stop playing',
    told: { by: 'parent', category: 'excessive_use' },
    phones: ['116111'],
    first: 'excessive_use',
    has: ['parent_calm'],
  },
  {
    title: 'a parent whose child saw something harmful',
    told: { by: 'parent', category: 'harmful_content' },
    phones: ['116111'],
    first: 'close_and_talk',
  },
  {
    title: 'a fake profile of a child',
    told: { ...child, category: 'impersonation_account' },
    phones: ['116111'],
    first: 'fake_profile',
    not: ['account_back'],
  },
  {
    title: 'a child’s account was taken',
    told: { ...child, category: 'hacking' },
    phones: ['116111'],
    first: 'account_back',
    not: ['fake_profile'],
  },
  {
    title: 'hate, seen by a citizen',
    told: { by: 'citizen', category: 'hate_speech', about: 'content_only', region: 'AL-11' },
    phones: ['116111'],
    first: 'do_not_pass_on_hate',
  },
  {
    title: 'private things of a child',
    told: { ...child, category: 'privacy' },
    phones: ['116111'],
    first: 'privacy',
  },
];

export const guidanceRows: readonly GuidanceRow[] = [
  ...selfHarmRows,
  ...violenceRows,
  ...missingRows,
  ...extortionRows,
  ...pictureRows,
  ...suspectRows,
  ...otherRows,
];
