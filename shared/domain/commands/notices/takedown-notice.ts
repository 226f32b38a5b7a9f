import { limitOf, mostOf } from '../../case/bounds.ts';
import type { Case, TakedownNotice, TakedownNoticeAnswer } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import type { NewEvent } from '../../case/events.ts';
import type { KindOf } from '../../case/outcomes/fact-of-outcome.ts';
import { referralStatusAfter } from '../../case/referral.ts';
import type { Referral } from '../../case/referral.ts';
import type { Instant } from '../../time/instant.ts';

/**
 * Records that a person asked a platform. Besa itself sends nothing to platforms. Somebody must have read the report. An
 * open proposal to the platform is done by it: nobody sends that as well. Source: docs/practice.md, Referral.
 */
export function decideTakedownNotice(
  of: Case,
  { platform, way }: Pick<TakedownNotice, 'platform' | 'way'>,
  platforms: readonly string[],
  kindOf: KindOf,
  by: string,
  now: Instant,
): Decision {
  if (of.status === 'closed') return refused('wrong_status');
  if (of.readAt === undefined) return refused('not_read');
  if (!platforms.includes(platform)) {
    return refused('fields_missing', [{ pointer: '/platform', code: 'unknown_code' }]);
  }
  const before = of.notices ?? [];
  if (before.length >= mostOf.notices) return refused('notices_full', [], limitOf('notices'));
  const nth = before.filter((notice) => notice.platform === platform).length + 1;
  const notice: TakedownNotice = { id: `${platform}-${nth}`, platform, way, sentAt: now, sentBy: by };
  const actor = `staff:${by}` as const;
  const done = (of.referrals ?? []).flatMap((referral) => doneByNotice(referral, notice.id, kindOf));
  const referrals = of.referrals?.map((referral) => done.find(({ id }) => id === referral.id) ?? referral);
  return {
    outcome: 'change',
    parts: {
      set: { notices: [...before, notice], ...(done.length === 0 ? {} : { referrals }) },
      events: [
        { type: 'notice.sent', actor, data: { notice: notice.id } },
        ...done.map(({ id }): NewEvent => ({ type: 'referral.dropped', actor, data: { referral: id } })),
      ],
    },
  };
}

/** A proposal to the platform once a notice has done it. Nothing else: what was sent stands as it is. */
function doneByNotice(referral: Referral, notice: string, kindOf: KindOf): Referral[] {
  const status = referralStatusAfter('drop', referral.status);
  if (status === undefined || kindOf(referral.institution) !== 'platform') return [];
  return [{ ...referral, status, droppedBecause: 'sent_by_notice', sentByNotice: notice }];
}

/**
 * Records what a platform answered. A platform may change its mind, so a later answer replaces the first. The history
 * shows that there were two.
 */
export function decideTakedownNoticeAnswer(
  of: Case,
  id: string,
  answer: TakedownNoticeAnswer,
  by: string,
  now: Instant,
): Decision {
  const notice = of.notices?.find((one) => one.id === id);
  if (notice === undefined) return refused('unknown_notice');
  if (of.status === 'closed') return refused('wrong_status');
  if (notice.answer === answer) return { outcome: 'unchanged' };
  const answered: TakedownNotice = { ...notice, answer, answeredAt: now, answeredAtEvent: of.lastEvent + 1 };
  return {
    outcome: 'change',
    parts: {
      set: { notices: of.notices?.map((one) => (one.id === id ? answered : one)) },
      events: [{ type: 'notice.answered', actor: `staff:${by}`, data: { notice: id } }],
    },
  };
}
