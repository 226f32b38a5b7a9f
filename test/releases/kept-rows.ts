import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** A row as DynamoDB's API shows it. */
export type Row = Record<string, AttributeValue>;

/** A row as it is kept: the same, with bytes as base64. */
export type KeptRow = Record<string, unknown>;

export function keptRow(row: Row): KeptRow {
  const entries = Object.entries(row).map(([name, value]) => [name, keptValue(value)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function keptValue(value: AttributeValue): unknown {
  if (value.B !== undefined) return { B: Buffer.from(value.B).toString('base64') };
  if (value.L !== undefined) return { L: value.L.map(keptValue) };
  if (value.M !== undefined) return { M: keptRow(value.M) };
  if (value.BS !== undefined || value.SS !== undefined || value.NS !== undefined)
    throw new Error('Besa writes no sets; a kept row would lose their order.');
  return value;
}

export function rowFrom(kept: KeptRow): Row {
  return Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, valueFrom(value as AttributeValue)]));
}

function valueFrom(value: AttributeValue): AttributeValue {
  if (value.B !== undefined) return { B: Buffer.from(String(value.B), 'base64') };
  if (value.L !== undefined) return { L: value.L.map(valueFrom) };
  return value.M === undefined ? value : { M: rowFrom(value.M) };
}

/** Where a row stands, as text that sorts. */
export function placeOf({ pk, sk, number }: Row): string {
  return `${pk?.S} ${sk?.S ?? number?.N?.padStart(6, '0')}`;
}

/**
 * Which kind of row it is: its table, and its keys without what differs from row to row. `Cases CASE#/TIMER#resolve`,
 * `Directory AUDIT#/…`.
 */
export function kindOf(table: string, { pk, sk, type }: Row): string {
  if (sk?.S === undefined) return `${table} CASE#/${type?.S}`;
  const [of = '', ...more] = sk.S.split('#');
  return `${table} ${beginningOf(pk?.S ?? '')}/${sortKindOf(of, more)}`;
}

const beginningOf = (key: string): string => (key.includes('#') ? `${key.slice(0, key.indexOf('#'))}#` : key);

function sortKindOf(of: string, more: readonly string[]): string {
  switch (of) {
    case 'TIMER':
      return `TIMER#${more[1]}`;
    case 'DONE':
      return `DONE#${more[0]}`;
    case 'REFERRAL':
      return `REFERRAL#${more[1]}`;
    default:
      // Only words of ours are all in capitals; codes, instants and random ids are what differs.
      return /^[A-Z_]+$/u.test(of) ? `${of}${more.length > 0 ? '#' : ''}` : '…';
  }
}
