import { describe, expect, it } from 'vitest';
import { at, audit, centre, iso, judged, kinds, letter } from './history.ts';

type Rows = ReturnType<typeof centre>;

/** What is found of the administrator Kujtim, of a directory that became another one hour by hour. */
function found(
  steps: [hours: number, rows: Rows][],
  mails: ReturnType<typeof letter>[] = [],
  first = centre(),
): string[] {
  const directories = [[0, first] as const, ...steps].map(([hours, rows]) => ({ at: at(hours), rows: [...rows] }));
  return kinds({ directories, mails }, ['kujtim']);
}

describe('of power it is found', () => {
  const waiting = (more: object) => ({
    set: { role: 'officer', cleared: true },
    approval: { id: 'directory_change-1', askedBy: 'kujtim', askedAt: iso(1), ...more },
  });
  const added = audit(1, 'kujtim', 'person_added', 'puppet');
  const asking = (more: object, rest: Parameters<typeof centre>[0] = {}): [number, Rows] => [
    1,
    [...centre({ puppet: { waiting: waiting(more) }, ...rest }), added],
  ];
  const held = (by: string): [number, Rows] => [
    3,
    [...centre({ puppet: { role: 'officer', cleared: true } }), added, audit(3, by, 'change_approved', 'puppet')],
  ];

  it('that nobody else approved of it', () => {
    expect(found([asking({}), held('lule')])).toEqual([]);
    expect(found([asking({}), held('kujtim')])).toEqual(['power']);
    expect(found([[1, [...centre({ puppet: { role: 'officer' } }), added]]])).toEqual(['power']);
    const changed = audit(1, 'kujtim', 'person_changed', 'arta');
    const arta = (role: string): Rows => centre({ arta: { role } });
    const mails = [letter(1.1, 'elira', 'arta')];
    expect(found([[1, [...arta('officer'), changed]]], mails, arta('counsellor'))).toEqual(['power']);
    expect(found([[1, [...arta('counsellor'), changed]]], mails, arta('officer'))).toEqual([]);
  });

  it('that time gave it though somebody else had the role within a week', () => {
    const waits = asking({ effectiveAt: iso(25) });
    const mails = [letter(1.1, 'flamur', 'A change of puppet waits')];
    expect(found([waits], mails)).toEqual(['power']);
    const lone = { lule: null };
    expect(found([asking({ effectiveAt: iso(25) }, lone)], mails, centre(lone))).toEqual([]);
    const gone = audit(0.5, 'elira', 'person_suspended', 'lule');
    const [, rows] = asking({ effectiveAt: iso(25) }, { lule: { active: false } });
    expect(
      found(
        [
          [0.5, [...centre({ lule: { active: false } }), gone]],
          [1, [...rows, gone]],
        ],
        mails,
      ),
    ).toEqual(['power']);
  });

  it('nothing where the other one is whom it is about', () => {
    const lule = { role: 'administrator', waiting: { ...waiting({ effectiveAt: iso(25) }), set: { cleared: true } } };
    const changed = audit(1, 'kujtim', 'person_changed', 'lule');
    const mails = [letter(1.1, 'flamur', 'lule')];
    expect(found([[1, [...centre({ lule }), changed]]], mails)).toEqual([]);
  });

  it('nothing where the other one has the role from the insider alone', () => {
    const lone = { lule: null };
    const alone = { set: { role: 'administrator' }, approval: { ...waiting({ effectiveAt: iso(24) }).approval } };
    const mails = [letter(1.1, 'flamur', 'puppet, hana')];
    const [, rows] = asking({ effectiveAt: iso(25) }, { ...lone, hana: { role: 'officer', waiting: alone } });
    const first = centre({ ...lone, hana: { role: 'officer' } });
    const changed = audit(1, 'kujtim', 'person_changed', 'hana');
    expect(found([[1, [...rows, changed]]], mails, first)).toEqual([]);
  });

  it('that time gave it and nobody who could object heard of it, or one of them was shut out', () => {
    const lone = { lule: null };
    const waits = asking({ effectiveAt: iso(25) }, lone);
    expect(found([waits], [], centre(lone))).toEqual(['power']);
    expect(found([waits], [letter(26, 'flamur', 'puppet')], centre(lone))).toEqual(['power']);
    expect(found([waits], [letter(1.1, 'kujtim', 'puppet')], centre(lone))).toEqual(['power']);
    const barred = { ...lone, elira: { role: 'supervisor', barred: true } };
    const [, rows] = asking({ effectiveAt: iso(25) }, barred);
    const shutOut = [...rows, audit(2, 'kujtim', 'person_suspended', 'elira')];
    const mails = [letter(1.1, 'flamur', 'puppet'), letter(2.1, 'flamur', 'elira')];
    expect(found([waits, [2, shutOut]], mails, centre(lone))).toEqual(['power']);
  });

  it('that what was refused in time was given all the same, and nothing where it was not', () => {
    const lone = { lule: null };
    const refused: [number, Rows] = [
      5,
      [...centre({ ...lone, puppet: {} }), added, audit(5, 'flamur', 'change_refused', 'puppet')],
    ];
    expect(found([asking({ effectiveAt: iso(25) }, lone), refused], [], centre(lone))).toEqual([]);
  });

  it('that somebody was brought back, or took a duty for themselves', () => {
    const back = audit(1, 'kujtim', 'person_brought_back', 'arta');
    const arta = (active: boolean): Rows => centre({ arta: { role: 'officer', active } });
    expect(found([[1, [...arta(true), back]]], [], arta(false))).toEqual(['power']);
    const duty = audit(1, 'kujtim', 'person_changed', 'kujtim');
    expect(found([[1, [...centre({ kujtim: { role: 'administrator', duties: ['director'] } }), duty]]])).toEqual([
      'power',
    ]);
  });
});

