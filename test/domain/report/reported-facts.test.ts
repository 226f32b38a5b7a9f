import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { ageBand, involvesChild, involvesUnder14, reportedFacts } from '#shared/domain/report/reported-facts.ts';
import type { Report, ReportedFacts } from '#shared/domain/report/report.ts';
import { aCase, aReport } from '#test/support/builders.ts';

test.each([
  [0, '0-8'],
  [8, '0-8'],
  [9, '9-11'],
  [11.9, '9-11'],
  [12, '12-13'],
  [13, '12-13'],
  [14, '14'],
  [15, '15'],
  [16, '16-17'],
  [17, '16-17'],
  [18, '18'],
  [18.9, '18'],
  [19, '19-30'],
  [30, '19-30'],
  [31, '31+'],
  [99, '31+'],
  [undefined, 'unknown'],
  [-1, 'unknown'],
  [Number.NaN, 'unknown'],
])('an age of %s stands in clear as %s', (years, band) => {
  expect(ageBand(years)).toBe(band);
});

test('nothing a person wrote gets into the clear part of a case', () => {
  const secret = 'CANARY';
  const report = aReport({
    narrative: secret,
    urls: [secret],
    accounts: [{ platform: 'tiktok', handle: secret }],
    reporter: {
      role: 'child',
      ageYears: 13,
      name: secret,
      organisation: secret,
      contact: { email: secret, phone: secret, whenSafe: secret },
    },
    place: { country: 'AL', region: 'AL-11', municipality: 'AL-11-53', school: secret },
    campaign: secret,
  });
  const facts = reportedFacts(report);
  expect(JSON.stringify(facts)).not.toContain(secret);
  expect(facts).toMatchObject({ category: 'cyberbullying', reporterAgeBand: '12-13', region: 'AL-11' });
  expect(Object.keys(facts)).not.toContain('municipality');
});

test('everything that was ticked gets there', () => {
  const report = aReport({
    alsoCategories: ['grooming'],
    platform: 'tiktok',
    victims: [{ ageYears: 12, gender: 'male' }, {}],
    moreVictims: true,
    suspect: { relation: 'family', adult: 'unsure', livesWithChild: false },
    wishes: { police: 'no' },
    needs: ['easy_text'],
  });
  expect(reportedFacts(report)).toEqual({
    category: 'cyberbullying',
    alsoCategories: ['grooming'],
    platform: 'tiktok',
    about: 'me',
    victims: [
      { ageBand: '12-13', gender: 'male' },
      { ageBand: 'unknown', gender: 'unknown' },
    ],
    moreVictims: true,
    suspect: { relation: 'family', adult: 'unsure', livesWithChild: false },
    flags: {},
    reporterRole: 'child',
    reporterAgeBand: '15',
    region: 'AL-11',
    wishes: { police: 'no' },
    needs: ['easy_text'],
  });
});

test('what was not asked stays absent, and an answer of no stays no', () => {
  const facts = reportedFacts(aReport({ flags: { weapon: false, inDanger: 'unsure' } }));
  expect(facts.flags).toEqual({ weapon: false, inDanger: 'unsure' });
  for (const name of ['suspect', 'platform', 'moreVictims']) expect(name in facts).toBe(false);
  const { about: _, ...unsaid } = aReport({ reporter: {}, place: { country: 'AL' } });
  const bare = reportedFacts(unsaid);
  for (const name of ['about', 'reporterRole', 'region']) expect(name in bare).toBe(false);
  expect(reportedFacts(aReport({ suspect: {} })).suspect).toStrictEqual({});
});

describe('a child is involved', () => {
  const facts = (report: Partial<Report>): ReportedFacts =>
    reportedFacts(aReport({ about: 'someone_i_know', reporter: { role: 'citizen', ageYears: 40 }, ...report }));

  test.each<[string, Partial<Report>, boolean]>([
    ['when a victim is under 18', { victims: [{ ageYears: 40 }, { ageYears: 17 }] }, true],
    ['when the age of a victim is unknown', { victims: [{ ageYears: 40 }, {}] }, true],
    ['when nothing is known about the victims', { victims: [] }, true],
    ['when there are more victims than were named', { victims: [{ ageYears: 40 }], moreVictims: true }, true],
    ['when a child reports', { victims: [{ ageYears: 40 }], reporter: { role: 'child' } }, true],
    ['when the reporter is under 18', { victims: [{ ageYears: 40 }], reporter: { ageYears: 16 } }, true],
    [
      'when there may be a sexual picture of a minor',
      { victims: [{ ageYears: 40 }], flags: { sexualImageOfMinor: 'unsure' } },
      true,
    ],
    ['when somebody of unknown age reports about themselves', { about: 'me', victims: [], reporter: {} }, true],
    ['not when an adult reports about themselves', { about: 'me', victims: [] }, false],
    ['not when an adult reports content only', { about: 'content_only', victims: [] }, false],
    ['not when every victim is an adult, whoever reports', { victims: [{ ageYears: 40 }], reporter: {} }, false],
  ])('%s', (_, report, expected) => {
    expect(involvesChild(facts({ victims: [], ...report }))).toBe(expected);
  });

  test('whenever somebody under 14 is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.nat({ max: 60 }), { nil: undefined })),
        fc.nat({ max: 60 }),
        (ages, reporter) => {
          const said = facts({
            victims: ages.map((ageYears) => (ageYears === undefined ? {} : { ageYears })),
            reporter: { ageYears: reporter },
          });
          expect(involvesUnder14(said)).toBe([...ages, reporter].some((age) => age !== undefined && age < 14));
          expect(involvesUnder14(said) && !involvesChild(said)).toBe(false);
        },
      ),
    );
  });
  test('an unknown age is not under 14', () => {
    expect(involvesUnder14({ ...aCase().reported, victims: [{ ageBand: 'unknown', gender: 'unknown' }] })).toBe(false);
  });
});
