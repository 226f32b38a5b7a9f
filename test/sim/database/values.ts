import { DynamoDBServiceException, type AttributeValue } from '@aws-sdk/client-dynamodb';

export type Row = Readonly<Record<string, AttributeValue>>;
export type Type = 'S' | 'N' | 'B' | 'BOOL' | 'NULL' | 'L' | 'M' | 'SS' | 'NS' | 'BS';

/** What DynamoDB answers to a request that can never be right. */
export function refusal(message: string): Error {
  return new DynamoDBServiceException({ name: 'ValidationException', $fault: 'client', message, $metadata: {} });
}

export function typeOf(value: AttributeValue): Type {
  const [type] = Object.keys(value);
  if (type === undefined)
    throw refusal('Supplied AttributeValue is empty, must contain exactly one of the supported datatypes');
  return type as Type;
}

/** UTF-8 puts pairs of surrogates behind everything else, UTF-16 does not. */
const high = /[\ud800-\uffff]/;

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  if (high.test(a) && high.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}

/** The order of numbers, texts (by bytes) and bytes; undefined of what has no order. */
export function compare(a: AttributeValue | undefined, b: AttributeValue | undefined): number | undefined {
  if (a?.N !== undefined && b?.N !== undefined) return Math.sign(Number(a.N) - Number(b.N));
  if (a?.S !== undefined && b?.S !== undefined) return compareText(a.S, b.S);
  if (a?.B !== undefined && b?.B !== undefined) return Buffer.compare(a.B, b.B);
  return undefined;
}

/** Whether two values are equal, as `=` asks it: sets in any order, lists and maps to their last member. */
export function isSame(a: AttributeValue | undefined, b: AttributeValue | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const order = compare(a, b);
  if (order !== undefined) return order === 0;
  return typeOf(a) === typeOf(b) && textOfMembers(a) === textOfMembers(b);
}

function textOfMembers(value: AttributeValue): string {
  const set = value.SS ?? value.NS ?? value.BS?.map((bytes) => Buffer.from(bytes).toString('base64'));
  if (set !== undefined) return JSON.stringify(set.toSorted());
  if (value.L !== undefined) return JSON.stringify(value.L.map(textOfMembers));
  if (value.M !== undefined)
    return JSON.stringify(
      Object.entries(value.M)
        .map(([name, member]) => [name, textOfMembers(member)])
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    );
  return JSON.stringify(value);
}

/**
 * The size of an item in bytes, by which 400 KB are counted. Refuses what no attribute may be. Numbers are held as they
 * are written, so those that DynamoDB would write otherwise, or that do not fit a double, are an error.
 */
export function sizeOfItem(row: Row): number {
  let size = 0;
  for (const [name, value] of Object.entries(row)) size += Buffer.byteLength(name) + sizeOf(value);
  return size;
}

export function sizeOf(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(plainNumber(value.N).length / 2) + 1;
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.B !== undefined) return value.B.length;
  if (value.L !== undefined) return value.L.reduce((sum, member) => sum + 1 + sizeOf(member), 3);
  if (value.M !== undefined) return 3 + Object.keys(value.M).length + sizeOfItem(value.M);
  const set = value.SS ?? value.NS ?? value.BS;
  if (set === undefined) typeOf(value);
  if (set?.length === 0) throw refusal('One or more parameter values were invalid: An string set  may not be empty');
  if (new Set<unknown>(set).size !== set?.length)
    throw refusal('One or more parameter values were invalid: Input collection contains duplicates.');
  return set.reduce((sum, member) => sum + Buffer.byteLength(member), 0);
}

function plainNumber(number: string): string {
  if (number.trim() === '' || Number.isNaN(Number(number)))
    throw refusal(`The parameter cannot be converted to a numeric value: ${number}`);
  if (String(Number(number)) !== number) throw new Error('The database in memory has plain numbers only.');
  return number;
}

/** A key's value as text that sorts nowhere: only equality is asked of it. */
export function textOf(value: AttributeValue | undefined): string {
  const text = value?.S ?? (value?.N === undefined ? undefined : String(Number(value.N)));
  if (text === undefined) throw new Error('A key is text or a number.');
  return text;
}
