import { GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { KeysUnavailable, type KeyMaker } from '../../../ports/sealing.ts';

/**
 * Makes data keys under the content key. The key policy demands the context, and whoever opens the key must name the
 * same.
 */
export function keyMaker(kms: KMSClient, contentKeyArn: string): KeyMaker {
  return {
    make: async (caseId, purpose) => {
      const { Plaintext, CiphertextBlob } = await kms
        .send(
          new GenerateDataKeyCommand({
            KeyId: contentKeyArn,
            KeySpec: 'AES_256',
            EncryptionContext: { case: caseId, purpose },
          }),
        )
        .catch((error: unknown) => {
          throw new KeysUnavailable(error);
        });
      if (Plaintext === undefined || CiphertextBlob === undefined) throw new KeysUnavailable(undefined);
      return { plain: Plaintext, wrapped: Buffer.from(CiphertextBlob).toString('base64') };
    },
  };
}
