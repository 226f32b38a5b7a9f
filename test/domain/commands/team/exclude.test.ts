import { describe, expect, test } from 'vitest';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { decideExclusions } from '#shared/domain/commands/team/exclude.ts';
import { isExcludedInstitution, isExcludedPerson } from '#shared/domain/case/exclusions.ts';
import { referralStatuses } from '#shared/domain/case/referral.ts';
import { aCase, aReferral } from '#test/support/builders.ts';

const now = '2026-11-21T09:00:00.000Z';
const known = { institutions: ['school', 'police'], people: ['anna', 'bora'] };
const exclude = (of: Case, institutions: string[], people: string[]) =>
  decideExclusions(of, { institutions, people }, known, 'cela');
const changed = (of: Case, institutions: string[], people: string[]) => {
  const decision = exclude(of, institutions, people);
  if (decision.outcome !== 'change') throw new Error(decision.outcome);
  return changeCase(of, decision.parts, now);
};

describe('who must not get to do with a case', () => {
  test('is whoever stands on its lists, and nobody else', () => {
    const { after, events } = changed(aCase(), ['school'], ['anna']);
    expect([isExcludedPerson(after, 'anna'), isExcludedPerson(after, 'bora')]).toEqual([true, false]);
    expect([isExcludedInstitution(after, 'school'), isExcludedInstitution(after, 'police')]).toEqual([true, false]);
    expect([isExcludedPerson(aCase(), 'anna'), isExcludedInstitution(aCase(), 'school')]).toEqual([false, false]);
    expect(events).toMatchObject([{ type: 'case.exclusions_set', actor: 'staff:cela' }]);
  });

  test('is set anew each time: whoever is not named again is no longer excluded', () => {
    const before = changed(aCase(), ['school'], ['anna']).after;
    const { after } = changed(before, [], ['bora']);
    expect(after.exclusions).toEqual({ institutions: [], people: ['bora'] });
  });

  test('has the case no longer; a colleague who is not named keeps it', () => {
    const of = aCase({ assignee: 'anna' });
    expect(changed(of, [], ['anna', 'bora']).after).not.toHaveProperty('assignee');
    expect(changed(of, [], ['bora']).after.assignee).toBe('anna');
    expect(changed(aCase(), [], ['anna']).after).not.toHaveProperty('assignee');
  });

  test('is proposed nothing any more: proposals to them are dropped, each with its event, and nothing else is', () => {
    for (const status of referralStatuses) {
      const of = aCase({
        referrals: [
          aReferral({ id: 'school-1', institution: 'school', status }),
          aReferral({ id: 'police-1', institution: 'police', status }),
        ],
      });
      const { after, events } = changed(of, ['school'], []);
      const isDropped = status === 'proposed';
      expect(after.referrals).toEqual([
        { ...of.referrals?.[0], ...(isDropped ? { status: 'dropped', droppedBecause: 'conflict' } : {}) },
        of.referrals?.[1],
      ]);
      expect(events.slice(1)).toMatchObject(
        isDropped ? [{ type: 'referral.dropped', actor: 'staff:cela', data: { referral: 'school-1' } }] : [],
      );
    }
    expect(changed(aCase(), ['school'], []).after).not.toHaveProperty('referrals');
  });

  test('is refused by field when nobody knows them: a mistyped id would keep nobody out', () => {
    expect(exclude(aCase(), ['school', 'skool'], ['ana'])).toMatchObject({
      because: 'fields_missing',
      gaps: [
        { pointer: '/institutions/1', code: 'unknown_code' },
        { pointer: '/people/0', code: 'unknown_code' },
      ],
    });
  });
});
