import type { AddressedText } from '#shared/domain/text.ts';
import type { Case, CasePromise } from '#shared/domain/case/case.ts';
import type { Instant } from '#shared/domain/time/instant.ts';
import type { Institution } from '#shared/domain/referrals/referral-policy.ts';
import type { FollowUpTexts } from '#shared/domain/country-pack.ts';
import { isOver } from '#shared/domain/case/status.ts';
import type { CaseStatus } from '#shared/domain/case/status.ts';
import { firstMiss } from '#shared/domain/case/promise.ts';
import { toReader } from '#shared/contracts/http/wording.ts';
import type { Reader } from '#shared/contracts/http/wording.ts';
import type { FollowUpWording } from './follow-up-wording.ts';
import type { OpenedThread } from './open-thread.ts';
import { tellOutcomes } from './tell-outcomes.ts';
import { tellMisses } from './tell-misses.ts';
import { tellWithdrawal } from './tell-withdrawal.ts';

export interface StatusAnswer {
  status: { code: CaseStatus; text: string };
  promise: CasePromise & { readAt?: Instant; handledAt?: Instant; resolvedAt?: Instant; kept: boolean };
  lastReadByUsAt?: Instant;
}

/**
 * What a reporter is told about a case: its status, what came of it, what was promised, whether that was kept. A miss
 * is told plainly in the status text itself, so that no form can leave it out. `kept` is about the promise only, not
 * about a message. Source: docs/practice.md, Cases and Reporter's side.
 */
export function tellStatus(
  { case: of, timers, sealed }: Pick<OpenedThread, 'case' | 'timers' | 'sealed'>,
  now: Instant,
  reader: Reader,
  country: FollowUpWording,
  institutions: readonly Institution[],
): StatusAnswer {
  const { sameTeam } = country.followUpTexts;
  const say = (text: AddressedText): string => toReader(text, reader.address, reader.language, country.defaultLanguage);
  const missed = tellMisses({ case: of, timers, sealed }, now, reader, country);
  const handedOver = of.handedOverAt === undefined || isOver(of) ? [] : [say(sameTeam)];
  const { waitUntil } = of.withdrawal ?? {};
  const withdrawal = waitUntil === undefined || isOver(of) ? [] : [tellWithdrawal(waitUntil, now, reader, country)];
  const ended = tellOutcomes(of, reader, country, institutions);
  const text = [say(statusText(of, country.followUpTexts)), ...ended, ...withdrawal, ...handedOver, ...missed].join(
    '\n\n',
  );
  const { readBy, handleBy, resolveBy } = of.promise;
  const lastRead = lastReadOf(of);
  return {
    status: { code: of.status, text },
    promise: {
      readBy,
      handleBy,
      resolveBy,
      ...(of.readAt === undefined ? {} : { readAt: of.readAt }),
      ...(of.handledAt === undefined ? {} : { handledAt: of.handledAt }),
      ...(of.resolvedAt === undefined ? {} : { resolvedAt: of.resolvedAt }),
      kept: firstMiss(of, now) === undefined,
    },
    ...(lastRead === undefined ? {} : { lastReadByUsAt: lastRead }),
  };
}

/**
 * The text of the status. A case that was taken up again may be unread. It would be untrue that a person works on it.
 * Only of a reporter who wrote does it say so.
 */
function statusText(of: Case, { status, reopened, reopenedByUs }: FollowUpTexts): AddressedText {
  if (of.status !== 'in_progress' || of.readAt !== undefined) return status[of.status];
  return of.unreadFrom === undefined && !wroteSince(of) ? reopenedByUs : reopened;
}

/** Release 0.1.0 wrote no more than when the reporter last wrote. */
function wroteSince({ lastWrittenAt, reopenedAt }: Case): boolean {
  return lastWrittenAt !== undefined && reopenedAt !== undefined && lastWrittenAt >= reopenedAt;
}

/**
 * The last time that a person had everything before them that the reporter had written by then. A reading that showed
 * only the beginning of a long thread says nothing of the words after it.
 */
function lastReadOf({ lastReadAt, readAt, unreadFrom }: Case): Instant | undefined {
  return [lastReadAt, readAt].find((at) => at !== undefined && (unreadFrom === undefined || at <= unreadFrom.at));
}
