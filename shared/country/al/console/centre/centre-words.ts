import type { CentreWords } from '#shared/domain/console/centre/centre-words.ts';
import { hubWords } from './hub-words.ts';
import { keptWords } from './kept-words.ts';

export const centreWords: CentreWords = { hub: hubWords, keeping: keptWords };
