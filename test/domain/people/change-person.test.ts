import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { roles } from '#shared/domain/access/authorize.ts';
import type { Person } from '#shared/domain/people/person.ts';
import { asOf, personOf, type StaffRecord } from '#shared/domain/people/staff-record.ts';
import { changedFields } from '#shared/domain/people/staff-record.ts';
import {
  decideAddition,
  decideChange,
  decideReturn,
  decideSuspension,
  decideWaiting,
  peopleAsOf,
} from '#shared/domain/people/power/change-person.ts';
import { asks, because, changed, hoursOn, now, record } from './staff.ts';

const [ana, ben] = [record('ana', { role: 'administrator' }), record('ben', { role: 'administrator' })];
const officer = record('officer', { role: 'officer' });
describe('a change that gives somebody more', () => {
  const raise = () =>
    decideChange(asks([ana, ben, officer], ana), officer, { ...officer, role: 'supervisor', name: 'New' });

  it('waits for a second administrator, while what gives nothing holds at once', () => {
    expect(changed(raise())).toMatchObject({ name: 'New', role: 'officer', waiting: { set: { role: 'supervisor' } } });
    expect(changed(raise()).waiting?.approval).not.toHaveProperty('effectiveAt');
    expect(personOf(changed(raise()), hoursOn(48))).toMatchObject({ role: 'officer' });
  });

  it('holds when another approves, and is gone when anybody refuses or nobody decides in a week', () => {
    const waiting = changed(raise());
    const approval = decideWaiting(asks([ana, ben, waiting], ben), waiting, 'approve');
    const approved = changed(approval);
    expect(personOf(approved, now)).toMatchObject({ role: 'supervisor' });
    expect(approved.waiting).toBeUndefined();
    for (const by of [ana, ben, record('head', { role: 'director' }), record('sup', { role: 'supervisor' })]) {
      const refused = changed(decideWaiting(asks([ana, ben, waiting], by), waiting, 'refuse'));
      expect(refused).toMatchObject({ role: 'officer', active: true });
      expect(refused.waiting).toBeUndefined();
    }
    expect(asOf(waiting, hoursOn(7 * 24 - 1)).waiting).toBeDefined();
    expect(asOf(waiting, hoursOn(7 * 24))).toEqual({ ...waiting, waiting: undefined });
  });

  it('is approved neither by who asked, nor by whom it is about, nor by anybody else', () => {
    const waiting = changed(raise());
    const by = (one: StaffRecord) => because(decideWaiting(asks([ana, ben, waiting], one), waiting, 'approve'));
    expect(by(ana)).toBe('own_request');
    expect(by(record('sup', { role: 'supervisor' }))).toBe('not_an_approver');
    expect(by({ ...ben, active: false })).toBe('not_an_approver');
    const cleared = changed(decideChange(asks([ana, ben], ana), ben, { ...ben, cleared: true }));
    expect(because(decideWaiting(asks([ana, cleared], cleared), cleared, 'approve'))).toBe('not_an_approver');
  });

  it('holds by itself after a day when there is nobody to approve, and everybody is told', () => {
    const decision = decideChange(asks([ana, officer], ana), officer, { ...officer, cleared: true });
    const onlyOneself = decideChange(asks([ana, ben], ana), ben, { ...ben, cleared: true });
    expect(changed(onlyOneself).waiting?.approval.effectiveAt).toBe(hoursOn(24));
    const waiting = changed(decision);
    expect(personOf(waiting, hoursOn(23.9)).cleared).toBe(false);
    expect(personOf(waiting, hoursOn(24)).cleared).toBe(true);
    expect(asOf(waiting, hoursOn(24)).waiting).toBeUndefined();
    // Nobody but ana chose that, so for a week the two count as one.
    expect(personOf(waiting, hoursOn(30)).chosen).toEqual({ by: 'ana', at: hoursOn(24) });
  });

  it('is asked for once at a time', () => {
    const waiting = changed(raise());
    expect(because(decideChange(asks([ana, ben, waiting], ben), waiting, { ...officer, cleared: true }))).toBe(
      'change_waits',
    );
    expect(because(decideWaiting(asks([ana, ben, officer], ben), officer, 'approve'))).toBe('nothing_waits');
  });

  it('nobody gets by asking for it themselves, except a duty that another approves', () => {
    const asksFor = (more: Partial<Person>) => decideChange(asks([ana, ben], ana), ana, { ...ana, ...more });
    expect(because(asksFor({ cleared: true }))).toBe('own_record');
    expect(because(asksFor({ role: 'supervisor' }))).toBe('own_record');
    expect(changed(asksFor({ duties: ['director'] }))).toMatchObject({
      duties: [],
      waiting: { set: { duties: ['director'] } },
    });
    const holder = { ...ana, duties: ['backup', 'night'] };
    const asked = asks([holder, ben], holder);
    expect(changed(decideChange(asked, holder, { ...holder, duties: ['backup', 'director'] }))).toMatchObject({
      duties: ['backup'],
      waiting: { set: { duties: ['backup', 'director'] } },
    });
  });
});

