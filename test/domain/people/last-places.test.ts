import { describe, expect, it } from 'vitest';
import { admits, authorize } from '#shared/domain/access/authorize.ts';
import {
  decideAddition,
  decideChange,
  decideReturn,
  decideSuspension,
  decideWaiting,
} from '#shared/domain/people/power/change-person.ts';
import { noticesOf } from '#shared/domain/people/directory-notice.ts';
import { asOf, isInLately, personOf, type StaffRecord } from '#shared/domain/people/staff-record.ts';
import { after, asks, because, changed, code, hoursOn, now, record } from './staff.ts';

const ana = record('ana', { role: 'administrator' });
const ben = record('ben', { role: 'administrator' });
const supervisor = record('supervisor', { role: 'supervisor' });
const director = record('director', { role: 'director' });
const auditor = record('auditor', { role: 'auditor' });
const officer = record('officer', { role: 'officer', duties: ['duty_officer'] });
const partner = record('partner', { duties: ['outside_partner'] });
const everybody = [ana, ben, supervisor, director, auditor, officer, partner];
const suspended = (people: readonly StaffRecord[], one: StaffRecord, by = ana, at = now) =>
  decideSuspension(asks(people, by, at), people.find(({ id }) => id === one.id) ?? one);
const one = (people: readonly StaffRecord[], id: string): StaffRecord => {
  const found = people.find((person) => person.id === id);
  if (found === undefined) throw new Error(`Nobody is ${id}.`);
  return found;
};

describe('a suspension of the last other one', () => {
  it.each([ben, supervisor, director, auditor, partner, officer])(
    'ends sign-in at once and keeps the place until another confirms: $id',
    (last) => {
      const barred = changed(suspended(everybody, last));
      expect(barred).toMatchObject({ active: true, barred: true, duties: last.duties });
      expect(barred.role).toBe(last.role);
      expect(barred.waiting).toMatchObject({ set: { active: false }, approval: { askedBy: 'ana' } });
      expect(asOf(barred, hoursOn(24 * 365)).barred).toBe(true);
      expect(admits(barred, 'see_attention')).toBe(false);
      expect(authorize(barred, 'list_cases')).toEqual({ allowed: false, because: 'no_account' });
    },
  );

  it('of a role with two others holds at once, and the second one waits', () => {
    const people = [...everybody, record('second', { role: 'supervisor' })];
    const first = suspended(people, supervisor);
    expect(changed(first)).toMatchObject({ active: false });
    expect(changed(suspended(after(people, first), one(people, 'second')))).toMatchObject({ barred: true });
  });

  it('is confirmed neither by who asked nor by whom it is about, and by an administrator, supervisor or director', () => {
    const barred = changed(suspended(everybody, supervisor));
    const people = everybody.map((each) => (each.id === barred.id ? barred : each));
    const by = (who: StaffRecord) => decideWaiting(asks(people, who), barred, 'approve');
    expect(because(by(ana))).toBe('own_request');
    for (const who of [barred, officer, auditor]) expect(because(by(who))).toBe('not_an_approver');
    for (const who of [ben, director]) expect(changed(by(who))).toMatchObject({ active: false });
    expect(changed(by(ben))).not.toHaveProperty('barred');
  });

  it('is stopped by an objection, and taken back by who asked without giving sign-in back', () => {
    const barred = changed(suspended(everybody, ben));
    const refuse = (who: StaffRecord) => changed(decideWaiting(asks([...everybody, barred], who), barred, 'refuse'));
    expect(refuse(director)).not.toHaveProperty('barred');
    expect(refuse(ana)).toMatchObject({ barred: true });
    expect(refuse(ana)).not.toHaveProperty('waiting');
    expect(because(decideWaiting(asks(everybody, { ...ben, barred: true }), barred, 'refuse'))).toBe('not_an_approver');
  });

  it('is not helped by somebody whom the asker chose', () => {
    const chosen = { ...supervisor, id: 'friend', chosen: { by: 'ana', at: hoursOn(-24) } };
    const people = [...everybody, chosen];
    const barred = changed(suspended(people, supervisor));
    expect(barred).toMatchObject({ barred: true });
    const approve = (at: string) =>
      because(
        decideWaiting(asks([...people.filter(({ id }) => id !== barred.id), barred], chosen, at), barred, 'approve'),
      );
    expect(approve(hoursOn(1))).toBe('not_an_approver');
    expect(approve(hoursOn(6 * 24 - 1))).toBe('not_an_approver');
    expect(approve(hoursOn(6 * 24))).toBeUndefined();
  });

  it('asks for a return only of another person, and clears the doubt', () => {
    const barred = changed(decideSuspension(asks(everybody, ana), ben, true));
    expect(barred.distrusted).toBe(now);
    const people = [...everybody.filter(({ id }) => id !== 'ben'), barred, record('cat', { role: 'administrator' })];
    const waits = changed(decideReturn(asks(people, ana), barred));
    expect(waits).toMatchObject({ barred: true, distrusted: now, waiting: { set: { active: true } } });
    const back = changed(decideWaiting(asks(people, one(people, 'cat')), waits, 'approve'));
    expect(back).toMatchObject({ active: true });
    expect(back).not.toHaveProperty('barred');
    expect(back).not.toHaveProperty('distrusted');
  });

  it('can be asked again when nobody is left who could decide, and then the partner is asked', () => {
    const small = [ana, supervisor, director, partner];
    const first = after(small, suspended(small, supervisor));
    expect(one(first, 'supervisor').waiting?.approval).not.toHaveProperty('partner');
    expect(suspended(first, supervisor).outcome).toBe('unchanged');
    const both = after(first, suspended(first, director));
    expect(one(both, 'director').waiting?.approval.partner).toEqual({ id: 'partner', code });
    expect(changed(suspended(both, supervisor)).waiting?.approval.partner).toEqual({ id: 'partner', code });
  });
});

