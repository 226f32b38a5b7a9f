import * as fc from '#test/support/fast-check.ts';
import { expect, it } from 'vitest';
import {
  emptyCall,
  factsOfCall,
  fieldOfCall,
  reportOfCall,
  type CallFields,
} from '../../../functions/console/app/filing/report-of-call.ts';
import { reportParser } from '#shared/contracts/http/public/parse-report.ts';
import { takeFiling } from '#shared/contracts/http/staff/filing.ts';
import type { Problem } from '#shared/contracts/http/http.ts';
import { country } from '#shared/country/current.ts';
import { flags } from '#shared/domain/report/report.ts';

const zone = country.timeZone;
const parse = reportParser(country);
const call = (typed: Partial<CallFields>): CallFields => ({ ...emptyCall('sq'), category: 'grooming', ...typed });
const bodyOf = (typed: Partial<CallFields>) => reportOfCall(call(typed), zone);

it('sends what was chosen, and nothing of what was left empty', () => {
  expect(bodyOf({ narrative: 'Dikush i shkruan.' })).toEqual({
    channel: 'helpline',
    category: 'grooming',
    narrative: 'Dikush i shkruan.',
    language: 'sq',
  });
});

it('is what the API takes, with everything filled in', () => {
  const body = bodyOf({
    channel: 'school',
    receivedAt: '2026-11-16T09:30',
    alsoCategories: ['sexual_harassment'],
    narrative: 'Mësuesja tregon.',
    role: 'teacher',
    callerAge: '41',
    name: 'E shpikur',
    organisation: 'Një shkollë',
    about: 'pupil_or_client',
    victims: [
      { ageYears: '13', gender: 'female' },
      { ageYears: '', gender: '' },
    ],
    moreVictims: true,
    platform: 'snapchat',
    urls: ' https://example.com/a \n\nhttps://example.com/b',
    accounts: '@nje\n@dy',
    when: 'today',
    relation: 'stranger',
    adult: 'unsure',
    livesWithChild: 'false',
    municipality: 'AL-11-53',
    school: 'Shkolla',
    alreadyTold: ['school'],
    needs: ['call_me'],
    phone: '0690000000',
    whose: 'mine',
    safe: 'true',
    how: 'call',
    whenSafe: 'pas pesës',
    'flag-inDanger': 'true',
    'flag-selfHarm': 'false',
    'flag-meetingArranged': 'unsure',
    'wish-police': 'no',
  });
  const { channel, receivedAt, rest } = takeFiling(body);
  // Tirana is an hour ahead in winter.
  expect([channel, receivedAt]).toEqual(['school', '2026-11-16T08:30:00.000Z']);
  expect(parse(rest, 'sq')).toMatchObject({
    adjusted: [],
    report: {
      urls: ['https://example.com/a', 'https://example.com/b'],
      accounts: [
        { platform: 'snapchat', handle: '@nje' },
        { platform: 'snapchat', handle: '@dy' },
      ],
      victims: [{ ageYears: 13, gender: 'female' }, {}],
      moreVictims: true,
      suspect: { relation: 'stranger', adult: 'unsure', livesWithChild: false },
      flags: { inDanger: true, selfHarm: false, meetingArranged: 'unsure' },
      reporter: { role: 'teacher', ageYears: 41, contact: { phone: '0690000000', whose: 'mine', safe: true } },
      place: { region: 'AL-11', municipality: 'AL-11-53', school: 'Shkolla' },
      wishes: { police: 'no' },
    },
  });
});

it.each([
  ['callerAge', { callerAge: 'dymbëdhjetë' }],
  [
    'victims-1-ageYears',
    { victims: [{ ageYears: '12', gender: '' } as const, { ageYears: '200', gender: '' } as const] },
  ],
  ['narrative', {}],
  ['narrative', { narrative: 'a'.repeat(10_001) }],
  ['phone', { narrative: 'x', phone: '1'.repeat(41) }],
  ['alsoCategories', { narrative: 'x', alsoCategories: ['csam', 'gaming', 'question', 'other'] }],
  ['accounts', { accounts: 'a'.repeat(501) }],
])('what is wrong leads to the field %s', (field, typed) => {
  const { rest } = takeFiling(bodyOf(typed));
  const found = (): Problem['errors'] => {
    try {
      parse(rest, 'sq');
      return [];
    } catch (error) {
      return (error as Problem).errors;
    }
  };
  expect(found()?.map(({ pointer }) => fieldOfCall(pointer))).toEqual([field]);
});

it('every pointer leads to a field of the form', () => {
  const names = [...Object.keys(emptyCall('sq')), 'victims'];
  const pointers = [
    '/channel',
    '/receivedAt',
    '/reporter/role',
    '/reporter/ageYears',
    '/reporter/contact/whenSafe',
    '/place/municipality',
    '/suspect/adult',
    '/wishes/police',
    ...flags.map((flag) => `/flags/${flag}`),
  ];
  for (const pointer of pointers) expect(names).toContain(fieldOfCall(pointer));
});

it('answers stay as they were given, whatever they are', () => {
  const answer = fc.constantFrom('', 'true', 'false', 'unsure');
  fc.assert(
    fc.property(fc.constantFrom(...flags), answer, (flag, given) => {
      const { flags: sent = {} } = bodyOf({ [`flag-${flag}`]: given });
      expect(String(sent[flag] ?? '')).toBe(given);
      expect(Object.keys(sent)).toHaveLength(given === '' ? 0 : 1);
    }),
  );
});

it('help is chosen by what was told so far', () => {
  const facts = factsOfCall(
    call({
      role: 'parent',
      victims: [{ ageYears: '13', gender: 'female' }],
      municipality: 'AL-06-35',
      'flag-weapon': 'true',
    }),
    [{ code: 'AL-06', municipalities: ['AL-06-35'] }],
  );
  expect(facts).toMatchObject({
    reporterRole: 'parent',
    region: 'AL-06',
    victims: [{ ageBand: '12-13', gender: 'female' }],
    flags: { weapon: true },
    reporterAgeBand: 'unknown',
  });
});
