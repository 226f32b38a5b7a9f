import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item as DynamoDB takes and gives it. */
export type Row = Record<string, AttributeValue>;

/**
 * Writes and reads the few forms that our rows are made of: text, numbers, booleans, null, lists and maps. Written by hand,
 * because general converters cost a cold start more than they give (docs/decisions/031).
 */
export function toRow(value: object): Row {
  const row: Row = {};
  for (const [name, member] of Object.entries(value)) if (member !== undefined) row[name] = toAttribute(member);
  return row;
}

function toAttribute(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number' && Number.isFinite(value)) return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.map(toAttribute) };
  if (typeof value === 'object') return { M: toRow(value) };
  throw new TypeError(`A row cannot hold a value of type ${typeof value}.`);
}

export function fromRow(row: Row): Record<string, unknown> {
  return fromRowWithout(row, none);
}

const none: ReadonlySet<string> = new Set();

/**
 * What a row holds, without some names. A loop that makes no lists on the way, because every row that is read passes
 * here.
 */
export function fromRowWithout(row: Row, names: ReadonlySet<string>): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const name of Object.keys(row)) {
    const value = row[name];
    if (value !== undefined && !names.has(name)) read[name] = fromAttribute(value);
  }
  return read;
}

function fromAttribute(value: AttributeValue): unknown {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.NULL === true) return null;
  if (value.L !== undefined) return value.L.map(fromAttribute);
  if (value.M !== undefined) return fromRow(value.M);
  throw new TypeError('A row holds a form of value that is not ours.');
}

/** The text of an attribute that every row of its kind has. Throws `TypeError` when it is missing. */
export function textOf(row: Row, name: string): string {
  const text = row[name]?.S;
  if (text === undefined) throw new TypeError(`A row lacks its attribute ${name}.`);
  return text;
}
