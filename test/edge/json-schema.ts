/** What of JSON Schema (draft 2020-12) the API documents use. */
export interface Schema {
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'null';
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
}

/** What is said beside the rules. A format stands beside the pattern that means it. */
const annotations = ['description', 'default', 'format', 'example'];
const rules = [
  'type',
  'const',
  'enum',
  'anyOf',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'items',
  'minItems',
  'maxItems',
  'properties',
  'required',
  'additionalProperties',
  'propertyNames',
];

/**
 * What is wrong with a value by a schema, each with its pointer; nothing when the value is valid. Written apart from the
 * library that made the documents, which would judge its own work. Throws on a rule it does not know: a rule that is
 * passed over would hold nothing.
 */
export function violations(schema: Schema, value: unknown, pointer = ''): string[] {
  const unknown = Object.keys(schema).find((name) => !rules.includes(name) && !annotations.includes(name));
  if (unknown !== undefined) throw new Error(`The check of schemas does not know ${unknown}.`);
  if (schema.anyOf?.every((one) => violations(one, value).length > 0) === true) return [`${pointer}: anyOf`];
  if (schema.type !== undefined && !isOfType(schema.type, value)) return [`${pointer}: type ${schema.type}`];
  if (schema.const !== undefined && schema.const !== value) return [`${pointer}: const`];
  if (schema.enum?.includes(value) === false) return [`${pointer}: enum`];
  if (typeof value === 'string') return ofText(schema, value).map((broken) => `${pointer}: ${broken}`);
  if (typeof value === 'number') return ofNumber(schema, value).map((broken) => `${pointer}: ${broken}`);
  if (Array.isArray(value)) return ofList(schema, value, pointer);
  return typeof value === 'object' && value !== null ? ofObject(schema, value, pointer) : [];
}

function isOfType(type: NonNullable<Schema['type']>, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function ofText({ pattern, minLength, maxLength }: Schema, text: string): string[] {
  const length = Array.from(text).length;
  return [
    ...(pattern !== undefined && !new RegExp(pattern, 'u').test(text) ? ['pattern'] : []),
    ...(minLength !== undefined && length < minLength ? ['minLength'] : []),
    ...(maxLength !== undefined && length > maxLength ? ['maxLength'] : []),
  ];
}

function ofNumber({ minimum, maximum }: Schema, value: number): string[] {
  return [
    ...(minimum !== undefined && value < minimum ? ['minimum'] : []),
    ...(maximum !== undefined && value > maximum ? ['maximum'] : []),
  ];
}

function ofList({ items, minItems, maxItems }: Schema, list: readonly unknown[], pointer: string): string[] {
  return [
    ...(minItems !== undefined && list.length < minItems ? [`${pointer}: minItems`] : []),
    ...(maxItems !== undefined && list.length > maxItems ? [`${pointer}: maxItems`] : []),
    ...list.flatMap((item, index) => (items === undefined ? [] : violations(items, item, `${pointer}/${index}`))),
  ];
}

function ofObject(schema: Schema, value: object, pointer: string): string[] {
  const { properties = {}, required = [], additionalProperties = true, propertyNames = {} } = schema;
  const missing = required.filter((name) => !Object.hasOwn(value, name)).map((name) => `${pointer}/${name}: required`);
  const inside = Object.entries(value).flatMap(([name, inner]): string[] => {
    const at = `${pointer}/${name}`;
    const own = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (own === false) return [`${at}: additionalProperties`];
    return [
      ...violations(propertyNames, name, at),
      ...(own === true || own === undefined ? [] : violations(own, inner, at)),
    ];
  });
  return [...missing, ...inside];
}
