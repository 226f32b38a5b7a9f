import { describe, expect, test } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { decideResolution } from '#shared/domain/commands/lifecycle/resolve.ts';
import type { ResolutionInput } from '#shared/domain/commands/lifecycle/resolve.ts';
import { aCase, aReferral } from '#test/support/builders.ts';
import { zembla } from '#test/support/invented-country.ts';

const referrals = await zembla.loadReferrals();
const now = '2026-11-21T09:00:00.000Z';
const handled = aCase({ status: 'in_progress', readAt: now, lastReadAt: now, handledAt: now });
const lead = (more: Partial<Case> = {}): Case =>
  aCase({ caseId: 'f'.repeat(32), status: 'resolved', resolvedAt: now, ...more });
const resolve = (more: Partial<ResolutionInput> = {}, of: Partial<Case> = {}) =>
  decideResolution(
    { ...handled, ...of },
    [],
    { outcome: 'advice_given', alsoOutcomes: [], hasMessage: true, ...more },
    referrals,
    'anna',
    now,
  );
const without = (...names: (keyof Case)[]): Case =>
  Object.fromEntries(
    Object.entries(handled).filter(([name]) => !names.includes(name as keyof Case)),
  ) as unknown as Case;
const plain: ResolutionInput = { outcome: 'advice_given', alsoOutcomes: [], hasMessage: true };

describe('a case is not resolved', () => {
  test('before somebody read it, and before somebody handled it', () => {
    const unread = decideResolution(without('readAt', 'handledAt'), [], plain, referrals, 'anna', now);
    expect(unread).toMatchObject({ outcome: 'refused', because: 'not_read' });
    const unhandled = decideResolution(without('handledAt'), [], plain, referrals, 'anna', now);
    expect(unhandled).toMatchObject({ outcome: 'refused', because: 'not_handled' });
  });

  test('when it has ended, whatever else is missing', () => {
    for (const status of ['resolved', 'closed'] as const) {
      const ended = decideResolution({ ...without('readAt'), status }, [], plain, referrals, 'anna', now);
      expect(ended).toMatchObject({ outcome: 'refused', because: 'wrong_status' });
    }
    expect(resolve({}, { status: 'triaged' })).toMatchObject({ outcome: 'refused', because: 'wrong_status' });
  });

  const duty = { decision: 'required', basis: 'zz_law_1', sentTo: 'elders' } as const;
  test.each<[string, Partial<ResolutionInput>, object[]]>([
    [
      'an unknown law',
      { dutyToReport: { ...duty, basis: 'no_law' } },
      [{ pointer: '/dutyToReport/basis', code: 'unknown_code' }],
    ],
    [
      'nobody to whom the duty was done',
      { dutyToReport: { decision: 'required', basis: 'zz_law_1' } },
      [{ pointer: '/dutyToReport/sentTo', code: 'required' }],
    ],
    [
      'somebody to whom a duty was done that there is not',
      { dutyToReport: { ...duty, decision: 'not_required' } },
      [{ pointer: '/dutyToReport/sentTo', code: 'wrong_form', expected: 'only_when_required' }],
    ],
    [
      'an unknown institution',
      { dutyToReport: { ...duty, sentTo: 'nobody' } },
      [{ pointer: '/dutyToReport/sentTo', code: 'unknown_code' }],
    ],
    [
      'a lead case with another outcome',
      { leadCase: lead() },
      [{ pointer: '/leadCase', code: 'wrong_form', expected: 'only_same_event' }],
    ],
    ['no lead case of the same event', { outcome: 'same_event' }, [{ pointer: '/leadCase', code: 'required' }]],
    [
      'a lead case that is none',
      { outcome: 'same_event', leadCase: 'unknown' },
      [{ pointer: '/leadCase', code: 'unknown_code' }],
    ],
    [
      'itself as lead',
      { outcome: 'same_event', leadCase: handled },
      [{ pointer: '/leadCase', code: 'wrong_form', expected: 'another_unlinked_case' }],
    ],
    [
      'a lead that follows another',
      { outcome: 'same_event', leadCase: lead({ leadCaseId: 'e'.repeat(32) }) },
      [{ pointer: '/leadCase', code: 'wrong_form', expected: 'another_unlinked_case' }],
    ],
    [
      'another door with another outcome',
      { otherDoor: 'elders' },
      [{ pointer: '/otherDoor', code: 'wrong_form', expected: 'only_outside_our_work' }],
    ],
    ['no other door', { outcome: 'outside_our_work' }, [{ pointer: '/otherDoor', code: 'required' }]],
    [
      'an unknown door',
      { outcome: 'outside_our_work', otherDoor: 'nobody' },
      [{ pointer: '/otherDoor', code: 'unknown_code' }],
    ],
    [
      'an outcome twice',
      { alsoOutcomes: ['advice_given'] },
      [{ pointer: '/alsoOutcomes', code: 'wrong_form', expected: 'each_once_of_one_kind' }],
    ],
  ])('with %s, and the field is named', (_, input, gaps) => {
    expect(resolve(input)).toMatchObject({ outcome: 'refused', because: 'fields_missing', gaps });
  });

  test('as the same event while its lead is open, or when it follows another', () => {
    const same = { outcome: 'same_event', leadCase: lead() } as const;
    expect(resolve({ ...same, leadCase: lead({ status: 'in_progress' }) })).toMatchObject({
      because: 'lead_not_resolved',
    });
    expect(resolve(same, { leadCaseId: 'e'.repeat(32) })).toMatchObject({ because: 'linked_already' });
  });
});

