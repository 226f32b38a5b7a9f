import { describe, expect, test } from 'vitest';
import { aCase } from '#test/support/builders.ts';
import { judgeFound, namedIn } from './check-found.ts';

const url = 'https://named.example/1';
const of = aCase();
const kept = { people: ['staff-elira'], institutions: [] };
const found = (numbers: string[], one = of, more = false): string[] => {
  const findings: string[] = [];
  judgeFound(url, { numbers, more }, new Set([of.caseNumber]), [{ of: one }], (promise) => void findings.push(promise));
  return findings;
};

describe('a look is found wrong', () => {
  test('when a case that names the address is not in it, unless there are more', () => {
    expect(found([])).toEqual(['P1']);
    expect(found([], of, true)).toEqual([]);
    expect(found([of.caseNumber])).toEqual([]);
  });

  test('when a case that keeps the person out is in it', () => {
    expect(found([of.caseNumber], aCase({ exclusions: kept }))).toEqual(['P13']);
    expect(found([], aCase({ exclusions: kept }))).toEqual([]);
  });
});

test('what a report names is known by its answer', () => {
  const seen = [{ status: 201, body: { caseNumber: 'B-1' }, etag: '' }];
  expect(
    namedIn([
      { key: '1', body: { urls: [url] }, seen },
      { key: '2', body: { urls: [url] }, seen: ['unknown'] },
    ]),
  ).toEqual(new Map([[url, new Set(['B-1'])]]));
});
