import { DecryptCommand, IncorrectKeyException, InvalidCiphertextException, type KMSClient } from '@aws-sdk/client-kms';
import { KeysUnavailable, SealBroken, type KeyOpener } from '../../ports/sealing.ts';

/** Opens data keys. A key of another case or purpose does not open: `SealBroken`. */
export function keyOpener(kms: KMSClient, contentKeyArn: string): KeyOpener {
  return {
    open: async (caseId, purpose, wrapped) => {
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
