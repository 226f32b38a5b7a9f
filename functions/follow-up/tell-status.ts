import type { Case, CasePromise } from '#shared/domain/case/case.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { Institution } from '#shared/domain/referrals/referral-policy.ts';
import type { CountryPack, ReporterTexts } from '#shared/domain/country-pack.ts';
import { isOver } from '#shared/domain/case/status.ts';
import type { CaseStatus } from '#shared/domain/case/status.ts';
import { isUnreadMessage } from '#shared/domain/case/unseen/unread.ts';
import { firstMiss } from '#shared/domain/case/promise.ts';
import { sayMoment } from '#shared/domain/time/say-moment.ts';
import type { SealedMessage } from '#shared/ports/case-store.ts';
import { fill } from '#shared/domain/text.ts';
import { inLanguage } from '#shared/contracts/http/wording.ts';
import type { OpenedThread } from './open-thread.ts';
import { tellOutcomes } from './tell-outcomes.ts';
import { tellWithdrawal } from './tell-withdrawal.ts';

export interface StatusAnswer {
  status: { code: CaseStatus; text: string };
  promise: CasePromise & { readAt?: Instant; handledAt?: Instant; resolvedAt?: Instant; kept: boolean };
  lastReadByUsAt?: Instant;
}

type StatusPack = Pick<CountryPack, 'reporterTexts' | 'defaultLanguage' | 'timeZone'>;

/** The instant by which something should have happened and had not, and the text that tells it. */
interface MissToTell {
  by: Instant;
  text: keyof Pick<ReporterTexts, 'promiseMissed' | 'readMissed' | 'messageMissed'>;
}

/**
 * What a reporter is told about a case: its status, what came of it, what was promised, whether that was kept. A miss
 * is told plainly in the status text itself, so that no form can leave it out. `kept` is about the promise only, not
 * about a message. Source: docs/practice.md, Cases and Reporter's side.
 */
export function tellStatus(
  { case: of, sealed }: Pick<OpenedThread, 'case' | 'sealed'>,
  now: Instant,
  language: string,
  country: StatusPack,
  institutions: readonly Institution[],
): StatusAnswer {
  const { sameTeam, moments } = country.reporterTexts;
  const say = (text: Readonly<Record<string, string>>): string => inLanguage(text, language, country.defaultLanguage);
  const at = (instant: Instant): string => sayMoment(instant, now, language, country.timeZone, moments);
  const miss = missOf(of, now);
  const missed = [miss, unreadMessageOf(of, sealed, miss, now)]
    .filter((one) => one !== undefined)
    .map(({ by, text }) => fill(say(country.reporterTexts[text]), { by: at(by) }));
  const handedOver = of.handedOverAt === undefined ? [] : [say(sameTeam)];
  const { waitUntil } = of.withdrawal ?? {};
  const withdrawal = waitUntil === undefined || isOver(of) ? [] : [tellWithdrawal(waitUntil, now, language, country)];
  const ended = tellOutcomes(of, language, country, institutions);
  const text = [say(statusText(of, country.reporterTexts)), ...ended, ...withdrawal, ...handedOver, ...missed].join(
    '\n\n',
  );
  const { readBy, handleBy, resolveBy } = of.promise;
  return {
    status: { code: of.status, text },
    promise: {
      readBy,
      handleBy,
      resolveBy,
      ...(of.readAt === undefined ? {} : { readAt: of.readAt }),
      ...(of.handledAt === undefined ? {} : { handledAt: of.handledAt }),
      ...(of.resolvedAt === undefined ? {} : { resolvedAt: of.resolvedAt }),
      kept: miss === undefined,
    },
    ...(of.lastReadAt === undefined ? {} : { lastReadByUsAt: of.lastReadAt }),
  };
}

/**
 * The text of the status. A case that the reporter took up again, or that follows its parent, counts as unread. It would
 * be untrue that a person works on it.
 */
function statusText(of: Case, { status, reopened }: ReporterTexts): ReporterTexts['reopened'] {
  return of.status === 'in_progress' && of.readAt === undefined ? reopened : status[of.status];
}

/**
 * The first promise that was missed: that of an answer, and only when none is late, that of being read. A later step
 * implies the earlier ones.
 */
function missOf(of: Case, now: Instant): MissToTell | undefined {
  const miss = firstMiss(of, now);
  return miss && { by: miss.by, text: miss.step === 'read' ? 'readMissed' : 'promiseMissed' };
}

/**
 * The earliest missed reading time of a message that nobody has opened since it came. While the report itself is late
 * and unread, its own miss says that nobody has looked.
 */
function unreadMessageOf(
  of: Case,
  sealed: readonly SealedMessage[],
  own: MissToTell | undefined,
  now: Instant,
): MissToTell | undefined {
  if (own !== undefined && of.readAt === undefined && !isOver(of)) return undefined;
  // Only a page of a long thread is at hand, so the case itself says it.
  if (of.unreadFrom !== undefined) return missedMessage(of.unreadFrom.readBy, now);
  const unread = sealed.filter((message) => isUnreadMessage(of, message));
  const [by] = unread.flatMap(({ posted }) => (posted === undefined ? [] : [posted.readBy])).toSorted();
  return missedMessage(by, now);
}

function missedMessage(by: Instant | undefined, now: Instant): MissToTell | undefined {
  return by !== undefined && now > by ? { by, text: 'messageMissed' } : undefined;
}
