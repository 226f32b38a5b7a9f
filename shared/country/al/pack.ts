import type { CountryPack } from '#shared/domain/country-pack.ts';
import { approvals } from './approvals.ts';
import { classMarks } from './campaigns.ts';
import { categories } from './categories.ts';
import { clocks } from './clocks.ts';
import { helpLines } from './help-lines.ts';
import { ladder } from './ladder.ts';
import { mailTiming } from './mail-timing.ts';
import { platforms } from './platforms.ts';
import { regions } from './regions.ts';
import { reporterTexts } from './reporter-texts.ts';
import { retention } from './retention.ts';
import { severityPolicy } from './severity-policy.ts';
import { statistics } from './statistics.ts';
import { words } from './words.ts';

/** Albania: iSIGURT.al and ALO 116 111, one centre. Every function loads this, so nothing is computed here. */
export const albania: CountryPack = {
  country: 'AL',
  centre: { name: { sq: 'iSIGURT.al', en: 'iSIGURT.al' }, helpline: '116111' },
  languages: ['sq', 'en'],
  defaultLanguage: 'sq',
  timeZone: 'Europe/Tirane',
  categories,
  platforms,
  classMarks,
  regions,
  helpLines,
  severity: severityPolicy,
  clocks,
  ladder,
  closing: { quietDays: 30 },
  targets: { longestMoveDays: 30 },
  words,
  reporterTexts,
  mailTiming,
  retention,
  statistics,
  approvals,
  // Ours to tune: how many cases one person opens in an hour before an auditor should ask why.
  accessWatch: { cases: 10, windowMinutes: 60 },
  loadGuidance: async () => (await import('./guidance.ts')).guidance,
  loadTaxonomyTexts: async () => (await import('./taxonomy-texts.ts')).taxonomyTexts,
  loadExportTexts: async () => (await import('./export-texts.ts')).exportTexts,
  loadMailTexts: async () => (await import('./mail-texts.ts')).mailTexts,
  loadReferrals: async () => (await import('./referrals.ts')).referrals,
};
