import * as fc from '#test/support/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { boundaryOf, NotOurForm, parseMultipart } from '#shared/lambda/http/multipart.ts';

const shape = { narrative: 'one', needs: 'many' } as const;
const boundary = '----WebKitFormBoundaryabc';

const part = (name: string, text: string | Buffer, head = `Content-Disposition: form-data; name="${name}"`): Buffer =>
  Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), Buffer.from(text), Buffer.from('\r\n')]);
const form = (...parts: Buffer[]): Buffer => Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
const read = (body: Buffer) => parseMultipart(body, boundary, shape);

function faultOf(body: Buffer): unknown {
  try {
    read(body);
  } catch (error) {
    return error instanceof Error ? error.constructor : error;
  }
  return undefined;
}

describe('a form', () => {
  it('is read as browsers send it, each text byte for byte', () => {
    const text = ' Më thanë\r\n--diçka\r\n\r\n😀 </textarea>\u0000\u202E ';
    const fields = read(form(part('narrative', text), part('needs', 'call_me'), part('needs', '')));
    expect(fields).toEqual(
      new Map([
        ['narrative', [text]],
        ['needs', ['call_me', '']],
      ]),
    );
    expect(read(form())).toEqual(new Map());
  });

  it('keeps every text that a browser can send', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 }).map((one) => one.toWellFormed());
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), text, (many, one) => {
        const fields = read(form(part('narrative', one), ...many.map((value) => part('needs', value))));
        expect(fields.get('narrative')).toEqual([one]);
        expect(fields.get('needs') ?? []).toEqual(many);
      }),
    );
  });

  it('never fails but in its own words, whatever it gets', () => {
    const pieces = fc.constantFrom(
      ...form(part('narrative', 'x'))
        .toString('latin1')
        .split(/(?=\r\n)/),
      '\r\n',
      '--',
      boundary,
      '"',
      '\0',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.array(pieces).map((all) => Buffer.from(all.join(''), 'latin1')),
        ),
        (bytes) => {
          expect(faultOf(Buffer.from(bytes))).toBeOneOf([undefined, NotOurForm]);
        },
      ),
    );
  });
});

describe('what is no form of ours', () => {
  const good = form(part('narrative', 'x'));
  const head = 'Content-Disposition: form-data; name="narrative"';
  it.each<[string, Buffer]>([
    ['a file', form(part('narrative', 'x', `${head}; filename="a.png"`))],
    ['a part with a type of its own', form(part('narrative', 'x', `${head}\r\nContent-Type: text/html`))],
    ['a name in another form', form(part('narrative', 'x', `Content-Disposition: form-data; name*=utf-8''narrative`))],
    ['an unknown name', form(part('receipt', 'x'))],
    ['a name of every object', form(part('constructor', 'x'))],
    ['no name', form(part('narrative', 'x', 'Content-Disposition: form-data'))],
    ['a single field twice', form(part('narrative', 'x'), part('narrative', 'y'))],
    ['what is not UTF-8', form(part('narrative', Buffer.from([0xff, 0xfe])))],
    ['half of a character', form(part('narrative', Buffer.from([0xed, 0xa0, 0x80])))],
    ['text before it', Buffer.concat([Buffer.from('hello\r\n'), good])],
    ['text after it', Buffer.concat([good, Buffer.from('more')])],
    ['no end', good.subarray(0, -6)],
    ['nothing', Buffer.alloc(0)],
    ['a boundary that goes on', form(part('narrative', 'x')).subarray(0, boundary.length + 2)],
    ['another boundary', Buffer.from(good.toString('latin1').replaceAll('abc', 'abd'), 'latin1')],
    ['more parts than any form has', form(...Array.from({ length: 301 }, () => part('needs', 'x')))],
    ['a head without end', form(part('narrative', 'x', head + 'y'.repeat(2000)))],
  ])('%s is refused', (_, body) => {
    expect(() => read(body)).toThrow(NotOurForm);
  });

  it('names none of it in what it says', () => {
    expect(() => read(form(part('canary', 'x')))).toThrow(/^(?!.*canary)/);
  });

  it.each([
    [`multipart/form-data; boundary=${boundary}`, boundary],
    ['Multipart/Form-Data;boundary="a b"', 'a b'],
    [undefined, undefined],
    ['application/json', undefined],
    ['application/x-www-form-urlencoded', undefined],
    ['multipart/form-data', undefined],
    ['multipart/form-data; boundary=', undefined],
    [`multipart/form-data; boundary=${'x'.repeat(71)}`, undefined],
    ['multipart/form-data; boundary=a; charset=utf-16', undefined],
    ['multipart/mixed; boundary=a', undefined],
  ])('of the type %s the boundary is %s', (type, expected) => {
    expect(boundaryOf(type)).toBe(expected);
  });
});