describe('a new person', () => {
  const add = (more: Partial<Person>, by = ana, people = [ana, ben]) => {
    const { revision: _, ...wanted } = record('new', more);
    return decideAddition(asks(people, by), wanted);
  };

  it('without any power is there at once; with a role, a contact without sign-in until somebody agrees', () => {
    expect(add({})).toMatchObject({ outcome: 'change', after: { id: 'new', active: true }, others: [] });
    const waiting = changed(add({ role: 'officer', cleared: true, duties: ['backup'] }));
    expect(waiting).toMatchObject({
      cleared: false,
      duties: ['backup'],
      waiting: { set: { role: 'officer', cleared: true }, because: ['role_up', 'clearance_given'] },
    });
    expect(waiting).not.toHaveProperty('role');
    expect(changed(decideWaiting(asks([ana, ben, waiting], ben), waiting, 'approve'))).toMatchObject({
      role: 'officer',
      cleared: true,
    });
  });

  it('that another has already is refused, and another id is not', () => {
    const { revision: _, ...again } = officer;
    expect(because(decideAddition(asks([ana, officer], ana), again))).toBe('person_known');
    expect(because(decideAddition(asks([ana, ben], ana), again))).toBeUndefined();
  });
});

describe('a suspension', () => {
  it('of somebody who is out already changes nothing, unless something waits that would bring them back', () => {
    const out = record('officer', { role: 'officer', active: false });
    expect(decideSuspension(asks([ana, ben, out], ana), out)).toEqual({ outcome: 'unchanged' });
    const back = changed(decideReturn(asks([ana, ben, out], ana), out));
    expect(because(decideReturn(asks([ana, ben, back], ana), back))).toBe('change_waits');
    const stays = changed(decideSuspension(asks([ana, ben, back], ana), back));
    expect(stays.active).toBe(false);
    expect(stays).not.toHaveProperty('waiting');
  });

  it('holds at once, takes what waits with it, and only a second person undoes it', () => {
    const waiting = changed(decideChange(asks([ana, ben, officer], ana), officer, { ...officer, cleared: true }));
    const out = changed(decideSuspension(asks([ana, ben, waiting], ana), waiting));
    expect(out).toMatchObject({ active: false });
    expect(out.waiting).toBeUndefined();
    const back = changed(decideReturn(asks([ana, ben, out], ana), out));
    expect(back).toMatchObject({ active: false, waiting: { set: { active: true }, because: ['brought_back'] } });
    expect(changed(decideWaiting(asks([ana, ben, back], ben), back, 'approve')).active).toBe(true);
  });

  it('of a contact without sign-in is undone by one person', () => {
    const partner = record('partner', { active: false });
    expect(changed(decideReturn(asks([ana, partner], ana), partner)).active).toBe(true);
  });
});

