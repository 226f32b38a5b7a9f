import * as z from 'zod/mini';
import { idempotencyKeyForm } from '../idempotency-key.ts';
import { problemMediaType } from '../problem-answer.ts';
import { noStore, securityHeaders } from '../security-headers.ts';
import { documentedKeys } from '../weak-keys.ts';

/** The parts that the public API's document is made of. */
export type Json = Readonly<Record<string, unknown>>;

/** The problems by status. The `detail` of each answer says more, in the reader's language. */
const problemTexts: Readonly<Record<string, string>> = {
  '400': 'Not strict JSON, or no valid `Idempotency-Key`: missing, malformed, or one that cannot be random.',
  '401': 'The code or the session opens nothing: unknown, ended or revoked.',
  '403': 'The code opens the matter, and not what was asked of it.',
  '404': 'Nothing here.',
  '405': 'Not with this method.',
  '409':
    'The same key is under way: send it again after the seconds in Retry-After. Without that header, the case as it stands does not take this.',
  '410': 'The report was erased.',
  '413': 'The body is over 64 KiB.',
  '415': 'Not `application/json` in UTF-8.',
  '422': 'Fields that cannot be taken; `errors` names each by pointer.',
  '429': 'Too many requests.',
  '500': 'Something failed on our side. With the same key it is safe to send again.',
  '503': 'Nothing was stored. Send it again after the seconds in Retry-After.',
};
/** The answer of each problem, by the name that `problems` refers to. */
export function problemComponents(): Json {
  return Object.fromEntries(
    Object.entries(problemTexts).map(([status, description]) => [
      `Problem${status}`,
      problemResponse(status, description),
    ]),
  );
}

const retryStatuses = new Set(['409', '503']);

export function problems(...statuses: string[]): Json {
  return Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]));
}

function problemResponse(status: string, description: string): Json {
  const retry = retryStatuses.has(status) ? { 'Retry-After': { $ref: '#/components/headers/Retry-After' } } : {};
  return {
    description,
    headers: { ...headerRefs('Cache-Control'), ...retry },
    content: { [problemMediaType]: { schema: ref('Problem') } },
  };
}

export function answer(description: string, schema: Json, caching: Caching = 'Cache-Control'): Json {
  return { description, headers: headerRefs(caching), content: { 'application/json': { schema } } };
}

const bodyRules =
  'Strict JSON in UTF-8, at most 64 KiB (65,536 bytes) and 20 levels deep; no key twice, no lone surrogates. Unknown fields are refused. Control and bidi characters are taken out of texts, line breaks stay.';

export function body(schema: Json, named: Json): Json {
  return { required: true, description: bodyRules, content: { 'application/json': { schema, examples: named } } };
}

export function idempotencyKey(description: string): Json {
  const schema = { type: 'string', minLength: 16, maxLength: 255, pattern: idempotencyKeyForm.source };
  return { name: 'Idempotency-Key', in: 'header', required: true, description, schema, example: documentedKeys.report };
}

export const acceptLanguage: Json = {
  name: 'Accept-Language',
  in: 'header',
  description: "Language of the answer; the body's `language` wins where there is one.",
  schema: { type: 'string' },
};

type Caching = 'Cache-Control' | 'Cacheable';

export function headerComponents(): Json {
  const fixed = (value: string): Json => ({ schema: { type: 'string', const: value } });
  return {
    ...Object.fromEntries(Object.entries(securityHeaders).map(([name, value]) => [name, fixed(value)])),
    'Cache-Control': fixed(noStore),
    Cacheable: fixed('public, max-age=300'),
    ETag: { schema: { type: 'string' } },
    'Retry-After': { description: 'Seconds.', schema: { type: 'string', pattern: '^\\d+$' } },
  };
}

export function headerRefs(caching: Caching): Json {
  const to = (name: string): Json => ({ $ref: `#/components/headers/${name}` });
  const fixed = Object.fromEntries(Object.keys(securityHeaders).map((name) => [name, to(name)]));
  return { ...fixed, 'Cache-Control': to(caching), ...(caching === 'Cacheable' ? { ETag: to('ETag') } : {}) };
}

export function ref(schema: string): Json {
  return { $ref: `#/components/schemas/${schema}` };
}

export function schemaOf(schema: z.core.$ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return rest;
}

/** Adds what each field means to its schema. */
export function described(schema: Json, meanings: Readonly<Record<string, string>>, description: string): Json {
  const properties = Object.entries(schema['properties'] as Record<string, Json>);
  return {
    ...schema,
    description,
    properties: Object.fromEntries(
      properties.map(([name, field]) => [name, { ...field, description: meanings[name] }]),
    ),
  };
}
