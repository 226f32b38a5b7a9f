import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { maySignIn, roles } from '#shared/domain/access/authorize.ts';
import {
  decideAddition,
  decideChange,
  decideReturn,
  decideSuspension,
  decideWaiting,
  peopleAsOf,
  type StaffingDecision,
} from '#shared/domain/people/power/change-person.ts';
import { isChosenLately } from '#shared/domain/access/chosen.ts';
import { noticesOf } from '#shared/domain/people/directory-notice.ts';
import { placeRoles } from '#shared/domain/people/power/losses.ts';
import { personOf, type StaffRecord } from '#shared/domain/people/staff-record.ts';
import { after, asks, hoursOn, record, rungs } from './staff.ts';

/** One administrator who does anything, alone. Everybody else does nothing for weeks. */
const me = record('me', { role: 'administrator' });
const ben = record('ben', { role: 'administrator' });
const others = [
  record('supervisor', { role: 'supervisor', duties: ['backup'] }),
  record('director', { role: 'director' }),
  record('auditor', { role: 'auditor' }),
  record('officer', { role: 'officer', duties: ['duty_officer'] }),
  record('desk', { duties: ['desk'] }),
  record('partner', { duties: ['outside_partner'] }),
];

/** So many histories of each. */
const runs = 400;

const duties = rungs.flatMap((rung) => rung.duties);
const change = fc.record(
  {
    role: fc.option(fc.constantFrom(...roles)),
    cleared: fc.boolean(),
    duties: fc.subarray(duties),
    mail: fc.constantFrom('me@elsewhere.example', 'dead@nowhere.example'),
    phone: fc.constantFrom('+355 4 1', '+355 4 2'),
  },
  { requiredKeys: [] },
);
const steps = fc.array(
  fc.record({
    about: fc.constantFrom('me', 'ben', ...others.map(({ id }) => id), 'mine', 'mine-too'),
    hours: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(24 * 8)),
    what: fc.oneof(fc.constantFrom('suspend', 'distrust', 'return', 'approve', 'refuse', 'call'), change),
  }),
  { minLength: 1, maxLength: 40 },
);

function decided(
  people: readonly StaffRecord[],
  about: string,
  what: unknown,
  at: string,
): StaffingDecision | undefined {
  const by = people.find(({ id }) => id === 'me');
  if (by?.active !== true || by.barred === true || by.role !== 'administrator') return undefined;
  const asked = asks(people, by, at);
  const before = people.find(({ id }) => id === about);
  if (before === undefined) {
    if (typeof what !== 'object') return undefined;
    const { revision: _, ...wanted } = record(about, asPerson(what ?? {}));
    return decideAddition(asked, wanted);
  }
  if (what === 'suspend' || what === 'distrust') return decideSuspension(asked, before, what === 'distrust');
  if (what === 'return') return decideReturn(asked, before);
  if (what === 'call') return decideWaiting(asked, before, 'approve', { code: '00000000' });
  if (what === 'approve' || what === 'refuse') return decideWaiting(asked, before, what);
  return decideChange(asked, before, { ...personOf(before, at), ...asPerson(what ?? {}) });
}

function asPerson({ role, ...rest }: { role?: StaffRecord['role'] | null }): Partial<StaffRecord> {
  return role === null || role === undefined ? rest : { ...rest, role };
}

