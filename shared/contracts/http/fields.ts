import * as z from 'zod/mini';
import { fieldForms, type FieldForm, type FieldProblem, type LimitCode } from '../../domain/problems.ts';
import { oneLine } from '../../domain/text.ts';
import { codePoints } from './normalise.ts';

/** A line of text of at most `limit` code points, which the API document states. A line break becomes a blank. */
export function text(limit: number) {
  return z.string().check(z.overwrite(oneLine), atMost(limit), z.meta({ maxLength: limit }));
}

/** Text of at most `limit` code points whose line breaks are kept: what a person tells or answers. */
export function manyLines(limit: number) {
  return z.string().check(atMost(limit), z.meta({ maxLength: limit, description: 'Line breaks are kept.' }));
}

function atMost(limit: number) {
  return z.check<string>((payload) => {
    if (codePoints(payload.value) > limit) refuseAsTooLong(payload, limit);
  });
}

/** A line of text of at most `limit` bytes in UTF-8. A line break becomes a blank. */
export function textOfBytes(limit: number) {
  return z.string().check(
    z.overwrite(oneLine),
    z.check((payload) => {
      if (Buffer.byteLength(payload.value) > limit) refuseAsTooLong(payload, limit);
    }),
    z.meta({ maxLength: limit, description: `At most ${limit} bytes in UTF-8.` }),
  );
}

function refuseAsTooLong(payload: { value: string; issues: z.core.$ZodRawIssue[] }, maximum: number): void {
  payload.issues.push({ code: 'too_big', origin: 'string', maximum, inclusive: true, input: payload.value });
}

/** A text that matches. Whoever writes it otherwise is told of the form by its name. */
export function written(form: FieldForm, pattern: RegExp) {
  return z.string().check(ofForm(form, pattern));
}

/** The same for a text that is checked for more. */
export function ofForm(form: FieldForm, pattern: RegExp) {
  return z.regex(pattern, { error: form });
}

/** `true`, `false` or `"unsure"`; absent means not asked. */
export const triState = z.literal([true, false, 'unsure']);

/** Whole years of age. */
export const years = z.int().check(z.gte(0), z.lte(120));

/** A list of at most `limit` of these codes. */
export function codes<const T extends readonly string[]>(of: T, limit: number) {
  return z.array(z.enum(of)).check(z.maxLength(limit));
}

/** An object that may have each of these names, and no other. */
export function optionalEach<const N extends string, T>(names: readonly N[], schema: z.ZodMiniType<T>) {
  const shape = Object.fromEntries(names.map((name) => [name, z.exactOptional(schema)]));
  return z.strictObject(shape as Record<N, z.ZodMiniExactOptional<z.ZodMiniType<T>>>);
}

/** More problems than these in one answer help nobody. */
const problemLimit = 50;

/**
 * The problems that zod found, as the contract's field problems. The parse must ask for `reportInput: true`. Without
 * the input, a missing value looks like a wrong one.
 */
export function fieldProblems(error: z.core.$ZodError): FieldProblem[] {
  const found = new Map<string, FieldProblem>();
  for (const problem of error.issues.flatMap(problemsOf)) {
    // A value of the wrong type also breaks limits, and 1e300 breaks two of them. Only the first problem of a field
    // counts; when a limit is broken twice, the last one.
    const before = found.get(problem.pointer);
    if (before === undefined || before.code === problem.code) found.set(problem.pointer, problem);
  }
  return [...found.values()].slice(0, problemLimit);
}

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const pointer = pointerTo(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        pointer: plainName.test(key) ? pointerTo([...issue.path, key]) : pointer,
        code: 'unknown_field',
      }));
    case 'invalid_type':
      return [{ pointer, code: wrongType(issue.input, issue.expected) }];
    case 'invalid_value':
      return [invalidValue(pointer, issue)];
    case 'too_big':
      return [{ pointer, code: tooBig[issue.origin] ?? 'too_large', expected: String(issue.maximum) }];
    case 'too_small':
      // The least of every text is one character that can be seen. A sentence about a number would help nobody.
      if (issue.origin === 'string') return [{ pointer, code: 'empty_text' }];
      return [{ pointer, code: 'too_small', expected: String(issue.minimum) }];
    case 'invalid_format':
      return [{ pointer, code: 'wrong_form', expected: formOf(issue) }];
    case 'custom':
      return [{ pointer, code: 'empty_report' }];
    default:
      return [{ pointer, code: 'wrong_type' }];
  }
}

/** The form by the name that the field gives it (`ofForm`), or by zod's own name. */
function formOf({ message, format }: z.core.$ZodIssueInvalidStringFormat): FieldForm {
  return fieldForms.find((form) => form === message) ?? formats[format] ?? 'documented';
}

const formats: Readonly<Record<string, FieldForm>> = { email: 'email', date: 'date', datetime: 'date_time' };

const tooBig: Readonly<Record<string, LimitCode>> = { string: 'too_long', array: 'too_many' };

function wrongType(input: unknown, expected: string): 'required' | 'not_a_number' | 'wrong_type' {
  if (input === undefined) return 'required';
  return expected === 'number' || expected === 'int' ? 'not_a_number' : 'wrong_type';
}

function invalidValue(pointer: string, issue: z.core.$ZodIssueInvalidValue): FieldProblem {
  if (issue.input === undefined) return { pointer, code: 'required' };
  if (!issue.values.some((value) => typeof value === typeof issue.input)) return { pointer, code: 'wrong_type' };
  return { pointer, code: 'unknown_code' };
}

/**
 * A field's name as a client would write it. Anything else may be somebody's words, and a pointer never repeats these.
 */
const plainName = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;

/** RFC 6901. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
