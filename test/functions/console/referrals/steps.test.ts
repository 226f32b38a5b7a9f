import { describe, expect, it } from 'vitest';
import {
  fieldOfSending,
  firstFields,
  groundsFor,
  likelyGround,
  missingOn,
  previewBody,
  sendingBody,
  standingOfWish,
  stepOfField,
  stepsFor,
  whyNotSending,
  type SendingFields,
} from '#functions/console/app/referrals/sending/steps.ts';
import { parseCommandBody } from '#shared/contracts/http/staff/command-bodies.ts';

const basis = 'law_121_2016';
const begun = (change: Partial<SendingFields> = {}, of = {}): SendingFields => ({
  ...firstFields({ basis, ...of }, true),
  ...change,
});

describe('the wish of a reporter', () => {
  it.each([
    [{ wish: 'no' as const }, 'against', 'override'],
    [{ wish: 'ask_me' as const }, 'unasked', ''],
    [{ wish: 'yes' as const }, 'allowed', 'consent'],
    [{}, 'none', ''],
  ])('%j is %s, and %j is chosen beforehand', (referral, standing, ground) => {
    expect(standingOfWish(referral)).toBe(standing);
    expect(likelyGround(referral)).toBe(ground);
    expect(groundsFor(referral)).toEqual(['consent', 'override']);
  });

  it('does not stand against a list of addresses, which names nobody', () => {
    const referral = { wish: 'no' as const, addressesOnly: true };
    expect(standingOfWish(referral)).toBe('none');
    expect(groundsFor(referral)).toEqual(['nothing_personal']);
    expect(likelyGround(referral)).toBe('nothing_personal');
  });
});

describe('the steps of sending', () => {
  it('are those that apply: about addresses only where some leave, about fields only where there is a choice', () => {
    expect(stepsFor({}, begun())).toEqual(['fields', 'ground', 'copy']);
    expect(stepsFor({}, begun({ fields: ['narrative', 'accounts'] }))).toEqual([
      'fields',
      'addresses',
      'ground',
      'copy',
    ]);
    const list = { addressesOnly: true };
    expect(stepsFor(list, begun({}, list))).toEqual(['addresses', 'ground', 'copy']);
    expect(begun({}, list)).toMatchObject({ step: 'addresses', fields: ['addresses'], addresses: [], accounts: [] });
    expect(begun()).toMatchObject({ step: 'fields', fields: [], addresses: [], accounts: [], way: 'mail' });
    expect(firstFields({ basis }, false).way).toBe('call');
  });

  it('lead to the one on which a refused field stands', () => {
    expect(
      ['/fields/0', '/addresses', '/accounts', '/contact', '/unit', '/message', '/call', '/call/name'].map((pointer) =>
        stepOfField(fieldOfSending(pointer)),
      ),
    ).toEqual(['fields', 'addresses', 'addresses', 'ground', 'ground', 'ground', 'ground', 'copy']);
    // How it is sent is chosen under another name than the API has for it.
    expect(['/call', '/call/name', '/notToldFirstBecause', '/basis'].map(fieldOfSending)).toEqual([
      'way',
      'name',
      'tell',
      'basis',
    ]);
  });

  it.each<[SendingFields['step'], Partial<SendingFields>, keyof SendingFields | undefined]>([
    ['fields', {}, undefined],
    ['addresses', { fields: ['addresses'] }, 'addresses'],
    ['addresses', { fields: ['accounts'], addresses: ['1'] }, 'accounts'],
    ['addresses', { fields: ['addresses'], addresses: ['1'] }, undefined],
    ['ground', {}, 'ground'],
    ['ground', { ground: 'consent' }, undefined],
    ['ground', { ground: 'override' }, 'overrideBecause'],
    ['ground', { ground: 'override', overrideBecause: 'law_requires' }, 'tell'],
    ['ground', { ground: 'override', overrideBecause: 'law_requires', tell: 'write', message: ' \n' }, 'message'],
    ['ground', { ground: 'override', overrideBecause: 'law_requires', tell: 'no_time_danger' }, undefined],
    ['copy', { way: 'mail' }, undefined],
    ['copy', { way: 'call', name: ' ' }, 'name'],
    ['copy', { way: 'call', name: 'Inspector Kola' }, undefined],
  ])('%s: %j lacks %s', (step, chosen, missing) => {
    expect(missingOn(step, begun(chosen))).toBe(missing);
  });
});

describe('what is sent', () => {
  const chosen = begun({
    fields: ['thread', 'addresses', 'narrative'],
    addresses: ['12', '0'],
    accounts: ['3'],
    ground: 'override',
    overrideBecause: 'crime_against_child',
    tell: 'write',
    message: 'We must tell the police.',
    unit: ' Bashkia Kamëz ',
    contact: 'contact-kamez',
  });

  it('is what the API takes, with positions of ticked fields alone, and of the copy that was seen', () => {
    const preview = previewBody(chosen);
    expect(parseCommandBody('referralPreview', JSON.parse(JSON.stringify(preview)))).toEqual({
      fields: ['narrative', 'addresses', 'thread'],
      ground: 'override',
      overrideBecause: 'crime_against_child',
      basis,
      addresses: [12, 0],
      unit: 'Bashkia Kamëz',
      contact: 'contact-kamez',
    });
    const body = parseCommandBody('referralSending', JSON.parse(JSON.stringify(sendingBody(chosen, 'digest'))));
    expect(body).toMatchObject({ message: 'We must tell the police.', shownCopy: 'digest' });
    expect(body).not.toHaveProperty('notToldFirstBecause');
    expect(body).not.toHaveProperty('call');
  });

  it('says why the reporter is not told, and nothing of an override where there is none', () => {
    const untold = sendingBody({ ...chosen, tell: 'reporter_unsafe' }, 'digest');
    expect([untold.notToldFirstBecause, untold.message]).toEqual(['reporter_unsafe', undefined]);
    const allowed = sendingBody({ ...chosen, ground: 'consent' }, 'digest');
    expect([allowed.overrideBecause, allowed.message, allowed.notToldFirstBecause]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is a call once somebody answered; before that the copy is seen without a name', () => {
    const calling = { ...chosen, way: 'call', name: ' Inspector Kola ' };
    expect(previewBody(calling).call).toEqual({});
    expect(sendingBody(calling, 'digest').call).toEqual({ name: 'Inspector Kola' });
  });
});

it('says to a counsellor why they cannot send, and nothing to whoever may', () => {
  expect(whyNotSending({ may: ['read_case'], severity: 'high' })).toBe('not_critical');
  expect(whyNotSending({ may: ['read_case'], severity: 'critical' })).toBe('somebody_on_duty');
  expect(whyNotSending({ may: ['send_referral'], severity: 'critical' })).toBeUndefined();
  expect(whyNotSending({ may: ['refer_case', 'send_referral'], severity: 'low' })).toBeUndefined();
});
