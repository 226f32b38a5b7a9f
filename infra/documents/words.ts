import { readFileSync } from 'node:fs';
import { country } from '#shared/country/current.ts';
import { runCommand } from '../operations/run-command.ts';
import { nearWordsReport, sentencesOf, wordsReport } from './measure-words.ts';

/**
 * What the word lists of the country find in each line of a file, and by which phrase: `npm run words --
 * sentences.txt`. With lines `kind<TAB>text` it says what was missed and what were false alarms. `--ordinary` takes
 * every line for ordinary speech. `--near` lists the words of a file that would be taken for misspelt words of the
 * lists. Source: docs/practice.md, Word lists.
 */
const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isOrdinary = process.argv.includes('--ordinary');
const isNear = process.argv.includes('--near');
if (files.length === 0) {
  process.stderr.write('Name a file: npm run words -- sentences.txt [--ordinary | --near]\n');
  process.exitCode = 2;
}
await runCommand(async () => {
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const words = await country.loadWords();
    process.stdout.write(isNear ? nearWordsReport(text, words) : wordsReport(sentencesOf(text, isOrdinary), words));
  }
});
