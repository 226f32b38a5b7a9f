import * as fc from '#test/support/fast-check.ts';
import { violations } from './json-schema.ts';
import type { Schema } from './json-schema.ts';

/** Texts of this many characters are tried beside the short ones; longer ones are the business of what breaks a limit. */
const usualLength = 40;

/** Values that a schema allows. */
export function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(valuesOf));
  switch (schema.type) {
    case 'string':
      return textsOf(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, 4),
      });
    case 'object':
      return objectsOf(schema);
    default:
      return fc.jsonValue();
  }
}

function textsOf({ pattern, minLength = 0, maxLength = usualLength }: Schema): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'), { maxLength: 60 });
  const size = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, usualLength)) };
  return fc.oneof(
    fc.string({ ...size, unit: 'grapheme-ascii' }),
    // Any code point, controls and directions among them; each counts as one, as in JSON Schema.
    fc.string({ ...size, unit: 'binary' }),
  );
}

function objectsOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const inside = Object.entries(properties).map(([name, inner]) => [name, valuesOf(inner)] as const);
  return fc.record(Object.fromEntries(inside), { requiredKeys: [...required], noNullPrototype: true });
}

/** One thing made wrong in a body, where, and how the answer has to name it. */
export interface Breakage {
  how:
    'wrong type' | 'wrong code' | 'wrong form' | 'too long' | 'too many' | 'out of range' | 'missing' | 'unknown field';
  /** RFC 6901, of the field that is wrong. */
  pointer: string;
  /** The value to put there; for what is missing, none. */
  value?: unknown;
}

/** What an object of JavaScript answers to without having it: a look-up by such a code must find nothing. */
export const codesOfNobody = ['nobody_knows_this', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__'];

/** An age, a number, a word: of another type than these. */
const strangers: readonly unknown[] = [null, 7, 1.5, true, 'text', ['list'], { an: 'object' }];

/**
 * Every single way in which a body that has all it may have can be made wrong by its schema: the pointer of a list's
 * item is its first.
 */
export function breakagesOf(schema: Schema, pointer = ''): Breakage[] {
  const types = typesOf(schema);
  const ofType = strangers
    .filter((value) => types.length > 0 && !types.some((type) => isOf(type, value)))
    .map((value): Breakage => ({ how: 'wrong type', pointer, value }));
  const codes = schema.enum !== undefined && types.includes('string') ? codesOfNobody : [];
  return [
    ...ofType,
    ...codes.map((value): Breakage => ({ how: 'wrong code', pointer, value })),
    ...(schema.pattern === undefined ? [] : [{ how: 'wrong form', pointer, value: '!' } as const]),
    ...(schema.maxLength === undefined || schema.pattern !== undefined
      ? []
      : [{ how: 'too long', pointer, value: 'x'.repeat(schema.maxLength + 1) } as const]),
    ...[schema.maximum, schema.minimum].flatMap((limit, at): Breakage[] =>
      limit === undefined ? [] : [{ how: 'out of range', pointer, value: at === 0 ? limit + 1 : limit - 1 }],
    ),
    ...(schema.anyOf ?? []).flatMap((one) =>
      breakagesOf(one, pointer).filter(
        ({ how, value }) => how !== 'wrong type' && violations(schema, value).length > 0,
      ),
    ),
    ...ofList(schema, pointer),
    ...ofObject(schema, pointer),
  ];
}

function ofList({ items, maxItems }: Schema, pointer: string): Breakage[] {
  if (items === undefined) return [];
  const [one] = fc.sample(valuesOf(items), { numRuns: 1, seed: 1 });
  return [
    ...(maxItems === undefined
      ? []
      : [{ how: 'too many', pointer, value: Array.from({ length: maxItems + 1 }, () => one) } as const]),
    ...breakagesOf(items, `${pointer}/0`),
  ];
}

function ofObject({ type, properties = {}, required = [], additionalProperties }: Schema, pointer: string): Breakage[] {
  if (type !== 'object') return [];
  return [
    ...(additionalProperties === false
      ? [{ how: 'unknown field', pointer: `${pointer}/notAField`, value: 'x' } as const]
      : []),
    ...required.map((name): Breakage => ({ how: 'missing', pointer: `${pointer}/${name}` })),
    ...Object.entries(properties).flatMap(([name, inner]) => breakagesOf(inner, `${pointer}/${name}`)),
  ];
}

function typesOf({ type, anyOf, enum: codes, const: only }: Schema): string[] {
  if (type !== undefined) return [type];
  if (anyOf !== undefined) return anyOf.flatMap(typesOf);
  const values = codes ?? (only === undefined ? [] : [only]);
  return [...new Set(values.map((value) => typeof value))];
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

/** A value that has everything the schema may have, so that anything of it can be broken. */
export function fullValueOf(schema: Schema): unknown {
  if (schema.type === 'array') return [fullValueOf(schema.items ?? {})];
  if (schema.type === 'object') {
    const inside = Object.entries(schema.properties ?? {});
    return Object.fromEntries(inside.map(([name, inner]) => [name, fullValueOf(inner)]));
  }
  const [one] = fc.sample(valuesOf(schema), { numRuns: 1, seed: 1 });
  return one === '' ? 'x' : one;
}

/** A copy of a body with one thing wrong. */
export function broken(body: unknown, { pointer, ...wrong }: Breakage): unknown {
  const [name, ...rest] = pointer.split('/').slice(1);
  if (name === undefined) return wrong.value;
  const inside = rest.length === 0 ? wrong : { ...wrong, pointer: `/${rest.join('/')}` };
  if (Array.isArray(body)) {
    return body.map((item, index) => (String(index) === name ? replaced(item, inside) : (item as unknown)));
  }
  const { [name]: own, ...others } = body as Record<string, unknown>;
  if (rest.length === 0 && wrong.how === 'missing') return others;
  return { ...others, [name]: replaced(own, inside) };
}

function replaced(own: unknown, inside: Breakage | Omit<Breakage, 'pointer'>): unknown {
  return 'pointer' in inside ? broken(own, inside) : inside.value;
}
