import type { WordLists } from '#shared/domain/report/word-lists.ts';
import { meetingWords } from './words-meeting.ts';
import { selfHarmWords } from './words-self-harm.ts';
import { weaponWords } from './words-weapon.ts';

/**
 * What children write when somebody may be about to be hurt. Matching ignores case, diacritics, apostrophes and repeated
 * letters, so `sq` holds the proper spelling and `sq-chat` what only a phone keyboard writes. Phrases rather than single
 * words wherever a word alone is common speech ("vdes së qeshuri", "killing it"): a hit makes a case critical and wakes
 * people, and one too many is better than one missed, but thirty in a night teach everybody to look away.
 */
export const words: WordLists = {
  words_self_harm: selfHarmWords,
  words_weapon: weaponWords,
  words_meeting: meetingWords,
};
