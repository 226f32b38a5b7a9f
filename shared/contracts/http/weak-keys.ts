/**
 * The keys of our own documents. Each says that it is an example. Whoever copies one would share it with others, and
 * with it the case and the receipt.
 */
export const documentedKeys = {
  command: 'example-of-a-key-make-your-own',
  report: 'example-of-a-report-key-make-your-own',
};

/** Examples of UUIDs in well-known documents, of versions that would be taken. */
const knownUuids: readonly string[] = [
  '550e8400-e29b-41d4-a716-446655440000',
  '123e4567-e89b-42d3-a456-426614174000',
  'f47ac10b-58cc-4372-a567-0e02b2c3d479',
  '919108f7-52d1-4320-9bac-f847db4148a8',
  '017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
];

/** A random key of 16 characters has fewer different ones less often than once in a thousand million. */
const fewestDifferent = 8;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What programs write where a value is missing. */
const missingValues = /^(?:undefined|null|nil|none|nan|true|false|object)+$/;

/** Rows of characters that people and programs count or type through. */
const rows: readonly string[] = [
  '0123456789',
  '1234567890',
  '0123456789abcdef',
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789abcdefghijklmnopqrstuvwxyz',
  'abcdefghijklmnopqrstuvwxyz0123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
];

/**
 * Whether an Idempotency-Key cannot be random. Two strangers would then share it, and with it a case. The form of the key
 * is checked before. Source: docs/contract.md, Sending twice.
 */
export function isWeakKey(key: string): boolean {
  const low = key.toLowerCase();
  const plain = low.replaceAll(/[^0-9a-z]/g, '');
  const [, version] = uuid.exec(low) ?? [];
  return (
    new Set(key).size < fewestDifferent ||
    (version !== undefined && version !== '4' && version !== '7') ||
    low.includes('example') ||
    knownUuids.includes(low) ||
    missingValues.test(plain) ||
    isRepetition(low) ||
    (plain.length >= fewestDifferent && rows.some((row) => isOfRow(plain, row)))
  );
}

/** Whether a key is one short text written several times. */
function isRepetition(key: string): boolean {
  // A text that is repeated is found in itself twice over, before its end.
  return (key + key).indexOf(key, 1) < key.length;
}

/** Whether a text goes along a row of characters, forwards or backwards, over its end as well. */
function isOfRow(text: string, row: string): boolean {
  const along = row.repeat(Math.ceil(text.length / row.length) + 1);
  return along.includes(text) || Array.from(along).toReversed().join('').includes(text);
}
