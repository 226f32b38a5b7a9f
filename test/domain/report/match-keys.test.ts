import { describe, expect, test } from 'vitest';
import { matchKeysOf } from '#shared/domain/report/match-keys.ts';
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
