import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { assessmentFrom, assessmentOf } from '#functions/console/app/handling/assessment/assessment-fields.ts';
import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';
import { abouts, ageBands, flags, genders, suspectRelations } from '#shared/domain/report/report.ts';
import type { ReportedFacts } from '#shared/domain/report/report.ts';
import { aCase } from '#test/support/builders.ts';

const reported = (said: Partial<ReportedFacts>) => ({ ...aCase().reported, ...said });

describe('an assessment as a form has it', () => {
  it('begins with what was assessed last, else with what was reported', () => {
    expect(assessmentFrom({ reported: reported({ category: 'grooming' }) }).category).toBe('grooming');
    expect(
      assessmentFrom({ reported: reported({ category: 'grooming' }), assessed: { category: 'stalking' } }),
    ).toMatchObject({ category: 'stalking', platform: '', victims: [], disability: '' });
    expect(assessmentFrom({}).category).toBe('');
  });

  it('says an old band of ages as one that a person has to choose anew', () => {
    const victims = [{ ageBand: '18-30', gender: 'female' }] as const;
    expect(assessmentFrom({ assessed: { category: 'stalking', victims: [...victims] } }).victims).toEqual([
      { ageBand: 'unknown', gender: 'female' },
    ]);
  });

  it('sends only what was judged', () => {
    expect(assessmentOf(assessmentFrom({ assessed: { category: 'stalking' } }))).toEqual({ category: 'stalking' });
    const fields = assessmentFrom({ assessed: { category: 'stalking' } });
    expect(
      assessmentOf({
        ...fields,
        adult: 'unsure',
        moreVictims: 'false',
        disability: 'true',
        flags: { weapon: 'false' },
      }),
    ).toEqual({
      category: 'stalking',
      suspect: { adult: 'unsure' },
      moreVictims: false,
      disability: true,
      flags: { weapon: false },
    });
  });

  it('comes back as it was, and the API takes it', () => {
    const answer = fc.constantFrom(true, false, 'unsure' as const);
    const assessed = fc.record(
      {
        category: fc.constantFrom('stalking', 'grooming'),
        alsoCategories: fc.uniqueArray(fc.constantFrom('hate', 'csam', 'threat'), { minLength: 1, maxLength: 3 }),
        about: fc.constantFrom(...abouts),
        victims: fc.array(fc.record({ ageBand: fc.constantFrom(...ageBands), gender: fc.constantFrom(...genders) }), {
          minLength: 1,
          maxLength: 10,
        }),
        moreVictims: fc.boolean(),
        suspect: fc.record(
          { relation: fc.constantFrom(...suspectRelations), adult: answer, livesWithChild: answer },
          { requiredKeys: ['relation'] },
        ),
        flags: fc.dictionary(fc.constantFrom(...flags), answer, { minKeys: 1, noNullPrototype: true }),
        region: fc.constantFrom('AL-01', 'unknown'),
        disability: fc.boolean(),
        community: fc.constant('roma'),
      },
      { requiredKeys: ['category'], noNullPrototype: true },
    );
    fc.assert(
      fc.property(assessed, (one) => {
        const sent = assessmentOf(assessmentFrom({ assessed: one }));
        expect(sent).toEqual(one);
        expect(parseCommandBody('assessment', sent)).toEqual(one);
      }),
    );
  });
});
