import type { CountryPack } from '#shared/domain/country-pack.ts';
import { approvals } from './policy/approvals.ts';
import { classMarks } from './taxonomy/campaigns.ts';
import { categories } from './taxonomy/categories.ts';
import { helpLines, helpOrders } from './guidance/help-lines.ts';
import { placesWithoutNotices, platforms } from './taxonomy/platforms.ts';
import { albanianSmallPack } from './small-pack.ts';
import { regions } from './taxonomy/regions.ts';
import { reporterTexts } from './texts/reporter-texts.ts';
import { severityPolicy } from './policy/severity-policy.ts';
import { statistics } from './policy/statistics.ts';

/**
 * Albania: iSIGURT.al and ALO 116 111, one centre. Every function that handles reports or reporters loads this file. So
 * it computes nothing.
 */
export const albania: CountryPack = {
  ...albanianSmallPack,
  country: 'AL',
  languages: ['sq', 'en'],
  categories,
  platforms,
  placesWithoutNotices,
  classMarks,
  regions,
  communities: ['roma', 'egyptian', 'other'],
  helpLines,
  helpOrders,
  severity: severityPolicy,
  closing: { quietDays: 30 },
  targets: { longestMoveDays: 30 },
  reporterTexts,
  statistics,
  approvals,
  // A number of our own, to be tuned. If one person opens more cases than this in an hour, an auditor should ask why.
  accessWatch: { cases: 10, windowMinutes: 60 },
  loadWords: async () => (await import('./words/words.ts')).words,
  loadGuidance: async () => (await import('./guidance/guidance.ts')).guidance,
  loadTaxonomyTexts: async () => (await import('./taxonomy/taxonomy-texts.ts')).taxonomyTexts,
  loadFollowUpTexts: async () => (await import('./texts/follow-up-texts.ts')).followUpTexts,
  loadProblemTexts: async () => (await import('./texts/problem-texts.ts')).problemTexts,
  loadOfficialLetterTexts: async () => (await import('./texts/official-letter-texts.ts')).officialLetterTexts,
  loadPages: async () => (await import('./pages/pages.ts')).pages,
  loadConsole: async () => (await import('./console/console.ts')).consoleTexts,
  loadExportTexts: async () => (await import('./texts/export-texts.ts')).exportTexts,
  loadOpenQuestions: async () => (await import('./texts/open-questions.ts')).openQuestions,
};
