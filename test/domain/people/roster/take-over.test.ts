import { describe, expect, it } from 'vitest';
import { decideTakeOver, type TakeOver } from '#shared/domain/people/roster/take-over.ts';

const now = '2026-11-20T19:00:00.000Z';
const before: TakeOver[] = [{ at: '2026-11-20T18:59:30.000Z', by: 'blerim', from: 'arta' }];

describe('taking over a shift', () => {
  it('stands first among the last ones', () => {
    const takeOver = { at: now, by: 'drita', from: 'arta' };
    const decided = decideTakeOver(before, { by: 'drita', from: 'arta' }, now);
    expect(decided).toEqual({ outcome: 'change', takeOver, recent: [takeOver, ...before] });
  });

  it('may be from nobody in particular', () => {
    expect(decideTakeOver([], { by: 'drita' }, now)).toMatchObject({ takeOver: { at: now, by: 'drita' } });
    expect(Object.keys(decideTakeOver([], { by: 'drita' }, now).takeOver)).toEqual(['at', 'by']);
  });

  it('is one when the same person says the same twice within a minute', () => {
    const again = (at: string) => decideTakeOver(before, { by: 'blerim', from: 'arta' }, at);
    expect(again('2026-11-20T19:00:29.999Z')).toEqual({ outcome: 'unchanged', takeOver: before[0] });
    expect(again('2026-11-20T19:00:30.000Z').outcome).toBe('change');
  });

  it('is another one from another person: two people may have had the shift', () => {
    expect(decideTakeOver(before, { by: 'blerim', from: 'elira' }, now).outcome).toBe('change');
  });

  it('keeps the last ten', () => {
    const many = Array.from({ length: 10 }, (_, n) => ({ at: `2026-11-${10 + n}T19:00:00.000Z`, by: `one-${n}` }));
    const decided = decideTakeOver(many, { by: 'drita' }, now);
    expect(decided.outcome === 'change' && decided.recent).toEqual([{ at: now, by: 'drita' }, ...many.slice(0, 9)]);
  });
});
