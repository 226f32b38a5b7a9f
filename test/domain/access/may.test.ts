import { describe, expect, it } from 'vitest';
import { actionsThatWait, authorize, caseActions, centreActions, roles } from '#shared/domain/access/authorize.ts';
import { mayAtCentre, mayDoTo } from '#shared/domain/access/may.ts';

const officer = { role: 'officer', active: true, cleared: true } as const;

describe('what somebody may do', () => {
  it('at the centre is no action on a case, and nothing without an account', () => {
    for (const role of roles) {
      const may = mayAtCentre({ role, active: true, cleared: true });
      expect(may.filter((action) => !(centreActions as readonly string[]).includes(action))).toEqual([]);
      expect(mayAtCentre({ role, active: false, cleared: true })).toEqual([]);
      expect(mayAtCentre({ role, active: true, cleared: true, barred: true })).toEqual([]);
    }
    expect(mayAtCentre(officer)).toContain('see_attention');
    expect(mayAtCentre({ ...officer, role: 'volunteer' })).toEqual(['list_cases', 'see_duty']);
  });

  it('to a case is what the one decision allows, for each role', () => {
    for (const role of roles) {
      const actor = { ...officer, role };
      const resource = { status: 'in_progress', holder: 'another', excluded: false, exclusionWaits: true } as const;
      expect(mayDoTo(actor, resource)).toEqual(
        caseActions.filter((action) => authorize(actor, action, resource).allowed),
      );
    }
  });

  it('to a case is nothing for whom it excludes, and less while an exclusion waits', () => {
    const resource = { status: 'in_progress', holder: 'self', excluded: false, exclusionWaits: false } as const;
    expect(mayDoTo(officer, { ...resource, excluded: true })).toEqual([]);
    const waiting = mayDoTo(officer, { ...resource, exclusionWaits: true });
    const all = mayDoTo(officer, resource);
    expect(all.filter((action) => !waiting.includes(action)).toSorted()).toEqual([...actionsThatWait].toSorted());
  });
});
