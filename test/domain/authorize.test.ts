import { describe, expect, test } from 'vitest';
import { actions, authorize, roles } from '#shared/domain/authorize.ts';
import type { Action, Role } from '#shared/domain/authorize.ts';

/** What each role may do, written out once more: C counsellor, O officer, S supervisor. */
const table: Readonly<Record<Action, string>> = {
  list_cases: 'C O S',
  show_case: 'C O S',
  read_case: 'C O S',
  open_addresses: 'C O S',
  claim_case: 'C O S',
  raise_severity: 'C O S',
  lower_severity: '  O S',
  handle_case: 'C O S',
  resolve_case: 'C O S',
  acknowledge_escalation: 'C O S',
  file_report: 'C O S',
  refer_case: '  O S',
  follow_referral: 'C O S',
  exclude_from_case: '  O S',
};
const letter: Readonly<Record<Role, string>> = { counsellor: 'C', officer: 'O', supervisor: 'S' };
const active = (role: Role, cleared = false) => ({ role, active: true, cleared });

describe('every action', () => {
  for (const action of actions) {
    for (const role of roles) {
      const isAllowed = table[action].includes(letter[role]);
      test(`${action}: a ${role} ${isAllowed ? 'may' : 'may not'}`, () => {
        const decision = authorize(active(role), action, { csamFlagged: false });
        expect(decision).toEqual(isAllowed ? { allowed: true } : { allowed: false, because: 'role' });
      });
    }

    test(`${action}: refused without an active account that signs in`, () => {
      const no = { allowed: false, because: 'no_account' };
      expect(authorize(undefined, action)).toEqual(no);
      expect(authorize({ active: true, cleared: true }, action)).toEqual(no);
      for (const role of roles) expect(authorize({ role, active: false, cleared: true }, action)).toEqual(no);
    });
  }
});

test('unknown means no', () => {
  for (const action of ['erase_case', 'constructor', '__proto__', 'toString', '']) {
    expect(authorize(active('supervisor', true), action as Action).allowed).toBe(false);
  }
  for (const role of ['director', 'constructor', '__proto__']) {
    for (const action of actions) {
      expect(authorize({ role: role as Role, active: true, cleared: true }, action).allowed).toBe(false);
    }
  }
});

test('clearance governs addresses of flagged cases, and of cases of which nobody says whether they are', () => {
  for (const role of roles) {
    for (const resource of [{ csamFlagged: true }, {}]) {
      expect(authorize(active(role), 'open_addresses', resource)).toEqual({ allowed: false, because: 'clearance' });
      expect(authorize(active(role, true), 'open_addresses', resource)).toEqual({ allowed: true });
    }
    expect(authorize(active(role), 'read_case', { csamFlagged: true })).toEqual({ allowed: true });
  }
});
