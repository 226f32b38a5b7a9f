import { oneLine } from '../../../../domain/text.ts';
import { linesIn, textIn, type FormFields } from '../../form-fields.ts';
import { codePoints, normaliseText } from '../../normalise.ts';

/** By how much a text in a form is too long. */
export interface TooLong {
  /** How many characters are too many, counted as the limit counts. */
  over: number;
  /** The line that is too long, from 1, where each line is a text of its own. */
  line?: number;
}

/** Fields whose line breaks are kept. Every other text is one line. */
const ofManyLines: readonly (string | undefined)[] = ['narrative', 'text'];

/**
 * How many characters are too many in the field of a problem, so that whoever wrote it knows how much to take away.
 * Undefined when the problem is another one. An address has a limit of bytes, so those of its last characters are counted
 * that do not fit.
 */
export function tooLongIn(
  fields: FormFields,
  field: string | undefined,
  { pointer, code, expected }: { pointer: string; code: string; expected?: string },
): TooLong | undefined {
  if (code !== 'too_long' || field === undefined) return undefined;
  const limit = Number(expected);
  const index = /^\/urls\/(\d+)$/.exec(pointer)?.[1];
  if (index !== undefined) {
    const line = linesIn(fields, field)[Number(index)];
    return line === undefined ? undefined : { over: beyondBytes(asLine(line.text), limit), line: line.number };
  }
  const text = normaliseText(textIn(fields, field));
  return { over: codePoints(ofManyLines.includes(field) ? text : oneLine(text)) - limit };
}

const asLine = (text: string): string => oneLine(normaliseText(text));

/** How many of a text's last characters stand beyond so many bytes of UTF-8. */
function beyondBytes(text: string, limit: number): number {
  let bytes = 0;
  let over = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > limit) over += 1;
  }
  return over;
}
