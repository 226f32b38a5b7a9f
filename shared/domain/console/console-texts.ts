import type { CategoryCode } from '../report/report.ts';
import type { Text } from '../text.ts';
import type { CentreWords } from './centre/centre-words.ts';
import type { ConsoleLabels } from './labels.ts';
import type { BlankName, ReadySentence } from './ready-sentences.ts';
import type { ConsoleWords } from './words.ts';

/** All that a country gives to the staff console. The build makes two files for each language from it. */
export interface ConsoleTexts {
  labels: ConsoleLabels;
  words: ConsoleWords;
  /** Words of the pages about the centre itself. The browser loads them with the first of these pages. */
  centre: CentreWords;
  /** Categories that are sexual or violent: what a reporter wrote opens veiled, paragraph by paragraph. */
  veiledCategories: readonly CategoryCode[];
  readySentences: readonly ReadySentence[];
  /** What stands in a sentence where the console cannot fill a blank. */
  blanks: Readonly<Record<BlankName, Text>>;
}