describe('the last administrator', () => {
  it('is neither suspended nor made anything else', () => {
    expect(because(decideSuspension(asks([ana, officer], ana), ana))).toBe('last_administrator');
    const { role: _, ...none } = ana;
    expect(because(decideChange(asks([ana, officer], ana), ana, none))).toBe('last_administrator');
    expect(changed(decideSuspension(asks([ana, ben], ana), ana)).active).toBe(false);
    const barred = changed(decideSuspension(asks([ana, ben], ana), ben));
    expect(because(decideSuspension(asks([ana, barred], ana), ana))).toBe('last_administrator');
  });

  it('is also who will be the last once what waits holds', () => {
    const leaving = changed(decideChange(asks([ana, ben], ana), ben, { ...ben, role: 'supervisor' }));
    expect(leaving.waiting).toBeDefined();
    expect(because(decideSuspension(asks([ana, leaving], leaving), ana))).toBe('last_administrator');
  });
});

describe('a record', () => {
  it('with another address is one that mails have not come back from', () => {
    const dead = { ...officer, unreachable: { since: now, because: 'bounced' as const } };
    expect(changed(decideChange(asks([ana, dead], ana), dead, { ...dead, name: 'New' })).unreachable).toBeDefined();
    expect(changed(decideChange(asks([ana, dead], ana), dead, { ...dead, mail: 'new@x.example' })).unreachable).toBe(
      undefined,
    );
  });

  it('says by field what it lacks or has too much of, and a desk with a telephone lacks nothing', () => {
    const gaps = (more: Partial<Person>) => {
      const decision = decideChange(asks([ana, officer], ana), officer, { ...officer, ...more });
      return decision.outcome === 'refused' ? [decision.because, ...decision.gaps] : decision.outcome;
    };
    expect(gaps({ contact: 'phone_desk' })).toEqual(['fields_missing', { pointer: '/phone', code: 'required' }]);
    expect(gaps({ contact: 'phone_desk', phone: '+355 69 000 0000' })).toBe('change');
    expect(gaps({ contact: 'mail_to_sms' })).toBe('change');
    expect(gaps({ duties: ['backup', 'institution:police'] })).toEqual([
      'fields_missing',
      { pointer: '/duties', code: 'too_many', expected: '1' },
      { pointer: '/role', code: 'unknown_field' },
    ]);
    const contact = record('police-1', { duties: ['institution:police'] });
    const renamed = decideChange(asks([ana, contact], ana), contact, { ...contact, name: 'New' });
    expect(renamed).toMatchObject({ outcome: 'change', others: [] });
  });

  it('that brings one-time codes to an address waits for a second person, as a new address of such a contact does', () => {
    const { role: _, ...plain } = officer;
    const contact = { ...plain, duties: ['institution:police'] };
    const asked = changed(decideChange(asks([ana, contact], ana), contact, { ...contact, codeBy: 'mail' }));
    expect(asked).toMatchObject({ waiting: { set: { codeBy: 'mail' }, because: ['codes_by_mail'] } });
    expect(asked.codeBy).toBeUndefined();
    const byMail = { ...contact, codeBy: 'mail' as const };
    const moved = changed(decideChange(asks([ana, byMail], ana), byMail, { ...byMail, mail: 'new@police.example' }));
    expect([moved.mail, moved.codeBy, moved.waiting?.set]).toEqual([
      'new@police.example',
      undefined,
      { codeBy: 'mail' },
    ]);
  });

  it('takes no contact to another institution or unit, and makes nobody one: what was given for one place stays there', () => {
    const contact = record('school-1', { duties: ['institution:school'], unit: 'Shkolla 1', cleared: true });
    const { role: _, ...plain } = officer;
    const gapsOf = (before: StaffRecord, more: Partial<Person>) => {
      const decision = decideChange(asks([ana, before], ana), before, { ...before, ...more });
      return decision.outcome === 'refused' ? decision.gaps : decision.outcome;
    };
    const moved = (pointer: string) => [{ pointer, code: 'wrong_form', expected: 'another_contact' }];
    expect(gapsOf(contact, { duties: ['institution:police'] })).toEqual(moved('/duties'));
    expect(gapsOf(contact, { unit: 'Shkolla 2' })).toEqual(moved('/unit'));
    const { unit: __, ...fromBefore } = contact;
    expect(gapsOf(fromBefore, { unit: 'Shkolla 2' })).toBe('change');
    const asking = asks([ana, contact], ana);
    expect(decideChange(asking, contact, fromBefore)).toMatchObject({ gaps: moved('/unit') });
    expect(decideChange(asking, contact, { ...fromBefore, duties: [] })).toMatchObject({ gaps: moved('/duties') });
    expect(gapsOf(plain, { duties: ['institution:police'] })).toEqual(moved('/duties'));
    expect(gapsOf(contact, { unit: 'SHKOLLA  1', name: 'New' })).toBe('change');
  });

  it('says by field what it lacks, and is not there twice', () => {
    const desk = { ...officer, contact: 'phone_desk' as const };
    expect(decideChange(asks([ana, officer], ana), officer, desk)).toMatchObject({ gaps: [{ pointer: '/phone' }] });
    const contact = { ...officer, duties: ['institution:police'], cleared: true };
    expect(decideChange(asks([ana, officer], ana), officer, contact)).toMatchObject({
      gaps: [{ pointer: '/role' }],
    });
    expect(decideChange(asks([ana, officer], ana), officer, { ...officer, codeBy: 'mail' })).toMatchObject({
      gaps: [{ pointer: '/codeBy', code: 'unknown_field' }],
    });
    expect(because(decideAddition(asks([ana, officer], ana), officer))).toBe('person_known');
    expect(decideChange(asks([ana, officer], ana), officer, officer)).toEqual({ outcome: 'unchanged' });
  });

  it('says which fields changed', () => {
    expect(changedFields({ c: 3, a: 1, b: [1] }, { d: 4, a: 1, b: [2] })).toEqual(['b', 'c', 'd']);
    expect(changedFields(undefined, { a: 1 })).toEqual(['a']);
  });
});

