import type { Flag, ReportedFacts } from '../report/report.ts';
import { countsAsYes, involvesChild, isAdult } from '../report/reported-facts.ts';
import type { WordCode } from '../report/severity.ts';

/** Everything that help and guidance are chosen from. All of it stands in clear on the case. */
export interface HelpFacts {
  reported: ReportedFacts;
  /** What the word lists found. It chooses like a flag does. */
  words: readonly WordCode[];
}

/**
 * What a report says of somebody's situation, whatever its category is. A closed list. The country pack chooses help
 * and guidance by these and by its own categories. Source: docs/practice.md, Reporter's side.
 */
export const situations = [
  /** Pills were taken or there is a wound now, and nobody else is said to have done it. */
  'taken_or_hurt',
  /** There is a wound now, and somebody else is violent. */
  'wounded',
  /** Violence or a weapon was reported. */
  'violence',
  /** Somebody is in danger now, or it happens live. */
  'danger',
  'missing',
  'self_harm',
  /** Only the words speak of a weapon or of killing. */
  'violence_in_words',
  'meeting',
  'threat_to_share',
  'payment',
  'picture_of_minor',
  'picture_public',
  /** An adult of trust is the suspect, and a child is involved. */
  'suspect_of_trust',
  'suspect_at_school',
  /** The suspect is family or lives with the child. So somebody may look at the screen. */
  'suspect_at_home',
  /** A grown woman is harmed. */
  'woman',
  /** A grown woman is harmed by her partner or a former one. */
  'partner',
  'content_only',
  /** The reporter tells of something that he or she did. */
  'own_act',
  /** The reporter tells of himself or herself. */
  'about_self',
  /** A child, or somebody who may be one, is involved. */
  'child',
  'adults_only',
] as const;

export type Situation = (typeof situations)[number];

/** The situations that a report speaks of, in the order of the list. "unsure" counts as yes. */
export function situationsOf({ reported, words }: HelpFacts): Situation[] {
  const { suspect, about } = reported;
  const said = (...flags: Flag[]): boolean => flags.some((flag) => countsAsYes(reported.flags[flag]));
  const violence = said('offlineViolence', 'weapon');
  const danger = said('inDanger', 'liveNow');
  const missing = said('missing');
  const selfHarm = said('selfHarm') || words.includes('words_self_harm');
  const hurt = words.includes('words_taken_or_hurt');
  const child = involvesChild(reported);
  const woman = harmsWoman(reported);
  const holds: Record<Situation, boolean> = {
    // Who hurts himself and is in danger now has taken something or has a wound, unless something else is the danger.
    taken_or_hurt: (hurt && (selfHarm || !violence)) || (selfHarm && danger && !violence && !missing),
    wounded: hurt && violence && !selfHarm,
    violence,
    danger,
    missing,
    self_harm: selfHarm,
    violence_in_words: words.includes('words_weapon') && !violence,
    meeting: said('meetingArranged') || words.includes('words_meeting'),
    threat_to_share: said('threatToShare'),
    payment: said('paymentAsked', 'paymentMade'),
    picture_of_minor: said('sexualImageOfMinor'),
    picture_public: said('imagePublic'),
    suspect_of_trust: child && isAdultOfTrust(reported),
    suspect_at_school: suspect?.relation === 'school_staff',
    suspect_at_home: suspect?.relation === 'family' || countsAsYes(suspect?.livesWithChild),
    woman,
    partner: woman && suspect?.relation === 'partner_or_ex',
    content_only: about === 'content_only',
    own_act: about === 'something_i_did',
    about_self: about === 'me' || about === 'something_i_did',
    child,
    adults_only: !child,
  };
  return situations.filter((situation) => holds[situation]);
}

/** Whether somebody at home may look at the screen. Then guidance that is read again names nothing. */
export function mayBeWatched(facts: HelpFacts): boolean {
  const found = situationsOf(facts);
  return found.includes('suspect_at_home') || found.includes('partner');
}

/** A reporter's gender is asked for only among the victims. */
function harmsWoman({ victims, about, reporterAgeBand }: ReportedFacts): boolean {
  const isSelf = about === 'me' && victims.length === 1;
  return victims.some(
    ({ ageBand, gender }) =>
      gender === 'female' && (isAdult(ageBand) || (isSelf && ageBand === 'unknown' && isAdult(reporterAgeBand))),
  );
}

function isAdultOfTrust({ suspect }: ReportedFacts): boolean {
  if (suspect?.relation === undefined || suspect.adult === false) return false;
  return ['family', 'school_staff', 'known_adult'].includes(suspect.relation);
}