describe('a resolved case', () => {
  test('of the same event follows its lead, which is told once', () => {
    const same = { outcome: 'same_event', leadCase: lead() } as const;
    expect(resolve(same)).toMatchObject({
      parts: {
        set: { leadCaseId: lead().caseId },
        events: [
          { type: 'case.linked', actor: 'staff:anna', data: { leadCaseId: lead().caseId } },
          { type: 'case.message_posted' },
          { type: 'case.resolved', actor: 'staff:anna' },
        ],
      },
      other: { of: lead() },
    });
    const again = resolve(same, { leadCaseId: lead().caseId });
    expect(again).toMatchObject({ parts: { events: [{ type: 'case.message_posted' }, { type: 'case.resolved' }] } });
    expect(again).not.toHaveProperty('other');
  });

  test('keeps through which other door to go, why the reporter was not told, and nothing that was not decided', () => {
    expect(resolve({ outcome: 'outside_our_work', otherDoor: 'elders' })).toMatchObject({
      parts: { set: { otherDoor: 'elders' } },
    });
    const plainly = resolve();
    if (plainly.outcome !== 'change') throw new Error(plainly.outcome);
    for (const name of ['otherDoor', 'endNotToldBecause', 'dutyToReport', 'leadCaseId'])
      expect(plainly.parts.set).not.toHaveProperty(name);
    const untold = resolve({ outcome: 'test', hasMessage: false, noMessageBecause: 'unsafe' });
    expect(untold).toMatchObject({ parts: { set: { endNotToldBecause: 'unsafe' } } });
  });

  test('did its duty only where the referral left the centre and stands', () => {
    const dutyToReport = { decision: 'required', basis: 'zz_law_1', sentTo: 'elders' } as const;
    const sent = (more: Parameters<typeof aReferral>[0]) =>
      resolve({ dutyToReport }, { referrals: [aReferral({ institution: 'elders', ...more })] }).outcome;
    expect(sent({ status: 'acknowledged' })).toBe('change');
    expect(sent({ status: 'withdrawn' })).toBe('refused');
    expect(sent({ status: 'declined' })).toBe('refused');
    expect(resolve({ dutyToReport })).toMatchObject({ because: 'duty_not_sent' });
  });
});