describe('another change that takes a last place', () => {
  it('waits with the fields that lose, and the rest holds', () => {
    const lower = decideChange(asks(everybody, ana), supervisor, { ...supervisor, role: 'officer', name: 'New' });
    expect(changed(lower)).toMatchObject({ role: 'supervisor', name: 'New', waiting: { set: { role: 'officer' } } });
    const { role: _, ...none } = auditor;
    const waits = changed(decideChange(asks(everybody, ana), auditor, none));
    expect(waits).toMatchObject({ role: 'auditor', waiting: { set: { role: null }, because: ['last_of_role'] } });
    const gone = changed(decideWaiting(asks([...everybody, waits], ben), waits, 'approve'));
    expect(gone).not.toHaveProperty('role');
    expect(gone.held).toEqual([{ role: 'auditor', until: hoursOn(7 * 24) }]);
  });

  it('that empties a rung keeps its duty until another agrees, and no longer', () => {
    const without = { ...officer, duties: [], language: 'sq' };
    const waits = changed(decideChange(asks(everybody, ana), officer, without));
    expect(waits).toMatchObject({ duties: ['duty_officer'], language: 'sq', waiting: { because: ['last_of_rung'] } });
    expect(changed(decideWaiting(asks([...everybody, waits], director), waits, 'approve')).duties).toEqual([]);
    const people = [...everybody, record('second', { role: 'officer', duties: ['desk'] })];
    expect(changed(decideChange(asks(people, ana), officer, without)).duties).toEqual([]);
  });

  it('is not helped by a contact that the asker set alone, however long ago', () => {
    const { revision: _, ...dummy } = record('dummy', { duties: ['desk'] });
    const people = after(everybody, decideAddition(asks(everybody, ana), dummy));
    const later = asks(people, ana, hoursOn(24 * 30));
    expect(changed(decideChange(later, officer, { ...officer, duties: [] })).duties).toEqual(['duty_officer']);
    const byBen = asks(people, ben, hoursOn(24 * 30));
    expect(changed(decideChange(byBen, officer, { ...officer, duties: [] })).duties).toEqual([]);
  });
});

