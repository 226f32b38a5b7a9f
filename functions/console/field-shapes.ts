import * as z from 'zod/mini';

/** A field of a command's body as a form draws it. */
export interface FieldShape {
  /** Its name in the body. */
  name: string;
  /** `lines` is a list of texts, one in each line. `choices` is a list of codes. */
  kind: 'text' | 'mail' | 'date' | 'tick' | 'choice' | 'choices' | 'lines';
  isRequired: boolean;
  /** An empty field clears what the record has. */
  clears: boolean;
  /** The codes of a choice. */
  codes?: readonly string[];
}

interface Schema {
  type?: string;
  format?: string;
  enum?: readonly string[];
  const?: unknown;
  items?: Schema;
  anyOf?: readonly Schema[];
}

/**
 * The fields of a body, from its schema, in its order. So a new field stands in the form by itself. It throws on a shape
 * that no form can draw, and the console is not built then.
 */
export function fieldsOf(body: z.core.$ZodType): FieldShape[] {
  const { properties = {}, required = [] } = z.toJSONSchema(body, { io: 'input' }) as {
    properties?: Readonly<Record<string, Schema>>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => {
    const among = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [schema];
    const shape = among.length === 1 && among[0] !== undefined ? kindOf(among[0]) : undefined;
    if (shape === undefined) throw new Error(`No form can draw the field ${name}.`);
    return { name, isRequired: required.includes(name), clears: schema.anyOf !== undefined, ...shape };
  });
}

function kindOf({
  type,
  format,
  enum: codes,
  const: only,
  items,
}: Schema): Pick<FieldShape, 'kind' | 'codes'> | undefined {
  if (codes !== undefined) return { kind: 'choice', codes };
  if (type === 'boolean' || only === true) return { kind: 'tick' };
  if (type === 'array') {
    if (items?.enum !== undefined) return { kind: 'choices', codes: items.enum };
    return items?.type === 'string' ? { kind: 'lines' } : undefined;
  }
  if (type !== 'string') return undefined;
  return { kind: format === 'email' ? 'mail' : format === 'date' ? 'date' : 'text' };
}
