import type { WordLists } from '#shared/domain/report/word-lists.ts';
import { meetingWords } from './words-meeting.ts';
import { selfHarmWords } from './words-self-harm.ts';
import { weaponWords } from './words-weapon.ts';

/**
 * What children write when somebody may soon be hurt. Matching ignores case, diacritics, apostrophes and repeated
 * letters. So `sq` holds the proper spelling, and `sq-chat` what only a phone keyboard writes. Where a single word is
 * common speech ("vdes së qeshuri", "killing it"), the list has phrases instead. A hit makes a case critical and wakes
 * people. One hit too many is better than one missed. But thirty in a night teach everybody to look away.
 * Source: docs/practice.md, Word lists.
 */
export const words: WordLists = {
  words_self_harm: selfHarmWords,
  words_weapon: weaponWords,
  words_meeting: meetingWords,
};
