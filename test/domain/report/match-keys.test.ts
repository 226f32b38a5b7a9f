import * as fc from '#test/support/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { matchKeysOf, matchKeysWanted, type findKinds } from '#shared/domain/report/match-keys.ts';
import type { Report } from '#shared/domain/report/report.ts';
import { aReport } from '#test/support/builders.ts';

const likenesses = (more: Partial<Report>) => matchKeysOf(aReport(more)).map(({ kind, value }) => `${kind} ${value}`);

describe('two reports are alike by an address', () => {
  test.each([
    'https://www.example.com/Page',
    'http://example.com/page/',
    'EXAMPLE.com/page//',
    'm.example.com/page#comments',
    'ftp+x-1.a://example.com/page',
    'ｅｘａｍｐｌｅ.com/page#a#b\nc',
  ])('however it is written: %s', (url) => {
    expect(likenesses({ urls: [url] })).toEqual(['url example.com/page']);
  });

  test('and not by half of one', () => {
    const apart = ['example.com/a', 'example.com/b', 'example.com', 'sub.example.com/a', 'example.com/www.a', 'a//b'];
    expect(likenesses({ urls: apart })).toEqual(apart.map((url) => `url ${url}`));
    expect(likenesses({ urls: ['see https://example.com'] })).toEqual(['url see https://example.com']);
    expect(likenesses({ urls: ['mail@example.com'] })).toEqual(['url mail@example.com']);
  });

  test('which counts once, however often it stands there', () => {
    expect(likenesses({ urls: ['example.com/a', 'https://example.com/a/'] })).toEqual(['url example.com/a']);
  });
});

describe('two reports are alike by an account', () => {
  test('of the same platform: the one named with it, else the one the report is about', () => {
    expect(likenesses({ platform: 'chat', accounts: [{ handle: '@Bad.Actor' }] })).toEqual(['account chat/bad.actor']);
    expect(likenesses({ platform: 'chat', accounts: [{ platform: 'game', handle: 'bad.actor' }] })).toEqual([
      'account game/bad.actor',
    ]);
    expect(likenesses({ accounts: [{ handle: 'bad.actor' }] })).toEqual(['account /bad.actor']);
  });
});

describe('two reports are alike by a phone', () => {
  const byPhone = (phone: string) => likenesses({ reporter: { role: 'child', contact: { phone } } });

  test('with and without the prefix of the country, however it is grouped', () => {
    for (const phone of ['+355 69 123 4567', '0691234567', '(069) 123-4567', '069/123.4567']) {
      expect(byPhone(phone)).toEqual(['phone 91234567']);
    }
  });

  test('also when it was given as an account', () => {
    expect(likenesses({ accounts: [{ platform: 'chat', handle: '069 123 4567' }] })).toEqual([
      'account chat/069 123 4567',
      'phone 91234567',
    ]);
  });

  test('and not by what is none: too few digits, or words', () => {
    for (const text of ['1234567', 'call 069 123 4567', '069 123 4567 after school']) expect(byPhone(text)).toEqual([]);
    expect(byPhone('12345678')).toEqual(['phone 12345678']);
  });
});

describe('what is looked for', () => {
  const platforms = ['chat', 'game'];
  const wanted = (by: (typeof findKinds)[number], value: string, platform?: string) =>
    matchKeysWanted({ by, value, platform }, platforms)?.map((one) => `${one.kind} ${one.value}`);

  test('is an account wherever a reporter may have written it, on its platform where that is known', () => {
    expect(wanted('account', '@Bad.Actor', 'chat')).toEqual([
      'url bad.actor',
      'account /bad.actor',
      'account chat/bad.actor',
    ]);
    expect(wanted('account', 'bad.actor')).toEqual([
      'url bad.actor',
      'account /bad.actor',
      'account chat/bad.actor',
      'account game/bad.actor',
    ]);
    expect(wanted('account', '069 123 4567', 'chat')).toContain('phone 91234567');
  });

  test('is a number by its digits, and nothing that is no number', () => {
    expect(wanted('phone', '+355 69 123-4567')).toEqual(['phone 91234567']);
    for (const value of ['116111', 'my number', '', '+']) expect(wanted('phone', value)).toBeUndefined();
  });

  test('is nothing shorter than three characters, however it is dressed', () => {
    for (const value of ['', '@a', 'https://ab/', '////', '#abc', 'www.ab']) {
      expect([value, wanted('account', value), wanted('address', value)]).toEqual([value, undefined, undefined]);
    }
    expect(wanted('address', 'abc')).toBeDefined();
  });

  test('finds whatever a report names, by any of its own keys', () => {
    const named = fc.record({
      url: fc.webUrl(),
      handle: fc.stringMatching(/^@?[a-z][a-z0-9._]{3,20}$/),
      platform: fc.option(fc.constantFrom(...platforms), { nil: undefined }),
      phone: fc.stringMatching(/^\+355 6[0-9] [0-9]{3} [0-9]{4}$/),
    });
    fc.assert(
      fc.property(named, ({ url, handle, platform, phone }) => {
        const keys = matchKeysOf(
          aReport({
            urls: [url],
            accounts: [{ handle, ...(platform === undefined ? {} : { platform }) }],
            reporter: { role: 'citizen', contact: { phone } },
          }),
        ).map((one) => `${one.kind} ${one.value}`);
        const found = (by: (typeof findKinds)[number], value: string, on?: string): boolean =>
          wanted(by, value, on)?.some((key) => keys.includes(key)) === true;
        expect([
          found('address', url),
          found('account', handle),
          found('account', handle, platform),
          found('phone', phone),
        ]).toEqual([true, true, true, true]);
      }),
    );
  });
});
