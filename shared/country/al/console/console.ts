import type { ConsoleTexts } from '#shared/domain/console/console-texts.ts';
import { centreWords } from './centre/centre-words.ts';
import { caseWords } from './words/case-words.ts';
import { dangerWords } from './words/danger-words.ts';
import { filingWords } from './words/filing-words.ts';
import { frameWords } from './words/frame-words.ts';
import { handlingWords } from './words/handling-words.ts';
import { lifecycleWords } from './words/lifecycle-words.ts';
import { teamWords } from './words/team-words.ts';
import { keepingWords } from './words/keeping-words.ts';
import { homeWords } from './words/home-words.ts';
import { keyWords } from './words/key-words.ts';
import { labels } from './labels.ts';
import { veiledCategories } from './labels/content-warnings.ts';
import { readingWords } from './words/reading-words.ts';
import { queueWords } from './words/queue-words.ts';
import { referralsWords } from './words/referrals-words.ts';
import { blanks, readySentences } from './ready-sentences.ts';

/** Everything that the staff console says. */
export const consoleTexts: ConsoleTexts = {
  labels,
  words: {
    frame: frameWords,
    filing: filingWords,
    case: caseWords,
    danger: dangerWords,
    handling: handlingWords,
    lifecycle: lifecycleWords,
    team: teamWords,
    keeping: keepingWords,
    home: homeWords,
    keys: keyWords,
    queue: queueWords,
    reading: readingWords,
    referrals: referralsWords,
  },
  centre: centreWords,
  veiledCategories,
  readySentences,
  blanks,
};
