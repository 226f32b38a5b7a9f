import { describe, expect, test } from 'vitest';
import { chooseGuidance, guidanceAgain, mostBlocks } from '#shared/domain/help/guidance.ts';
import type { GuidanceEntry } from '#shared/domain/help/guidance.ts';
import { reasonsFor } from '#shared/domain/help/help-condition.ts';
import { chooseHelpLines, reasonOf } from '#shared/domain/help/help-lines.ts';
import { situationsOf } from '#shared/domain/help/situations.ts';
import type { HelpFacts } from '#shared/domain/help/situations.ts';
import type { ReportedFacts } from '#shared/domain/report/report.ts';
import type { WordCode } from '#shared/domain/report/severity.ts';
import { zembla } from '#test/support/invented-country.ts';

function facts(reported: Partial<ReportedFacts> = {}, words: readonly WordCode[] = []): HelpFacts {
  const nothing = {
    alsoCategories: [],
    victims: [],
    flags: {},
    reporterAgeBand: 'unknown',
    wishes: {},
    needs: [],
  } as const;
  return { reported: { category: 'mocking', ...nothing, ...reported } as ReportedFacts, words };
}

const wording = { title: { el: 'title' }, text: { el: 'text' } };

function entry(code: string, more: Partial<GuidanceEntry> = {}): GuidanceEntry {
  return { code, when: [{}], words: { child: wording }, ...more };
}

describe('situations', () => {
  const found = (reported: Partial<ReportedFacts>, words?: readonly WordCode[]) => situationsOf(facts(reported, words));

  test('words choose like a flag does', () => {
    expect(found({}, ['words_self_harm'])).toContain('self_harm');
    expect(found({ flags: { selfHarm: 'unsure' } })).toContain('self_harm');
    expect(found({}, ['words_meeting'])).toContain('meeting');
    expect(found({ flags: { meetingArranged: true } })).toContain('meeting');
    expect(found({ flags: { selfHarm: false } })).not.toContain('self_harm');
  });
  test('something was taken or there is a wound: by the words, or by self-harm with danger now', () => {
    expect(found({}, ['words_taken_or_hurt'])).toContain('taken_or_hurt');
    expect(found({ flags: { selfHarm: true, inDanger: true } })).toContain('taken_or_hurt');
    expect(found({ flags: { liveNow: true } }, ['words_self_harm'])).toContain('taken_or_hurt');
    expect(found({ flags: { selfHarm: true } })).not.toContain('taken_or_hurt');
    expect(found({ flags: { inDanger: true } })).not.toContain('taken_or_hurt');
  });
  test('where something else is the danger, only words say that there is a wound', () => {
    expect(found({ flags: { selfHarm: true, inDanger: true, weapon: true } })).not.toContain('taken_or_hurt');
    expect(found({ flags: { selfHarm: true, inDanger: true, missing: true } })).not.toContain('taken_or_hurt');
    expect(found({ flags: { selfHarm: true, weapon: true } }, ['words_taken_or_hurt'])).toContain('taken_or_hurt');
    const wounded = found({ flags: { offlineViolence: true } }, ['words_taken_or_hurt']);
    expect(wounded).toContain('wounded');
    expect(wounded).not.toContain('taken_or_hurt');
  });
  test('a weapon in words alone is told apart from one that was reported', () => {
    expect(found({}, ['words_weapon'])).toContain('violence_in_words');
    expect(found({ flags: { weapon: true } }, ['words_weapon'])).not.toContain('violence_in_words');
  });
  test('exactly one holds: a child, or adults only', () => {
    expect(found({})).toContain('child');
    const adult = found({ reporterRole: 'citizen', about: 'me', reporterAgeBand: '31+' });
    expect(adult).toContain('adults_only');
    expect(adult).not.toContain('child');
  });
});

