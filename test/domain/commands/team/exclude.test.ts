import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { approverRoles, decideApproval } from '#shared/domain/access/approver.ts';
import { canHold } from '#shared/domain/access/holder.ts';
import type { Role } from '#shared/domain/access/authorize.ts';
import { changeCase } from '#shared/domain/case/case-change.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { decideExclusions, exclusionGranted } from '#shared/domain/commands/team/exclude.ts';
import { decideCaseApproval } from '#shared/domain/commands/approvals/decide-case-approval.ts';
import { isExcludedInstitution, isExcludedPerson, isKeptOut } from '#shared/domain/case/exclusions.ts';
import { referralStatuses } from '#shared/domain/case/referral.ts';
import { albania } from '#shared/country/al/pack.ts';
import { aCase, aReferral } from '#test/support/builders.ts';

const now = '2026-11-21T09:00:00.000Z';

/** Who works at the centre. Cela asks; Gone is suspended, and Dita’s sign-in has ended. Jeta is the outside partner. */
const rolesOf = {
  anna: 'counsellor',
  bora: 'officer',
  cela: 'officer',
  dita: 'officer',
  erion: 'supervisor',
  fatos: 'director',
  gone: 'supervisor',
  hana: 'auditor',
  ilir: 'volunteer',
  jeta: 'volunteer',
} as const satisfies Record<string, Role>;
type Name = keyof typeof rolesOf;
const names = Object.keys(rolesOf) as Name[];
const personOf = (id: Name) => ({
  id,
  role: rolesOf[id],
  active: id !== 'gone',
  cleared: false,
  ...(id === 'dita' ? { barred: true as const } : {}),
  duties: id === 'jeta' ? ['outside_partner'] : [],
});
const everybody = names.map(personOf);

const exclude = (of: Case, institutions: string[], people: string[], by: Name = 'cela', at = everybody) =>
  decideExclusions(
    of,
    { institutions, people },
    {
      by: personOf(by),
      policy: albania.approvals,
      people: at.filter(({ role }) => approverRoles.exclusion.some((one) => one === role)),
      institutions: ['school', 'police'],
      named: everybody.filter(({ id }) => people.includes(id)),
      colleagues: at.filter(({ active, role }) => active && !['auditor', 'volunteer'].includes(role)),
    },
    now,
  );
const changed = (of: Case, institutions: string[], people: string[], by: Name = 'cela') => {
  const decision = exclude(of, institutions, people, by);
  if (decision.outcome !== 'change') throw new Error(decision.outcome);
  return { ...changeCase(of, decision.parts, now), waitsFor: decision.waitsFor };
};
const answered = (of: Case, verdict: 'approve' | 'refuse', by: Name): Case => {
  const decision = decideCaseApproval(of, [], { id: 'exclusion-1', verdict }, personOf(by), albania, now);
  if (decision.outcome !== 'change') throw new Error(JSON.stringify(decision));
  return changeCase(of, decision.parts, now).after;
};

