import { KMSClient } from '@aws-sdk/client-kms';
import { settings, withoutLog } from '../dynamo/clients.ts';

/** Apart from the other clients, so that a function can load it only when it needs a key. */
export function kmsClient(): KMSClient {
  return withoutLog(new KMSClient(settings));
}
