import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { problemAnswer } from '#shared/contracts/http/problem-answer.ts';
import { reportParser } from '#shared/contracts/http/public/parse-report.ts';
import type { ParsedReport } from '#shared/contracts/http/public/parse-report.ts';
import { country } from '#shared/country/current.ts';
import type { FieldProblem } from '#shared/domain/problems.ts';
import { Problem } from '#shared/contracts/http/http.ts';

const parse = reportParser(country);
const least = { category: 'not_sure', narrative: 'x' };
const parsed = (body: object): ParsedReport => parse({ ...least, ...body }, 'sq');

function refused(body: unknown): readonly FieldProblem[] {
  try {
    parse(body, 'sq');
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid_fields' && error.status === 422) return error.errors;
    throw error;
  }
  throw new Error('The report was taken.');
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
const isProblemOrNothing = (thrown: unknown): boolean => thrown === undefined || thrown instanceof Problem;

const [region, other] = country.regions;
const municipality = region?.municipalities[0];
if (region === undefined || other === undefined || municipality === undefined) throw new Error('The pack has places.');

describe('what is cleaned instead of refused', () => {
  it('strips invisible characters, composes letters, keeps line breaks, everywhere', () => {
    const { report } = parsed({
      category: ' not_sure\u200F',
      narrative: ' a\u0000\u202E\r\nbe\u0308 ',
      urls: ['www.example.com\u0007/x', 'Grupi "5 B"'],
      accounts: [{ handle: ' @Ana \u2066' }],
    });
    expect(report).toMatchObject({
      category: 'not_sure',
      narrative: 'a\nbë',
      urls: ['www.example.com/x', 'Grupi "5 B"'],
      accounts: [{ handle: '@Ana' }],
    });
  });

  it('counts what a form left empty as left out', () => {
    const { report } = parsed({
      urls: [''],
      accounts: [{ handle: ' ' }],
      reporter: { name: '', contact: { email: '', phone: ' ' } },
      place: { school: '' },
    });
    expect(report.urls).toEqual([]);
    expect(report.accounts).toEqual([]);
    expect(report.reporter).toEqual({});
    expect(report.place).toEqual({ country: country.country });
  });

  it('keeps each code once', () => {
    const { report } = parsed({
      alsoCategories: ['not_sure'],
      alreadyTold: ['friend', 'friend'],
      needs: ['call_me', 'call_me'],
    });
    expect(report).toMatchObject({ alsoCategories: [], alreadyTold: ['friend'], needs: ['call_me'] });
  });

  it('drops a municipality that is not in the region, and notes it', () => {
    const fits = parsed({ place: { region: region.code, municipality: municipality.code } });
    expect(fits.adjusted).toEqual([]);
    expect(fits.report.place.municipality).toBe(municipality.code);
    for (const elsewhere of [other.code, 'unknown', 'outside']) {
      const misfit = parsed({ place: { region: elsewhere, municipality: municipality.code } });
      expect(misfit.adjusted).toEqual(['/place/municipality']);
      expect(misfit.report.place).toEqual({ country: country.country, region: elsewhere });
    }
  });

  it('takes the region from a municipality said without one', () => {
    expect(parsed({ place: { municipality: municipality.code } }).report.place.region).toBe(region.code);
  });

  it('takes `unknown` and `outside` for a place, and the pack’s country where none is said', () => {
    expect(parsed({ place: { region: 'outside', country: 'it' } }).report.place).toEqual({
      country: 'IT',
      region: 'outside',
    });
    expect(parsed({ place: { region: 'unknown', municipality: 'unknown' } })).toMatchObject({
      adjusted: [],
      report: { place: { country: country.country, region: 'unknown', municipality: 'unknown' } },
    });
  });

  it('keeps a campaign nobody knows, in capitals', () => {
    expect(parsed({ campaign: 'my-school-7' }).report.campaign).toBe('MY-SCHOOL-7');
  });

  it('never makes a flag that was not asked into false', () => {
    expect(parsed({ flags: { inDanger: false, weapon: 'unsure' } }).report.flags).toEqual({
      inDanger: false,
      weapon: 'unsure',
    });
  });

  it('is one of the pack’s languages whatever was said', () => {
    expect(parsed({ language: 'xx-Unknown' }).report.language).toBe('sq');
  });
});

describe('limits', () => {
  it('counts code points of the narrative, bytes of an address', () => {
    expect(parsed({ narrative: '😀'.repeat(10_000) }).report.narrative).toHaveLength(20_000);
    expect(parsed({ urls: ['ë'.repeat(1024)] }).report.urls).toHaveLength(1);
    expect(parsed({ narrative: `${'x'.repeat(10_000)}\u202E \n` }).report.narrative).toHaveLength(10_000);
  });

  it('takes each limit and refuses one more', () => {
    const many = (count: number, of: unknown): unknown[] => Array.from({ length: count }, () => of);
    const limits: [string, (count: number) => object, number][] = [
      ['/urls', (count) => ({ urls: many(count, 'x') }), 20],
      ['/accounts', (count) => ({ accounts: many(count, { handle: 'x' }) }), 20],
      ['/victims', (count) => ({ victims: many(count, {}) }), 10],
      ['/alsoCategories', (count) => ({ alsoCategories: many(count, 'not_sure') }), 3],
    ];
    for (const [pointer, of, limit] of limits) {
      expect(() => parsed(of(limit))).not.toThrow();
      expect(refused({ ...least, ...of(limit + 1) })).toEqual([{ pointer, code: 'too_many', expected: String(limit) }]);
    }
  });
});

/** Every field with something wrong in it: the pointer and the code of the answer. */
const wrong: [object, string, string][] = [
  [{ category: 'nothing_we_know' }, '/category', 'unknown_code'],
  [{ category: 7 }, '/category', 'wrong_type'],
  [{ category: undefined }, '/category', 'required'],
  [{ alsoCategories: 'not_sure' }, '/alsoCategories', 'wrong_type'],
  [{ alsoCategories: ['nothing'] }, '/alsoCategories/0', 'unknown_code'],
  [{ narrative: ['x'] }, '/narrative', 'wrong_type'],
  [{ narrative: null }, '/narrative', 'wrong_type'],
  [{ narrative: 'x'.repeat(10_001) }, '/narrative', 'too_long'],
  [{ urls: [1] }, '/urls/0', 'wrong_type'],
  [{ urls: ['x', 'ë'.repeat(1025)] }, '/urls/1', 'too_long'],
  [{ accounts: ['@x'] }, '/accounts/0', 'wrong_type'],
  [{ accounts: [{ platform: 'TikTok', handle: 'x' }] }, '/accounts/0/platform', 'unknown_code'],
  [{ accounts: [{ platform: country.platforms[0] }] }, '/accounts/0/handle', 'required'],
  [{ platform: 'nowhere' }, '/platform', 'unknown_code'],
  [{ about: 'aliens' }, '/about', 'unknown_code'],
  [{ victims: {} }, '/victims', 'wrong_type'],
  [{ victims: [{ ageYears: '14' }] }, '/victims/0/ageYears', 'not_a_number'],
  [{ victims: [{ ageYears: 14.5 }] }, '/victims/0/ageYears', 'not_a_number'],
  [{ victims: [{ ageYears: -1 }] }, '/victims/0/ageYears', 'too_small'],
  [{ victims: [{ ageYears: 121 }] }, '/victims/0/ageYears', 'too_large'],
  [{ victims: [{ gender: 'F' }] }, '/victims/0/gender', 'unknown_code'],
  [{ moreVictims: 'yes' }, '/moreVictims', 'wrong_type'],
  [{ suspect: { relation: 'x' } }, '/suspect/relation', 'unknown_code'],
  [{ suspect: { adult: 'maybe' } }, '/suspect/adult', 'unknown_code'],
  [{ suspect: { livesWithChild: 1 } }, '/suspect/livesWithChild', 'wrong_type'],
  [{ when: 'soon' }, '/when', 'unknown_code'],
  [{ alreadyTold: ['dog'] }, '/alreadyTold/0', 'unknown_code'],
  [{ flags: { inDanger: 'yes' } }, '/flags/inDanger', 'unknown_code'],
  [{ flags: { notAFlag: true } }, '/flags/notAFlag', 'unknown_field'],
  [{ reporter: { role: 'spy' } }, '/reporter/role', 'unknown_code'],
  [{ reporter: { ageYears: 1e300 } }, '/reporter/ageYears', 'too_large'],
  [{ reporter: { name: 'x'.repeat(201) } }, '/reporter/name', 'too_long'],
  [{ reporter: { organisation: 1 } }, '/reporter/organisation', 'wrong_type'],
  [{ reporter: { contact: { email: 'x'.repeat(255) } } }, '/reporter/contact/email', 'too_long'],
  [{ reporter: { contact: { phone: 355 } } }, '/reporter/contact/phone', 'wrong_type'],
  [{ reporter: { contact: { whose: 'nobody' } } }, '/reporter/contact/whose', 'unknown_code'],
  [{ reporter: { contact: { how: 'fax' } } }, '/reporter/contact/how', 'unknown_code'],
  [{ reporter: { contact: { safe: 'no' } } }, '/reporter/contact/safe', 'unknown_code'],
  [{ reporter: { contact: { whenSafe: 'x'.repeat(201) } } }, '/reporter/contact/whenSafe', 'too_long'],
  [{ place: { country: 'Albania' } }, '/place/country', 'wrong_form'],
  [{ place: { region: 'XX-99' } }, '/place/region', 'unknown_code'],
  [{ place: { municipality: 'XX-99-1' } }, '/place/municipality', 'unknown_code'],
  [{ place: { school: 'x'.repeat(201) } }, '/place/school', 'too_long'],
  [{ wishes: { school: true } }, '/wishes/school', 'wrong_type'],
  [{ wishes: { mayor: 'no' } }, '/wishes/mayor', 'unknown_field'],
  [{ needs: ['money'] }, '/needs/0', 'unknown_code'],
  [{ campaign: 'x' }, '/campaign', 'wrong_form'],
  [{ campaign: 'no blanks' }, '/campaign', 'wrong_form'],
  [{ language: 7 }, '/language', 'wrong_type'],
  [{ photo: 'data:' }, '/photo', 'unknown_field'],
];

const wordings = { ...country, problemTexts: await country.loadProblemTexts() };

describe('what is refused', () => {
  it.each(wrong)('%j at %s as %s', (body, pointer, code) => {
    expect(refused({ ...least, ...body })).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it.each(wrong)('%j with a sentence in every language', (body) => {
    const errors = refused({ ...least, ...body });
    const said = country.languages.map((language) => {
      const answer = problemAnswer(wordings, language, { code: 'invalid_fields', status: 422, errors });
      const [message] = answer.errors.map((error) => error.message);
      expect(message?.length).toBeGreaterThan(5);
      expect(message).not.toMatch(/[{}]/);
      return message;
    });
    expect(new Set(said).size).toBe(country.languages.length);
  });

  it('names every field that is wrong at once', () => {
    expect(
      refused({ narrative: 1, urls: 2, extra: 3 })
        .map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(['/category', '/extra', '/narrative', '/urls']);
  });

  it.each([
    [{}, ''],
    [{ narrative: ' \u202E\n' }, '/narrative'],
    [{ narrative: '\u200b', urls: ['\u2800'] }, '/narrative'],
    [{ urls: [] }, ''],
    [{ urls: [' '], accounts: [] }, '/urls/0'],
    [{ accounts: [{ handle: '\u3164' }] }, '/accounts/0/handle'],
    [{ reporter: { contact: {} } }, ''],
    [{ reporter: { contact: { email: '\u00ad' } } }, '/reporter/contact/email'],
    [{ reporter: { contact: { phone: '\u{e0030}' } } }, '/reporter/contact/phone'],
    [{ reporter: { name: 'Ana', contact: { whose: 'mine', how: 'call' } } }, ''],
  ])('says nothing: %j', (body, pointer) => {
    expect(refused({ category: 'not_sure', ...body })).toEqual([{ pointer, code: 'empty_report' }]);
  });

  it.each([
    [{ narrative: 'x' }],
    [{ urls: ['x'] }],
    [{ accounts: [{ handle: 'x' }] }],
    [{ reporter: { contact: { phone: '1' } } }],
  ])('but %j is enough', (body) => {
    expect(() => parse({ category: 'not_sure', ...body }, 'sq')).not.toThrow();
  });

  it.each([undefined, null, [], 'text', 7, true])('a body that is no object: %j', (body) => {
    expect(() => parse(body, 'sq')).toThrow(Problem);
  });

  it('never repeats a field’s name that may be somebody’s words', () => {
    const errors = refused({ ...least, 'my teacher touched me': 1 });
    expect(errors).toEqual([{ pointer: '', code: 'unknown_field' }]);
  });

  it('is a Problem and nothing else, whatever the body', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(thrownBy(() => parse(body, 'sq'))).toSatisfy(isProblemOrNothing);
      }),
    );
  });

  it('is a Problem and nothing else for bodies that are nearly right', () => {
    const fields = [
      'category',
      'narrative',
      'urls',
      'accounts',
      'victims',
      'flags',
      'reporter',
      'place',
      'wishes',
      'needs',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), fc.jsonValue({ maxDepth: 3 })), (body) => {
        expect(thrownBy(() => parse({ ...least, ...body }, 'sq'))).toSatisfy(isProblemOrNothing);
      }),
    );
  });
});
