import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { KeyPlan } from '../template/blueprint.ts';
import type { DataFolder } from '../data-folder.ts';
import { errorAnswer, jsonAnswer } from './service-answer.ts';
import type { ServiceAnswer } from './service-answer.ts';

/** KMS as far as Besa uses it: GenerateDataKey, Decrypt, GenerateMac. */
export interface KeyService {
  answer: (action: string, body: Readonly<Record<string, unknown>>) => ServiceAnswer;
  /** The ARN of the key that a call is about. For `Decrypt` it may be read from the ciphertext. */
  keyOf: (body: Readonly<Record<string, unknown>>) => string;
}

const secretFile = 'keys.json';
const ivBytes = 12;
const tagBytes = 16;

type Body = Readonly<Record<string, unknown>>;
const textIn = (body: Body, name: string): string => (typeof body[name] === 'string' ? body[name] : '');
const bytesIn = (body: Body, name: string): Buffer => Buffer.from(textIn(body, name), 'base64');

/** The encryption context in one form, whatever order its parts came in. */
function canonical(context: unknown): Buffer {
  const parts = Object.entries((context ?? {}) as Record<string, string>).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(JSON.stringify(parts));
}

const failure = (code: string, message: string, status = 400): ServiceAnswer =>
  errorAnswer('kms', code, message, { status });

/**
 * Keys are in a file of the data folder that only its owner may read. When the template adds a key, it is made at
 * start. A ciphertext is `length of key name | key name | iv | ciphertext | tag`. It is AES-256-GCM with the encryption
 * context as additional data. With another context, or another key, it does not open.
 */
export function keyService(
  keys: readonly KeyPlan[],
  folder: Pick<DataFolder, 'readSecret' | 'writeSecret'>,
): KeyService {
  const stored = JSON.parse(folder.readSecret(secretFile) ?? '{}') as Record<string, string>;
  const missing = keys.filter(({ name }) => stored[name] === undefined);
  for (const { name } of missing) stored[name] = randomBytes(32).toString('base64');
  if (missing.length > 0) folder.writeSecret(secretFile, JSON.stringify(stored, undefined, 2));

  const secrets = new Map(keys.map(({ name }) => [name, Buffer.from(stored[name] ?? '', 'base64')]));
  const find = (id: unknown): KeyPlan | undefined => keys.find(({ name, arn }) => id === arn || id === name);

  const wrap = ({ name }: KeyPlan, secret: Buffer, plain: Buffer, context: unknown): Buffer => {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(canonical(context));
    const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return Buffer.concat([Buffer.from([name.length]), Buffer.from(name), iv, sealed]);
  };
  const nameIn = (blob: Buffer): string => blob.subarray(1, 1 + (blob[0] ?? 0)).toString();
  const unwrap = (secret: Buffer, blob: Buffer, context: unknown): Buffer => {
    const rest = blob.subarray(1 + (blob[0] ?? 0));
    const decipher = createDecipheriv('aes-256-gcm', secret, rest.subarray(0, ivBytes))
      .setAAD(canonical(context))
      .setAuthTag(rest.subarray(-tagBytes));
    return Buffer.concat([decipher.update(rest.subarray(ivBytes, -tagBytes)), decipher.final()]);
  };
  const blobIn = (body: Readonly<Record<string, unknown>>): Buffer => bytesIn(body, 'CiphertextBlob');

  const keyOf = (body: Body): string => {
    const named = textIn(body, 'KeyId');
    return find(named === '' ? nameIn(bytesIn(body, 'CiphertextBlob')) : named)?.arn ?? named;
  };

  return {
    keyOf,
    answer: (action, body) => {
      const key = find(keyOf(body));
      const secret = key && secrets.get(key.name);
      if (key === undefined || secret === undefined) return failure('NotFoundException', 'There is no such key.');
      const wanted = action === 'GenerateMac' ? 'hmac' : 'data';
      if (key.kind !== wanted) return failure('InvalidKeyUsageException', 'The key is not for this use.');
      switch (action) {
        case 'GenerateDataKey': {
          const bytes = body['KeySpec'] === 'AES_128' ? 16 : Number(body['NumberOfBytes'] ?? 32);
          const plain = randomBytes(bytes);
          const wrapped = wrap(key, secret, plain, body['EncryptionContext']);
          return jsonAnswer('kms', {
            KeyId: key.arn,
            Plaintext: plain.toString('base64'),
            CiphertextBlob: wrapped.toString('base64'),
          });
        }
        case 'Decrypt': {
          const blob = blobIn(body);
          if (nameIn(blob) !== key.name) return failure('IncorrectKeyException', 'The ciphertext is of another key.');
          try {
            const plain = unwrap(secret, blob, body['EncryptionContext']);
            const EncryptionAlgorithm = 'SYMMETRIC_DEFAULT';
            return jsonAnswer('kms', { KeyId: key.arn, Plaintext: plain.toString('base64'), EncryptionAlgorithm });
          } catch {
            return failure('InvalidCiphertextException', 'The ciphertext does not open with this context.');
          }
        }
        case 'GenerateMac': {
          if (body['MacAlgorithm'] !== 'HMAC_SHA_256') return failure('InvalidKeyUsageException', 'Use HMAC_SHA_256.');
          const message = bytesIn(body, 'Message');
          if (message.length === 0 || message.length > 4096)
            return failure('ValidationException', 'A message has 1 to 4096 bytes.');
          const mac = createHmac('sha256', secret).update(message).digest('base64');
          return jsonAnswer('kms', { KeyId: key.arn, Mac: mac, MacAlgorithm: 'HMAC_SHA_256' });
        }
        default:
          return failure('UnsupportedOperationException', `This machine has no ${action}.`);
      }
    },
  };
}
