import type { Case, Exclusions } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { Decision } from '../../case/decision.ts';
import { referralStatusAfter } from '../../case/referral.ts';

/**
 * Sets the people and institutions that a case excludes. The given lists replace the earlier ones. Proposals to
 * excluded institutions are dropped, and an excluded assignee loses the case. An entry that is not `known` is refused
 * by field, because a mistyped id would exclude nobody.
 */
export function decideExclusions(of: Case, input: Exclusions, known: Exclusions, by: string): Decision {
  const gaps = (['institutions', 'people'] as const).flatMap((list) =>
    input[list].flatMap((one, index) =>
      known[list].includes(one) ? [] : [{ pointer: `/${list}/${index}`, code: 'unknown_code' as const }],
    ),
  );
  if (gaps.length > 0) return refused('fields_missing', gaps);
  const actor = `staff:${by}` as const;
  const dropped: string[] = [];
  const referrals = of.referrals?.map((referral) => {
    const status = referralStatusAfter('drop', referral.status);
    if (status === undefined || !input.institutions.includes(referral.institution)) return referral;
    dropped.push(referral.id);
    return { ...referral, status, droppedBecause: 'conflict' as const };
  });
  const isAssigneeOut = of.assignee !== undefined && input.people.includes(of.assignee);
  return {
    outcome: 'change',
    parts: {
      set: {
        exclusions: { institutions: [...input.institutions], people: [...input.people] },
        ...(referrals === undefined ? {} : { referrals }),
        ...(isAssigneeOut ? { assignee: undefined } : {}),
      },
      events: [
        { type: 'case.exclusions_set', actor, data: {} },
        ...dropped.map((referral) => ({ type: 'referral.dropped' as const, actor, data: { referral } })),
      ],
    },
  };
}
