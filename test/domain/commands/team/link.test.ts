import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { mostOf } from '#shared/domain/case/bounds.ts';
import { decideLink, decideUnlink } from '#shared/domain/commands/team/link.ts';
import type { LinkedCase } from '#shared/domain/case/case.ts';
import { decideResolution } from '#shared/domain/commands/lifecycle/resolve.ts';
import { isBelow, severities } from '#shared/domain/report/severity.ts';
import { aCase } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const now = '2026-11-21T09:00:00.000Z';
const by = 'staff-anna';
const policy = { ...zembla.severity, manyLinkedReports: 3 };
const of = aCase({ caseId: 'new', caseNumber: 'B-NEW' });
const followers = (count: number): LinkedCase[] =>
  Array.from({ length: count }, (_, n) => ({ caseId: `c${n}`, caseNumber: `B-${n}` }));
const aLead = (more: Partial<Case> = {}): Case => aCase({ caseId: 'lead', severity: 'low', ...more });
const refusedFor = (decision: Decision): string =>
  decision.outcome === 'refused' ? decision.because : decision.outcome;
/** The lead as it is after somebody linked a report to it, and what its history says. */
function led(lead: Case) {
  const decision = decideLink(of, lead, policy, by);
  if (decision.outcome !== 'change' || decision.other === undefined) throw new Error('It was not linked.');
  return changeCase(decision.other.of, decision.other.parts, now);
}

describe('linking a report under a lead case', () => {
  test('changes both: the report knows its lead, the lead knows the report, and the history says who did it', () => {
    expect(decideLink(of, aLead(), policy, by)).toEqual({
      outcome: 'change',
      parts: {
        set: { leadCaseId: 'lead' },
        events: [{ type: 'case.linked', actor: 'staff:staff-anna', data: { leadCaseId: 'lead' } }],
      },
      other: { of: aLead(), parts: { set: { linkedCases: [{ caseId: 'new', caseNumber: 'B-NEW' }] }, events: [] } },
    });
    expect(decideLink({ ...of, leadCaseId: 'lead' }, aLead(), policy, by)).toEqual({ outcome: 'unchanged' });
  });

  test('never lowers the lead, and raises it only when this report makes the difference', () => {
    fc.assert(
      fc.property(fc.constantFrom(...severities), fc.integer({ min: 0, max: 6 }), (severity, before) => {
        const { after, events } = led(aLead({ severity, linkedCases: followers(before) }));
        const isRaised = after.severity !== severity;
        expect(isBelow(after.severity, severity)).toBe(false);
        expect(after.linkedCases).toHaveLength(before + 1);
        expect(events).toHaveLength(isRaised ? 1 : 0);
        expect(isRaised && before + 1 !== 3).toBe(false);
      }),
    );
  });

  test('that makes them many raises the lead one level, with the reason beside those it had', () => {
    const reported = { ...of.reported, category: 'mocking' };
    const lead = aLead({ reported, linkedCases: followers(2), severity: 'normal', severityReasons: ['set_by_staff'] });
    const { after, events } = led(lead);
    expect(after).toMatchObject({ severity: 'high', severityReasons: ['set_by_staff', 'linked_reports'] });
    expect(events).toMatchObject([{ type: 'case.severity_changed', actor: 'staff:staff-anna' }]);
    expect(led({ ...lead, severity: 'high' }).events).toEqual([]);
  });

  test('leaves the severity of a lead alone that has come to its end', () => {
    const reported = { ...of.reported, category: 'mocking' };
    const over = aLead({ reported, linkedCases: followers(2), status: 'resolved', severity: 'normal' });
    expect(led(over)).toMatchObject({ after: { severity: 'normal' }, events: [] });
  });

  test('keeps an order of two steps: nobody leads who follows, nobody follows who leads, nobody follows two', () => {
    const pointsAt = {
      because: 'fields_missing',
      gaps: [{ pointer: '/leadCase', code: 'wrong_form', expected: 'another_unlinked_case' }],
    };
    expect(decideLink(of, aLead({ leadCaseId: 'elsewhere' }), policy, by)).toMatchObject(pointsAt);
    expect(decideLink(of, of, policy, by)).toMatchObject(pointsAt);
    expect(refusedFor(decideLink({ ...of, linkedCases: followers(1) }, aLead(), policy, by))).toBe('leads_others');
    expect(decideLink({ ...of, linkedCases: [] }, aLead(), policy, by).outcome).toBe('change');
    expect(refusedFor(decideLink({ ...of, leadCaseId: 'elsewhere' }, aLead(), policy, by))).toBe('linked_already');
  });

  test('to a case that nobody knows is refused by field', () => {
    expect(decideLink(of, undefined, policy, by)).toMatchObject({
      because: 'fields_missing',
      gaps: [{ pointer: '/leadCase', code: 'unknown_code' }],
    });
  });

  test('is for reports that are worked on, under a lead that is not closed', () => {
    for (const status of caseStatuses) {
      const isOver = status === 'resolved' || status === 'closed';
      expect(refusedFor(decideLink({ ...of, status }, aLead(), policy, by))).toBe(isOver ? 'wrong_status' : 'change');
      const under = refusedFor(decideLink(of, aLead({ status }), policy, by));
      expect(under).toBe(status === 'closed' ? 'lead_closed' : 'change');
    }
  });

  test('has an end, so that a row has one', () => {
    const under = (count: number) => decideLink(of, aLead({ linkedCases: followers(count) }), policy, by);
    expect(under(mostOf.linkedCases - 1).outcome).toBe('change');
    expect(refusedFor(under(mostOf.linkedCases))).toBe('lead_full');
  });
});

