import { describe, expect, it } from 'vitest';
import {
  kindOf,
  offersOn,
  statesOf,
  type Asker,
  type PersonView,
} from '#functions/console/app/centre/people/person-rules.ts';
import { mayAtCentre } from '#shared/domain/access/may.ts';
import type { Role } from '#shared/domain/access/authorize.ts';

const record: PersonView = {
  id: 'dora',
  name: 'Dora Leka',
  mail: 'dora@besa.example',
  language: 'sq',
  role: 'officer',
  duties: ['backup'],
  cleared: false,
  active: true,
  revision: 7,
};
const at = '2026-11-20T11:00:00.000Z';
const asked = (
  set: Record<string, unknown>,
  more: Partial<NonNullable<PersonView['waiting']>> = {},
): PersonView['waiting'] => ({
  set,
  because: ['role_up'],
  askedBy: 'ana',
  askedAt: at,
  deciders: ['ben'],
  ...more,
});
const me = (id: string, role: Role = 'administrator'): Asker => ({
  id,
  role,
  cleared: false,
  may: mayAtCentre({ role, active: true, cleared: false }) as Asker['may'],
});
const roleWaits = { ...record, waiting: asked({ role: 'supervisor' }) };
const suspensionWaits = {
  ...record,
  barred: true as const,
  waiting: asked({ active: false }, { because: ['last_of_rung'], deciders: ['ben', 'director'] }),
};
const forPartner = { deciders: [], partner: 'grace' };

describe('what is offered on a record', () => {
  const rows: readonly [string, Asker, PersonView, string][] = [
    ['an administrator, somebody at work', me('ana'), record, 'change suspension'],
    [
      'an administrator, somebody whose mails come back',
      me('ana'),
      { ...record, unreachable: mark() },
      'change mail suspension',
    ],
    ['an administrator, somebody out', me('ana'), { ...record, active: false }, 'change return suspension'],
    [
      'an administrator, somebody out and not trusted',
      me('ana'),
      { ...record, active: false, distrusted: at },
      'change return',
    ],
    ['an administrator, themselves, out', me('dora'), { ...record, active: false, distrusted: at }, 'change'],
    ['who asked', me('ana'), roleWaits, 'suspension take_back'],
    ['the second administrator', me('ben'), roleWaits, 'suspension approve refuse'],
    ['an administrator who is no decider', me('cela'), roleWaits, 'suspension refuse'],
    ['a director, somebody who gets more', me('director', 'director'), roleWaits, 'refuse'],
    ['a supervisor who gets more', me('dora', 'supervisor'), roleWaits, 'refuse'],
    ['an administrator who gets more', me('dora'), roleWaits, 'suspension'],
    ['a director, a last place', me('director', 'director'), suspensionWaits, 'approve refuse'],
    ['a supervisor whose place it is', me('dora', 'supervisor'), suspensionWaits, ''],
    ['an officer', me('olta', 'officer'), roleWaits, ''],
    ['an administrator, a suspension that waits', me('ana'), suspensionWaits, 'return suspension take_back'],
    ['the same, not trusted already', me('ben'), { ...suspensionWaits, distrusted: at }, 'return approve refuse'],
    [
      'the same, with nobody to decide and no partner asked',
      me('ben'),
      {
        ...suspensionWaits,
        distrusted: at,
        waiting: asked({ active: false }, { because: ['last_of_rung'], deciders: [] }),
      },
      'return suspension refuse',
    ],
    [
      'a suspension whose request ended',
      me('ana'),
      { ...record, barred: true as const, distrusted: at },
      'change return suspension',
    ],
    [
      'who asked, with the partner',
      me('ana'),
      { ...roleWaits, waiting: asked({ role: 'supervisor' }, forPartner) },
      'suspension take_back call',
    ],
    [
      'a director, with the partner',
      me('director', 'director'),
      { ...roleWaits, waiting: asked({ role: 'supervisor' }, forPartner) },
      'refuse call',
    ],
    [
      'whom it is about, with the partner',
      me('dora', 'director'),
      { ...roleWaits, waiting: asked({ role: 'supervisor' }, forPartner) },
      'refuse',
    ],
  ];
  it.each(rows)('%s', (_, who, of, expected) => {
    const { panels, approve, refuse, isOwn, call } = offersOn(who, of);
    const decisions = [approve ? 'approve' : '', refuse ? (isOwn ? 'take_back' : 'refuse') : '', call ? 'call' : ''];
    expect([...panels, ...decisions].filter((one) => one !== '').join(' ')).toBe(expected);
  });
});

function mark(): NonNullable<PersonView['unreachable']> {
  return { since: at, because: 'bounced', againAt: at };
}

describe('who somebody is', () => {
  it.each([
    ['account', record],
    ['account', { ...record, role: undefined, waiting: asked({ role: 'officer' }) }],
    ['contact', { ...record, role: undefined }],
    ['contact', { ...record, role: undefined, waiting: asked({ cleared: true }) }],
    ['institution', { ...record, role: undefined, duties: ['institution:police_cybercrime'] }],
  ] as const)('%s', (kind, of) => {
    expect(kindOf({ ...of, duties: [...of.duties] })).toBe(kind);
  });
});

it('the states of somebody are all that is worth saying, what waits first', () => {
  expect(statesOf(record)).toEqual([]);
  expect(
    statesOf({
      ...suspensionWaits,
      distrusted: at,
      unreachable: mark(),
      chosen: { by: 'ana', at },
      held: [{ role: 'officer', until: at }],
    }),
  ).toEqual(['waiting', 'barred', 'distrusted', 'unreachable', 'chosen', 'held']);
  expect(statesOf({ ...record, active: false })).toEqual(['suspended']);
});