describe('who must not get to do with a case', () => {
  test('is whoever stands on its lists, and nobody else', () => {
    const { after, events, waitsFor } = changed(aCase(), ['school'], ['anna']);
    expect([isExcludedPerson(after, 'anna'), isExcludedPerson(after, 'bora')]).toEqual([true, false]);
    expect([isExcludedInstitution(after, 'school'), isExcludedInstitution(after, 'police')]).toEqual([true, false]);
    expect([isExcludedInstitution(aCase(), 'school'), isKeptOut(aCase(), 'anna')]).toEqual([false, false]);
    expect([events, waitsFor]).toMatchObject([[{ type: 'case.exclusions_set', actor: 'staff:cela' }], undefined]);
  });

  test('is set anew each time: whoever is not named again is no longer excluded, and that is told as well', () => {
    const before = changed(aCase(), ['school'], ['anna']).after;
    const { after, events } = changed(before, [], ['bora']);
    expect(after.exclusions).toEqual({ institutions: [], people: ['bora'] });
    expect(changed(after, [], []).events).toMatchObject([{ type: 'case.exclusions_set' }]);
    expect(events).toHaveLength(1);
    expect(exclude(after, [], ['bora'])).toEqual({ outcome: 'unchanged' });
  });

  test('has the case no longer; a colleague who is not named keeps it', () => {
    const of = aCase({ assignee: 'anna' });
    expect(changed(of, [], ['anna']).after).not.toHaveProperty('assignee');
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

  test('is never the one who says so', () => {
    expect(exclude(aCase(), [], ['cela'])).toMatchObject({ outcome: 'refused', because: 'names_self' });
  });
});

describe('an exclusion waits for a second person', () => {
  const wide: [string, Name[], Name[]][] = [
    ['when it names an auditor', [], ['hana']],
    ['when it names the outside partner', [], ['jeta']],
    ['when it names a director', [], ['fatos']],
    ['when nobody who opens cases is left but the one who asks', [], ['anna', 'bora', 'erion']],
    ['when it comes to that in small steps', ['anna', 'bora'], ['anna', 'bora', 'erion']],
  ];

  test.each(wide)('%s', (_, before, people) => {
    const of = before.length === 0 ? aCase() : changed(aCase(), [], before).after;
    const { after, events, waitsFor } = changed(of, [], people);
    expect(waitsFor).toEqual({ approval: 'exclusion-1', roles: ['officer', 'supervisor', 'director'] });
    expect(events.map(({ type }) => type)).toEqual(['approval.asked', 'case.exclusions_asked']);
    expect(after.exclusions).toEqual(of.exclusions);
    expect(after.approvals?.at(-1)).toMatchObject({ kind: 'exclusion', askedBy: 'cela' });
    for (const time of ['effectiveAt', 'lapsesAt']) expect(after.approvals?.at(-1)).not.toHaveProperty(time);
  });

  test('when neither a supervisor nor a director is left', () => {
    const withoutHead = everybody.filter(({ id }) => id !== 'fatos');
    const decision = exclude(aCase(), [], ['erion'], 'cela', withoutHead);
    expect(decision).toMatchObject({ outcome: 'change', waitsFor: { approval: 'exclusion-1' } });
  });

  test('when nobody would be left to decide what was asked before', () => {
    const lowering = {
      id: 'lowering-1',
      kind: 'lowering',
      to: 'normal',
      because: 'already_safe',
      askedAt: now,
    } as const;
    const of = aCase({ approvals: [{ ...lowering, askedBy: 'cela' }] });
    expect(changed(aCase(), [], ['bora', 'erion']).waitsFor).toBeUndefined();
    expect(changed(of, [], ['bora', 'erion']).waitsFor).toMatchObject({ approval: 'exclusion-1' });
    expect(changed(of, [], ['bora']).waitsFor).toBeUndefined();
    const over = aCase({ approvals: [{ ...lowering, askedBy: 'cela', decision: 'approved' }] });
    expect(changed(over, [], ['bora', 'erion']).waitsFor).toBeUndefined();
    // Where nobody could decide before, an exclusion takes nobody away.
    const alone = everybody.filter(({ id }) => !['bora', 'erion'].includes(id));
    expect(exclude(of, [], ['ilir'], 'cela', alone)).not.toHaveProperty('waitsFor');
  });

  test('and never when it lets people in again, or names institutions alone', () => {
    const few = answered(changed(aCase(), [], ['anna', 'bora', 'erion']).after, 'approve', 'fatos');
    expect(changed(few, [], ['anna', 'bora']).waitsFor).toBeUndefined();
    expect(changed(few, ['school', 'police'], ['anna', 'bora', 'erion']).waitsFor).toBeUndefined();
  });

  test('and is refused when nobody could be that person: time never grants it', () => {
    const decision = exclude(aCase(), [], ['anna', 'bora', 'erion', 'fatos']);
    expect(decision).toMatchObject({ refusal: { because: 'nobody_to_ask' } });
    expect(decision).not.toHaveProperty('parts.set.exclusions');
  });
});

describe('while it waits', () => {
  test('whom it names is kept out of the case, but it does not exclude them', () => {
    const { after } = changed(aCase({ assignee: 'fatos' }), [], ['fatos']);
    expect([isKeptOut(after, 'fatos'), isExcludedPerson(after, 'fatos'), isKeptOut(after, 'anna')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(after.assignee).toBe('fatos');
  });

  test('nobody is kept out where that would leave nobody but the one who asked', () => {
    const { after } = changed(aCase(), [], ['anna', 'bora', 'erion']);
    expect(['anna', 'bora', 'erion'].filter((id) => isKeptOut(after, id))).toEqual([]);
  });

  test('whom it names decides nothing about it, and neither does the one who asked', () => {
    const { after } = changed(aCase(), [], ['anna', 'bora', 'erion']);
    const [asked] = after.approvals ?? [];
    if (asked === undefined) throw new Error('Nothing was asked.');
    for (const by of ['bora', 'erion', 'cela'] as const) {
      expect(decideApproval(asked, 'approve', personOf(by), now).outcome).toBe('refused');
    }
    expect(decideApproval(asked, 'approve', personOf('fatos'), now).outcome).toBe('decided');
  });

  test('the one who asked changes nothing more, and colleagues may exclude them', () => {
    const { after } = changed(aCase(), [], ['fatos']);
    expect(exclude(after, [], ['anna'])).toMatchObject({ because: 'exclusion_waits' });
    expect(changed(after, [], ['cela'], 'bora').after.exclusions?.people).toEqual(['cela']);
  });

  test('and approved, it is added to what colleagues have set meanwhile', () => {
    const { after } = changed(changed(aCase(), ['police'], ['anna']).after, ['school'], ['fatos']);
    const meanwhile = changed(after, ['police'], ['anna', 'cela'], 'bora').after;
    const decided = answered(meanwhile, 'approve', 'erion');
    expect(decided.exclusions).toEqual({ institutions: ['school'], people: ['cela', 'fatos'] });
    expect(decided.approvals?.[0]).toMatchObject({ decision: 'approved', takenAt: now });
    expect([isKeptOut(decided, 'fatos'), isExcludedPerson(decided, 'fatos')]).toEqual([true, true]);
  });

  test('and refused, or taken back, it keeps nobody out', () => {
    const { after } = changed(aCase(), [], ['fatos']);
    for (const by of ['bora', 'cela'] as const) {
      const decided = answered(after, 'refuse', by);
      expect([decided.exclusions, isKeptOut(decided, 'fatos')]).toEqual([undefined, false]);
    }
  });

  test('granted, it drops proposals and takes the case from whom it excludes, as every exclusion does', () => {
    const of = aCase({
      assignee: 'fatos',
      referrals: [aReferral({ id: 'school-1', institution: 'school', status: 'proposed' })],
    });
    const { after } = changed(of, ['school'], ['fatos']);
    const [asked] = after.approvals ?? [];
    if (asked?.kind !== 'exclusion') throw new Error('Nothing was asked.');
    const { set, events } = exclusionGranted(after, asked, 'erion');
    expect([set.assignee, set.referrals?.[0]?.status]).toEqual([undefined, 'dropped']);
    expect(events.map(({ type }) => type)).toEqual(['case.exclusions_set', 'referral.dropped']);
  });
});

test('whatever one person excludes and takes back, somebody else can still open the case', () => {
  const step = fc.oneof(fc.subarray(names.filter((id) => id !== 'gone')), fc.constant('take back' as const));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let of = aCase();
      for (const people of steps) {
        const waiting = of.approvals?.find(({ decision }) => decision === undefined);
        const decision =
          people === 'take back'
            ? decideCaseApproval(of, [], { id: waiting?.id ?? '', verdict: 'refuse' }, personOf('cela'), albania, now)
            : exclude(of, [], people);
        if (decision.outcome === 'change') of = changeCase(of, decision.parts, now).after;
        const able = everybody.filter((one) => one.active && !('barred' in one) && one.id !== 'cela' && canHold(one));
        expect(able.some(({ id }) => !isKeptOut(of, id))).toBe(true);
        // Those who watch over others are never excluded by one person.
        expect(['hana', 'fatos'].filter((id) => isExcludedPerson(of, id))).toEqual([]);
      }
    }),
    { numRuns: 2_000, examples: [[[['bora'], ['anna', 'erion', 'hana']]]] },
  );
});
