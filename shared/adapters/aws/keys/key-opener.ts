import { DecryptCommand, IncorrectKeyException, InvalidCiphertextException, type KMSClient } from '@aws-sdk/client-kms';
import type { Measure } from '../../../lambda/log/log.ts';
import { KeysUnavailable, SealBroken, type KeyOpener } from '../../../ports/sealing.ts';

/**
 * Opens data keys and counts each request: very many in a few minutes are more than people read. A key of another case
 * or purpose does not open. Throws `SealBroken`, or `KeysUnavailable` when KMS does not answer.
 */
export function keyOpener(kms: KMSClient, contentKeyArn: string, count: Measure): KeyOpener {
  return {
    open: async (caseId, purpose, wrapped) => {
      count('KeyAskedFor', 1);
      const { Plaintext } = await kms
        .send(
          new DecryptCommand({
            KeyId: contentKeyArn,
            CiphertextBlob: Buffer.from(wrapped, 'base64'),
            EncryptionContext: { case: caseId, purpose },
          }),
        )
        .catch((error: unknown) => {
          if (error instanceof InvalidCiphertextException || error instanceof IncorrectKeyException) {
            throw new SealBroken();
          }
          throw new KeysUnavailable(error);
        });
      if (Plaintext === undefined) throw new KeysUnavailable(undefined);
      return Plaintext;
    },
  };
}
