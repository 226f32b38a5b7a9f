import { readFileSync } from 'node:fs';
import { securityHeaders } from '#shared/contracts/http/security-headers.ts';
import type { GatewayAnswer } from '#test/support/gateway.ts';
import { violations } from './json-schema.ts';
import type { Schema } from './json-schema.ts';

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

interface Response {
  headers?: Readonly<Record<string, { $ref: string }>>;
  content?: Readonly<Record<string, { schema: Reference | Schema }>>;
}
type Reference = { $ref: string };

export interface Operation {
  id: string;
  method: 'GET' | 'POST';
  /** The gateway's own template, such as `/v1/cases/{number}`. */
  path: string;
  parameters: readonly Parameter[];
  body: Schema | undefined;
  responses: Readonly<Record<string, Response>>;
  /** False for the one answer with a form of its own: the API document. */
  hasHelp: boolean;
  lookUp: <T>(part: T | Reference) => T;
}

type Part = Readonly<Record<string, unknown>>;

/** Every operation of an API document as it is published, `openapi.json` or `openapi-staff.json`. */
export function operationsOf(file: 'openapi.json' | 'openapi-staff.json'): Operation[] {
  const document = JSON.parse(
    readFileSync(new URL(`../../docs/generated/${file}`, import.meta.url), 'utf8'),
  ) as Readonly<{ paths: Readonly<Record<string, Part>> }>;
  const lookUp = <T>(part: T | Reference): T => {
    if (typeof part !== 'object' || part === null || !('$ref' in part)) return part;
    let found: unknown = document;
    for (const name of part.$ref.slice('#/'.length).split('/')) found = (found as Part)[name];
    if (found === undefined) throw new Error(`${part.$ref} leads nowhere.`);
    return found as T;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    (['get', 'post'] as const).flatMap((method): Operation[] => {
      const found = methods[method] as Part | undefined;
      if (found === undefined) return [];
      const { requestBody, responses } = found as {
        requestBody?: { content: Readonly<Record<string, { schema: Reference }>> };
        responses: Readonly<Record<string, Response | Reference>>;
      };
      const body = requestBody?.content['application/json']?.schema;
      return [
        {
          id: String(found['operationId']),
          method: method === 'get' ? 'GET' : 'POST',
          path,
          parameters: [methods['parameters'], found['parameters']].flatMap((some) => (some ?? []) as Parameter[]),
          body: body === undefined ? undefined : lookUp<Schema>(body),
          responses: Object.fromEntries(
            Object.entries(responses).map(([status, response]) => [status, lookUp<Response>(response)]),
          ),
          hasHelp: path !== '/openapi.json',
          lookUp,
        },
      ];
    }),
  );
}

/**
 * What an answer has that its document does not say, or lacks: the status, the media type, the body by its schema, the
 * headers, `help`. Nothing when the answer is as documented.
 */
export function undocumented(operation: Operation, answer: GatewayAnswer): string[] {
  const response = operation.responses[answer.status];
  if (response === undefined) return [`status ${answer.status}`];
  const headers = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)]));
  const isMissing = (name: string, value: string): boolean => headers[name] !== value;
  const wrong = Object.entries(securityHeaders)
    .filter(([name, value]) => isMissing(name, value))
    .map(([name]) => `header ${name}`);
  const documented = Object.entries(response.headers ?? {}).flatMap(([name, header]) => {
    const { schema } = operation.lookUp<{ schema: Schema }>(header);
    // Only an answer to be asked for again later says when.
    if (name === 'Retry-After' && headers[name] === undefined && answer.status === 409) return [];
    return violations(schema, headers[name]).map((broken) => `header ${name}${broken}`);
  });
  if (headers['Cache-Control'] === undefined) wrong.push('header Cache-Control');
  if (response.content === undefined) return [...wrong, ...documented, ...(answer.text === '' ? [] : ['a body'])];
  const content = response.content[headers['Content-Type'] ?? ''];
  if (content === undefined) return [...wrong, ...documented, `media type ${headers['Content-Type']}`];
  const help = answer.json['help'];
  return [
    ...wrong,
    ...documented,
    ...(!operation.hasHelp || (Array.isArray(help) && help.length > 0) ? [] : ['help']),
    ...violations(inlined(operation, content.schema), answer.json),
  ];
}

/** A schema with what it names in its place: of the documents only the uppermost level, and its alternatives, are names. */
function inlined(operation: Operation, named: Reference | Schema): Schema {
  const schema = operation.lookUp<Schema>(named);
  return schema.anyOf === undefined
    ? schema
    : { ...schema, anyOf: schema.anyOf.map((one) => operation.lookUp<Schema>(one)) };
}