describe('time', () => {
  const alone = [ana, supervisor, director, officer, partner];
  const clears = (people: readonly StaffRecord[], at = now) =>
    decideChange(asks(people, ana, at), one(people, 'officer'), { ...one(people, 'officer'), cleared: true });

  it('stands in where the role as it was has nobody else', () => {
    expect(changed(clears(alone)).waiting?.approval.effectiveAt).toBe(hoursOn(24));
  });

  it('grants nothing after a bar: for seven days, or as long as the second administrator keeps the place', () => {
    const barred = after([...alone, ben], suspended([...alone, ben], ben));
    for (const at of [hoursOn(1), hoursOn(24 * 100)]) {
      expect(changed(clears(barred, at)).waiting?.approval).not.toHaveProperty('effectiveAt');
    }
    const lost = after(alone, suspended(alone, supervisor));
    const timeOf = (at: string) => changed(clears(lost, at)).waiting?.approval.effectiveAt;
    expect(timeOf(hoursOn(7 * 24 - 1))).toBeUndefined();
    expect(timeOf(hoursOn(7 * 24 + 1))).toBe(hoursOn(8 * 24 + 1));
    expect(asOf(changed(clears(lost)), hoursOn(6 * 24)).cleared).toBe(false);
    expect(asOf(changed(clears(lost)), hoursOn(7 * 24)).waiting).toBeUndefined();
  });

  it('is taken from what waits when somebody is barred who could object, also from what release 0.1.0 wrote', () => {
    const waiting = after(alone, clears(alone));
    const decision = suspended(waiting, director);
    const then = after(waiting, decision);
    expect(one(then, 'officer').waiting?.approval).not.toHaveProperty('effectiveAt');
    expect(asOf(one(then, 'officer'), hoursOn(48)).cleared).toBe(false);
    const untouched = after(waiting, suspended(waiting, partner));
    expect(asOf(one(untouched, 'officer'), hoursOn(48)).cleared).toBe(true);
  });

  it('is refused to more changes than one transaction could take it from', () => {
    const many = Array.from({ length: 20 }, (_, at) => record(`o${at}`, { role: 'officer' }));
    let people: StaffRecord[] = [...alone, ...many];
    for (const each of many) {
      people = after(people, decideChange(asks(people, ana), each, { ...each, cleared: true }));
    }
    expect(because(clears(people))).toBe('too_many_wait');
    const decision = suspended(people, director);
    expect(decision.outcome === 'change' ? decision.others : []).toHaveLength(20);
  });
});

describe('the outside partner', () => {
  const three = [ana, supervisor, officer, partner];
  const waits = changed(suspended(three, supervisor));
  const people = three.map((each) => (each.id === 'supervisor' ? waits : each));
  const calls = (said: string, of = waits) => decideWaiting(asks(people, ana), of, 'approve', { code: said });

  it('decides by a call that somebody records with the code, as it was said', () => {
    expect(calls(' 7k3m-9qxr ')).toMatchObject({ outcome: 'change', decidedBy: 'partner', after: { active: false } });
    const refusal = decideWaiting(asks(people, ana), waits, 'refuse', { code });
    expect(changed(refusal)).toMatchObject({ active: true });
    expect(changed(refusal)).not.toHaveProperty('barred');
  });

  it('is not guessed: five wrong codes end the request, and sign-in stays ended', () => {
    let record_ = waits;
    for (let wrong = 1; wrong < 5; wrong += 1) {
      const decision = calls('00000000', record_);
      expect(decision).toMatchObject({ isWrongCode: true });
      record_ = changed(decision);
      expect(record_.waiting?.approval.partner?.wrong).toBe(wrong);
    }
    const last = changed(calls('0', record_));
    expect(last).not.toHaveProperty('waiting');
    expect(last).toMatchObject({ barred: true, active: true });
  });

  it('is asked only where nobody else can decide, and never by an address that one person set', () => {
    expect(changed(suspended(everybody, supervisor)).waiting?.approval).not.toHaveProperty('partner');
    const { revision: _, ...mine } = record('mine', { duties: ['outside_partner'] });
    const set = after([ana, supervisor, officer], decideAddition(asks([ana, supervisor, officer], ana), mine));
    expect(one(set, 'mine').waiting?.because).toEqual(['partner_named']);
    const asked = (at: string, of = set) => changed(suspended(of, supervisor, ana, at)).waiting?.approval.partner;
    expect(asked(hoursOn(23))).toBeUndefined();
    expect(asked(hoursOn(24 + 7 * 24 - 1))).toBeUndefined();
    expect(asked(hoursOn(24 + 7 * 24))).toEqual({ id: 'mine', code });
    const refused = after(set, decideWaiting(asks(set, supervisor), one(set, 'mine'), 'refuse'));
    expect(asked(hoursOn(24 * 365), refused)).toBeUndefined();
    const agreed = after(set, decideWaiting(asks([...set, ben], ben), one(set, 'mine'), 'approve'));
    expect(asked(now, agreed)).toEqual({ id: 'mine', code });
  });

  it('stays the last one where the only other waits for a role', () => {
    const second = record('second', { duties: ['outside_partner'] });
    const both = [ana, supervisor, director, partner, second];
    expect(changed(suspended(both, partner))).toMatchObject({ active: false });
    const roled = after(both, decideChange(asks(both, ana), second, { ...personOf(second, now), role: 'volunteer' }));
    expect(one(roled, 'second').waiting?.set.role).toBe('volunteer');
    expect(changed(suspended(roled, partner))).toMatchObject({ barred: true, active: true });
  });

  it('whose address one person changes is asked no more until somebody agrees', () => {
    const elsewhere = decideChange(asks(three, ana), partner, { ...partner, mail: 'ana@elsewhere.example' });
    expect(changed(suspended(after(three, elsewhere), supervisor)).waiting?.approval).not.toHaveProperty('partner');
  });
});

