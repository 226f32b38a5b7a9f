import { fill } from '#shared/domain/text.ts';
import { inLanguage } from '#shared/contracts/http/wording.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import { sayMoment } from '#shared/domain/time/say-moment.ts';

/**
 * What is told of a report that its reporter asked to withdraw: until when it waits, and later that it may end. The
 * request stands until the case ends. A reporter who did not ask for it must still find it then. Source:
 * docs/practice.md, Reporter's side.
 */
export function tellWithdrawal(
  waitUntil: Instant,
  now: Instant,
  language: string,
  country: Pick<CountryPack, 'reporterTexts' | 'defaultLanguage' | 'timeZone'>,
): string {
  const { asked, moments } = country.reporterTexts;
  const text = now < waitUntil ? asked.withdrawal : asked.withdrawalWaited;
  const until = sayMoment(waitUntil, now, language, country.timeZone, moments);
  return fill(inLanguage(text, language, country.defaultLanguage), { until });
}
