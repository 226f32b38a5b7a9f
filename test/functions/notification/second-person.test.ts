import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseEvent } from '#shared/domain/case/events.ts';
import type { CaseApproval } from '#shared/domain/case/case.ts';
import type { Case } from '#shared/domain/case/case.ts';
import type { TimerId } from '#shared/domain/case/timer-id.ts';
import type { StaffMember } from '#shared/ports/directory.ts';
import { type Centre, openCentre, staff } from '../centre.ts';

const [duty] = staff;
const now = '2026-11-20T22:10:00.000Z';
const person = (name: string, role: StaffMember['role'], more: Partial<StaffMember> = {}): StaffMember => {
  if (duty === undefined) throw new Error('There is nobody.');
  return {
    ...duty,
    id: `staff-${name}`,
    mail: `${name}@centre.example`,
    duties: [],
    ...(role ? { role } : {}),
    ...more,
  };
};

describe('Telling who may be the second person', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre([
      ...staff,
      person('anna', 'officer'),
      person('bora', 'supervisor'),
      person('cela', 'director'),
      person('dea', 'counsellor'),
      person('gone', 'officer', { active: false }),
    ]);
  });
  afterEach(() => centre.stop());

  const told = () => centre.letters.map(({ to }) => to.replace(/@.*/, '')).toSorted();

  async function ask(approval: Partial<CaseApproval>, overrides: Partial<Case> = {}): Promise<Case> {
    const of = await centre.receive({ severity: 'critical', ...overrides });
    const asked = { id: 'export-1', kind: 'export', askedBy: 'staff-anna', askedAt: now, ...approval };
    await centre.change(of, {
      set: { approvals: [{ reason: 'complaint', ...asked } as CaseApproval] },
      events: [{ type: 'approval.asked', actor: 'staff:staff-anna', data: { approval: asked.id } }],
    });
    await centre.deliver('notification', await centre.lastEvent(of, 'approval.asked'));
    return of;
  }

  it('tells everybody in the roles but who asked, and says neither what nor why', async () => {
    await ask({});
    expect(told()).toEqual(['bora', 'cela']);
    const [letter] = centre.letters;
    expect(letter?.subject).toMatch(/second person/);
    expect(`${letter?.text}${letter?.subject}`).not.toMatch(/complaint|export/);
  });

  it('tells of a lowered severity only who may look at the case', async () => {
    await ask({ id: 'lowering-1', kind: 'lowering' });
    expect(told()).toEqual(['bora']);
  });

  it('tells the role, who asked, the director and the partner of a lowering that time will grant', async () => {
    await centre.putMember(person('grace', undefined, { duties: ['outside_partner'] }));
    await ask({ id: 'lowering-1', kind: 'lowering', effectiveAt: '2026-11-21T22:10:00.000Z' });
    expect(told()).toEqual(['anna', 'bora', 'cela', 'grace']);
  });

  it('tells nobody else of an export to which release 0.1.0 wrote a day: time does not grant it', async () => {
    await ask({ effectiveAt: '2026-11-21T22:10:00.000Z' });
    expect(told()).toEqual(['bora', 'cela']);
  });

  it('tells the partner alone where the partner is to decide, and nobody in their place when the mail comes back', async () => {
    const grace = person('grace', undefined, { duties: ['outside_partner'] });
    await centre.putMember(grace);
    const partner = { id: grace.id, code: '7K3M9QXR' };
    const of = await ask({ partner });
    expect(told()).toEqual(['grace']);
    expect(centre.letters[0]?.text).toMatch(/export, code 7K3M9QXR/);
    const [mail] = await centre.mailsOf(of);
    expect(JSON.stringify(mail)).not.toContain(partner.code);
    await centre.change(of, {
      set: {},
      events: [
        { type: 'mail.bounced', actor: 'besa:mail-feedback', data: { mail: 1, to: grace.id, because: 'bounced' } },
      ],
    });
    const bounced = await centre.lastEvent(of, 'mail.bounced');
    const number = Number(mail?.eventId.split('#')[1]);
    await centre.deliver('notification', { ...bounced, data: { mail: number, to: grace.id } } as CaseEvent);
    expect(told()).toEqual(['grace']);
  });

  it('tells the partner of nothing that was decided before the letter left', async () => {
    const grace = person('grace', undefined, { duties: ['outside_partner'] });
    await centre.putMember(grace);
    await ask({ partner: { id: grace.id, code: '7K3M9QXR' }, decision: 'refused' });
    expect(told()).toEqual([]);
  });

  it('tells the director that nobody was left to decide', async () => {
    await ask({ id: 'lowering-1', kind: 'lowering', decision: 'refused', nobodyToAsk: true });
    expect(told()).toEqual(['cela']);
    expect(centre.letters[0]?.subject).toMatch(/Nobody to ask/);
  });

  it('tells nobody whom a waiting exclusion names, of that or of anything else', async () => {
    const exclusion = { id: 'exclusion-1', kind: 'exclusion', adds: { institutions: [], people: ['staff-bora'] } };
    const lifts = { institutions: [], people: [] };
    const waits = { ...exclusion, lifts, keepsOut: false, askedBy: 'staff-anna', askedAt: now } as const;
    await ask(waits as Partial<CaseApproval>);
    expect(told()).toEqual(['cela']);
  });

  it('tells nobody whom the case excludes, and nobody of what is decided already', async () => {
    await ask({}, { exclusions: { institutions: [], people: ['staff-bora'] } });
    expect(told()).toEqual(['cela']);
    await ask({ decision: 'refused' });
    expect(centre.letters).toHaveLength(1);
  });

  it('tells nobody whose mails come back: the others are told', async () => {
    await centre.putMember(person('bora', 'supervisor', { unreachable: { since: now, because: 'bounced' } }));
    const of = await ask({});
    expect(told()).toEqual(['cela']);
    expect((await centre.mailsOf(of)).map(({ to }) => to)).toEqual(['staff-cela']);
  });

  it('tells of an export of a case that is over', async () => {
    await ask({}, { status: 'closed', resolvedAt: now, closedAt: now });
    expect(told()).toEqual(['bora', 'cela']);
  });

  it('lets the clock of a second look climb the ladder when the case is resolved', async () => {
    const of = await centre.receive({ severity: 'critical', status: 'resolved', resolvedAt: now });
    const timer: TimerId = '1.second_look.report';
    const armed = { clock: 1, kind: 'second_look', subject: 'report', armedAt: now } as const;
    const deadline = { deadline: now, nextRung: 1, reminders: 0, dueAt: now };
    await centre.change(of, {
      set: {},
      events: [{ type: 'case.escalated', actor: 'besa:escalation', data: { timer, rung: 'duty', reminder: 0 } }],
      timersArmed: [{ ...armed, ...deadline, severity: 'critical' }],
    });
    await centre.deliver('notification', await centre.lastEvent(of, 'case.escalated'));
    expect(told()).toEqual(['duty']);
  });
});