it('a line to a phone tells of several changes, and of one where it names it', () => {
  const changed = audit(1, 'kujtim', 'person_suspended', 'blerim');
  const foundWith = (text: string): string[] =>
    found([[1, [...centre({ blerim: { active: false } }), changed]]], [letter(1.1, 'flamur', text)]);
  expect(foundWith('2 notices https://staff.example/people')).toEqual([]);
  expect(foundWith('A notice https://staff.example/people/arta')).toEqual(['untold']);
  expect(foundWith('A notice https://staff.example/people/blerim')).toEqual([]);
});

describe('of places it is found', () => {
  const suspended = (id: string, by = 'kujtim', action = 'person_suspended') => audit(1, by, action, id);
  const told = (id: string) => [letter(1.1, 'elira', id), letter(1.1, 'flamur', id)];
  const gone = (id: string, row = suspended(id)): [number, Rows][] => [
    [1, [...centre({ [id]: { active: false } }), row]],
  ];

  it('that the last other one of a role was taken', () => {
    expect(found(gone('flamur'), told('flamur'))).toEqual(['place']);
    expect(found(gone('elira'), told('elira'))).toEqual(['place']);
    expect(found(gone('lule'), told('lule'))).toEqual(['place']);
    expect(found(gone('blerim'), told('blerim'))).toEqual([]);
  });

  it('nothing where the place is kept, or somebody else had asked for it or agreed', () => {
    const barred = centre({ flamur: { role: 'director', barred: true } });
    expect(found([[1, [...barred, suspended('flamur')]]], told('flamur'))).toEqual([]);
    expect(found(gone('flamur', suspended('flamur', 'lule')))).toEqual([]);
    expect(found(gone('flamur', suspended('flamur', 'elira', 'change_approved')))).toEqual([]);
  });

  it('that a rung has nobody left', () => {
    const withRung = (duties: string[]): Rows => centre({ blerim: { role: 'officer', duties } });
    const changed = audit(1, 'kujtim', 'person_changed', 'blerim');
    const mails = told('blerim');
    expect(found([[1, [...withRung([]), changed]]], mails, withRung(['backup']))).toEqual(['place']);
    expect(found([[1, [...centre({ grace: { duties: [] } }), suspended('grace')]]], told('grace'))).toEqual(['place']);
  });
});

describe('of who hears of it, it is found', () => {
  const changed = audit(1, 'kujtim', 'person_changed', 'blerim');
  const now = (more: object): [number, Rows][] => [[1, [...centre({ blerim: { role: 'officer', ...more } }), changed]]];
  const other = { mail: 'kujtim-too@mail.example' };

  it('that nobody could object to another address, phone, duty or role, or to an end of sign-in', () => {
    for (const more of [
      other,
      { phone: '+355 6 1' },
      { duties: ['backup'] },
      { active: false },
      { role: 'counsellor' },
    ])
      expect([more, found(now(more))]).toEqual([more, ['untold']]);
    expect(found(now({ language: 'en' }))).toEqual([]);
  });

  it('that only the new address heard of it, and nothing where the old one did, or who leads', () => {
    const toNew = { ...letter(1.1, '', 'blerim'), to: other.mail };
    expect(found(now(other), [toNew])).toEqual(['untold']);
    expect(found(now(other), [letter(1.1, 'blerim', 'Name of blerim')])).toEqual([]);
    expect(found(now(other), [letter(1.1, 'grace', 'blerim')])).toEqual([]);
    expect(found(now(other), [letter(3, 'grace', 'blerim')])).toEqual(['untold']);
    expect(found(now(other), [letter(1.1, 'kujtim', 'blerim')])).toEqual(['untold']);
  });

  it('nothing of what somebody else did, or of their own address', () => {
    expect(
      found([
        [1, [...centre({ blerim: { role: 'officer', ...other } }), audit(1, 'lule', 'person_changed', 'blerim')]],
      ]),
    ).toEqual([]);
    const own = centre({ kujtim: { role: 'administrator', ...other } });
    expect(found([[1, [...own, audit(1, 'kujtim', 'person_changed', 'kujtim')]]])).toEqual([]);
  });

  it('of two, what both did is counted once and not broken', () => {
    const directories = [
      { at: at(0), rows: centre() },
      { at: at(1), rows: [...centre({ flamur: { active: false } }), audit(1, 'lule', 'change_approved', 'flamur')] },
    ];
    expect(judged({ directories, mails: [letter(1.1, 'elira', 'flamur')] }, ['kujtim', 'lule']).together).toEqual({});
  });
});
