import type { FieldShape } from '../../field-shapes.ts';

/** What stands in a form that is made from a schema: a text, a tick, or a list of codes. `lines` are one text. */
export type Typed = Readonly<Record<string, string | boolean | readonly string[]>>;

/** How a record stands in its form. What the record lacks is empty. */
export function typedOf(shapes: readonly FieldShape[], record: Readonly<Record<string, unknown>> = {}): Typed {
  return Object.fromEntries(
    shapes.map(({ name, kind }) => {
      const value = record[name];
      if (kind === 'tick') return [name, value === true];
      const list = Array.isArray(value) ? value.map(String) : [];
      if (kind === 'choices') return [name, list];
      if (kind === 'lines') return [name, list.join('\n')];
      return [name, typeof value === 'string' ? value : ''];
    }),
  );
}

/**
 * The body that a form stands for: all that is filled in, and what must be there. What is wrong with it, the API says. A
 * code that nobody chose is left out, so that it is told as missing, and not as a code that is unknown.
 */
export function bodyOf(shapes: readonly FieldShape[], typed: Typed): Record<string, unknown> {
  return Object.fromEntries(
    shapes.flatMap(({ name, kind, isRequired }) => {
      const value = valueOf(kind, typed[name]);
      const isSent = isRequired && kind !== 'choice';
      return isSent || !isEmpty(value) ? [[name, value]] : [];
    }),
  );
}

/** The same for a change of a record: only what differs from it. What was emptied is null, where the API clears it so. */
export function changeOf(
  shapes: readonly FieldShape[],
  typed: Typed,
  record: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const before = typedOf(shapes, record);
  return Object.fromEntries(
    shapes.flatMap(({ name, kind, clears }) => {
      const value = valueOf(kind, typed[name]);
      if (JSON.stringify(value) === JSON.stringify(valueOf(kind, before[name]))) return [];
      return [[name, clears && isEmpty(value) ? null : value]];
    }),
  );
}

function valueOf(kind: FieldShape['kind'], typed: Typed[string] | undefined): string | boolean | readonly string[] {
  if (kind === 'tick') return typed === true;
  if (kind === 'choices') return Array.isArray(typed) ? (typed as readonly string[]) : [];
  const text = typeof typed === 'string' ? typed : '';
  if (kind !== 'lines') return text.trim();
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A tick that is not set is left out as well, for it is optional where it says something. */
function isEmpty(value: string | boolean | readonly string[]): boolean {
  return value === false || (typeof value !== 'boolean' && value.length === 0);
}
