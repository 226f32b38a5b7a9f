import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { NotStrictJson, parseStrictJson } from '#shared/lambda/http/strict-json.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('strict JSON', () => {
  it.each([
    ['{"a":[1,true,null,"x"]}', { a: [1, true, null, 'x'] }],
    [' {"a" : {"a" : "a"} , "b" : [ {"a":1} , {"a":2} ] } ', { a: { a: 'a' }, b: [{ a: 1 }, { a: 2 }] }],
    ['{"a\\"":1,"a\\\\":2,"}{,":"{\\"a\\":1,\\"a\\":2}"}', { 'a"': 1, 'a\\': 2, '}{,': '{"a":1,"a":2}' }],
    ['"\\ud83d\\ude00 😀 ë"', '😀 😀 ë'],
    ['-0.5e-7', -0.5e-7],
    ['[]', []],
    ['{"a":["b","b"],"c":{"d":"a"},"b":"b"}', { a: ['b', 'b'], c: { d: 'a' }, b: 'b' }],
    ['["constructor",{"a":"__proto__"}]', ['constructor', { a: '__proto__' }]],
    ['\uFEFF{"a":"\uFEFFb"}', { a: '\uFEFFb' }],
    ['"\\ud83d"', '\uFFFD'],
    ['["a\\ude00b",{"c":"\\ude00\\ud83d"}]', ['a\uFFFDb', { c: '\uFFFD\uFFFD' }]],
    ['{"\\ud83d":1}', { '\uFFFD': 1 }],
  ])('reads %s', (text, value) => {
    expect(parseStrictJson(bytes(text))).toEqual(value);
  });

  it('reads back whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        fc.pre(!/"(?:__proto__|constructor|prototype)":/.test(JSON.stringify(value)));
        const text = JSON.stringify(value);
        expect(parseStrictJson(bytes(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('takes twenty levels and refuses the twenty-first', () => {
    const nested = (levels: number): Uint8Array => bytes('['.repeat(levels) + ']'.repeat(levels));
    expect(() => parseStrictJson(nested(20))).not.toThrow();
    expect(() => parseStrictJson(nested(21))).toThrow(new NotStrictJson('nested too deep'));
    expect(() => parseStrictJson(nested(32_000))).toThrow(NotStrictJson);
  });

  it.each([
    ['a key twice', '{"a":1,"a":1}', 'a key comes twice'],
    ['a key twice, once escaped', '{"a":1,"\\u0061":2}', 'a key comes twice'],
    ['a key twice, far apart and deep', '{"x":[{"a":{"b":"a"},"c":"\\"","a":1}]}', 'a key comes twice'],
    ['a key twice, after a list', '{"a":["b"],"a":1}', 'a key comes twice'],
    ['__proto__', '{"a":{"__proto__":{}}}', 'a key that is not allowed'],
    ['__proto__, escaped', '{"\\u005f_proto__":{}}', 'a key that is not allowed'],
    ['constructor', '[{"constructor":1}]', 'a key that is not allowed'],
    ['prototype', '{"prototype":1}', 'a key that is not allowed'],
    ['a number beyond range', '[1e999]', 'a number beyond range'],
    ['a negative number beyond range', '{"a":-1e400}', 'a number beyond range'],
  ])('refuses what the grammar lets pass, and says what: %s', (_, text, reason) => {
    expect(() => parseStrictJson(bytes(text))).toThrow(new NotStrictJson(reason));
  });

  it.each([
    ['nothing', ''],
    ['two byte order marks', '\uFEFF\uFEFF{}'],
    ['a byte order mark at the end', '{}\uFEFF'],
    ['a byte order mark alone', '\uFEFF'],
    ['something after the end', '{} {}'],
    ['a comment', '{}//'],
    ['a comma at the end', '[1,]'],
    ['single quotes', "{'a':1}"],
    ['a raw control character', '"\u0000"'],
    ['NaN', 'NaN'],
    ['a leading zero', '01'],
  ])('refuses %s', (_, text) => {
    expect(() => parseStrictJson(bytes(text))).toThrow(new NotStrictJson('not JSON'));
  });

  it.each([
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
    ['a surrogate in UTF-8', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['a cut-off character', [0x22, 0xc3, 0x22]],
    ['Latin-1', [0x22, 0xeb, 0x22]],
    ['UTF-16', [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]],
  ])('refuses bytes that are not UTF-8: %s', (_, list) => {
    expect(() => parseStrictJson(Uint8Array.from(list))).toThrow(new NotStrictJson('not UTF-8'));
  });

  it('never repeats what was sent in what it throws', () => {
    for (const text of ['{"secret words', '{"secret":1,"secret":1}', '["secret",1e999]']) {
      expect(() => parseStrictJson(bytes(text))).toThrow(/^(?!.*secret)/);
    }
  });

  it('reads a long text in time that grows with its length only', () => {
    const long = JSON.stringify({ narrative: 'a"\\'.repeat(15_000) });
    expect(parseStrictJson(bytes(long))).toEqual(JSON.parse(long));
  });
});
