import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { linesOfCopy } from '#functions/console/app/referrals/copy/lines-of-copy.ts';

/** Every value within a copy that somebody could read. */
function leaves(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return typeof value === 'object'
    ? Object.values(value).flatMap(leaves)
    : [typeof value === 'string' ? value : JSON.stringify(value)];
}

const said = (lines: ReturnType<typeof linesOfCopy>): string[] =>
  lines.flatMap((line) => {
    const { kind: _, field: __, path: ___, name: ____, ...values } = line as Record<string, unknown>;
    return leaves(values);
  });

describe('the lines of a copy', () => {
  it('stand in the order of the fields, with what stands around them first', () => {
    const lines = linesOfCopy(
      {
        narrative: 'They write to me.',
        place: { municipality: 'tirane' },
        victims: [{ ageYears: 14, gender: 'female' }],
        moreVictims: true,
        addresses: ['hxxps://canary[.]example'],
        accounts: [{ handle: '@leo' }],
        doNotQuestionTheChildSpeakTo: 'centre',
        caseNumber: 'B-2C5T-8WNA',
      },
      ['suspect'],
    );
    expect(lines).toEqual([
      { kind: 'frame', name: 'caseNumber', value: 'B-2C5T-8WNA' },
      { kind: 'frame', name: 'doNotQuestionTheChildSpeakTo', value: 'centre' },
      { kind: 'narrative', text: 'They write to me.' },
      { kind: 'fact', field: 'victims', path: ['ageYears'], value: '14' },
      { kind: 'fact', field: 'victims', path: ['gender'], value: 'female' },
      { kind: 'fact', field: 'victims', path: ['moreVictims'], value: 'true' },
      { kind: 'nothing', field: 'suspect' },
      { kind: 'fact', field: 'place', path: ['municipality'], value: 'tirane' },
      { kind: 'address', text: 'hxxps://canary[.]example' },
      { kind: 'account', platform: undefined, handle: '@leo' },
    ]);
  });

  const text = fc.string({ minLength: 1 });
  const anyCopy = fc.record(
    {
      caseNumber: text,
      unit: text,
      answeredBy: text,
      narrative: text,
      victims: fc.array(fc.record({ ageYears: fc.nat(), gender: text }, { requiredKeys: [] })),
      moreVictims: fc.boolean(),
      suspect: fc.record({ relation: text, adult: fc.boolean() }, { requiredKeys: [] }),
      reporter: fc.record({ name: text, contact: fc.record({ email: text, safe: fc.boolean() }) }),
      place: fc.record({ country: text, school: text }, { requiredKeys: [] }),
      addresses: fc.array(text),
      accounts: fc.array(fc.record({ platform: text, handle: text })),
      thread: fc.array(fc.record({ number: fc.nat(), from: fc.constant('reporter'), at: text, text })),
      somethingNew: fc.record({ within: text }),
    },
    { requiredKeys: [] },
  );
  it('leave out nothing that the copy says, whatever it is called', () => {
    fc.assert(
      fc.property(anyCopy, (copy) => {
        const lines = linesOfCopy(copy as Parameters<typeof linesOfCopy>[0], []);
        expect(said(lines).toSorted()).toEqual(leaves(copy).toSorted());
      }),
    );
  });
});
