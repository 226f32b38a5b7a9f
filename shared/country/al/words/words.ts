import type { WordLists } from '#shared/domain/report/words/phrase-lists.ts';
import { chatHabits } from './chat-habits.ts';
import { meetingGroups } from './groups/meeting-groups.ts';
import { selfHarmGroups } from './groups/self-harm-groups.ts';
import { sharedGroups } from './groups/shared-groups.ts';
import { takenOrHurtGroups } from './groups/taken-or-hurt-groups.ts';
import { weaponGroups } from './groups/weapon-groups.ts';
import { meetingWords } from './words-meeting.ts';
import { selfHarmWords } from './words-self-harm.ts';
import { takenOrHurtWords } from './words-taken-or-hurt.ts';
import { weaponWords } from './words-weapon.ts';

/**
 * What children and adults write when somebody may soon be hurt. The lists hold meanings, and the matcher sees through
 * spellings: blanks, missing ë, digits, look-alike letters. A hit makes a case critical and wakes people. One hit too
 * many is better than one missed. But thirty in a night teach everybody to look away. So what is common speech stands
 * among the exceptions ("vdes së qeshuri"). Source: docs/practice.md, Word lists.
 */
export const words: WordLists = {
  // Each name stands in one of them: a test holds it.
  groups: { ...sharedGroups, ...meetingGroups, ...weaponGroups, ...selfHarmGroups, ...takenOrHurtGroups },
  habits: chatHabits,
  lists: {
    words_self_harm: selfHarmWords,
    words_taken_or_hurt: takenOrHurtWords,
    words_weapon: weaponWords,
    words_meeting: meetingWords,
  },
};