describe('conditions', () => {
  const reported = facts({ category: 'lured', alsoCategories: ['mocking'], region: 'ZZ-A' }).reported;

  test('give what was found as their reasons, and `always` when they ask for nothing', () => {
    expect(reasonsFor([{}], reported, [])).toEqual(['always']);
    expect(reasonsFor([{ categories: ['mocking'] }], reported, [])).toEqual(['category_mocking']);
    expect(reasonsFor([{ regions: ['ZZ-A'], situations: ['danger'] }], reported, ['danger', 'child'])).toEqual([
      'danger',
      'region_ZZ-A',
    ]);
    expect(reasonsFor([{ categories: ['lured'], only: ['child'] }], reported, ['child'])).toEqual([
      'child',
      'category_lured',
    ]);
  });
  test.each([
    ['a situation is missing', { situations: ['danger'], categories: ['lured'] }],
    ['a category is missing', { situations: ['child'], categories: ['lost_pet'] }],
    ['the region is another', { regions: ['ZZ-B'] }],
    ['one of all is missing', { only: ['child', 'danger'] }],
    ['one that must not be is there', { unless: ['child'] }],
    ['a category that must not be is there', { unlessCategories: ['mocking'] }],
  ] as const)('do not hold when %s', (_, condition) => {
    expect(reasonsFor([condition], reported, ['child'])).toEqual([]);
  });
  test('need only one to hold, and name each reason once', () => {
    expect(reasonsFor([{ only: ['danger'] }, { only: ['child'] }, { only: ['child'] }], reported, ['child'])).toEqual([
      'child',
    ]);
  });
});

describe('guidance', () => {
  test('is the first four that fit, in the order of the pack', () => {
    const many = ['one', 'two', 'three', 'four', 'five'].map((code) => entry(code));
    const chosen = chooseGuidance([entry('other', { when: [{ only: ['danger'] }] }), ...many], facts());
    expect(chosen.map(({ code }) => code)).toEqual(['one', 'two', 'three', 'four']);
    expect(mostBlocks).toBe(4);
  });
  test('is not shown to a reader for whom it has no words', () => {
    const entries = [entry('for children'), entry('for adults', { words: { adult: wording } })];
    expect(chooseGuidance(entries, facts({ reporterRole: 'citizen' })).map(({ code }) => code)).toEqual(['for adults']);
  });
  test('that has two places is shown once, at the first that fits', () => {
    const entries = [entry('a', { when: [{ only: ['danger'] }] }), entry('b'), entry('a'), entry('b')];
    expect(chooseGuidance(entries, facts()).map(({ code }) => code)).toEqual(['b', 'a']);
    const inDanger = facts({ flags: { inDanger: true } });
    expect(chooseGuidance(entries, inDanger).map(({ code }) => code)).toEqual(['a', 'b']);
  });
  test('is the general block alone where nothing else fits, or somebody may look', () => {
    const entries = [entry('lured', { when: [{ categories: ['lured'] }] }), entry('general', { isGeneral: true })];
    expect(chooseGuidance(entries, facts()).map(({ code }) => code)).toEqual(['general']);
    const lured = facts({ category: 'lured' });
    expect(guidanceAgain(entries, lured).map(({ code }) => code)).toEqual(['lured']);
    const atHome = facts({ category: 'lured', suspect: { livesWithChild: true } });
    expect(chooseGuidance(entries, atHome).map(({ code }) => code)).toEqual(['lured']);
    expect(guidanceAgain(entries, atHome).map(({ code }) => code)).toEqual(['general']);
  });
});

describe('phones', () => {
  const phones = (reported: Partial<ReportedFacts>, words?: readonly WordCode[]) =>
    chooseHelpLines(zembla, facts(reported, words)).map(({ line }) => line.phone);

  test('stand in the order of the most urgent reason, those of every answer at the end', () => {
    expect(phones({})).toEqual(['777']);
    expect(phones({ flags: { inDanger: true } })).toEqual(['999', '777']);
    expect(phones({}, ['words_weapon'])).toEqual(['999', '777']);
  });
  test('of a region are shown there alone', () => {
    expect(phones({ flags: { inDanger: true }, region: 'ZZ-A' })).toEqual(['999', '555', '777']);
    expect(phones({ flags: { inDanger: true }, region: 'ZZ-B' })).toEqual(['999', '777']);
  });
  test('have the reasons of every order that names them', () => {
    const chosen = chooseHelpLines(zembla, facts({ category: 'lured', region: 'ZZ-A', flags: { weapon: true } }));
    expect(chosen.map(({ line, reasons }) => [line.phone, reasons])).toEqual([
      ['999', ['violence']],
      ['555', ['violence', 'other']],
      ['777', ['violence']],
    ]);
  });
  test('follow the reason that a sentence beside them speaks of', () => {
    expect(reasonOf(zembla, facts({ flags: { weapon: true } }))).toBe('violence');
    expect(reasonOf(zembla, facts())).toBe('other');
  });
});
