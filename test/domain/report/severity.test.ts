import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { ageBands, abouts, flags, genders, reporterRoles, suspectRelations } from '#shared/domain/report/report.ts';
import type { ReportedFacts, TriState } from '#shared/domain/report/report.ts';
import { assessSeverity, isBelow, moreUrgent, severities, wordCodes } from '#shared/domain/report/severity.ts';
import type { Severity, SeverityFacts } from '#shared/domain/report/severity.ts';
import { aCase } from '#test/support/builders.ts';

const policy = albania.severity;
const someone = aCase().reported;

/** A report by an adult about an adult, so that nothing but what a test adds speaks for urgency. */
const amongAdults: ReportedFacts = {
  ...someone,
  about: 'someone_i_know',
  victims: [{ ageBand: '31+', gender: 'female' }],
  reporterRole: 'citizen',
  reporterAgeBand: '31+',
};

function judge(reported: Partial<ReportedFacts>, also: Partial<SeverityFacts> = {}): Severity {
  return assessSeverity({ reported: { ...amongAdults, ...reported }, words: [], linkedReports: 0, ...also }, policy)
    .severity;
}

const child = (ageBand: ReportedFacts['reporterAgeBand']) => [{ ageBand, gender: 'unknown' as const }];

describe('what is critical until a person lowers it', () => {
  test.each(['inDanger', 'selfHarm', 'offlineViolence', 'weapon', 'meetingArranged', 'liveNow', 'missing'] as const)(
    'the flag %s, whether true or unsure',
    (flag) => {
      expect(judge({ category: 'question', flags: { [flag]: true } })).toBe('critical');
      expect(judge({ category: 'question', flags: { [flag]: 'unsure' } })).toBe('critical');
      expect(judge({ category: 'question', flags: { [flag]: false } })).toBe('low');
    },
  );
  test.each(['threat_violence', 'missing_child', 'suicide_self_harm'])('the category %s', (category) => {
    expect(judge({ category })).toBe('critical');
  });
  test('sexual extortion of somebody under 18 or of unknown age, and not of an adult', () => {
    expect(judge({ category: 'sexual_extortion', victims: child('16-17') })).toBe('critical');
    expect(judge({ category: 'sexual_extortion', victims: child('unknown') })).toBe('critical');
    expect(judge({ category: 'sexual_extortion', victims: [] })).toBe('critical');
    expect(judge({ category: 'sexual_extortion' })).toBe('high');
  });
  test.each(wordCodes)('a hit of the word list %s', (word) => {
    expect(judge({ category: 'question' }, { words: [word] })).toBe('critical');
  });
  test('self-harm as content only is normal, unless somebody may hurt themselves', () => {
    expect(judge({ category: 'suicide_self_harm', about: 'content_only' })).toBe('normal');
    expect(judge({ category: 'suicide_self_harm', about: 'content_only', flags: { selfHarm: 'unsure' } })).toBe(
      'critical',
    );
    expect(judge({ category: 'suicide_self_harm', about: 'content_only' }, { words: ['words_self_harm'] })).toBe(
      'critical',
    );
  });
});

describe('what is high', () => {
  test.each([
    'csam',
    'csam_synthetic',
    'grooming',
    'intimate_image',
    'sexual_harassment',
    'abuse_offline',
    'trafficking_exploitation',
    'blackmail_other',
    'stalking_harassment',
    'radicalisation',
  ])('%s at any age', (category) => {
    expect(judge({ category })).toBe('high');
    expect(judge({ category, victims: child('15') })).toBe('high');
  });
  test.each(['other', 'not_sure'])('%s with a child or unknown age, else normal', (category) => {
    expect(judge({ category, victims: child('15') })).toBe('high');
    expect(judge({ category, victims: child('unknown') })).toBe('high');
    expect(judge({ category })).toBe('normal');
  });
  test.each(['family', 'school_staff', 'known_adult'] as const)(
    'anything where the suspect is an adult of trust (%s) of a child',
    (relation) => {
      expect(judge({ category: 'question', victims: child('15'), suspect: { relation } })).toBe('high');
      expect(judge({ category: 'question', victims: child('15'), suspect: { relation, adult: 'unsure' } })).toBe(
        'high',
      );
    },
  );
  test('but not where only adults are involved', () => {
    expect(judge({ category: 'question', suspect: { relation: 'known_adult' } })).toBe('low');
  });
  test('an older brother is no adult of trust, but living with the child is enough', () => {
    const brother = { relation: 'family', adult: false } as const;
    expect(judge({ category: 'question', victims: child('15'), suspect: brother })).toBe('low');
    expect(judge({ category: 'question', victims: child('15'), suspect: { ...brother, livesWithChild: true } })).toBe(
      'high',
    );
    expect(judge({ category: 'question', suspect: { livesWithChild: 'unsure' } })).toBe('high');
  });
});

