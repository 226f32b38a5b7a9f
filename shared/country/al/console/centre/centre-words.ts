import type { CentreWords } from '#shared/domain/console/centre/centre-words.ts';
import { auditWords } from './audit-words.ts';
import { figuresWords } from './figures-words.ts';
import { hubWords } from './hub-words.ts';
import { keptWords } from './kept-words.ts';
import { logWords } from './log-words.ts';
import { tablesWords } from './tables-words.ts';

export const centreWords: CentreWords = {
  hub: hubWords,
  keeping: keptWords,
  tables: tablesWords,
  log: logWords,
  audit: auditWords,
  figures: figuresWords,
};
