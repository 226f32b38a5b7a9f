import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { country } from '#shared/country/current.ts';
import { groupedAnswers } from './grouped-answers.ts';
import { textsPage } from './texts-page.ts';

/** Writes one page with every text that people read, to be looked at and printed: `npm run texts`. */
const file = join(import.meta.dirname, '../../../build/texts.html');
const { html, combinations, answers, texts } = await textsPage(country, await groupedAnswers(country));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, html);
const kilobytes = Math.round(Buffer.byteLength(html) / 1024);
process.stdout.write(
  `${combinations} combinations with ${answers} different answers, and ${texts} texts: ${file} (${kilobytes} KB).\n`,
);
