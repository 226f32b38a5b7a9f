import type { CentreWords } from '#shared/domain/console/centre/centre-words.ts';
import { hubWords } from './hub-words.ts';
import { keptWords } from './kept-words.ts';
import { listsWords } from './lists-words.ts';
import { peopleWords } from './people-words.ts';
import { rosterWords } from './roster-words.ts';

export const centreWords: CentreWords = {
  hub: hubWords,
  people: peopleWords,
  roster: rosterWords,
  lists: listsWords,
  keeping: keptWords,
};
