import { describe, expect, test } from 'vitest';
import { albania } from '#shared/country/al/pack.ts';
import { inOneLanguage } from '#shared/domain/console/in-one-language.ts';
import {
  fieldOfPointer,
  isVeiled,
  say,
  sayActor,
  sayEvent,
  sayReason,
  sayWarnings,
} from '#shared/domain/console/say-codes.ts';

const { labels } = inOneLanguage(await albania.loadConsole(), 'en', 'sq');
const names: Readonly<Record<string, string>> = { 'staff-elira': 'Elira', 'staff-arben': 'Arben' };
const nameOf = (id: string): string | undefined => names[id];

describe('a code in words', () => {
  test('is said as it is where it is newer than the labels', () => {
    expect(say(labels.severities, 'critical')).toBe('critical');
    expect(say(labels.outcomes, 'not_yet_invented')).toBe('not_yet_invented');
    expect(say(labels.outcomes, 'constructor')).toBe('constructor');
  });

  test.each([
    ['category_csam', 'Child sexual abuse material (CSAM)'],
    ['flag_inDanger', 'somebody in danger now'],
    ['under_14', 'under 14'],
  ])('of the reason %s is “%s”', (code, expected) => {
    expect(sayReason(code, labels)).toBe(expected);
  });

  test.each([
    ['/victims/0/ageBand', 'ageBand'],
    ['/message', 'message'],
    ['/alsoOutcomes/1', 'alsoOutcomes'],
    ['', ''],
  ])('is known by the field of %s', (pointer, expected) => {
    expect(fieldOfPointer(pointer)).toBe(expected);
  });
});

describe('what kind of text comes', () => {
  const warned = (more: Partial<Parameters<typeof sayWarnings>[0]>, ...words: Parameters<typeof sayWarnings>[1]) =>
    sayWarnings({ category: 'question', alsoCategories: [], flags: {}, ...more }, words, labels);
  const plain = labels.contentWarnings['question'];

  test('is said by every category, each sentence once', () => {
    expect(warned({})).toEqual([plain]);
    expect(warned({ category: 'csam', alsoCategories: ['grooming', 'hate_speech'] })).toEqual([
      labels.contentWarnings['csam'],
      labels.contentWarnings['hate_speech'],
    ]);
  });
  test('is said by flags and by the words that were found, whatever the category is', () => {
    expect(warned({ flags: { sexualImageOfMinor: 'unsure' } })).toEqual([
      plain,
      labels.flagWarnings.sexualImageOfMinor,
    ]);
    expect(warned({ flags: { selfHarm: false } })).toEqual([plain]);
    expect(warned({}, 'words_self_harm')).toEqual([plain, labels.flagWarnings.selfHarm]);
    expect(warned({ flags: { selfHarm: true } }, 'words_taken_or_hurt')).toHaveLength(2);
  });
});

describe('what a reporter wrote opens veiled', () => {
  const facts = { category: 'question', alsoCategories: [], flags: {} };
  test.each([
    ['by its category', { ...facts, category: 'csam' }, [], true],
    ['by a further category', { ...facts, alsoCategories: ['grooming'] }, [], true],
    ['by a flag', { ...facts, flags: { weapon: true } }, [], true],
    ['by a flag that nobody is sure of', { ...facts, flags: { selfHarm: 'unsure' } }, [], true],
    ['by what the word lists found', facts, ['words_weapon'], true],
    [
      'and not by other words, flags or answers',
      { ...facts, flags: { weapon: false, repeated: true } },
      ['words_meeting'],
      false,
    ],
    ['and not by another category', { ...facts, category: 'hacking' }, [], false],
  ] as const)('%s', (_, reported, words, expected) => {
    expect(isVeiled({ ...reported, alsoCategories: [...reported.alsoCategories] }, words, ['csam', 'grooming'])).toBe(
      expected,
    );
  });
});

describe('a line of the history', () => {
  test.each([
    ['case.assigned', 'staff:staff-elira', { assignee: 'staff-elira' }, 'Elira took the case'],
    ['case.assigned', 'staff:staff-elira', { assignee: 'staff-arben' }, 'Elira gave the case to Arben'],
    ['case.received', 'reporter', {}, 'The report arrived'],
    ['case.handed_over', 'staff:staff-arben', { team: 'helpline' }, 'Arben passed it to another team: 116 111 team'],
    [
      'case.target_moved',
      'staff:staff-elira',
      { timer: '1.handle.report' },
      'Elira moved a deadline (target: handled)',
    ],
    ['case.escalated', 'besa:escalation', { rung: 'duty' }, 'Escalated to: duty officer and helpline desk'],
    ['mail.bounced', 'besa:mail-feedback', { to: 'staff-gone' }, 'A mail was not delivered: Somebody of the centre'],
    ['unknown', 'besa:triage', {}, 'Something happened here that this version of Besa does not know'],
  ])('%s by %s', (type, actor, data, expected) => {
    expect(sayEvent({ type, actor, data }, labels, nameOf)).toBe(expected);
  });

  test('names an institution by the referral', () => {
    const line = { type: 'referral.sent', actor: 'besa:escalation', data: { referral: 'police_cybercrime-2' } };
    expect(sayEvent(line, labels, nameOf)).toBe(`The mail left: ${labels.institutions['police_cybercrime']}`);
  });

  test.each([
    ['mail', 'by email'],
    ['spoken', 'by phone'],
  ])('says which way a contact wanted the one-time code (%s)', (by, way) => {
    const data = { referral: 'police_cybercrime-2', contact: 'police-desk', n: 1, by };
    expect(sayEvent({ type: 'referral.code_asked', actor: 'institution:police-desk', data }, labels, nameOf)).toBe(
      `${labels.institutions['police_cybercrime']} asked for the code to open it: ${way}`,
    );
  });

  test('says who did it, and nobody by an id', () => {
    expect(sayActor('staff:staff-elira', labels, nameOf)).toBe('Elira');
    expect(sayActor('staff:staff-gone', labels, nameOf)).toBe('Somebody of the centre');
    expect(sayActor('besa:triage', labels, nameOf)).toBe('Besa');
    expect(sayActor('reporter', labels, nameOf)).toBe('The reporter');
  });

  test('can be said of every kind of event, with every blank filled', () => {
    for (const type of Object.keys(labels.events)) {
      expect(sayEvent({ type, actor: 'besa:triage' }, labels, nameOf)).not.toMatch(/[{}]/);
    }
  });
});
