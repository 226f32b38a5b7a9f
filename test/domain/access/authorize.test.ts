import { describe, expect, test } from 'vitest';
import { actions, admits, authorize, caseActions, roles } from '#shared/domain/access/authorize.ts';
import type { Action, Resource, Role } from '#shared/domain/access/authorize.ts';
import { caseStatuses } from '#shared/domain/case/status.ts';
import { resourceOf } from '#shared/domain/access/resource-of.ts';
import { aCase } from '#test/support/builders.ts';

/**
 * What each role may do, written out once more and by hand: `-` never, `y` yes, `w` while the case is open, `n` what is
 * nobody's or one's own, `o` one's own only, `c` where the case is not flagged, or when cleared, `a` a call of a critical
 * case by who is alone.
 */
const table = `
                         volunteer counsellor officer supervisor director auditor statistician administrator
  list_cases                 y         y         y        y         y        y          -            -
  show_case                  w         y         y        y         y        y          -            -
  read_case                  -         y         y        y         -        -          -            -
  open_addresses             -         c         c        c         -        -          -            -
  claim_case                 -         y         y        y         -        -          -            -
  assign_case                -         n         y        y         -        -          -            -
  hand_over_case             -         n         y        y         -        -          -            -
  assess_case                -         y         y        y         -        -          -            -
  note_case                  -         y         y        y         -        -          -            -
  message_reporter           -         y         y        y         -        -          -            -
  raise_severity             -         y         y        y         -        -          -            -
  lower_severity             -         -         y        y         -        -          -            -
  handle_case                -         y         y        y         -        -          -            -
  record_danger              -         y         y        y         -        -          -            -
  wait_case                  -         y         y        y         -        -          -            -
  resolve_case               -         y         y        y         -        -          -            -
  close_case                 -         o         y        y         -        -          -            -
  reopen_case                -         y         y        y         -        -          -            -
  move_target                -         -         y        y         -        -          -            -
  link_cases                 -         y         y        y         -        -          -            -
  acknowledge_escalation     -         y         y        y         y        -          -            -
  file_report                -         y         y        y         -        -          -            -
  find_case                  -         y         y        y         -        -          -            -
  refer_case                 -         -         y        y         -        -          -            -
  send_referral              -         a         y        y         -        -          -            -
  follow_referral            -         y         y        y         -        -          -            -
  issue_access               -         -         y        y         -        -          -            -
  revoke_access              -         y         y        y         -        -          -            -
  exclude_from_case          -         -         y        y         y        -          -            -
  export_case                -         -         y        y         -        -          -            -
  erase_case                 -         -         y        y         -        -          -            -
  approve_case               -         -         y        y         y        -          -            -
  hold_case                  -         -         y        y         y        -          -            -
  reissue_receipt            -         y         y        y         -        -          -            -
  give_subject_access        -         -         y        y         -        -          -            -
  approve                    -         -         -        y         y        -          -            y
  see_attention              -         -         y        y         y        -          -            -
  see_keeping                -         -         y        y         y        -          -            -
  see_access_log             -         -         -        -         -        y          -            -
  see_readings               -         -         -        y         -        -          -            -
  manage_directory           -         -         -        -         -        -          -            y
  manage_roster              -         -         -        y         -        -          -            y
  see_directory_audit        -         -         -        -         y        y          -            y
  see_duty                   y         y         y        y         y        y          -            y
  take_over_shift            -         y         y        y         -        -          -            -
  see_shift                  -         y         y        y         y        -          -            -
  see_colleagues             -         y         y        y         y        y          -            -
  see_platforms              -         y         y        y         -        -          -            y
  see_recipients             -         y         y        y         y        -          -            y
  see_figures                -         y         y        y         y        y          y            y
`;

