import * as z from 'zod/mini';
import { country } from '#shared/country/current.ts';
import { directoryBodies } from '#shared/contracts/http/directory/changes.ts';
import { directoryExamples } from '#shared/contracts/http/openapi/openapi-directory-examples.ts';
import { bodyExamples, filedReportExample } from '#shared/contracts/http/openapi/openapi-staff-examples.ts';
import { commandBodies } from '#shared/contracts/http/staff/command-bodies.ts';
import type { StaffFunction } from '#shared/contracts/http/staff/staff-routes.ts';
import type { Chance } from '#test/story/chance.ts';

/** As far as JSON Schema is used by the bodies of commands. */
interface Schema {
  type?: string;
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly Schema[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
}
type Json = Readonly<Record<string, unknown>>;
/** What there is of a kind in this history, by the name of a field: `people`, `leadCase`, `duties`. */
export type Known = Readonly<Record<string, readonly unknown[] | undefined>>;

interface Form {
  schema: Schema;
  example: unknown;
}

/** The form of each command's body, with the example of the API's own document; a command without one has an empty body. */
export async function formsOfCommands(): Promise<(servedBy: StaffFunction, name: string) => Form> {
  const [problemTexts, referrals] = await Promise.all([country.loadProblemTexts(), country.loadReferrals()]);
  const pack = { ...country, problemTexts, referrals };
  const ofDesk: Json = bodyExamples(pack);
  const ofDirectory: Json = directoryExamples;
  const makers: Readonly<Record<string, (() => z.ZodMiniType) | undefined>> = commandBodies;
  const directory: Readonly<Record<string, z.ZodMiniType | undefined>> = directoryBodies(country);
  const schemaOf = (type: z.ZodMiniType | undefined): Schema =>
    type === undefined ? {} : (z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as unknown as Schema);
  const forms = new Map<string, Form>();
  return (servedBy, name) => {
    const key = `${servedBy} ${name}`;
    const known = forms.get(key);
    if (known !== undefined) return known;
    const form: Form =
      servedBy === 'directory'
        ? { schema: schemaOf(directory[name]), example: ofDirectory[`Directory${capital(name)}`] }
        : servedBy === 'filing'
          ? { schema: {}, example: filedReportExample(pack) }
          : { schema: schemaOf(makers[name]?.()), example: ofDesk[name] };
    forms.set(key, form);
    return form;
  };
}

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

/** A body of that form: mostly as in the example, with what is known in this history, now and then with anything else. */
export function bodyOf(chance: Chance, { schema, example }: Form, known: Known): unknown {
  if (schema.properties === undefined) return example ?? {};
  return made(chance, schema, example, known, '');
}

function made(chance: Chance, schema: Schema, example: unknown, known: Known, name: string): unknown {
  if (schema.const !== undefined) return schema.const;
  const ids = known[name];
  if (schema.type === 'array') return listOf(chance, schema, example, known, name);
  if (ids !== undefined && ids.length > 0 && chance.happens(0.9)) return chance.shuffled(ids)[0];
  if (schema.enum !== undefined)
    return example !== undefined && chance.happens(0.5) ? example : chance.shuffled(schema.enum)[0];
  if (schema.anyOf !== undefined) {
    const [one = {}] = chance.shuffled(schema.anyOf);
    return one.type === 'null' ? null : made(chance, one, example, known, name);
  }
  if (schema.type === 'boolean') return chance.happens(0.5);
  if (schema.properties === undefined) return example ?? (schema.type === 'integer' ? 1 : 'x');
  const { required = [] } = schema;
  const given = (example ?? {}) as Json;
  return Object.fromEntries(
    Object.entries(schema.properties).flatMap(([key, one]) =>
      required.includes(key) || chance.happens(given[key] === undefined ? 0.2 : 0.7)
        ? [[key, made(chance, one, given[key], known, key)]]
        : [],
    ),
  );
}

/** Some of what is known, or none, or all but one or two. */
function listOf(chance: Chance, { items = {} }: Schema, example: unknown, known: Known, name: string): unknown {
  const ids = known[name];
  if (ids === undefined) return Array.isArray(example) ? example : [made(chance, items, undefined, known, '')];
  const count = chance.pick([0, 1, 1, 2, ids.length - 2, ids.length - 1, ids.length] as const);
  return chance.shuffled(ids).slice(0, Math.max(0, count));
}
