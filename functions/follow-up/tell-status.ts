import type { Case, CasePromise, Instant } from '#shared/domain/case.ts';
import type { CountryPack } from '#shared/domain/country-pack.ts';
import type { CaseStatus } from '#shared/domain/lifecycle.ts';
import { sayMoment } from '#shared/domain/moments.ts';
import { fillIn, inLanguage } from '#shared/contracts/http/wording.ts';

export interface StatusAnswer {
  status: { code: CaseStatus; text: string };
  promise: CasePromise & { readAt?: Instant; handledAt?: Instant; resolvedAt?: Instant; kept: boolean };
  lastReadByUsAt?: Instant;
}

type StatusPack = Pick<CountryPack, 'reporterTexts' | 'defaultLanguage' | 'timeZone'>;

/**
 * What a reporter is told about a case: how it stands, what was promised, whether that was kept. A miss is told plainly,
 * in the status text itself, so that no form can leave it out. Source: PRACTICE, reporter's side.
 */
export function tellStatus(of: Case, now: Instant, language: string, country: StatusPack): StatusAnswer {
  const { status: texts, promiseMissed, moments } = country.reporterTexts;
  const say = (text: Readonly<Record<string, string>>): string => inLanguage(text, language, country.defaultLanguage);
  const missedBy = firstMiss(of, now);
  const missed =
    missedBy === undefined
      ? []
      : [fillIn(say(promiseMissed), { by: sayMoment(missedBy, now, language, country.timeZone, moments) })];
  const { readBy, handleBy, resolveBy } = of.promise;
  return {
    status: { code: of.status, text: [say(texts[of.status]), ...missed].join('\n\n') },
    promise: {
      readBy,
      handleBy,
      resolveBy,
      ...(of.readAt === undefined ? {} : { readAt: of.readAt }),
      ...(of.handledAt === undefined ? {} : { handledAt: of.handledAt }),
      ...(of.resolvedAt === undefined ? {} : { resolvedAt: of.resolvedAt }),
      kept: missedBy === undefined,
    },
    ...(of.lastReadAt === undefined ? {} : { lastReadByUsAt: of.lastReadAt }),
  };
}

/** The first promised instant by which what was promised had not happened. A later step implies the earlier ones. */
function firstMiss(of: Case, now: Instant): Instant | undefined {
  const resolvedAt = of.resolvedAt ?? of.closedAt;
  const handledAt = of.handledAt ?? resolvedAt;
  const readAt = of.readAt ?? handledAt;
  const steps: readonly [Instant, Instant | undefined][] = [
    [of.promise.readBy, readAt],
    [of.promise.handleBy, handledAt],
    [of.promise.resolveBy, resolvedAt],
  ];
  return steps.find(([by, at]) => (at ?? now) > by)?.[0];
}