/** Plays the steps, and looks after each one. */
function play(
  start: readonly StaffRecord[],
  played: readonly { about: string; hours: number; what: unknown }[],
  look: (people: readonly StaffRecord[], step: string) => void,
): { people: StaffRecord[]; hours: number; untold: string[] } {
  let people = [...start];
  let hours = 0;
  const untold: string[] = [];
  for (const { about, hours: passing, what } of played) {
    hours += passing;
    const at = hoursOn(hours);
    people = peopleAsOf(people, at);
    const step = `${String(hours)} h: ${JSON.stringify(what)} of ${about}`;
    look(people, step);
    const before = people.find(({ id }) => id === about);
    const decision = decided(people, about, what, at);
    if (decision?.outcome !== 'change') continue;
    const told = noticesOf({ people, now: at, rungs }, before, decision.after).map(({ to }) => to);
    const isAsked = decision.after.waiting !== undefined && before?.waiting === undefined;
    const hasOther = people.some(
      (one) =>
        maySignIn(one) && one.role === 'administrator' && !['me', about].includes(one.id) && !isChosenLately(one, at),
    );
    if (isAsked && !hasOther && !['supervisor', 'director'].some((id) => told.includes(id))) untold.push(step);
    people = after(people, decision);
    look(people, step);
  }
  const end = hoursOn(hours + 24 * 60);
  look(peopleAsOf(people, end), 'two months later');
  return { people, hours, untold };
}

/** Places of the start that nobody fills any more but the administrator, and what the administrator set alone. */
function lostPlaces(start: readonly StaffRecord[], people: readonly StaffRecord[], announced: Set<string>): string[] {
  const isKnown = (id: string): boolean => start.some((one) => one.id === id);
  // Whoever got a role by time was announced a day before, and for a week nobody objected.
  for (const { id, chosen } of people) if (isKnown(id) || chosen?.alone !== true) announced.add(id);
  const left = people.filter(({ id, active }) => active && id !== 'me' && announced.has(id));
  const ofRoles = placeRoles.filter(
    (role) => start.some((one) => one.id !== 'me' && one.role === role) && !left.some((one) => one.role === role),
  );
  const fills = (one: StaffRecord, duty: string): boolean =>
    one.duties.includes(duty) && (duty !== 'outside_partner' || one.role === undefined);
  const ofRungs = rungs.filter((rung) => !left.some((one) => rung.duties.some((duty) => fills(one, duty))));
  return [...ofRoles, ...ofRungs.map(({ id }) => id)];
}

/** People who may do more than at the start. */
function raised(start: readonly StaffRecord[], people: readonly StaffRecord[]): string[] {
  return people
    .filter((one) => {
      const was = start.find(({ id }) => id === one.id);
      const isRoled = one.active && one.role !== undefined && (was === undefined || was.role !== one.role);
      const mayLower =
        was?.role === 'supervisor' || was?.role === 'officer' || was?.role === 'director' || was?.role === 'auditor';
      const isUp =
        isRoled && !(mayLower && ['volunteer', 'counsellor', 'officer', 'statistician'].includes(one.role ?? ''));
      return isUp || (one.cleared && was?.cleared !== true);
    })
    .map(({ id }) => id);
}

describe('one administrator among two, whatever they do for weeks', () => {
  const start = [me, ben, ...others];

  it('takes no last place and gives nobody any power', () => {
    fc.assert(
      fc.property(steps, (played) => {
        const wrong: string[] = [];
        const announced = new Set<string>();
        const { untold } = play(start, played, (people, step) => {
          for (const place of lostPlaces(start, people, announced)) wrong.push(`${step}: nobody is left of ${place}`);
          // Nobody else can be asked about a clearance for the second administrator. Those who object are told.
          for (const id of raised(start, people)) if (id !== 'ben') wrong.push(`${step}: ${id} has more`);
        });
        expect([wrong, untold]).toEqual([[], []]);
      }),
      { numRuns: runs },
    );
  });
});

describe('the only administrator, whatever they do for weeks', () => {
  const start = [me, ...others];

  it('takes no last place, and gives power only a day after those who can object were told', () => {
    fc.assert(
      fc.property(steps, (played) => {
        const wrong: string[] = [];
        const announced = new Set<string>();
        const { untold } = play(start, played, (people, step) => {
          for (const place of lostPlaces(start, people, announced)) wrong.push(`${step}: nobody is left of ${place}`);
          for (const id of raised(start, people)) {
            const one = people.find((person) => person.id === id);
            if (one?.chosen?.by !== 'me') wrong.push(`${step}: ${id} has more, and nobody stands for it`);
          }
        });
        expect([wrong, untold]).toEqual([[], []]);
      }),
      { numRuns: runs },
    );
  });
});
