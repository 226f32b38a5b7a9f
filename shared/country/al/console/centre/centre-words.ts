import type { CentreWords } from '#shared/domain/console/centre/centre-words.ts';
import { hubWords } from './hub-words.ts';
import { keptWords } from './kept-words.ts';
import { listsWords } from './lists-words.ts';
import { rosterWords } from './roster-words.ts';

export const centreWords: CentreWords = { hub: hubWords, keeping: keptWords, lists: listsWords, roster: rosterWords };
