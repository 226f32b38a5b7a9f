import { describe, expect, it } from 'vitest';
import { talliesOf, tallyOfRegions } from '#shared/domain/keeping/tally.ts';
import { coarsened } from '#shared/domain/keeping/case-fact.ts';
import { aFact } from '#test/support/figures.ts';

const tirana = aFact({ month: '2026-11', region: 'AL-11' });

describe('A tally', () => {
  it('keeps of an erased case its region, administrative ends apart', () => {
    expect(talliesOf(tirana)).toEqual([{ period: '2026-Q4', codes: ['reports#AL-11'] }]);
    expect(talliesOf({ ...tirana, outcome: 'test' })).toEqual([{ period: '2026-Q4', codes: ['administrative#AL-11'] }]);
    expect(talliesOf(aFact())).toEqual([{ period: '2026-Q4', codes: ['reports#not_said'] }]);
  });

  it('keeps by year what staff noted of a child at special risk, and no link to the region', () => {
    const [, special] = talliesOf({ ...tirana, disability: true, community: 'roma' });
    expect(special).toEqual({ period: '2026', codes: ['disability', 'community#roma'] });
    expect(talliesOf({ ...tirana, disability: false })).toHaveLength(1);
    expect(talliesOf({ ...tirana, disability: true, outcome: 'test' })).toHaveLength(1);
  });

  it('of a frozen quarter holds each case once, erased or not', () => {
    const facts = [tirana, tirana, aFact({ month: '2026-12' }), coarsened(tirana)];
    const erased = { 'reports#AL-11': 1, 'reports#AL-12': 2 };
    expect(tallyOfRegions(facts, erased)).toEqual({ 'reports#AL-11': 3, 'reports#AL-12': 2, 'reports#not_said': 1 });
  });
});
