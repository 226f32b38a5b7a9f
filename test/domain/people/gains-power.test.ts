import { describe, expect, it } from 'vitest';
import { actions, authorize, caseActions, roles } from '#shared/domain/access/authorize.ts';
import type { Action, Resource, Role } from '#shared/domain/access/authorize.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { isRoleUp, wideningsOf } from '#shared/domain/people/power/gains-power.ts';

const resources: Resource[] = caseStatuses.flatMap((status) =>
  (['self', 'another', 'nobody'] as const).flatMap((holder) =>
    [true, false].map((csamFlagged) => ({ status, holder, csamFlagged, excluded: false, exclusionWaits: false })),
  ),
);
const mayDo = (role: Role, action: Action, resource: Resource): boolean =>
  [true, false].some((cleared) => authorize({ role, active: true, cleared }, action, resource).allowed);

describe('a change of role', () => {
  const pairs = roles.flatMap((from) => roles.map((to) => [from, to] as const));

  it.each(pairs.filter(([from, to]) => !isRoleUp(from, to)))(
    'from %s to %s is not one up, for the new role may do nothing that the old may not',
    (from, to) => {
      const gained = actions.filter((action) =>
        (caseActions.some((one) => one === action) ? resources : [{}]).some(
          (resource) => mayDo(to, action, resource) && !mayDo(from, action, resource),
        ),
      );
      expect(gained).toEqual([]);
    },
  );

  it('is one up for everybody who had none, to an administrator from anything, and sideways', () => {
    for (const role of roles) {
      expect(isRoleUp(undefined, role)).toBe(true);
      expect(isRoleUp(role, undefined)).toBe(false);
      expect(isRoleUp(role, 'administrator')).toBe(role !== 'administrator');
    }
    expect(isRoleUp('administrator', 'volunteer')).toBe(true);
    expect(isRoleUp('supervisor', 'counsellor')).toBe(false);
  });
});

describe('what widens', () => {
  const record = { role: 'officer' as const, active: true, cleared: false, duties: ['backup'] };

  it('is a role up, a clearance, a duty given to oneself, an account brought back', () => {
    expect(wideningsOf(record, { ...record, role: 'supervisor' }, false)).toEqual(['role_up']);
    expect(wideningsOf(record, { ...record, cleared: true }, false)).toEqual(['clearance_given']);
    expect(wideningsOf(record, { ...record, duties: ['backup', 'director'] }, true)).toEqual(['duty_to_oneself']);
    expect(wideningsOf({ ...record, active: false }, record, false)).toEqual(['brought_back']);
    expect(wideningsOf(undefined, { ...record, cleared: true }, false)).toEqual(['role_up', 'clearance_given']);
    expect(wideningsOf(undefined, record, true)).toEqual(['role_up', 'duty_to_oneself']);
  });

  it('is the outside partner, by name and by address, and nobody of the centre', () => {
    const contact = { active: true, cleared: false, duties: ['institution:police'], mail: 'a@x.example' };
    const byMail = { ...contact, codeBy: 'mail' as const };
    expect(wideningsOf(contact, byMail, false)).toEqual(['codes_by_mail']);
    expect(wideningsOf(undefined, byMail, false)).toEqual(['codes_by_mail']);
    expect(wideningsOf(byMail, { ...byMail, mail: 'b@x.example' }, false)).toEqual(['codes_by_mail']);
    expect(wideningsOf(byMail, byMail, false)).toEqual([]);
    expect(wideningsOf(byMail, contact, false)).toEqual([]);
    const partner = { active: true, cleared: false, duties: ['outside_partner'], mail: 'a@x.example' };
    expect(wideningsOf(undefined, partner, false)).toEqual(['partner_named']);
    expect(wideningsOf({ ...partner, duties: [] }, partner, false)).toEqual(['partner_named']);
    for (const more of [{ mail: 'b@x.example' }, { phone: '+355 4 1' }]) {
      expect(wideningsOf(partner, { ...partner, ...more }, false)).toEqual(['partner_named']);
    }
    expect(wideningsOf(partner, partner, false)).toEqual([]);
    expect(wideningsOf(record, { ...record, duties: ['outside_partner'] }, false)).toEqual([]);
  });

  it('is nothing that takes away, nothing given to a colleague to do, and no contact without sign-in', () => {
    expect(wideningsOf(record, { ...record, role: 'counsellor', duties: [], active: false }, true)).toEqual([]);
    expect(wideningsOf(record, { ...record, duties: ['backup', 'director'] }, false)).toEqual([]);
    const cleared = { ...record, cleared: true };
    expect(wideningsOf(cleared, { ...cleared, duties: ['backup', 'director'] }, false)).toEqual([]);
    expect(wideningsOf(record, { ...record, duties: ['backup'] }, true)).toEqual([]);
    const contact = { active: true, cleared: false, duties: ['backup'] };
    expect(wideningsOf(undefined, contact, false)).toEqual([]);
    expect(wideningsOf({ ...contact, active: false }, contact, false)).toEqual([]);
  });
});
