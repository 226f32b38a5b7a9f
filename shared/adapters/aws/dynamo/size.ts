import type { AttributeValue, TransactWriteItem } from '@aws-sdk/client-dynamodb';

/**
 * The bytes that DynamoDB counts for the rows of a write, and never fewer. Source: Amazon DynamoDB developer guide,
 * "DynamoDB item sizes and formats".
 */
export function bytesOfWrite({ Put, Update, Delete, ConditionCheck }: TransactWriteItem): number {
  const write = Put ?? Update ?? Delete ?? ConditionCheck;
  const row = Put?.Item ?? (Update ?? Delete ?? ConditionCheck)?.Key ?? {};
  return bytesOfMap(row) + bytesOfMap(write?.ExpressionAttributeValues ?? {});
}

function bytesOfMap(map: Readonly<Record<string, AttributeValue>>): number {
  return Object.entries(map).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + 1 + bytesOf(value), 3);
}

/** A number takes at most 21 bytes. A list or map takes three, and one more for each element. */
function bytesOf(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.B !== undefined) return value.B.length;
  if (value.N !== undefined) return 21;
  if (value.M !== undefined) return bytesOfMap(value.M);
  if (value.L !== undefined) return value.L.reduce((sum, one) => sum + 1 + bytesOf(one), 3);
  if (value.SS !== undefined) return value.SS.reduce((sum, one) => sum + 1 + Buffer.byteLength(one), 3);
  return 1;
}