describe('taking a report apart from its lead', () => {
  const linked = { ...of, leadCaseId: 'lead' };

  test('is done on both sides, and leaves the other reports and the severity as they are', () => {
    const linkedCases = [{ caseId: 'new', caseNumber: 'B-NEW' }, ...followers(1)];
    expect(decideUnlink(linked, aLead({ linkedCases }), by)).toEqual({
      outcome: 'change',
      parts: {
        set: { leadCaseId: undefined },
        events: [{ type: 'case.unlinked', actor: 'staff:staff-anna', data: { leadCaseId: 'lead' } }],
      },
      other: { of: aLead({ linkedCases }), parts: { set: { linkedCases: followers(1) }, events: [] } },
    });
  });

  test('is possible, too, when the lead was erased', () => {
    expect(decideUnlink(linked, undefined, by)).toMatchObject({ parts: { set: { leadCaseId: undefined } } });
    expect(decideUnlink(linked, undefined, by)).not.toHaveProperty('other');
  });

  test('needs that it stands under one, and has not come to its end', () => {
    expect(refusedFor(decideUnlink(of, undefined, by))).toBe('not_linked');
    for (const status of ['resolved', 'closed'] as const) {
      expect(refusedFor(decideUnlink({ ...linked, status }, aLead(), by))).toBe('wrong_status');
    }
  });
});

test('an end as the same event stands on both sides, too, and obeys the same order', async () => {
  const referrals = await zembla.loadReferrals();
  const handled = aCase({ caseId: 'new', status: 'in_progress', readAt: now, handledAt: now });
  const over = aLead({ status: 'resolved', resolvedAt: now });
  const input = { outcome: 'same_event', alsoOutcomes: [], hasMessage: true, leadCase: over } as const;
  const resolve = (one: Case) => decideResolution(one, [], input, referrals, by, now);
  expect(resolve(handled)).toMatchObject({
    other: { of: over, parts: { set: { linkedCases: [{ caseId: 'new', caseNumber: handled.caseNumber }] } } },
  });
  expect(resolve({ ...handled, leadCaseId: 'lead' })).not.toHaveProperty('other');
  expect(refusedFor(resolve({ ...handled, leadCaseId: 'elsewhere' }))).toBe('linked_already');
  expect(refusedFor(resolve({ ...handled, linkedCases: followers(1) }))).toBe('leads_others');
});
