import type { SmallPack } from '#shared/domain/country-pack.ts';
import { centre } from './centre.ts';
import { clocks } from './policy/clocks.ts';
import { ladder } from './policy/ladder.ts';
import { mailTiming } from './policy/mail-timing.ts';
import { retention } from './policy/retention.ts';
import { workingDays } from './policy/working-days.ts';

/**
 * The part of the Albanian pack that is enough to watch clocks and write mails. Functions that do no more load only
 * this.
 */
export const albanianSmallPack: SmallPack = {
  centre,
  defaultLanguage: 'sq',
  timeZone: 'Europe/Tirane',
  workingDays,
  clocks,
  ladder,
  mailTiming,
  retention,
  loadMailTexts: async () => (await import('./texts/mail-texts.ts')).mailTexts,
  loadReferrals: async () => (await import('./referrals/referrals.ts')).referrals,
};
