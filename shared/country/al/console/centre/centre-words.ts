import type { CentreWords } from '#shared/domain/console/centre/centre-words.ts';
import { hubWords } from './hub-words.ts';
import { keptWords } from './kept-words.ts';
import { shiftWords } from './shift-words.ts';

export const centreWords: CentreWords = { hub: hubWords, shift: shiftWords, keeping: keptWords };
