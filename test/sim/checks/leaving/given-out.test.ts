import { describe, expect, it } from 'vitest';
import type { Find, Told } from '../finding.ts';
import { checkGivenOut } from './check-given-out.ts';
import type { Given, World } from '../../world.ts';

const at = Date.UTC(2026, 10, 17, 9);
const directories: World['directories'] = [
  {
    at: at - 3_600_000,
    rows: [
      { id: { S: 'staff-arta' }, cleared: { BOOL: false } },
      { id: { S: 'staff-blerim' }, cleared: { BOOL: true } },
    ],
  },
];
const cases = [{ of: { caseNumber: 'AL-1', caseId: 'one' } }] as unknown as Told[];
const row = (reason: string, minutes: number) => ({
  caseId: { S: 'one' },
  actor: { S: 'staff-blerim' },
  reason: { S: reason },
  at: { S: new Date(at + minutes * 60_000).toISOString() },
});
const found = (given: Partial<Given>, rows: ReturnType<typeof row>[] = []): string[] => {
  const all: string[] = [];
  const whole: Given = {
    addresses: [],
    copies: [],
    phones: [],
    readAgain: [],
    guesses: [],
    tests: [],
    lines: [],
    ...given,
  };
  const find: Find = (promise, what) => void all.push(`${promise} ${what}`);
  checkGivenOut({ given: whole, directories }, cases, rows, find);
  return all;
};
const letter = { sub: 'staff-blerim', number: 'AL-1', what: 'letter r1', at };

describe('what is given out', () => {
  it('is known to the access log before, each time', () => {
    expect(found({ copies: [letter] }, [row('letter r1', -1)])).toEqual([]);
    expect(found({ copies: [letter] }, [row('letter r2', -1)])).toHaveLength(1);
    expect(found({ copies: [letter] }, [row('letter r1', 30)])).toHaveLength(1);
    expect(found({ copies: [letter, letter] }, [row('letter r1', -1)])).toHaveLength(1);
  });

  it('holds no address for somebody who is not cleared', () => {
    const to = (sub: string) => found({ addresses: [{ sub, resource: '/v1/cases/{number}/read', at }] });
    expect(to('staff-blerim')).toEqual([]);
    expect(to('staff-arta')).toHaveLength(1);
  });

  it('has the phone of its reason first, and 112 behind the numbers that answer', () => {
    const told = (phones: readonly string[]) => found({ phones: [{ reason: 'a weapon', wanted: '129', phones }] });
    expect(told(['129', '116111', '127', '112'])).toEqual([]);
    expect(told(['116111', '129'])).toHaveLength(1);
    expect(told(['129', '112', '127'])).toHaveLength(1);
  });

  it('is the same for everybody who may be watched at home', () => {
    expect(found({ readAgain: ['one', 'one'] })).toEqual([]);
    expect(found({ readAgain: ['one', 'another'] })).toHaveLength(1);
  });
});