describe('what raises', () => {
  test.each([
    ['cyberbullying', 'high'],
    ['grooming', 'critical'],
    ['hate_speech', 'normal'],
  ] as const)('somebody under 14: %s becomes %s', (category, expected) => {
    expect(judge({ category, victims: child('12-13') })).toBe(expected);
    expect(judge({ category, reporterAgeBand: '9-11' })).toBe(expected);
  });
  test.each(['repeated', 'imagePublic', 'paymentMade'] as const)('the flag %s, one level, not above high', (flag) => {
    expect(judge({ category: 'question', flags: { [flag]: true } })).toBe('normal');
    expect(judge({ category: 'cyberbullying', flags: { [flag]: 'unsure' } })).toBe('high');
    expect(judge({ category: 'grooming', flags: { [flag]: true } })).toBe('high');
  });
  test('many linked reports, one level, not above high', () => {
    expect(judge({ category: 'cyberbullying' }, { linkedReports: policy.manyLinkedReports - 1 })).toBe('normal');
    expect(judge({ category: 'cyberbullying' }, { linkedReports: policy.manyLinkedReports })).toBe('high');
    expect(judge({ category: 'grooming' }, { linkedReports: 50 })).toBe('high');
  });
  test('an also-category that is more urgent decides', () => {
    expect(judge({ category: 'question', alsoCategories: ['grooming'] })).toBe('high');
  });
});

describe('the reasons', () => {
  const reasonsOf = (reported: Partial<ReportedFacts>, also: Partial<SeverityFacts> = {}) =>
    assessSeverity({ reported: { ...amongAdults, ...reported }, words: [], linkedReports: 0, ...also }, policy).reasons;

  test('begin with the category and name what made the severity', () => {
    expect(reasonsOf({ category: 'question' })).toEqual(['category_question']);
    expect(reasonsOf({ category: 'sexual_extortion', victims: child('unknown'), flags: { selfHarm: true } })).toEqual([
      'category_sexual_extortion',
      'child_or_unknown_age',
      'flag_selfHarm',
    ]);
    expect(reasonsOf({ category: 'cyberbullying', victims: child('9-11') })).toEqual([
      'category_cyberbullying',
      'under_14',
    ]);
    expect(reasonsOf({ category: 'suicide_self_harm', about: 'content_only' })).toEqual([
      'category_suicide_self_harm',
      'content_only',
    ]);
  });
  test('name each thing that raised it, in words that staff can look up', () => {
    expect(reasonsOf({ category: 'question', flags: { repeated: true } })).toEqual([
      'category_question',
      'flag_repeated',
    ]);
    expect(reasonsOf({ category: 'question' }, { linkedReports: policy.manyLinkedReports })).toEqual([
      'category_question',
      'linked_reports',
    ]);
    expect(reasonsOf({ category: 'question', victims: child('15'), suspect: { relation: 'family' } })).toEqual([
      'category_question',
      'suspect_of_trust',
    ]);
    expect(reasonsOf({ category: 'question', suspect: { livesWithChild: true } })).toEqual([
      'category_question',
      'suspect_lives_with_child',
    ]);
  });
  test('name an also-category when it made the difference, and only then', () => {
    const also = (category: string, alsoCategories: string[]) => reasonsOf({ category, alsoCategories });
    expect(also('question', ['grooming'])).toEqual(['category_question', 'category_grooming']);
    expect(also('grooming', ['question'])).toEqual(['category_grooming']);
  });
  test('do not name a young age where the category alone is critical already', () => {
    expect(reasonsOf({ category: 'sexual_extortion', victims: child('9-11') })).not.toContain('under_14');
  });
  test('a category that is judged alike as content is no content case', () => {
    expect(reasonsOf({ category: 'grooming', about: 'content_only', victims: child('15') })).not.toContain(
      'content_only',
    );
    expect(judge({ category: 'grooming', about: 'content_only', victims: child('15') })).toBe('high');
  });
  test('a category the pack no longer knows is high, not an error', () => {
    expect(judge({ category: 'from_an_older_pack' })).toBe('high');
  });
});

