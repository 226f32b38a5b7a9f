import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';
import { KeysUnavailable, type DeskMac, type Macs } from '../../../ports/sealing.ts';

/** The blind-index key is the MAC of this label. Whoever changes the label loses every match key stored so far. */
const blindIndexLabel = 'besa/v1/blind-index';
const requestLabel = 'besa/v1/request|';

/** Keyed hashes by KMS, under keys that never leave it. Throws `KeysUnavailable` when KMS does not answer. */
export function macs(kms: KMSClient, keys: { idKeyArn: string; indexKeyArn: string }): Macs {
  return {
    requestRoot: (idempotencyKey) => mac(kms, keys.idKeyArn, requestLabel + idempotencyKey),
    blindIndexKey: blindIndexKey(kms, keys.indexKeyArn),
  };
}

/** The blind-index key alone, for functions that may use no other MAC. */
export function blindIndexKey(kms: KMSClient, indexKeyArn: string): Macs['blindIndexKey'] {
  let indexKey: Promise<Uint8Array> | undefined;
  return () => {
    indexKey ??= mac(kms, indexKeyArn, blindIndexLabel).catch((error: unknown) => {
      // A failure is not kept: the next call asks again.
      indexKey = undefined;
      throw error;
    });
    return indexKey;
  };
}

/** The desk's MAC alone. Case desk has no other one, and nobody else has this one. */
export function deskMac(kms: KMSClient, deskKeyArn: string): DeskMac {
  return (message) => mac(kms, deskKeyArn, message);
}

async function mac(kms: KMSClient, keyArn: string, message: string): Promise<Uint8Array> {
  const answer = await kms
    .send(new GenerateMacCommand({ KeyId: keyArn, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from(message) }))
    .catch((error: unknown) => {
      throw new KeysUnavailable(error);
    });
  if (answer.Mac === undefined) throw new KeysUnavailable(undefined);
  return answer.Mac;
}
