import type { CountryPack } from '#shared/domain/country-pack.ts';
import { approvals } from './approvals.ts';
import { classMarks } from './campaigns.ts';
import { categories } from './categories.ts';
import { helpLines } from './help-lines.ts';
import { platforms } from './platforms.ts';
import { albanianPractice } from './practice.ts';
import { regions } from './regions.ts';
import { reporterTexts } from './reporter-texts.ts';
import { severityPolicy } from './severity-policy.ts';
import { statistics } from './statistics.ts';
import { words } from './words.ts';

/** Albania: iSIGURT.al and ALO 116 111, one centre. Loaded by every function that meets reports or reporters, so nothing is computed here. */
export const albania: CountryPack = {
  ...albanianPractice,
  country: 'AL',
  languages: ['sq', 'en'],
  categories,
  platforms,
  classMarks,
  regions,
  helpLines,
  severity: severityPolicy,
  closing: { quietDays: 30 },
  targets: { longestMoveDays: 30 },
  words,
  reporterTexts,
  statistics,
  approvals,
  // Ours to tune: how many cases one person opens in an hour before an auditor should ask why.
  accessWatch: { cases: 10, windowMinutes: 60 },
  loadGuidance: async () => (await import('./guidance.ts')).guidance,
  loadTaxonomyTexts: async () => (await import('./taxonomy-texts.ts')).taxonomyTexts,
  loadProblemTexts: async () => (await import('./problem-texts.ts')).problemTexts,
  loadExportTexts: async () => (await import('./export-texts.ts')).exportTexts,
};
