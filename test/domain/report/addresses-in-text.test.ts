import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { addressesIn, withheldMark, withoutAddresses } from '#shared/domain/report/addresses-in-text.ts';

const found = (text: string): string[] => addressesIn(text).map(({ from, to }) => text.slice(from, to));

describe('an address in a text', () => {
  it.each([
    ['with a scheme', 'shih https://site.al/x, pastaj', ['https://site.al/x']],
    ['with a scheme nobody knows', 'htp://foo', ['htp://foo']],
    ['in capitals', 'HTTPS://FOO.AL', ['HTTPS://FOO.AL']],
    ['with a blank after the scheme', 'te http:// site.nowhere po', ['http:// site.nowhere']],
    ['with www', 'te www.foo po', ['www.foo']],
    ['bare', 'te site.al.', ['site.al']],
    ['bare, with an Albanian ending', 'te site.al-it dhe snap.com-i', ['site.al-it', 'snap.com-i']],
    ['bare, with an unknown ending and a path', 'te foo.nowhere/x', ['foo.nowhere/x']],
    ['bare, with a port', 'te foo.nowhere:8080', ['foo.nowhere:8080']],
    ['in another script', 'te një.shqip.al dhe пример.рф', ['një.shqip.al', 'пример.рф']],
    ['in punycode', 'xn--e1afmkfd.xn--p1ai', ['xn--e1afmkfd.xn--p1ai']],
    ['of a hidden service', 'abc123.onion', ['abc123.onion']],
    ['of a channel', 't.me/joinchat/AAA, discord.gg/abc', ['t.me/joinchat/AAA', 'discord.gg/abc']],
    ['by number', '192.168.1.1 dhe 10.0.0.1:80/x', ['192.168.1.1', '10.0.0.1:80/x']],
    ['by a longer number', '2001:db8::1', ['2001:db8::1']],
    ['of a torrent', 'magnet:?xt=urn:btih:abc', ['magnet:?xt=urn:btih:abc']],
    ['of an app', 'tg:resolve', ['tg:resolve']],
    ['as a picture', 'data:image/png;base64,AA', ['data:image/png;base64,AA']],
    [
      'made harmless',
      'hxxps://a.example bad[.]example/a bad(dot)com',
      ['hxxps://a.example', 'bad[.]example/a', 'bad(dot)com'],
    ],
    ['made harmless in its scheme', 'https[:]//a hxxp[://]b', ['https[:]//a', 'hxxp[://]b']],
    ['with the dot as a word', 'te site dot com sot, te site pikë com', ['site dot com', 'site pikë com']],
    ['with a blank at the dot', 'te site .com, te site. com', ['site .com', 'site. com']],
    ['in wide letters', 'ｓｉｔｅ．ａｌ／ｘ', ['ｓｉｔｅ．ａｌ／ｘ']],
    ['with another full stop', 'site。al', ['site。al']],
    ['with invisible characters', 'te si\u200Bte.a\u00ADl/x', ['si\u200Bte.a\u00ADl/x']],
    ['with a name before it', 'leo@host.al/x', ['leo@host.al/x']],
    ['in escaped form', 'https%3A%2F%2Fa.al', ['https%3A%2F%2Fa.al']],
    ['in brackets', '(shih site.al) "site.al"', ['site.al', 'site.al']],
    ['among emoji', '🙂https://a.al🙂 x', ['https://a.al🙂']],
    ['after a letter with a mark', 'e\u0301site.al/x', ['e\u0301site.al/x']],
    ['as a long name', `te ${'ab1'.repeat(15)}`, ['ab1'.repeat(15)]],
  ])('is found %s', (_, text, addresses) => {
    expect(found(text)).toEqual(addresses);
  });

  it.each([
    'Më tha: nuk e di. Ai iku në 10.12.2025, ora 3.30 ose 12:30:45.',
    'p.sh. kjo, d.m.th. ajo, e.tj.',
    'fjali.Fjalë tjetër, dhe/ose, 1/2, po!!!...',
    'leo@mail.com dhe @leo.tirana09 dhe leo.tirana',
    'data: 12 maj, tel.: 069 12 34 567, file.pdf',
    '@site.al',
    'bëj dot me ty',
    '',
    '   \n',
  ])('is none in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

/** Names of computers whose ending exists. */
const host = fc
  .tuple(
    fc.stringMatching(/^[a-z0-9]{2,12}$/),
    fc.constantFrom('al', 'com', 'net', 'onion', 'xyz', 'ru', 'рф', 'co.uk'),
  )
  .map((parts) => parts.join('.'));

/** Addresses as people write them, each without a blank. */
const address = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  host,
  fc.tuple(fc.domain(), fc.webPath()).map(([name, path]) => `${name}/${path}`),
  fc.ipV4(),
  host.map((name) => name.replaceAll('.', '[.]')),
  fc.webUrl().map((url) => url.replace('http', 'hxxp')),
  fc.webUrl().map((url) => url.split('').join('\u200B')),
);
const words = fc.string({ unit: 'grapheme', maxLength: 30 });
const blank = fc.constantFrom(' ', '\n', '\u00A0', ', ', ' (');

describe('whatever a text holds', () => {
  it('each address that stands in it is withheld, and no other character', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, blank, address, blank), { maxLength: 5 }), words, (parts, end) => {
        const text = [...parts.flat(), end].join('');
        const stretches = addressesIn(text);
        const shown = withoutAddresses(text);
        for (const [, , one] of parts) {
          const at = text.indexOf(one);
          // A full stop or a bracket at its end may stand outside.
          const core = one.replace(/[.,;:!?'"’”“»)\]}>*…\u200B]+$/u, '');
          expect(stretches.some(({ from, to }) => from <= at && to >= at + core.length)).toBe(true);
        }
        expect(shown.text).toBe(
          stretches.reduceRight((left, { from, to }) => left.slice(0, from) + withheldMark + left.slice(to), text),
        );
        expect(shown.links.map(({ from, to }) => shown.text.slice(from, to))).toEqual(
          stretches.map(() => withheldMark),
        );
      }),
    );
  });

  it('nothing is found in what is left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, address, blank, fc.constantFrom('.', '/', ':', '@', 'dot', 'com', 'www'))),
        (parts) => {
          expect(addressesIn(withoutAddresses(parts.join('')).text)).toEqual([]);
        },
      ),
    );
  });

  it('positions are in order, apart, and never in the middle of a character', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(words, address, blank)), (parts) => {
        const text = parts.join('').toWellFormed();
        let last = 0;
        for (const { from, to } of addressesIn(text)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          for (const piece of [text.slice(0, from), text.slice(from, to)]) expect(piece.isWellFormed()).toBe(true);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
