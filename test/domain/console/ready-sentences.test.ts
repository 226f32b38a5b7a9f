import { assert, property, subarray } from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { blankNames, fillReady, hasBlank, readySentencesFor } from '#shared/domain/console/ready-sentences.ts';
import type { BlankName, ReadyCondition, ReadyFacts } from '#shared/domain/console/ready-sentences.ts';
import type { ReportedFacts } from '#shared/domain/report/report.ts';

const facts = (reported: Partial<ReportedFacts> = {}, more: Partial<ReadyFacts> = {}): ReadyFacts => ({
  reported: {
    category: 'mocking',
    alsoCategories: [],
    victims: [],
    flags: {},
    reporterAgeBand: 'unknown',
    wishes: {},
    needs: [],
    ...reported,
  },
  words: [],
  status: 'in_progress',
  outcomes: [],
  promiseMissed: false,
  ...more,
});

const toBoth = { child: { el: 'to a child' }, adult: { el: 'to an adult' } };
const sentence = (code: string, ...fits: ReadyCondition[]) => ({ code, fits, text: toBoth });

describe('ready sentences', () => {
  const fits = (condition: ReadyCondition, of: ReadyFacts): boolean =>
    readySentencesFor([sentence('one', condition)], of)[0]?.fits === true;

  test('that fit the case stand first, then the rest, each in the order of the pack', () => {
    const all = [
      sentence('never'),
      sentence('of another', { categories: ['lured'] }),
      sentence('first', { categories: ['mocking'] }),
      sentence('second', { categories: ['lured'] }, {}),
    ];
    expect(readySentencesFor(all, facts()).map(({ code, fits: isFit }) => [code, isFit])).toEqual([
      ['first', true],
      ['second', true],
      ['never', false],
      ['of another', false],
    ]);
  });

  test('are in the words of who reported, and left out where there are none for them', () => {
    const forParents = { code: 'parents', fits: [{}], text: { adult: { el: 'to a parent' } } };
    expect(readySentencesFor([forParents], facts({ reporterRole: 'child' }))).toEqual([]);
    expect(readySentencesFor([forParents], facts({ reporterRole: 'parent' }))).toEqual([
      { code: 'parents', address: 'adult', fits: true },
    ]);
    expect(readySentencesFor([sentence('one')], facts())[0]?.address).toBe('child');
  });

  test.each<[string, ReadyCondition, ReadyFacts, ReadyFacts]>([
    ['a category', { categories: ['lured'] }, facts({ alsoCategories: ['lured'] }), facts()],
    ['a situation', { situations: ['self_harm'] }, facts({}, { words: ['words_self_harm'] }), facts()],
    ['a status', { statuses: ['resolved'] }, facts({}, { status: 'resolved' }), facts()],
    ['a reader', { audiences: ['school'] }, facts({ reporterRole: 'teacher' }), facts()],
    ['an outcome', { outcomes: ['content_removed'] }, facts({}, { outcomes: ['content_removed'] }), facts()],
    ['a miss', { promiseMissed: true }, facts({}, { promiseMissed: true }), facts()],
  ])('fit by %s', (_, condition, fitting, other) => {
    expect(fits(condition, fitting)).toBe(true);
    expect(fits(condition, other)).toBe(false);
  });

  test('fit only when all of a condition holds', () => {
    const condition: ReadyCondition = { categories: ['mocking'], statuses: ['resolved'] };
    expect(fits(condition, facts())).toBe(false);
    expect(fits(condition, facts({}, { status: 'resolved' }))).toBe(true);
  });
});

describe('blanks', () => {
  const open = Object.fromEntries(blankNames.map((name) => [name, `what ${name} is`])) as Record<BlankName, string>;

  test('are filled where it is known, and said in words where not', () => {
    expect(fillReady('Removed from {platform}, {by}.', { platform: 'TikTok' }, open)).toBe(
      'Removed from TikTok, {what by is}.',
    );
  });

  test('that nobody filled are found, so that no message with one is sent', () => {
    assert(
      property(subarray([...blankNames]), (known) => {
        const template = blankNames.map((name) => `{${name}}`).join(' and ');
        const filled = fillReady(template, Object.fromEntries(known.map((name) => [name, 'x'])), open);
        expect(hasBlank(filled)).toBe(known.length < blankNames.length);
      }),
    );
  });

  test.each([
    ['We write again {deri kur}.', true],
    ['It is at {shërbimi, numri}', true],
    ['{}', false],
    ['Smile :-} and {', false],
    ['Nothing is open here.', false],
    ['{over\ntwo lines}', false],
  ])('in “%s”: %s', (message, expected) => {
    expect(hasBlank(message)).toBe(expected);
  });
});
