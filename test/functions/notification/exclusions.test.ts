import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case, CaseApproval } from '#shared/domain/case/case.ts';
import type { StaffMember } from '#shared/ports/directory.ts';
import { sesEvent } from '#test/support/ses-events.ts';
import { type Centre, openCentre, staff } from '../centre.ts';

const [duty] = staff;
const now = '2026-11-20T12:10:00.000Z';
const person = (name: string, more: Partial<StaffMember>): StaffMember => {
  if (duty === undefined) throw new Error('There is nobody.');
  return { ...duty, id: `staff-${name}`, mail: `${name}@centre.example`, duties: [], ...more };
};
const director = person('head', { role: 'director' });
const partner = person('watch', { duties: ['outside_partner'] });

describe('Telling of an exclusion', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre([...staff, person('anna', { role: 'officer' }), director, partner]);
  });
  afterEach(() => centre.stop());

  const told = () => centre.letters.map(({ to }) => to.replace(/@.*/, '')).toSorted();
  const excluding = (...people: string[]): Partial<Case> => ({ exclusions: { institutions: [], people } });
  const asking = (askedAtEvent: number, ...people: string[]): Partial<Case> => {
    const lists = { adds: { institutions: [], people }, lifts: { institutions: [], people: [] } };
    const asked = {
      id: 'exclusion-1',
      kind: 'exclusion',
      askedBy: 'staff-anna',
      askedAt: now,
      keepsOut: true,
      askedAtEvent,
    } as const;
    return { approvals: [{ ...asked, ...lists } satisfies CaseApproval] };
  };

  async function hear(
    set: Partial<Case>,
    type: 'case.exclusions_set' | 'case.exclusions_asked' = 'case.exclusions_set',
    by = 'staff-anna',
  ): Promise<Case> {
    const of = await centre.receive({ severity: 'critical' });
    await centre.change(of, { set, events: [{ type, actor: `staff:${by}`, data: {} }] });
    await centre.deliver('notification', await centre.lastEvent(of, type));
    return of;
  }

  it('tells the director at once, with the number and neither severity nor time', async () => {
    const { caseNumber } = await hear(excluding('staff-bora'));
    expect(told()).toEqual(['head']);
    const [letter] = centre.letters;
    expect(letter?.subject).toBe(`Exclusion: ${caseNumber}`);
    expect(`${letter?.subject}${letter?.text}`).not.toMatch(/critical|\d\d:\d\d|bora|anna/i);
  });

  it('tells it again when it is asked for, before anybody has decided', async () => {
    await hear(asking(1, 'staff-bora'), 'case.exclusions_asked');
    expect(told()).toEqual(['head']);
  });

  it.each([
    ['is excluded', excluding('staff-head'), 'case.exclusions_set', 'staff-anna'],
    ['is named by one that waits', asking(1, 'staff-head'), 'case.exclusions_asked', 'staff-anna'],
    ['did it', excluding('staff-bora'), 'case.exclusions_set', 'staff-head'],
  ] as const)('tells the outside partner where the director %s', async (_, set, type, by) => {
    await hear(set, type, by);
    expect(told()).toEqual(['watch']);
  });

  it('tells the outside partner where there is no director who is reached', async () => {
    await centre.putMember({ ...director, active: false });
    await hear(excluding('staff-bora'));
    expect(told()).toEqual(['watch']);
  });

  it('tells a supervisor where both are excluded, who did not do it', async () => {
    await centre.putMember(person('cela', { role: 'supervisor' }));
    await hear(excluding('staff-head', 'staff-watch'));
    expect(told()).toEqual(['cela']);
  });

  it('tells neither when both are excluded, nor anybody of the ladder instead, and says that nobody was found', async () => {
    await hear(excluding('staff-head', 'staff-watch'));
    expect(told()).toEqual([]);
    expect(centre.measured).toContainEqual({ metric: 'NobodyToTell', value: 1 });
  });

  it('tells those who read cases in a centre with no partner, and no director but the one who did it', async () => {
    const { duties: _, ...gone } = partner;
    await centre.putMember({ ...gone, duties: [], active: false });
    for (const name of ['bora', 'cela']) await centre.putMember(person(name, { role: 'counsellor' }));
    const of = await hear(excluding('staff-bora'), 'case.exclusions_set', 'staff-head');
    expect(told()).toEqual(['anna', 'cela']);
    expect(await centre.owedTo(of)).toEqual([]);
  });

  it('tells the director of what was set before somebody asked to exclude them, too', async () => {
    const of = await centre.receive({ severity: 'critical' });
    const type = 'case.exclusions_set';
    const set = excluding('staff-bora');
    await centre.change(of, { set, events: [{ type, actor: 'staff:staff-anna', data: {} }] });
    const earlier = await centre.lastEvent(of, type);
    await centre.change(of, { set: asking(earlier.number + 1, 'staff-head'), events: [] });
    await centre.deliver('notification', earlier);
    expect(told()).toEqual(['head']);
  });

  it('tells the outside partner when the mail to the director comes back, and nobody of the ladder', async () => {
    const of = await hear(excluding('staff-bora'));
    const [mail] = await centre.mailsOf(of);
    await centre.feedback(sesEvent('permanent', mail?.letters?.at(-1) ?? '', 'head@centre.example'));
    await centre.settle(of);
    expect(told().filter((one) => ['head', 'watch'].includes(one))).toEqual(['head', 'watch']);
    const mails = await centre.mailsOf(of);
    expect(
      mails
        .filter(({ occasion }) => occasion === 'exclusion')
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['staff-head', 'staff-watch']);
  });

  it('is tried again with the director whose mail came back, where nobody else may know', async () => {
    const of = await hear(excluding('staff-bora', 'staff-watch'));
    const [mail] = await centre.mailsOf(of);
    await centre.feedback(sesEvent('permanent', mail?.letters?.at(-1) ?? '', 'head@centre.example'));
    await centre.settle(of);
    const heard = () => told().filter((one) => ['head', 'watch'].includes(one));
    expect(heard()).toEqual(['head']);
    // A mark ends after an hour.
    for (let tried = 0; tried < 8; tried += 1) {
      centre.later(10);
      await centre.sweep();
    }
    expect(heard()).toEqual(['head', 'head']);
  });

  it('is no letter about anything else of the case, and says so of several in one letter', async () => {
    await hear(excluding('staff-bora'));
    centre.later(1);
    await hear(excluding('staff-bora'));
    await hear(excluding('staff-bora'));
    centre.later(6);
    await centre.sweep();
    expect(centre.letters.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Exclusion: B-/),
      '2 exclusions',
    ]);
    expect(centre.letters[1]?.text).not.toMatch(/low|critical|\d\d:\d\d/i);
  });

  it('tells nobody whom it names that a second person is needed', async () => {
    await centre.putMember(person('bora', { role: 'officer' }));
    await centre.putMember(person('cela', { role: 'supervisor' }));
    const of = await centre.receive({ severity: 'critical' });
    await centre.change(of, {
      set: asking(1, 'staff-bora'),
      events: [{ type: 'approval.asked', actor: 'staff:staff-anna', data: { approval: 'exclusion-1' } }],
    });
    await centre.deliver('notification', await centre.lastEvent(of, 'approval.asked'));
    expect(told()).toEqual(['cela', 'head']);
  });
});
