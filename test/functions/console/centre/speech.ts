import { centreTexts } from '#functions/console/centre-texts.ts';
import { consoleTexts } from '#functions/console/texts.ts';
import { albania } from '#shared/country/al/pack.ts';

const [centre, texts] = await Promise.all([centreTexts(albania, 'en'), consoleTexts(albania, 'en')]);

const names: Readonly<Record<string, string>> = { 'staff-1': 'Arta Hoxha', 'staff-2': 'Blerim Gjoka' };

/** What the pages of log, changes and figures take their words from, in English. */
export const speech = {
  ...centre.words,
  findReasons: texts.words.queue.reasons,
  labels: texts.labels,
  languageNames: texts.country.languageNames,
  nameOf: (id: string): string => names[id] ?? id,
  sayAt: (at: string): string => `at ${at}`,
};