describe('whatever administrators do', () => {
  const ids = ['ana', 'ben', 'cat', 'dan'];
  const steps = fc.array(
    fc.record({
      by: fc.constantFrom(...ids),
      about: fc.constantFrom(...ids),
      hours: fc.integer({ min: 0, max: 30 }),
      what: fc.oneof(
        fc.constantFrom('suspend', 'return', 'approve', 'refuse'),
        fc.record({ role: fc.constantFrom(...roles), cleared: fc.boolean() }),
      ),
    }),
    { maxLength: 40 },
  );

  it('somebody can change the directory, nobody raised themselves, and no single person raised anybody at once', () => {
    fc.assert(
      fc.property(steps, (played) => {
        let people = [ana, ben, record('cat', { role: 'officer' }), record('dan', { role: 'administrator' })];
        let hours = 0;
        const wrong: string[] = [];
        for (const { by, about, hours: passing, what } of played) {
          hours += passing;
          const at = hoursOn(hours);
          people = peopleAsOf(people, at);
          const [actor, before] = [by, about].map((id) => people.find((one) => one.id === id));
          if (actor === undefined || before === undefined || !actor.active || actor.role !== 'administrator') continue;
          const asked = asks(people, actor, at);
          const decision =
            what === 'suspend'
              ? decideSuspension(asked, before)
              : what === 'return'
                ? decideReturn(asked, before)
                : typeof what === 'string'
                  ? decideWaiting(asked, before, what)
                  : decideChange(asked, before, { ...personOf(before, at), ...what });
          if (decision.outcome !== 'change') continue;
          const after = { ...decision.after, revision: 1 };
          const isCleared = after.cleared && !before.cleared;
          const alone = [before.id, before.waiting?.approval.askedBy].includes(by);
          if (isCleared && (what !== 'approve' || alone)) wrong.push(`${by} cleared ${about} alone`);
          if (after.waiting?.approval.askedBy === after.id) wrong.push(`${by} raised themselves`);
          people = people.map((one) => (one.id === about ? after : one));
        }
        expect(wrong).toEqual([]);
        const finally_ = peopleAsOf(people, hoursOn(hours + 24 * 30));
        expect(finally_.some(({ active, role }) => active && role === 'administrator')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
