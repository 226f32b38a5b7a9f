import type { FormFields, FormShape } from '../../contracts/http/form-fields.ts';

/** Thrown for a body that is not what one of our forms sends. It says what was wrong and never quotes the body. */
export class NotOurForm extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NotOurForm';
  }
}

/** More parts than any form of ours has fields. */
const mostParts = 300;

/** A part's own lines are a name and nothing else. */
const longestHead = 1024;

/** Source: RFC 2046, 5.1.1. A boundary of up to 70 characters, in quotes or not. */
const boundaryForm =
  /^multipart\/form-data\s*;\s*boundary=(?:"([0-9A-Za-z'()+_,./:=? -]{1,70})"|([0-9A-Za-z'+_.-]{1,70}))$/i;

/** What browsers write before the text of a field. A file has more. */
const headForm = /^content-disposition: form-data; name="([A-Za-z][A-Za-z0-9_.-]{0,63})"$/i;

const crlf = Buffer.from('\r\n');
const blankLine = Buffer.from('\r\n\r\n');

// A byte order mark is part of what somebody typed. The parser of the report removes it.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The boundary of a `Content-Type`; undefined when it is not a form of ours. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  const found = boundaryForm.exec((contentType ?? '').trim());
  return found?.[1] ?? found?.[2];
}

/**
 * Reads a form as browsers send it (RFC 7578): text alone, strict UTF-8, only the names that the form has, and each as
 * often as it may come. Anything else throws `NotOurForm`: files, other headers, anything before or after the parts. A
 * form never needs more, so more is never looked at.
 */
export function parseMultipart(body: Buffer, boundary: string, shape: FormShape): FormFields {
  const delimiter = Buffer.from(`--${boundary}`);
  const separator = Buffer.concat([crlf, delimiter]);
  if (!body.subarray(0, delimiter.length).equals(delimiter))
    throw new NotOurForm('it does not begin with its boundary');
  const fields = new Map<string, string[]>();
  let at = delimiter.length;
  for (let parts = 0; !isAt(body, at, '--'); parts += 1) {
    if (parts >= mostParts) throw new NotOurForm('too many parts');
    if (!isAt(body, at, '\r\n')) throw new NotOurForm('a boundary is not a line');
    const headAt = at + crlf.length;
    const textAt = body.indexOf(blankLine, headAt);
    if (textAt < 0 || textAt - headAt > longestHead) throw new NotOurForm('a part has no head');
    const end = body.indexOf(separator, textAt + crlf.length);
    if (end < 0) throw new NotOurForm('a part has no end');
    const name = nameIn(body.subarray(headAt, textAt));
    const times = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (times === undefined) throw new NotOurForm('a name that the form does not have');
    const before = fields.get(name) ?? [];
    if (times === 'one' && before.length > 0) throw new NotOurForm('a field comes twice');
    fields.set(name, [
      ...before,
      decoded(body.subarray(textAt + blankLine.length, Math.max(end, textAt + blankLine.length))),
    ]);
    at = end + separator.length;
  }
  const after = body.subarray(at + 2);
  if (after.length > 0 && !after.equals(crlf)) throw new NotOurForm('something comes after its end');
  return fields;
}

function isAt(body: Buffer, at: number, text: string): boolean {
  return body.toString('latin1', at, at + text.length) === text;
}

function nameIn(head: Buffer): string {
  const name = headForm.exec(head.toString('latin1'))?.[1];
  if (name === undefined) throw new NotOurForm('a part that is not a text with a name');
  return name;
}

function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new NotOurForm('not UTF-8');
  }
}