describe('who is told', () => {
  const told = (people: readonly StaffRecord[], decision: ReturnType<typeof decideChange>, id: string) => {
    if (decision.outcome !== 'change') throw new Error('Nothing changed.');
    return noticesOf(
      asks(people, ana),
      people.find((each) => each.id === id),
      decision.after,
    ).map(({ to, kind, address }) => `${kind ?? ''} ${to}${address === undefined ? '' : ` at ${address}`}`);
  };

  it('is, of a suspension that waits, the person and everybody who can decide', () => {
    expect(told(everybody, suspended(everybody, supervisor), 'supervisor')).toEqual([
      'suspended supervisor',
      'loss_waits ana',
      'loss_waits ben',
      'loss_waits director',
    ]);
  });

  it('is, of a suspension at once, the person, all administrators and the director', () => {
    const people = [...everybody, record('second', { role: 'officer', duties: ['desk'] })];
    expect(told(people, suspended(people, officer), 'officer')).toEqual([
      'suspended officer',
      'suspended ana',
      'suspended ben',
      'suspended director',
    ]);
  });

  it('is, of a new address or duty, the old address and the supervisors', () => {
    const moved = decideChange(asks(everybody, ana), officer, { ...officer, mail: 'new@centre.example' });
    expect(told(everybody, moved, 'officer')).toEqual([
      'contact_changed supervisor',
      'contact_changed officer at officer@centre.example',
    ]);
    const more = decideChange(asks(everybody, ana), officer, { ...officer, duties: ['duty_officer', 'backup'] });
    expect(told(everybody, more, 'officer')).toContain('contact_changed officer at officer@centre.example');
    const named = decideChange(asks(everybody, ana), officer, { ...officer, name: 'New' });
    expect(told(everybody, named, 'officer')).toEqual([]);
  });

  it('is, of a role that is lost, the person and everybody who could object', () => {
    const people = [...everybody, record('second', { role: 'supervisor' })];
    const lower = decideChange(asks(people, ana), supervisor, { ...supervisor, role: 'officer' });
    expect(told(people, lower, 'supervisor').sort()).toEqual(
      ['ana', 'ben', 'director', 'second', 'supervisor'].map((id) => `role_lost ${id}`),
    );
  });

  it('is, of what nobody can approve, also the partner and who held such a role within seven days', () => {
    const people = [...everybody.filter(({ id }) => id !== 'ben'), record('second', { role: 'supervisor' })];
    const without = after(people, suspended(people, one(people, 'second')));
    const asked = decideChange(asks(without, ana), officer, { ...officer, cleared: true });
    const sorted = ['ana', 'director', 'partner', 'second', 'supervisor'];
    // The partner gets the code, because time does not count so soon after a suspension.
    expect(told(without, asked, 'officer').sort()).toEqual([
      ...sorted.filter((id) => id !== 'partner').map((id) => `change_waits ${id}`),
      'partner_asked partner at partner@centre.example',
    ]);
    const before = decideChange(asks(people, ana), officer, { ...officer, cleared: true });
    expect(told(people, before, 'officer').sort()).toEqual(sorted.map((id) => `change_waits ${id}`));
  });
});

describe('the roles as they were', () => {
  it('hold who is barred, and who lost a role within seven days', () => {
    const barred = changed(suspended(everybody, director));
    const isIn = (of: StaffRecord, hours: number) =>
      isInLately(asOf(of, hoursOn(hours)), ['director'], hoursOn(hours - 7 * 24));
    expect(isIn(barred, 24 * 365)).toBe(true);
    const gone = changed(decideWaiting(asks([...everybody, barred], ben), barred, 'approve'));
    expect([isIn(gone, 7 * 24), isIn(gone, 7 * 24 + 1)]).toEqual([true, false]);
    expect(personOf(gone, now)).not.toHaveProperty('held');
  });
});
