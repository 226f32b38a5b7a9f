import { Duration } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { removalOf } from '../constructs/removal.ts';
import type { Stage } from '../stages.ts';

export type KeyName = 'Table' | 'Content' | 'Id' | 'Index' | 'Desk';

/** The parts of the encryption context that the content key demands from everybody. */
export const contentContext = ['case', 'purpose'] as const;

/**
 * Five keys. The table key encrypts tables on disk. The content key wraps the data keys of cases, each only together
 * with its case and purpose. The id key, the index key and the desk's key make keyed hashes. The first two cannot rotate:
 * ids of replays and blind indexes of earlier cases would no longer match.
 */
export function makeKeys(scope: Construct, stage: Stage): Record<KeyName, Key> {
  const removalPolicy = removalOf(stage);
  const pendingWindow = Duration.days(stage.keepsData ? 30 : 7);
  const hmac = { keySpec: KeySpec.HMAC_256, keyUsage: KeyUsage.GENERATE_VERIFY_MAC, removalPolicy, pendingWindow };
  const keys = {
    Table: new Key(scope, 'TableKey', {
      description: 'Besa: tables on disk',
      enableKeyRotation: true,
      removalPolicy,
      pendingWindow,
    }),
    Content: new Key(scope, 'ContentKey', {
      description: 'Besa: wraps the data keys of cases',
      enableKeyRotation: true,
      removalPolicy,
      pendingWindow,
    }),
    Id: new Key(scope, 'IdKey', { description: 'Besa: case ids and receipts from idempotency keys', ...hmac }),
    Index: new Key(scope, 'IndexKey', { description: 'Besa: blind index of addresses and accounts', ...hmac }),
    Desk: new Key(scope, 'DeskKey', { description: 'Besa: access codes of institutions', ...hmac }),
  };
  for (const part of contentContext) {
    keys.Content.addToResourcePolicy(
      new PolicyStatement({
        sid: `OnlyWithThe${part === 'case' ? 'Case' : 'Purpose'}`,
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: [
          'kms:Decrypt',
          'kms:Encrypt',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
        // In a key's own policy, `*` means this key.
        resources: ['*'],
        conditions: { Null: { [`kms:EncryptionContext:${part}`]: 'true' } },
      }),
    );
  }
  return keys;
}
