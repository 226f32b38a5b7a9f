import type { CentreWords } from '#shared/domain/console/centre/centre-words.ts';
import { auditWords } from './audit-words.ts';
import { figuresWords } from './figures-words.ts';
import { guideWords } from './guide-words.ts';
import { hubWords } from './hub-words.ts';
import { keptWords } from './kept-words.ts';
import { listsWords } from './lists-words.ts';
import { logWords } from './log-words.ts';
import { meWords } from './me-words.ts';
import { peopleWords } from './people-words.ts';
import { rosterWords } from './roster-words.ts';
import { shiftWords } from './shift-words.ts';
import { startWords } from './start-words.ts';
import { tablesWords } from './tables-words.ts';

export const centreWords: CentreWords = {
  hub: hubWords,
  shift: shiftWords,
  people: peopleWords,
  roster: rosterWords,
  lists: listsWords,
  keeping: keptWords,
  tables: tablesWords,
  log: logWords,
  audit: auditWords,
  figures: figuresWords,
  me: meWords,
  guide: guideWords,
  start: startWords,
};
