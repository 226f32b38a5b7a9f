import { approverRoles, askAboutCase } from '../../access/approver.ts';
import type { Asking } from '../../access/approver.ts';
import { askedDecision, isFullOfApprovals } from '../../case/approvals/case-approval.ts';
import { limitOf } from '../../case/bounds.ts';
import type { Case, Exclusions } from '../../case/case.ts';
import { refused } from '../../case/decision.ts';
import type { DecidedChange, Decision } from '../../case/decision.ts';
import { waitsForExclusion } from '../../case/exclusions.ts';
import type { AskedExclusion } from '../../case/exclusions.ts';
import type { NewEvent } from '../../case/events.ts';
import { referralStatusAfter } from '../../case/referral.ts';
import type { Instant } from '../../time/instant.ts';
import { isWide, keepsOutAtOnce } from './wide-exclusion.ts';
import type { Colleague, Excluding } from './wide-exclusion.ts';

const lists = ['institutions', 'people'] as const;

/** What the rule knows of those who are named, and of those who are there. */
export interface ExcludingFrom extends Asking {
  /** Codes of all institutions. */
  institutions: readonly string[];
  /** The live records of the people who are named. */
  named: readonly Colleague[];
  /** Everybody active with one of `rolesLeft`. */
  colleagues: readonly Colleague[];
}

/**
 * Sets the people and institutions that a case excludes. The given lists replace the earlier ones. An exclusion that
 * leaves too few waits for a second person (`waitsFor`), and every other one holds at once.
 *
 * Nobody excludes themselves: a colleague does that. Nobody changes anything while an exclusion waits that they asked
 * for. An entry that nobody knows is refused by field, because a mistyped id would exclude nobody.
 * Source: docs/practice.md, Exclusions.
 */
export function decideExclusions(of: Case, input: Exclusions, asking: ExcludingFrom, now: Instant): Decision {
  const { by, named, colleagues } = asking;
  const known = { institutions: asking.institutions, people: named.map(({ id }) => id) };
  const gaps = lists.flatMap((list) =>
    input[list].flatMap((one, index) =>
      known[list].includes(one) ? [] : [{ pointer: `/${list}/${index}`, code: 'unknown_code' as const }],
    ),
  );
  if (gaps.length > 0) return refused('fields_missing', gaps);
  if (input.people.includes(by.id)) return refused('names_self');
  if (waitsForExclusion(of, by.id)) return refused('exclusion_waits');
  const standing = of.exclusions ?? { institutions: [], people: [] };
  const adds = without(input, standing);
  const lifts = without(standing, input);
  if (lists.every((list) => adds[list].length === 0 && lifts[list].length === 0)) return { outcome: 'unchanged' };
  const excluding: Excluding = { by: by.id, people: input.people, named, colleagues };
  if (isWide(of, excluding)) {
    return askToExclude(of, { adds, lifts, keepsOut: keepsOutAtOnce(of, excluding) }, asking, now);
  }
  return { outcome: 'change', parts: exclusionsSet(of, input, by.id) };
}

function askToExclude(
  of: Case,
  exclusion: Pick<AskedExclusion, 'adds' | 'lifts' | 'keepsOut'>,
  asking: Asking,
  now: Instant,
): Decision {
  if (isFullOfApprovals(of)) return refused('approvals_full', [], limitOf('approvals'));
  const kind = 'exclusion' as const;
  const approval = {
    ...askAboutCase(of, { kind, adds: exclusion.adds }, asking, now),
    ...exclusion,
    // The event that asks is the next one.
    askedAtEvent: of.lastEvent + 1,
  };
  const asked = askedDecision(of, approval);
  if (asked.outcome !== 'change' || asked.refusal !== undefined) return asked;
  const told: NewEvent = { type: 'case.exclusions_asked', actor: `staff:${asking.by.id}`, data: {} };
  return {
    ...asked,
    parts: { ...asked.parts, events: [...asked.parts.events, told] },
    waitsFor: { approval: approval.id, roles: approverRoles[kind] },
  };
}

/**
 * What an exclusion changes once a second person has approved it. It is added to what the case excludes by then: nobody
 * whom a colleague has excluded meanwhile comes back by it.
 */
export function exclusionGranted(of: Case, { adds, lifts }: AskedExclusion, by: string): DecidedChange {
  const standing = of.exclusions ?? { institutions: [], people: [] };
  const stays = without(standing, lifts);
  const more = without(adds, stays);
  return exclusionsSet(
    of,
    { institutions: [...stays.institutions, ...more.institutions], people: [...stays.people, ...more.people] },
    by,
  );
}

/** Proposals to excluded institutions are dropped, and an excluded assignee loses the case. */
function exclusionsSet(of: Case, { institutions, people }: Exclusions, by: string): DecidedChange {
  const actor = `staff:${by}` as const;
  const dropped: string[] = [];
  const referrals = of.referrals?.map((referral) => {
    const status = referralStatusAfter('drop', referral.status);
    if (status === undefined || !institutions.includes(referral.institution)) return referral;
    dropped.push(referral.id);
    return { ...referral, status, droppedBecause: 'conflict' as const };
  });
  const isAssigneeOut = of.assignee !== undefined && people.includes(of.assignee);
  return {
    set: {
      exclusions: { institutions: [...institutions], people: [...people] },
      ...(referrals === undefined ? {} : { referrals }),
      ...(isAssigneeOut ? { assignee: undefined } : {}),
    },
    events: [
      { type: 'case.exclusions_set', actor, data: {} },
      ...dropped.map((referral) => ({ type: 'referral.dropped' as const, actor, data: { referral } })),
    ],
  };
}

/** Those of `these` that are not among `others`. */
function without(these: Exclusions, others: Exclusions): Exclusions {
  return {
    institutions: these.institutions.filter((one) => !others.institutions.includes(one)),
    people: these.people.filter((one) => !others.people.includes(one)),
  };
}
