import type { CentreWords } from '#shared/domain/console/centre/centre-words.ts';
import { auditWords } from './audit-words.ts';
import { figuresWords } from './figures-words.ts';
import { hubWords } from './hub-words.ts';
import { logWords } from './log-words.ts';
import { tablesWords } from './tables-words.ts';

export const centreWords: CentreWords = {
  hub: hubWords,
  tables: tablesWords,
  log: logWords,
  audit: auditWords,
  figures: figuresWords,
};
