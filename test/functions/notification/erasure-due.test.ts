import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case/case.ts';
import { type Centre, openCentre } from '../centre.ts';

describe('Before a case is erased', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre(undefined, 'engine');
    // A Saturday noon: nothing waits for the morning.
    centre.at('2026-11-21T12:00:00.000Z');
  });
  afterEach(() => centre.stop());

  const told = () => centre.letters.map((letter) => letter.to.split('@')[0]);
  const eraseAt = '2026-12-05T12:00:00.000Z';

  async function dueCase(overrides: Partial<Case> = {}): Promise<Case> {
    const of = await centre.receive({ severity: 'high' });
    const keeping = { revision: 2, eraseAt, lookAt: eraseAt, told: { at: centre.now(), eraseAt } };
    await centre.change(of, {
      set: {
        status: 'resolved',
        readAt: centre.now(),
        resolvedAt: centre.now(),
        outcomes: ['advice_given'],
        keeping,
        ...overrides,
      },
      events: [{ type: 'case.erasure_due', actor: 'besa:retention', data: {} }],
    });
    await centre.deliver('notification', await centre.lastEvent(of, 'case.erasure_due'));
    centre.later(6);
    await centre.sweep();
    return of;
  }

  it('its assignee is told of the date, with the number and nothing else of the case', async () => {
    const of = await dueCase({ assignee: 'staff-backup' });
    expect(told()).toEqual(['backup']);
    const [letter] = centre.letters;
    expect(letter?.subject).toContain(of.caseNumber);
    expect(letter?.text).toContain('5 December');
  });

  it('the supervisor is told of one that nobody has, or whose assignee has left', async () => {
    await dueCase();
    await dueCase({ assignee: 'staff-unknown' });
    expect(told()).toEqual(['supervisor', 'supervisor']);
  });

  it('nobody is told of one that is held, or open again', async () => {
    await dueCase({ hold: { because: 'audit', by: 'staff-duty', since: centre.now() } });
    await dueCase({ status: 'in_progress' });
    expect(told()).toEqual([]);
  });
});