const [header = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const written = new Map(
  rows.map(([action = '', ...cells]) => [action, new Map(cells.map((cell, column) => [header[column], cell]))]),
);

const holders = ['self', 'another', 'nobody'] as const;
const answers: Readonly<Record<string, (of: Resource, cleared: boolean) => boolean>> = {
  '-': () => false,
  y: () => true,
  w: ({ status }) => status !== 'resolved' && status !== 'closed',
  n: ({ holder }) => holder !== 'another',
  o: ({ holder }) => holder === 'self',
  a: ({ isCritical, isCall, isAlone }) => isCritical === true && isCall === true && isAlone === true,
  c: ({ csamFlagged }, cleared) => csamFlagged === false || cleared,
};

/** Why not, where the answer hangs on the case. */
const reasons: Readonly<Record<string, string>> = {
  w: 'state',
  n: 'holder',
  o: 'holder',
  c: 'clearance',
  a: 'not_critical',
};

/** Every case that somebody may stand before. */
const resources = caseStatuses.flatMap((status) =>
  holders.flatMap((holder) =>
    [true, false].flatMap((excluded) =>
      [true, false].map((csamFlagged) => ({ status, holder, excluded, csamFlagged, exclusionWaits: false })),
    ),
  ),
);

test('the table speaks of every role and every action, and of no other', () => {
  expect(header).toEqual([...roles]);
  expect([...written.keys()].toSorted()).toEqual([...actions].toSorted());
});

describe('role, state of the case, action, whose it is, excluded, flagged, cleared', () => {
  test.each([...actions])('%s', (action) => {
    for (const role of roles) {
      for (const cleared of [true, false]) {
        for (const resource of resources) {
          const cell = written.get(action)?.get(role) ?? '';
          const expected =
            cell === '-'
              ? 'role'
              : resource.excluded
                ? 'excluded'
                : answers[cell]?.(resource, cleared) === true
                  ? 'allowed'
                  : reasons[cell];
          const decision = authorize({ role, active: true, cleared }, action, resource);
          const answer = decision.allowed ? 'allowed' : decision.because;
          expect([role, resource, cleared, answer]).toEqual([role, resource, cleared, expected]);
        }
      }
      expect([role, admits({ role, active: true, cleared: false }, action)]).toEqual([
        role,
        written.get(action)?.get(role) !== '-',
      ]);
    }
  });
});

test('without an active account that signs in, nobody may anything', () => {
  const refused = { allowed: false, because: 'no_account' };
  for (const action of actions) {
    for (const resource of resources) {
      expect(authorize(undefined, action, resource)).toEqual(refused);
      expect(authorize({ active: true, cleared: true }, action, resource)).toEqual(refused);
      for (const role of roles) {
        expect(authorize({ role, active: false, cleared: true }, action, resource)).toEqual(refused);
        expect(admits({ role, active: false, cleared: true }, action)).toBe(false);
        expect(admits({ active: true, cleared: true }, action) || admits(undefined, action)).toBe(false);
      }
    }
  }
});

describe('a counsellor sends a referral', () => {
  const counsellor = { role: 'counsellor', active: true, cleared: false } as const;
  const alone = { excluded: false, isCritical: true, isCall: true, isAlone: true };

  test('that is a call about a critical case, when alone', () => {
    expect(authorize(counsellor, 'send_referral', alone)).toEqual({ allowed: true });
  });

  test.each([
    ['of a case that is not critical', { isCritical: false }, 'not_critical'],
    ['by mail', { isCall: false }, 'no_call'],
    ['while somebody who may send is on duty', { isAlone: false }, 'somebody_on_duty'],
    ['of a case that excludes them', { excluded: true }, 'excluded'],
  ])('not %s', (_, different, because) => {
    expect(authorize(counsellor, 'send_referral', { ...alone, ...different })).toEqual({ allowed: false, because });
  });
});

describe('while an exclusion waits that they asked for', () => {
  const officer = { role: 'officer', active: true, cleared: true } as const;
  const waiting = { status: 'in_progress', holder: 'self', excluded: false, exclusionWaits: true } as const;

  test('somebody may read, write and refer, but not end, hide or give away the case', () => {
    const refusedNow = caseActions.filter((action) => !authorize(officer, action, waiting).allowed);
    expect(refusedNow).toEqual(
      [
        'lower_severity',
        'resolve_case',
        'close_case',
        'exclude_from_case',
        'export_case',
        'erase_case',
        'hold_case',
      ].toSorted((a, b) => caseActions.indexOf(a as never) - caseActions.indexOf(b as never)),
    );
    for (const action of refusedNow) {
      expect(authorize(officer, action, waiting)).toEqual({ allowed: false, because: 'exclusion_waits' });
    }
  });

  test('it is refused as well where nobody says whether one waits', () => {
    const { exclusionWaits: _, ...unsaid } = waiting;
    expect(authorize(officer, 'resolve_case', unsaid)).toEqual({ allowed: false, because: 'exclusion_waits' });
  });
});

describe('unknown means no', () => {
  const known = {
    status: 'triaged',
    holder: 'self',
    excluded: false,
    exclusionWaits: false,
    csamFlagged: false,
  } as const;

  test('for an action or a role that nobody knows', () => {
    for (const action of ['read_everything', 'constructor', '__proto__', 'toString', '']) {
      expect(authorize({ role: 'supervisor', active: true, cleared: true }, action as Action, known).allowed).toBe(
        false,
      );
    }
    for (const role of ['institution', 'constructor', '__proto__', '']) {
      for (const action of actions) {
        expect(authorize({ role: role as Role, active: true, cleared: true }, action, known).allowed).toBe(false);
      }
    }
  });

  test('for what is done to no case, nothing needs to be said of one', () => {
    const administrator = { role: 'administrator', active: true, cleared: false } as const;
    expect(authorize(administrator, 'manage_directory')).toEqual({ allowed: true });
    expect(authorize({ ...administrator, role: 'officer' }, 'read_case')).toEqual({
      allowed: false,
      because: 'excluded',
    });
  });

  test('for a case of which nobody says whom it excludes', () => {
    const { excluded: _, ...unsaid } = known;
    for (const action of caseActions) {
      for (const role of roles)
        expect(authorize({ role, active: true, cleared: true }, action, unsaid).allowed).toBe(false);
    }
  });

  test('for a case of which nobody says what the answer hangs on', () => {
    const { status: _, ...noStatus } = known;
    const { holder: __, ...noHolder } = known;
    const { csamFlagged: ___, ...noFlag } = known;
    const as = (role: Role) => ({ role, active: true, cleared: false });
    expect(authorize(as('volunteer'), 'show_case', noStatus)).toEqual({ allowed: false, because: 'state' });
    expect(authorize(as('counsellor'), 'assign_case', noHolder)).toEqual({ allowed: false, because: 'holder' });
    expect(authorize(as('counsellor'), 'close_case', noHolder)).toEqual({ allowed: false, because: 'holder' });
    expect(authorize(as('supervisor'), 'open_addresses', noFlag)).toEqual({ allowed: false, because: 'clearance' });
  });
});

test('a case says of itself whose it is, in which state, and whether it excludes somebody', () => {
  const of = aCase({ status: 'triaged', assignee: 'anna', exclusions: { institutions: [], people: ['bora'] } });
  const normal = { isCritical: false, exclusionWaits: false };
  expect(resourceOf({ ...of, severity: 'critical' }, 'anna').isCritical).toBe(true);
  expect(resourceOf(of, 'anna')).toEqual({ ...normal, status: 'triaged', holder: 'self', excluded: false });
  expect(resourceOf(of, 'bora')).toEqual({ ...normal, status: 'triaged', holder: 'another', excluded: true });
  expect(resourceOf(aCase({ status: 'received' }), 'anna')).toEqual({
    ...normal,
    status: 'received',
    holder: 'nobody',
    excluded: false,
  });
});
