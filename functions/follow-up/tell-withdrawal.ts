import { fill } from '#shared/domain/text.ts';
import { toReader } from '#shared/contracts/http/wording.ts';
import type { Reader } from '#shared/contracts/http/wording.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { FollowUpWording } from './follow-up-wording.ts';
import { sayMoment } from '#shared/domain/time/say-moment.ts';

/**
 * What is told of a report that its reporter asked to withdraw: until when it waits, and later that it may end. The
 * request stands until the case ends. A reporter who did not ask for it must still find it then. Source:
 * docs/practice.md, Reporter's side.
 */
export function tellWithdrawal(
  waitUntil: Instant,
  now: Instant,
  { address, language }: Reader,
  country: FollowUpWording,
): string {
  const { asked } = country.followUpTexts;
  const text = now < waitUntil ? asked.withdrawal : asked.withdrawalWaited;
  const until = sayMoment(
    { use: 'notBefore', at: waitUntil, now },
    language,
    country.timeZone,
    country.reporterTexts.moments,
  );
  return fill(toReader(text, address, language, country.defaultLanguage), { until });
}
