import type { Measure } from '../../../lambda/log/log.ts';
import type { OpenAccessCode } from '../../../ports/mailbox.ts';
import type { KeyOpener } from '../../../ports/sealing.ts';
import { placeOfAccessCode } from '../../../sealing/desk-access.ts';
import { openField } from '../../../sealing/sealed-field.ts';
import { keyOpener } from './key-opener.ts';
import { kmsClient } from './kms-client.ts';

/** Opens access codes that wait for their letters. It is loaded with the first letter that has one. */
export function accessCodes(keys: KeyOpener): OpenAccessCode {
  return async ({ sealed, wrappedKey }, of) =>
    openField(await keys.open(of.caseId, 'access', wrappedKey), sealed, placeOfAccessCode(of));
}

export function accessCodesByKms(contentKeyArn: string, count: Measure): OpenAccessCode {
  return accessCodes(keyOpener(kmsClient(), contentKeyArn, count));
}
