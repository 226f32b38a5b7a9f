import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { decideDeadCodeUsed, decideReissue, decideSpoken } from '#shared/domain/commands/reporter/reporter-actions.ts';
import type { Decision } from '#shared/domain/case/decision.ts';
import { aPerson } from '#test/support/builders.ts';
import { type Centre, openCentre, staff } from '../centre.ts';

const supervisors = [
  aPerson('staff-head-one', { role: 'supervisor', mail: 'head-one@centre.example' }),
  aPerson('staff-head-two', { role: 'supervisor', mail: 'head-two@centre.example' }),
  aPerson('staff-besnik', { role: 'counsellor', mail: 'besnik@centre.example' }),
];

describe('What becomes of the reporter’s code', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre([...staff, ...supervisors]);
  });
  afterEach(() => centre.stop());

  const told = () => centre.letters.map(({ to, subject }) => `${to.split('@')[0]}: ${subject.split(':')[0]}`).sort();

  async function inWork(overrides: Partial<Case> = {}): Promise<Case> {
    const of = await centre.receive({ severity: 'high', ...overrides });
    await centre.settle(of);
    const at = centre.now();
    const { timers } = await centre.read(of);
    const timersDisarmed = timers.map(({ clock, kind, subject }) => `${clock}.${kind}.${subject}` as const);
    const set = { status: 'in_progress', readAt: at, lastReadAt: at, ...overrides } as const;
    await centre.change(of, { set, events: [], timersDisarmed });
    await centre.sweep();
    centre.letters.length = 0;
    centre.later(5);
    return of;
  }

  async function decide(of: Case, decision: (now: Case) => Decision): Promise<void> {
    const decided = decision((await centre.read(of)).case);
    if (decided.outcome !== 'change') throw new Error('Nothing changed.');
    await centre.change(of, decided.parts);
    await centre.settle(of);
    centre.later(1);
    await centre.sweep();
  }

  it('is told to who has the case and the supervisors when a person gives out another', async () => {
    const of = await inWork({ assignee: 'staff-besnik', readers: ['staff-head-one'] });
    await decide(of, (now) => decideReissue(now, 'staff-head-one', centre.now()));
    expect(told()).toEqual(['besnik: Another code', 'head-two: Another code']);
  });

  it('is told to the director where the only supervisor gives out another', async () => {
    const director = aPerson('staff-chief', { role: 'director', mail: 'chief@centre.example' });
    await centre.putMember(director);
    for (const one of supervisors.slice(1, 2)) await centre.putMember({ ...one, active: false });
    const of = await inWork({ readers: ['staff-head-one'] });
    await decide(of, (now) => decideReissue(now, 'staff-head-one', centre.now()));
    expect(told()).toEqual(['chief: Another code']);
  });

  it('is told of an ended case, too', async () => {
    const at = '2026-11-20T22:10:00.000Z';
    const of = await inWork({ status: 'resolved', handledAt: at, resolvedAt: at, readers: ['staff-besnik'] });
    await decide(of, (now) => decideReissue(now, 'staff-besnik', centre.now()));
    expect(told()).toEqual(['head-one: Another code', 'head-two: Another code']);
  });

  it('is told when a dead code is used, once until somebody has dealt with it', async () => {
    const of = await inWork({ assignee: 'staff-besnik' });
    const use = (now: Case) => decideDeadCodeUsed(now, 'replaced', centre.now());
    await decide(of, use);
    const all = ['besnik: Dead code used', 'head-one: Dead code used', 'head-two: Dead code used'];
    expect(told()).toEqual(all);
    expect(use((await centre.read(of)).case).outcome).toBe('unchanged');
    await decide(of, (now) => decideSpoken(now, 'met_in_person', 'staff-head-one', centre.now()));
    centre.later(10);
    await decide(of, use);
    expect(told()).toEqual([...all, ...all].sort());
  });
});
