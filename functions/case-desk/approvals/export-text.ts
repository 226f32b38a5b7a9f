import { fill, oneLine } from '#shared/domain/text.ts';

/** Who has this copy, of which case, and when. */
export interface ExportMark {
  caseNumber: string;
  export: string;
  name: string;
  givenTo: string;
  at: string;
}

/**
 * An export as plain text, one paragraph for each part. Each paragraph begins with the mark, so every page says who has
 * the copy. `watermark` is a sentence of the country pack with {number}, {export}, {name}, {person} and {at}.
 */
export function exportText(watermark: string, mark: ExportMark, parts: Readonly<Record<string, unknown>>): string {
  const line = fill(watermark, {
    number: mark.caseNumber,
    export: mark.export,
    name: oneLine(mark.name),
    person: mark.givenTo,
    at: mark.at,
  });
  const written = Object.entries(parts).map(([name, part]) =>
    [`[${line}]`, name.toUpperCase(), ...linesOf(part, '')].join('\n'),
  );
  return [...written, `[${line}]`].join('\n\n');
}

/**
 * One line for each value, named as in the JSON. The further lines of a text are set in, so that no reporter can forge a
 * part of the file.
 */
function linesOf(value: unknown, path: string): string[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    const said = String(value).replaceAll(/\n/g, '\n    ');
    return [path === '' ? said : `${path}: ${said}`];
  }
  if (typeof value !== 'object' || value === null) return [];
  const within = (key: string): string => (path === '' ? key : `${path}.${key}`);
  return Object.entries(value).flatMap(([key, inner]) =>
    linesOf(inner, within(Array.isArray(value) ? String(Number(key) + 1) : key)),
  );
}
