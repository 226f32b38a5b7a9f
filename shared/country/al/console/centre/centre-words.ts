import type { CentreWords } from '#shared/domain/console/centre/centre-words.ts';
import { guideWords } from './guide-words.ts';
import { hubWords } from './hub-words.ts';
import { keptWords } from './kept-words.ts';
import { meWords } from './me-words.ts';
import { startWords } from './start-words.ts';

export const centreWords: CentreWords = {
  hub: hubWords,
  keeping: keptWords,
  me: meWords,
  guide: guideWords,
  start: startWords,
};
