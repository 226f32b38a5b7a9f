import * as z from 'zod/mini';
import { idempotencyKeyForm } from '../idempotency-key.ts';
import { documentedKeys } from '../weak-keys.ts';
import { problemMediaType } from '../problem-answer.ts';
import { routeNamed, type StaffRoute } from '../staff/staff-routes.ts';

/** The parts that the staff API's document is made of. Schemas and examples are named in `components`. */
export type Json = Readonly<Record<string, unknown>>;

export const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Random for each command, such as a UUID of version 4 or 7. A key that cannot be random is refused (400), and so is the example. The same key with the same content is answered as the first time.',
  example: documentedKeys.command,
  schema: { type: 'string', minLength: 16, maxLength: 255, pattern: idempotencyKeyForm.source },
};

export function ifMatch(isRequired: boolean): Json {
  return {
    name: 'If-Match',
    in: 'header',
    required: isRequired,
    description: 'The ETag of the state that was decided on.',
    schema: { type: 'string' },
  };
}

/** Operations in their order, each at the path and method that the table of routes has for its name. */
export function placed<R extends StaffRoute>(
  rows: readonly R[],
  operations: Readonly<Record<R['name'], Json>>,
): Readonly<Record<string, Json>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, operation] of Object.entries<Json>(operations)) {
    const { path, method } = routeNamed(rows, name);
    const at = (paths[path] ??= path.includes('{') ? { parameters: pathParameters(path) } : {});
    at[method.toLowerCase()] = operation;
  }
  return paths;
}

export function pathParameters(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

/** One parameter for each field of a query string. */
export function queryParameters(query: z.core.$ZodType): Json[] {
  const { properties, required } = schemaOf(query) as { properties: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required?.includes(name) ?? false,
    schema,
  }));
}

/** The answers for problems, by status, each with the example of its status. A 403 also says why. */
export function problems(...statuses: number[]): Json {
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      status === 403
        ? problem('Not by this person; `because` says why.', 'Forbidden', 'Forbidden')
        : problem('See `detail`.', 'Problem', `Problem${status}`),
    ]),
  );
}

export function problem(description: string, schema: string, example: string): Json {
  return {
    description,
    content: { [problemMediaType]: { schema: ref(schema), examples: exampleNamed(example) } },
  };
}

/** An answer, with the example that has the name of its schema. */
export function answer(description: string, schema: string): Json {
  return { description, content: { 'application/json': { schema: ref(schema), examples: exampleNamed(schema) } } };
}

/** An answer to print, with the example that has the name of its schema. */
export function page(description: string, schema: string): Json {
  return { description, content: { 'text/html': { schema: ref(schema), examples: exampleNamed(schema) } } };
}

export function body(schema: string): Json {
  return {
    required: true,
    content: { 'application/json': { schema: ref(schema), examples: exampleNamed(schema) } },
  };
}

/** The name of a command's body among the schemas. */
export function bodyName(command: string): string {
  return `${command.charAt(0).toUpperCase()}${command.slice(1)}`;
}

export function ref(schema: string): Json {
  return { $ref: `#/components/schemas/${schema}` };
}

export function exampleNamed(name: string): Json {
  return { [name]: { $ref: `#/components/examples/${name}` } };
}

export function schemaOf(schema: z.core.$ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return rest;
}