const anyAnswer = fc.constantFrom<TriState | undefined>(true, false, 'unsure', undefined);
const anyFlags = fc
  .record(Object.fromEntries(flags.map((flag) => [flag, anyAnswer])))
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, answer]) => answer !== undefined)));
const anyCategory = fc.constantFrom(...albania.categories.map(({ code }) => code));
const anyFacts: fc.Arbitrary<SeverityFacts> = fc.record({
  reported: fc.record(
    {
      category: anyCategory,
      alsoCategories: fc.array(anyCategory, { maxLength: 3 }),
      about: fc.constantFrom(...abouts),
      victims: fc.array(fc.record({ ageBand: fc.constantFrom(...ageBands), gender: fc.constantFrom(...genders) }), {
        maxLength: 4,
      }),
      moreVictims: fc.boolean(),
      suspect: fc.record(
        { relation: fc.constantFrom(...suspectRelations), adult: fc.boolean(), livesWithChild: fc.boolean() },
        { requiredKeys: [] },
      ),
      flags: anyFlags,
      reporterRole: fc.constantFrom(...reporterRoles),
      reporterAgeBand: fc.constantFrom(...ageBands),
      wishes: fc.constant({}),
      needs: fc.constant([]),
    },
    { requiredKeys: ['category', 'alsoCategories', 'victims', 'flags', 'reporterAgeBand', 'wishes', 'needs'] },
  ),
  words: fc.subarray([...wordCodes]),
  linkedReports: fc.nat({ max: 5 }),
});

describe('for any report', () => {
  test('one flag more never lowers, and unsure counts exactly as yes', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...flags), (facts, flag) => {
        const withFlag = (answer: TriState) => ({
          ...facts,
          reported: { ...facts.reported, flags: { ...facts.reported.flags, [flag]: answer } },
        });
        const no = assessSeverity(withFlag(false), policy).severity;
        const yes = assessSeverity(withFlag(true), policy);
        expect(isBelow(yes.severity, no)).toBe(false);
        expect(assessSeverity(withFlag('unsure'), policy)).toEqual(yes);
      }),
    );
  });
  test('one more word, also-category or linked report never lowers', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...wordCodes), anyCategory, (facts, word, category) => {
        const before = assessSeverity(facts, policy).severity;
        const { reported } = facts;
        const more: SeverityFacts[] = [
          { ...facts, words: [...facts.words, word] },
          { ...facts, linkedReports: facts.linkedReports + 1 },
          { ...facts, reported: { ...reported, alsoCategories: [...reported.alsoCategories, category] } },
        ];
        for (const after of more) expect(isBelow(assessSeverity(after, policy).severity, before)).toBe(false);
      }),
    );
  });
  test('unknown age is never less urgent than an age of 14 to 17, nor than an adult', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('14', '15', '16-17', '18', '18-30', '19-30', '31+'), (facts, known) => {
        const aged = (ageBand: typeof known | 'unknown') => ({
          ...facts,
          reported: { ...facts.reported, victims: [{ ageBand, gender: 'unknown' as const }] },
        });
        const unknown = assessSeverity(aged('unknown'), policy).severity;
        expect(isBelow(unknown, assessSeverity(aged(known), policy).severity)).toBe(false);
      }),
    );
  });
  test('there is always a reason, the category first, none twice', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { reasons } = assessSeverity(facts, policy);
        expect(reasons[0]).toBe(`category_${facts.reported.category}`);
        expect(new Set(reasons).size).toBe(reasons.length);
      }),
    );
  });
});

test('of two severities the more urgent one wins, whichever comes first', () => {
  for (const [rank, a] of severities.entries()) {
    for (const b of severities.slice(rank)) {
      expect(moreUrgent(a, b)).toBe(b);
      expect(moreUrgent(b, a)).toBe(b);
    }
  }
});
