import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { TableDesign } from '#shared/adapters/aws/dynamo/table-design.ts';
import type { Names, Uses } from './expression-reader.ts';
import { refusal, sizeOfItem, typeOf, type Row } from './values.ts';

/** A table as it is made: keys and indexes of the design, under the name it has. */
export type MadeTable = Pick<TableDesign, 'partitionKey' | 'sortKey' | 'sortKeyType' | 'indexes' | 'stream'> & {
  name: string;
};
export type Key = Readonly<Record<string, AttributeValue>>;
export type Input = Readonly<Record<string, unknown>> & { TableName?: string };

const named = ['TableName', 'ExpressionAttributeNames', 'ExpressionAttributeValues'];
const conditional = [...named, 'ConditionExpression', 'ReturnValuesOnConditionCheckFailure'];
const paged = [
  ...named,
  'IndexName',
  'ConsistentRead',
  'FilterExpression',
  'Limit',
  'ExclusiveStartKey',
  'ProjectionExpression',
  'Select',
];

/** What each action takes here. DynamoDB takes more; that is an error, so that nobody believes it was done. */
const parameters: Readonly<Record<string, readonly string[]>> = {
  GetItem: ['TableName', 'Key', 'ConsistentRead'],
  BatchGetItem: ['RequestItems'],
  Query: [...paged, 'KeyConditionExpression', 'ScanIndexForward'],
  Scan: paged.filter((name) => name !== 'IndexName'),
  PutItem: [...conditional, 'Item', 'ReturnValues'],
  UpdateItem: [...conditional, 'Key', 'UpdateExpression', 'ReturnValues'],
  DeleteItem: [...conditional, 'Key', 'ReturnValues'],
  TransactWriteItems: ['TransactItems', 'ClientRequestToken'],
  Put: [...conditional, 'Item'],
  Update: [...conditional, 'Key', 'UpdateExpression'],
  Delete: [...conditional, 'Key'],
  ConditionCheck: [...conditional, 'Key'],
};

export function checkParameters(action: string, input: Input): void {
  const known = parameters[action];
  if (known === undefined) throw new Error(`The database in memory has no ${action}.`);
  for (const name of Object.keys(input))
    if (input[name] !== undefined && !known.includes(name))
      throw new Error(`${action} in memory does not know ${name}.`);
}

const noEmptyKey = 'The AttributeValue for a key attribute cannot contain an empty string value.';
const mismatch = 'The provided key element does not match the schema';

function typesOf({ partitionKey, sortKey, sortKeyType }: MadeTable): readonly (readonly [string, 'S' | 'N', number])[] {
  return [
    [partitionKey, 'S', 2048],
    [sortKey, sortKeyType, 1024],
  ];
}

/** A key that names one item. */
export function checkKey(table: MadeTable, key: Key, message = mismatch): void {
  const types = typesOf(table);
  if (Object.keys(key).length !== types.length) throw refusal(message);
  for (const [name, type, most] of types) {
    const value = key[name];
    if (value === undefined || typeOf(value) !== type) throw refusal(message);
    checkKeyValue(name, value, most);
  }
}

function checkKeyValue(name: string, value: AttributeValue, most: number): void {
  if (value.S === '') throw refusal(`One or more parameter values are not valid. ${noEmptyKey} Key: ${name}`);
  if (Buffer.byteLength(value.S ?? '') > most)
    throw refusal(
      most === 2048
        ? 'One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes'
        : 'One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
    );
}

const mostBytes = 400 * 1024;
const invalid = 'One or more parameter values were invalid:';

/** Sizes of the items that are held, in bytes. */
const sizes = new WeakMap<Row, number>();
export function bytesOf(row: Row): number {
  const known = sizes.get(row);
  if (known !== undefined) return known;
  const size = sizeOfItem(row);
  sizes.set(row, size);
  return size;
}

/** An item as it is to stand in its table. */
export function checkItem(table: MadeTable, row: Row, isUpdate: boolean): void {
  for (const [name, type, most] of typesOf(table)) {
    const value = row[name];
    if (value === undefined) throw refusal(`${invalid} Missing the key ${name} in the item`);
    const actual = typeOf(value);
    if (actual !== type) throw refusal(`${invalid} Type mismatch for key ${name} expected: ${type} actual: ${actual}`);
    checkKeyValue(name, value, most);
  }
  for (const [index, { partitionKey, sortKey }] of Object.entries(table.indexes)) {
    for (const name of [partitionKey, sortKey]) {
      const value = row[name];
      if (value === undefined) continue;
      const type = typeOf(value);
      if (type !== 'S')
        throw refusal(`${invalid} Type mismatch for Index Key ${name} Expected: S Actual: ${type} IndexName: ${index}`);
      if (value.S === '')
        throw refusal(
          `One or more parameter values are not valid. A value of a secondary index key is not supported. ${noEmptyKey}`,
        );
    }
  }
  if (bytesOf(row) > mostBytes)
    throw refusal(`Item size ${isUpdate ? 'to update ' : ''}has exceeded the maximum allowed size`);
}

/** What is given with a request is what its expressions use, no more and no less, and right for where it stands. */
export function checkGiven({ names, values }: Names, expressions: readonly Uses[]): void {
  for (const [kind, given, mark] of [
    ['ExpressionAttributeNames', names, '#'],
    ['ExpressionAttributeValues', values, ':'],
  ] as const) {
    if (given === undefined) continue;
    const keys = Object.keys(given);
    if (expressions.length === 0) throw refusal(`${kind} can only be specified when using expressions`);
    if (keys.length === 0) throw refusal(`${kind} must not be empty`);
    for (const key of keys)
      if (!key.startsWith(mark)) throw refusal(`${kind} contains invalid key: Syntax error; key: "${key}"`);
  }
  for (const value of Object.values(values ?? {})) typeOf(value);
  for (const { names: usedNames, values: usedValues } of expressions) {
    for (const name of usedNames)
      if (names?.[name] === undefined)
        throw refusal(`An expression attribute name used in the document path is not defined; attribute name: ${name}`);
    for (const value of usedValues)
      if (values?.[value] === undefined)
        throw refusal(`An expression attribute value used in expression is not defined; attribute value: ${value}`);
  }
  const isUnused = (key: string): boolean => !expressions.some((uses) => uses.names.has(key) || uses.values.has(key));
  for (const [kind, given] of [
    ['ExpressionAttributeNames', names],
    ['ExpressionAttributeValues', values],
  ] as const) {
    const unused = Object.keys(given ?? {}).filter(isUnused);
    if (unused.length > 0)
      throw refusal(`Value provided in ${kind} unused in expressions: keys: {${unused.join(', ')}}`);
  }
  for (const { checks } of expressions) for (const check of checks) check({ names, values });
}

export function givenIn(input: Input): Names {
  return {
    values: input['ExpressionAttributeValues'] as Names['values'],
    names: input['ExpressionAttributeNames'] as Names['names'],
  };
}
